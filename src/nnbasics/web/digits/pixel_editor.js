// The 8 × 8 pixels that the network sees, each to be switched by hand: the way to draw without a pointer.
//
//   const editor = createPixelEditor({ name, onChange(pixels) })
//   editor.update(pixels, palette)      64 counts of ink, 0 to 16
//
// One stop of the tab key; arrow keys go from cell to cell, Enter or Space puts ink there or takes it away.

import { html } from "../draw/elements.js";
import { cssColor, mixColors } from "../draw/encoding.js";

const SIDE = 8;
const FULL = 16;

export function createPixelEditor({ name, onChange }) {
  let pixels = [];
  const cells = Array.from({ length: SIDE * SIDE }, (_, i) => {
    const cell = html("div", { role: "gridcell", tabindex: i ? -1 : 0, class: "nn-pixel" });
    cell.addEventListener("click", () => toggle(i));
    return cell;
  });
  const rows = Array.from({ length: SIDE }, (_, row) =>
    html("div", { role: "row" }, ...cells.slice(SIDE * row, SIDE * (row + 1))),
  );
  const grid = html("div", { role: "grid", "aria-label": name, class: "nn-pixels" }, ...rows);
  grid.addEventListener("keydown", (event) => {
    const at = cells.indexOf(event.target);
    const [row, column] = [Math.floor(at / SIDE), at % SIDE];
    const to = {
      ArrowRight: column < SIDE - 1 && at + 1,
      ArrowLeft: column > 0 && at - 1,
      ArrowDown: row < SIDE - 1 && at + SIDE,
      ArrowUp: row > 0 && at - SIDE,
      Home: SIDE * row,
      End: SIDE * row + SIDE - 1,
    }[event.key];
    if (event.key === "Enter" || event.key === " ") toggle(at);
    else if (to === undefined) return;
    else if (to !== false) focus(to);
    event.preventDefault();
  });

  function focus(to) {
    for (const cell of cells) cell.setAttribute("tabindex", "-1");
    cells[to].setAttribute("tabindex", "0");
    cells[to].focus();
  }
  function toggle(i) {
    pixels = pixels.map((ink, j) => (j === i ? (ink > FULL / 2 ? 0 : FULL) : ink)); // the next one may come before the repaint
    onChange(pixels);
  }

  return {
    element: grid,
    update(now, palette) {
      pixels = [...now];
      cells.forEach((cell, i) => {
        const color = mixColors(palette.paper, palette.positive, pixels[i] / FULL);
        cell.style.backgroundColor = cssColor(color);
        cell.setAttribute(
          "aria-label",
          `row ${Math.floor(i / SIDE) + 1}, column ${(i % SIDE) + 1}: ink ${pixels[i]} of ${FULL}`,
        );
      });
    },
  };
}
