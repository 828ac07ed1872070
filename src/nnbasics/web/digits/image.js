// An image of 8 × 8 numbers: the pixels of a digit, or the weights that a neuron has for them.
//
//   const digit = createDigit({ name: "weights", onPick(cell) })
//   digit.update(values, { scale, palette, picked, description })
//
// Positive is blue, negative orange with a dash; full color is ±scale.

import { setAttributes, svg } from "../draw/elements.js";
import { cssColor, mixColors } from "../draw/encoding.js";

const SIDE = 8;
const CELL = 16;

export function createDigit({ onPick } = {}) {
  const size = SIDE * CELL;
  const drawing = svg("svg", { viewBox: `-1 -1 ${size + 2} ${size + 2}`, class: "nn-digit", role: "img" });
  const cells = Array.from({ length: SIDE * SIDE }, (_, i) => {
    const [x, y] = [CELL * (i % SIDE), CELL * Math.floor(i / SIDE)];
    const shape = svg("rect", { x, y, width: CELL, height: CELL, class: "nn-cell" });
    const dash = svg("path", { d: `M${x + 5} ${y + CELL / 2}h6`, class: "nn-minus" });
    if (onPick) shape.addEventListener("click", () => onPick(i));
    drawing.append(shape);
    return { shape, dash };
  });
  drawing.append(...cells.map(({ dash }) => dash));
  const frame = svg("rect", { width: CELL, height: CELL, class: "nn-cell-picked" });
  drawing.append(frame);
  if (onPick) drawing.classList.add("nn-pickable");

  return {
    element: drawing,
    update(values, { scale, palette, picked, description }) {
      if (description) drawing.setAttribute("aria-label", description);
      cells.forEach(({ shape, dash }, i) => {
        const share = Math.min(1, Math.abs(values[i]) / scale);
        const color = mixColors(palette.paper, values[i] < 0 ? palette.negative : palette.positive, share);
        shape.style.fill = cssColor(color);
        dash.style.display = values[i] < 0 && share > 0.04 ? "" : "none";
      });
      frame.style.display = picked === undefined ? "none" : "";
      if (picked !== undefined)
        setAttributes(frame, { x: CELL * (picked % SIDE), y: CELL * Math.floor(picked / SIDE) });
    },
  };
}
