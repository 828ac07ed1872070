// A digit as small as its row: 8 × 8 pixels of ink.

import { html } from "../draw/elements.js";
import { paintPixel } from "../draw/encoding.js";

const FULL = 16;

export function createThumbnail() {
  const canvas = html("canvas", { width: 8, height: 8, class: "nn-thumbnail", "aria-hidden": "true" });
  const context = canvas.getContext("2d");
  const image = context.createImageData(8, 8);
  let painted = "";
  return {
    element: canvas,
    update(ink, palette) {
      const key = `${ink} ${palette.ink}`;
      if (key === painted) return;
      painted = key;
      ink.forEach((value, i) => paintPixel(image, i, palette.paper, palette.ink, value / FULL));
      context.putImageData(image, 0, 0);
    },
  };
}
