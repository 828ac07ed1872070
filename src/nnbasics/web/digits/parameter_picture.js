// A number for each weight and bias of a network as a picture: for each neuron its weights, those from the
// pixels in their rows, and its bias.
//
//   const picture = createParameterPicture(sizes, description)
//   picture.update(values, { scale, palette, picked, key })     in the order of the network's parameters
//   picture.placeAt(event)                                      the parameter under the pointer
//
// Positive is blue and a full cell, negative orange and a bar, so that the sign is seen without color.  The
// strength is the square root of the share of `scale`: small numbers are many, and would vanish.  `key` names
// what is to be painted: the same key again costs nothing.

import { html } from "../draw/elements.js";
import { mixColors } from "../draw/encoding.js";
import { LOOK } from "../draw/look.js";

const CELL = 3,
  GAP = 3;
const BAR = 0.75; // so much is missing above and below of a negative cell
const SHRUNK = 0.68; // so that all of it fits beside the numbers of its row
const STEPS = 12; // shades of a color

// Where each parameter stands, and how large the picture is, in pixels.
export function placeCells(sizes) {
  const cells = [];
  let left = 0,
    height = 0;
  const put = (x, y) => {
    cells.push([x, y]);
    height = Math.max(height, y + CELL);
  };
  for (let l = 1; l < sizes.length; l += 1) {
    const fanIn = sizes[l - 1],
      fanOut = sizes[l];
    const side = Math.ceil(Math.sqrt(fanIn)); // an image for the pixels, a block for the neurons
    const across = Math.ceil(fanOut / 2),
      block = side * CELL + GAP;
    const blockHeight = Math.ceil(fanIn / side) * CELL + CELL + 2 * GAP; // with the bias below
    const corner = (j) => [left + (j % across) * block, Math.floor(j / across) * blockHeight];
    for (let i = 0; i < fanIn; i += 1) {
      for (let j = 0; j < fanOut; j += 1) {
        const [x, y] = corner(j);
        put(x + (i % side) * CELL, y + Math.floor(i / side) * CELL);
      }
    }
    for (let j = 0; j < fanOut; j += 1) {
      const [x, y] = corner(j);
      put(x, y + Math.ceil(fanIn / side) * CELL + 1);
    }
    left += across * block + 2 * GAP;
  }
  return { cells, width: left - 3 * GAP, height };
}

export function createParameterPicture(sizes, description) {
  const { cells, width, height } = placeCells(sizes);
  const canvas = html("canvas", { class: "nn-parameter-picture", role: "img", "aria-label": description });
  canvas.style.aspectRatio = `${width} / ${height}`;
  canvas.style.width = `${Math.round(SHRUNK * width)}px`;
  let painted = "";

  return {
    element: canvas,
    update(values, { scale, palette, picked, key }) {
      if (key === painted) return;
      painted = key;
      const density = 2 * Math.ceil(window.devicePixelRatio || 1);
      Object.assign(canvas, { width: width * density, height: height * density });
      const context = canvas.getContext("2d");
      context.setTransform(density, 0, 0, density, 0, 0);
      context.fillStyle = shade(palette.paper, palette.ink, 0.06);
      for (const [x, y] of cells) context.fillRect(x, y, CELL, CELL);
      const shades = new Map(); // cells of one shade are painted together
      cells.forEach((cell, p) => {
        const step = Math.sign(values[p]) * stepOf(values[p], scale);
        if (!step) return;
        if (!shades.has(step)) shades.set(step, []);
        shades.get(step).push(cell);
      });
      for (const [step, alike] of shades) {
        const less = step < 0 ? BAR : 0;
        context.fillStyle = shade(
          palette.paper,
          less ? palette.negative : palette.positive,
          Math.abs(step) / STEPS,
        );
        for (const [x, y] of alike) context.fillRect(x, y + less, CELL, CELL - 2 * less);
      }
      if (picked === undefined) return;
      context.strokeStyle = shade(palette.ink, palette.ink, 1);
      context.lineWidth = LOOK.strokes.hair;
      context.strokeRect(cells[picked][0] - 0.5, cells[picked][1] - 0.5, CELL + 1, CELL + 1);
    },
    placeAt(event) {
      const box = canvas.getBoundingClientRect();
      const x = ((event.clientX - box.left) / box.width) * width,
        y = ((event.clientY - box.top) / box.height) * height;
      const distance = ([left, top]) => Math.hypot(left + CELL / 2 - x, top + CELL / 2 - y);
      return cells.reduce((best, cell, p) => (distance(cell) < distance(cells[best]) ? p : best), 0);
    },
  };
}

function stepOf(value, scale) {
  return Math.min(STEPS, Math.ceil(STEPS * Math.sqrt(Math.abs(value) / scale) - 0.5));
}

function shade(from, to, share) {
  return `rgb(${mixColors(from, to, share).map(Math.round).join(" ")})`;
}
