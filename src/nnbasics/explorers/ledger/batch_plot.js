// How far the gradient of a batch points away from that of all examples: a dot for each of many batches.
//
//   const plot = createBatchPlot({ sizes: [1, 10], batches, everyone })
//   plot.update({ 1: [angle, …], 10: […] }, medians)

import { createAxes } from "../../web/draw/axes.js";
import { svg } from "../../web/draw/elements.js";

const WIDTH = 360,
  HEIGHT = 190;
const MARGIN = { left: 96, right: 12, top: 22, bottom: 40 };
const LANES = 7; // dots of a batch size stand on so many lines, so that they are told apart

export function createBatchPlot({ sizes, everyone }) {
  const axes = createAxes({
    x: [0, 180],
    y: [0, 1],
    xName: "angle to the gradient of all",
    yName: "",
    width: WIDTH,
    height: HEIGHT,
    margin: MARGIN,
  });
  for (const part of axes.group.querySelectorAll(
    "text[text-anchor='end']:not(.nn-axis-name), .nn-tick[d$='h-5'], .nn-axis",
  ))
    part.remove();
  const { area } = axes;
  const names = [...sizes.map((size) => `batch of ${size}`), `all ${everyone}`];
  const gap = (area.bottom - area.top) / names.length,
    middle = (i) => area.top + (i + 0.5) * gap;
  const drawing = svg("svg", {
    viewBox: `0 0 ${WIDTH} ${HEIGHT}`,
    class: "nn-batches",
    role: "img",
    "aria-label": "Not measured yet",
  });
  const right = svg("path", {
    class: "nn-marked-line",
    d: `M${axes.toX(90)} ${area.top - 4}V${area.bottom}`,
  });
  const help = svg(
    "text",
    { x: axes.toX(45), y: 12, "text-anchor": "middle", class: "nn-marked-text" },
    "helps",
  );
  const hurt = svg(
    "text",
    { x: axes.toX(135), y: 12, "text-anchor": "middle", class: "nn-marked-text" },
    "hurts",
  );
  const dots = names.map(() => svg("path", { class: "nn-batch-dots" })),
    marks = names.map(() => svg("path", { class: "nn-batch-median" }));
  drawing.append(
    axes.group,
    svg("path", { class: "nn-axis", d: `M${area.left} ${area.bottom}H${area.right}` }),
    right,
    help,
    hurt,
    ...dots,
    ...marks,
    ...names.map((name, i) =>
      svg("text", { x: area.left - 8, y: middle(i) + 4, "text-anchor": "end", class: "nn-name" }, name),
    ),
  );

  return {
    element: drawing,
    update(angles, medians) {
      const all = [...sizes.map((size) => angles?.[size] ?? []), [0]];
      const middles = sizes.map((size) => `Batches of ${size}: in the middle ${medians?.[size].toFixed(0)}°`);
      const told = `Angles of the gradients of 200 batches to the gradient of all digits. ${middles.join(". ")}.`;
      drawing.setAttribute("aria-label", angles ? told : "Not measured yet");
      all.forEach((row, i) => {
        const lane = (n) => middle(i) + ((n % LANES) - (LANES - 1) / 2) * (gap / (LANES + 3));
        dots[i].setAttribute(
          "d",
          row
            .map(
              (angle, n) =>
                `M${axes.toX(angle).toFixed(1)} ${(row.length > 1 ? lane(n) : middle(i)).toFixed(1)}h0`,
            )
            .join(""),
        );
        const median = medians?.[sizes[i]];
        marks[i].setAttribute(
          "d",
          median === undefined ? "" : `M${axes.toX(median)} ${middle(i) - gap * 0.4}v${gap * 0.8}`,
        );
      });
    },
  };
}
