// A small plot of one run, without words: two classes on a plane with the lines of its output, or a quantity with its curve.
//
//   const plot = createPlot({ x, y });   plot.update({ ground, lines, curve, points, wrong })
//
// ground: { w, c }, the side of w · x + c > 0 in one color and the other side in another; lines: such lines, the first one
// solid; curve: pairs (x, y) flat; points: [{ at: [x, y], kind: 0 or 1, wrong }, …]

import { svg } from "../../web/draw/elements.js";
import { createPoints } from "../../web/draw/points.js";

const WIDTH = 200,
  HEIGHT = 112;
let plots = 0;

export function createPlot({ x, y }) {
  const clip = `nn-output-plot-${(plots += 1)}`;
  const toX = (value) => (WIDTH * (value - x[0])) / (x[1] - x[0]),
    toY = (value) => HEIGHT - (HEIGHT * (value - y[0])) / (y[1] - y[0]);
  const element = svg("svg", { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, class: "nn-output-plot", role: "img" });
  const inside = svg("g", { "clip-path": `url(#${clip})` });
  const zero = svg("path", { class: "nn-tick", d: `M0 ${toY(0)}H${WIDTH}M${toX(0)} 0V${HEIGHT}` });
  const [low, high] = ["nn-output-side-0", "nn-output-side-1"].map((side) => svg("path", { class: side }));
  const lines = [0, 1, 2].map((i) => svg("path", { class: i ? "nn-output-level" : "nn-boundary" }));
  const curve = svg("path", { class: "nn-curve" }),
    dots = createPoints(); // quantities as class 1
  inside.append(low, high, zero, ...lines, ...dots.elements, curve);
  element.append(
    svg("clipPath", { id: clip }, svg("rect", { width: WIDTH, height: HEIGHT })),
    inside,
    svg("rect", { width: WIDTH, height: HEIGHT, class: "nn-output-frame" }),
  );
  const corners = [
    [x[0], y[0]],
    [x[1], y[0]],
    [x[1], y[1]],
    [x[0], y[1]],
  ];

  return {
    element,
    update({ ground, lines: levels = [], curve: along = [], points, description }) {
      element.setAttribute("aria-label", description);
      high.setAttribute("d", ground ? sideOf(ground, 1) : "");
      low.setAttribute("d", ground ? sideOf(ground, -1) : "");
      lines.forEach((line, i) => line.setAttribute("d", levels[i] ? across(levels[i]) : ""));
      const steps = [];
      for (let i = 0; i + 1 < along.length; i += 2) steps.push(place([along[i], along[i + 1]]));
      curve.setAttribute("d", steps.length ? `M${steps.join("L")}` : "");
      dots.update(
        points.map(({ at: [left, up] }) => [toX(left), toY(up)]),
        points.map(({ kind }) => (kind ? 1 : 0)),
        points.map(({ wrong }) => wrong),
      );
    },
  };

  function place([left, up]) {
    return `${toX(left).toFixed(1)} ${toY(up).toFixed(1)}`;
  }

  // The polygon of the frame's part on one side of a line (Sutherland and Hodgman).
  function sideOf({ w, c }, sign) {
    const height = ([left, up]) => sign * (w[0] * left + w[1] * up + c);
    const kept = corners.flatMap((from, i) => {
      const to = corners[(i + 1) % corners.length],
        [a, b] = [height(from), height(to)];
      const crossing =
        a > 0 !== b > 0 ? [from.map((value, k) => value + (a / (a - b)) * (to[k] - value))] : [];
      return [...(a > 0 ? [from] : []), ...crossing];
    });
    return kept.length ? `M${kept.map(place).join("L")}Z` : "";
  }

  function across({ w, c }) {
    const ends = corners.flatMap((from, i) => {
      const to = corners[(i + 1) % corners.length];
      const [a, b] = [from, to].map(([left, up]) => w[0] * left + w[1] * up + c);
      return a > 0 !== b > 0 ? [from.map((value, k) => value + (a / (a - b)) * (to[k] - value))] : [];
    });
    return ends.length === 2 ? `M${ends.map(place).join("L")}` : "";
  }
}
