// What one neuron answers at every point of the input plane, as a small map: blue positive, orange negative,
// with minus signs, for the two colors are equally dark.
//
//   const map = createUnitMap("h₁");   map.update({ values, stride, offset, scale, palette })
//
// `values` are activations on the grid of grid.js, `stride` to a point, this neuron's at `offset`.

import { html } from "../../web/draw/elements.js";
import { paintPixel } from "../../web/draw/encoding.js";
import { GRID } from "../../web/draw/grid.js";

const SIDE = GRID / 2;
const APART = 6; // pixels from one minus sign to the next, which is 3 long

export function createUnitMap(name) {
  const canvas = html("canvas", {
    width: SIDE,
    height: SIDE,
    role: "img",
    "aria-label": `Map of ${name} over the input plane`,
  });
  const note = html("span", { class: "nn-small-plane-note" });
  const element = html("div", { class: "nn-small-plane" }, canvas, html("span", {}, name, note));
  const context = canvas.getContext("2d");
  const image = context.createImageData(SIDE, SIDE);
  return {
    element,
    update({ values, stride, offset, scale, palette, text }) {
      for (let row = 0; row < SIDE; row += 1) {
        for (let column = 0; column < SIDE; column += 1) {
          const share = values[stride * 2 * (row * GRID + column) + offset] / scale;
          const end = share > 0 ? palette.positive : palette.negative;
          const at = (SIDE - 1 - row) * SIDE + column;
          paintPixel(image, at, palette.paper, end, Math.min(1, Math.abs(share)));
          const dash = row % APART === APART / 2 && Math.abs((column % APART) - APART / 2) <= 1;
          if (dash && share < -0.05) paintPixel(image, at, palette.paper, palette.ink, 0.8);
        }
      }
      context.putImageData(image, 0, 0);
      note.textContent = text;
    },
  };
}
