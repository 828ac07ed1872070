// A canvas of 28 × 28 cells: a picture in grays, or numbers with a sign in blue and orange.
//
//   const picture = createPixels({ class, role, … });      picture.update(pixels, palette, [column, row])
//   const argument = createSigned({ class, role, … });     argument.update(values, palette, scale)
//
// The grays are the theme's darkest and lightest color, so that an animal is light in both themes.

import { html } from "../../web/draw/elements.js";
import { mixColors } from "../../web/draw/encoding.js";
import { PIXELS, PICTURE_SIDE } from "./pictures.js";

const CELL = 10; // pixels of the canvas for one of the picture
const FAINT = 0.06; // share of the scale below which a cell gets no dash

export function createPixels(attributes) {
  const { element, fill, context } = createCells(attributes);
  return {
    element,
    update(pixels, palette, cursor) {
      const [black, white] = graysOf(palette);
      fill((i) => mixColors(black, white, pixels[i]));
      if (!cursor) return;
      context.strokeStyle = `rgb(${palette.accent.join(" ")})`;
      context.lineWidth = CELL / 4;
      context.strokeRect(cursor[0] * CELL, cursor[1] * CELL, CELL, CELL);
    },
  };
}

export function createSigned(attributes) {
  const { element, fill, context } = createCells(attributes);
  return {
    element,
    update(values, palette, scale) {
      const share = (i) => Math.min(1, Math.abs(values[i]) / scale);
      fill((i) => mixColors(palette.paper, values[i] < 0 ? palette.negative : palette.positive, share(i)));
      context.fillStyle = `rgb(${palette.ink.join(" ")})`;
      for (let i = 0; i < PIXELS; i += 1) {
        if (values[i] < 0 && share(i) > FAINT)
          context.fillRect(
            (i % PICTURE_SIDE) * CELL + 2,
            Math.floor(i / PICTURE_SIDE) * CELL + CELL / 2,
            CELL - 4,
            1,
          );
      }
    },
  };
}

// One dot a pixel, for the small pictures of a gallery.
export function paintSmall(canvas, pixels, palette) {
  const context = canvas.getContext("2d"),
    image = context.createImageData(PICTURE_SIDE, PICTURE_SIDE);
  const [black, white] = graysOf(palette);
  for (let i = 0; i < PIXELS; i += 1) image.data.set([...mixColors(black, white, pixels[i]), 255], 4 * i);
  context.putImageData(image, 0, 0);
}

function createCells(attributes) {
  const element = html("canvas", { width: PICTURE_SIDE * CELL, height: PICTURE_SIDE * CELL, ...attributes });
  const context = element.getContext("2d");
  const fill = (colorOf) => {
    for (let i = 0; i < PIXELS; i += 1) {
      context.fillStyle = `rgb(${colorOf(i).map(Math.round).join(" ")})`;
      context.fillRect((i % PICTURE_SIDE) * CELL, Math.floor(i / PICTURE_SIDE) * CELL, CELL, CELL);
    }
  };
  return { element, context, fill };
}

function graysOf({ paper, ink }) {
  return paper[0] < ink[0] ? [paper, ink] : [ink, paper];
}
