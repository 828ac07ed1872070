// A curve in the band around what is wanted, and where it is farthest from that.
//
//   const banded = createBanded({ name, description })      banded.note: a line of words below
//   banded.update({ points, epsilon, values, distance, ticks })     ticks: where neurons step, and whether up
//
// Beyond 0 and 1 nothing is wanted, and the ground says so.

import { createCurve } from "../../web/draw/curve.js";
import { html, setAttributes, svg } from "../../web/draw/elements.js";
import { formatNumber } from "../../web/draw/numbers.js";

export const X = [-0.2, 1.2];
export const Y = [-0.25, 1.25];

export function createBanded({ name, description }) {
  const curve = createCurve({ x: X, y: Y, xName: "x", yName: "y", description });
  const { axes, ground } = curve,
    { area } = axes;
  const beyond = [
    [X[0], 0],
    [1, X[1]],
  ].map(([from, to]) =>
    svg("rect", {
      class: "nn-beyond",
      x: axes.toX(from),
      width: axes.toX(to) - axes.toX(from),
      y: area.top,
      height: area.bottom - area.top,
    }),
  );
  const band = svg("path", { class: "nn-lane" }),
    wanted = svg("path", { class: "nn-wanted-curve" });
  const marks = svg("g"),
    worst = svg("path", { class: "nn-gap" }),
    text = svg("text", { class: "nn-gap-text nn-halo" });
  const above = svg("g");
  const title = svg(
    "text",
    { class: "nn-panel-name", x: area.right, y: area.top - 10, "text-anchor": "end" },
    name,
  );
  ground.append(...beyond, band, wanted, marks);
  curve.element.append(above, worst, text, title);

  const note = html("p", { class: "nn-banded-note" });
  return {
    element: html("div", { class: "nn-panel" }, curve.element, note),
    note,
    drawing: curve.element,
    inputs: curve.inputs,
    axes,
    above,
    update({ points: { x, y }, epsilon, values, distance: { most, at, wanted: value, output }, ticks = [] }) {
      const path = (heights, order) =>
        order.map((i) => `${axes.toX(x[i]).toFixed(1)} ${axes.toY(heights(y[i])).toFixed(1)}`).join("L");
      const there = Array.from(x, (_, i) => i),
        back = there.toReversed();
      band.setAttribute("d", `M${path((v) => v + epsilon, there)}L${path((v) => v - epsilon, back)}Z`);
      wanted.setAttribute("d", `M${path((v) => v, there)}`);
      curve.update({ values, point: [0, Y[1] + 1] });
      marks.replaceChildren(
        ...ticks
          .filter(({ at: place }) => place >= X[0] && place <= X[1])
          .map(({ at: place, up }) =>
            svg("path", {
              class: up ? "nn-unit-tick" : "nn-unit-tick nn-negative",
              d: `M${axes.toX(place).toFixed(1)} ${area.bottom}v${up ? -12 : -8}`,
            }),
          ),
      );
      const far = most > epsilon;
      for (const part of [worst, text]) part.style.display = far ? "" : "none";
      const within = (height) => Math.min(area.bottom, Math.max(area.top, axes.toY(height)));
      worst.setAttribute("d", `M${axes.toX(at)} ${within(value)}V${within(output)}`);
      const side = at > 0.5 ? -1 : 1;
      setAttributes(text, {
        x: axes.toX(at) + 6 * side,
        y: (within(value) + within(output)) / 2 + 4,
        "text-anchor": side < 0 ? "end" : "start",
      });
      text.textContent = `off by ${formatNumber(most)}`;
    },
  };
}
