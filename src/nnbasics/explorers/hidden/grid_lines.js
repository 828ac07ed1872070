// The grid of the input plane as lines that a layer may bend: one for every whole number, the two axes heavier.
//
//   const lines = createGridLines({ x: [-6, 6], y: [-6, 6] })
//   const drawn = lines.drawOn(group, axes);   drawn.update(across, up)
//
// lines.inputs holds (x1, x2) of lines.count points; across(i) and up(i) say where point i lies now.

import { svg } from "../../web/draw/elements.js";

const STRETCHES = 48; // of a line: enough for a bend to look round

export function createGridLines({ x, y }) {
  const inputs = [];
  const lines = [];
  const add = (isAxis, at) => {
    lines.push({ isAxis, start: inputs.length / 2 });
    for (let i = 0; i <= STRETCHES; i += 1) inputs.push(...at(i / STRETCHES));
  };
  for (let x1 = Math.ceil(x[0]); x1 <= x[1]; x1 += 1)
    add(x1 === 0, (share) => [x1, y[0] + share * (y[1] - y[0])]);
  for (let x2 = Math.ceil(y[0]); x2 <= y[1]; x2 += 1)
    add(x2 === 0, (share) => [x[0] + share * (x[1] - x[0]), x2]);

  return {
    inputs: Float64Array.from(inputs),
    count: inputs.length / 2,
    drawOn(group, axes) {
      const fine = svg("path", { class: "nn-grid-line" });
      const heavy = svg("path", { class: "nn-grid-line nn-grid-axis" });
      group.append(fine, heavy);
      return {
        update(across, up) {
          const paths = { false: "", true: "" };
          for (const { isAxis, start } of lines) {
            for (let i = start; i <= start + STRETCHES; i += 1) {
              paths[isAxis] +=
                `${i === start ? "M" : "L"}${axes.toX(across(i)).toFixed(1)} ${axes.toY(up(i)).toFixed(1)}`;
            }
          }
          fine.setAttribute("d", paths.false);
          heavy.setAttribute("d", paths.true);
        },
      };
    },
  };
}
