// A number that changes from epoch to epoch, of several trainings in one picture, and a cursor to travel by.
//
//   const curves = createCurves({ name: "loss", y: [0, 2.6], epochs, onPick, description })
//   curves.update({ series: [{ values, from, kind, test, label }], cursor })
//
// kind: "main", "a" or "b", each with a color and, at its end, its label; test: dashed.  What leaves the axes
// above is cut off and marked with an arrow.

import { createAxes } from "../../web/draw/axes.js";
import { svg } from "../../web/draw/elements.js";
import { LOOK } from "../../web/draw/look.js";
import { followPointer } from "../../web/draw/pointing.js";

const WIDTH = 360,
  HEIGHT = 230;

export function createCurves({ name, y, epochs, onPick, description }) {
  const axes = createAxes({
    x: [0, epochs],
    y,
    xName: "epoch",
    yName: name,
    width: WIDTH,
    height: HEIGHT,
    margin: { left: 36, right: 58, top: 26, bottom: 42 },
  });
  const { area } = axes;
  const drawing = svg("svg", {
    viewBox: `0 0 ${WIDTH} ${HEIGHT}`,
    class: "nn-epochs nn-curve-drawing",
    role: "img",
    "aria-label": description,
  });
  const lines = svg("g"),
    cursor = svg("path", { class: "nn-drop" });
  drawing.append(axes.group, cursor, lines);
  followPointer(drawing, axes, [[0, epochs], y], (at) => onPick(Math.round(at)));

  return {
    element: drawing,
    update({ series, cursor: now }) {
      cursor.setAttribute("d", `M${axes.toX(now)} ${area.top - 6}V${area.bottom}`);
      lines.replaceChildren(...series.flatMap((one) => draw(one, now)));
      keepApart([...lines.querySelectorAll(".nn-series-label")]);
    },
  };

  function draw({ values, from, kind, test, label }, now) {
    const within = (value) => Math.min(y[1], Math.max(y[0], value));
    const point = (value, i) => `${axes.toX(from + i).toFixed(1)} ${axes.toY(within(value)).toFixed(1)}`;
    const style = `nn-series nn-series-${kind}${test ? " nn-test" : ""}`;
    const parts = [
      svg("path", { class: style, d: values.length > 1 ? `M${values.map(point).join("L")}` : "" }),
    ];
    const above = values.findIndex((value) => value > y[1]);
    if (above >= 0)
      parts.push(
        svg("path", {
          class: `nn-series-mark nn-series-${kind}`,
          d: `M${axes.toX(from + above) - 5} ${area.top + 1}l5 -8l5 8z`,
        }),
      );
    const here = values[now - from];
    if (here !== undefined)
      parts.push(
        svg("circle", {
          class: `nn-series-mark nn-series-${kind}`,
          r: test ? LOOK.radii.speck : LOOK.radii.point,
          cx: axes.toX(now),
          cy: axes.toY(within(here)),
        }),
      );
    if (values.length > 1) {
      parts.push(
        svg(
          "text",
          {
            class: `nn-series-label nn-series-${kind}`,
            x: axes.toX(from + values.length - 1) + 6,
            y: axes.toY(within(values.at(-1))) + 4,
          },
          label,
        ),
      );
    }
    return parts;
  }
}

// Labels at the ends of curves that end together: one below the other.
function keepApart(labels) {
  const sorted = labels.sort((a, b) => Number(a.getAttribute("y")) - Number(b.getAttribute("y")));
  let floor = -Infinity;
  for (const label of sorted) floor = Math.max(floor + 12, Number(label.getAttribute("y")));
  let ceiling = Math.min(floor, HEIGHT - 44);
  for (const label of sorted.reverse()) {
    label.setAttribute("y", Math.min(ceiling, Number(label.getAttribute("y"))));
    ceiling = Number(label.getAttribute("y")) - 12;
  }
}
