// A few signed numbers as columns above and below a line: weights, activations, products of one neuron.
//
//   const columns = createColumns({ count: 16, onPick(i) })
//   columns.update(values, { scale, picked, description })
//
// Blue stands above the line, orange hangs below it; ±scale is the full height.

import { setAttributes, svg } from "../../web/draw/elements.js";

const SIZE = 128;

export function createColumns({ count, onPick }) {
  const drawing = svg("svg", { viewBox: `-1 -1 ${SIZE + 2} ${SIZE + 2}`, class: "nn-columns", role: "img" });
  const width = SIZE / count;
  const columns = Array.from({ length: count }, (_, i) => {
    const column = svg("rect", { x: width * i + 1, width: width - 2, class: "nn-column" });
    const room = svg("rect", { x: width * i, width, y: 0, height: SIZE, class: "nn-column-room" });
    if (onPick) room.addEventListener("click", () => onPick(i));
    drawing.append(room, column);
    return { column, room };
  });
  drawing.append(svg("path", { d: `M0 ${SIZE / 2}H${SIZE}`, class: "nn-axis" }));
  if (onPick) drawing.classList.add("nn-pickable");

  return {
    element: drawing,
    update(values, { scale, picked, description }) {
      if (description) drawing.setAttribute("aria-label", description);
      columns.forEach(({ column, room }, i) => {
        const height = (Math.min(1, Math.abs(values[i]) / scale) * SIZE) / 2;
        setAttributes(column, {
          height: height.toFixed(2),
          y: (values[i] < 0 ? SIZE / 2 : SIZE / 2 - height).toFixed(2),
        });
        column.classList.toggle("nn-negative", values[i] < 0);
        room.classList.toggle("nn-picked", i === picked);
      });
    },
  };
}
