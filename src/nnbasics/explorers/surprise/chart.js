// Two losses over one variable, each with its moving point and its tangent: cross-entropy solid, squared error dashed.
//
//   const chart = createChart({ x, y, xName, description, onPick })
//   chart.update({ entropy, square, at, points: [{ value, slope }, …], names: [{ text, at: [x, y], end }, …] })
//
// entropy and square hold the loss at each of chart.inputs; a tangent is as long as it can be in the drawing.

import { createCurve } from "../../web/draw/curve.js";
import { setAttributes, svg } from "../../web/draw/elements.js";
import { LOOK } from "../../web/draw/look.js";

const HALF = 62; // pixels of a tangent to either side
const STEEPEST = 60; // a value that is out of every drawing, where a loss is infinite

export function createChart({ x, y, xName, description, onPick }) {
  const curve = createCurve({ x, y, xName, yName: "loss", description, onPick });
  const { toX, toY } = curve.axes;
  const squares = svg("path", { class: "nn-square-loss" });
  const tangents = ["nn-loss-tangent", "nn-loss-tangent nn-of-square"].map((kind) =>
    svg("path", { class: kind }),
  );
  const second = svg("circle", { r: LOOK.radii.dot, class: "nn-dot nn-of-square" });
  const names = [0, 1].map(() => svg("text", { class: "nn-halo nn-loss-name" }));
  curve.ground.append(squares, ...tangents, second, ...names);
  return {
    element: curve.element,
    inputs: curve.inputs,
    update({ entropy, square, at, points, names: told }) {
      curve.update({ values: entropy.map((loss) => Math.min(STEEPEST, loss)), point: [at, points[0].value] });
      squares.setAttribute("d", curve.pathOf(square));
      setAttributes(second, { cx: toX(at).toFixed(1), cy: toY(points[1].value).toFixed(1) });
      points.forEach(({ value, slope }, i) => tangents[i].setAttribute("d", tangent(at, value, slope)));
      told.forEach(({ text, at: [left, top], end }, i) => {
        setAttributes(names[i], {
          x: toX(left).toFixed(1),
          y: toY(top).toFixed(1),
          "text-anchor": end ? "end" : "start",
        });
        names[i].textContent = text;
      });
    },
  };

  // In pixels, so that a steep one is no longer than a flat one.
  function tangent(at, value, slope) {
    if (value > y[1]) return "";
    const [dx, dy] = [toX(1) - toX(0), slope * (toY(1) - toY(0))],
      length = Math.hypot(dx, dy);
    const [ux, uy] = [(HALF * dx) / length, (HALF * dy) / length];
    const { left, right, top, bottom } = curve.axes.area;
    const ends = [-1, 1].map((side) => {
      const reach = Math.min(
        1,
        ...[
          [ux, toX(at), left, right],
          [uy, toY(value), top, bottom],
        ].map(([step, from, low, high]) => {
          const move = side * step;
          return Math.abs(move) < 1e-9 ? 1 : Math.max(0, ((move > 0 ? high : low) - from) / move);
        }),
      );
      return `${(toX(at) + side * reach * ux).toFixed(1)} ${(toY(value) + side * reach * uy).toFixed(1)}`;
    });
    return `M${ends[0]}L${ends[1]}`;
  }
}
