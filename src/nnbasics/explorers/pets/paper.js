// The picture that the network sees, to be painted on: by mouse, touch or pen, or with the arrow keys and Enter.
//
//   const paper = createPaper({ onPaint(pixels) })      784 numbers, each 0, 1/3, 2/3 or 1
//   paper.update(pixels, palette, description)
//
// Painting on it never scrolls the page.  Its tools: white or black paint, to fill what a line encloses, to clear.

import { html } from "../../web/draw/elements.js";
import { followStrokes } from "../../web/draw/strokes.js";
import { fillInside, paintLine } from "./brush.js";
import { PIXELS, PICTURE_SIDE } from "./pictures.js";
import { createPixels } from "./pixels.js";

export function createPaper({ onPaint }) {
  const drawing = createPixels({ class: "nn-paper", role: "application", tabindex: 0 });
  const canvas = drawing.element;
  const place = html("span", { class: "nn-spoken", role: "status" });
  const color = html(
    "select",
    { class: "nn-select", "aria-label": "Paint" },
    new Option("paint white", 1),
    new Option("paint black", 0),
  );
  const fill = html("button", { type: "button", class: "nn-button" }, "Fill");
  const clear = html("button", { type: "button", class: "nn-button" }, "Clear");
  let pixels = new Float64Array(PIXELS),
    palette,
    cursor;
  const strokes = new Map(); // by pointer: the picture before the stroke, and where it has come to

  const paint = (next) => {
    pixels = next; // the next stroke may come before the repaint
    onPaint(pixels);
  };
  const pointAt = (event) => {
    const box = canvas.getBoundingClientRect();
    return [
      ((event.clientX - box.left) / box.width) * PICTURE_SIDE,
      ((event.clientY - box.top) / box.height) * PICTURE_SIDE,
    ];
  };
  followStrokes(canvas, {
    begin(id, event) {
      cursor = undefined;
      strokes.set(id, { before: pixels, last: pointAt(event) });
      stroke(id, [event]);
    },
    move: stroke,
    drop(id) {
      paint(strokes.get(id).before);
    },
  });
  function stroke(id, events) {
    const mine = strokes.get(id);
    let next = pixels;
    for (const to of events.map(pointAt)) {
      next = paintLine(next, mine.last, to, Number(color.value));
      mine.last = to;
    }
    paint(next);
  }
  canvas.addEventListener("keydown", (event) => {
    const move = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] }[event.key];
    const [column, row] = cursor ?? [PICTURE_SIDE / 2, PICTURE_SIDE / 2];
    if (move) {
      const [dx, dy] = cursor ? move : [0, 0];
      cursor = [(column + dx + PICTURE_SIDE) % PICTURE_SIDE, (row + dy + PICTURE_SIDE) % PICTURE_SIDE];
    } else if (event.key === "Enter" || event.key === " ") {
      cursor = [column, row];
      const i = row * PICTURE_SIDE + column,
        next = pixels.slice();
      next[i] = next[i] > 0.5 ? 0 : 1;
      paint(next);
    } else return;
    event.preventDefault();
    const gray = pixels[cursor[1] * PICTURE_SIDE + cursor[0]];
    place.textContent = `row ${cursor[1] + 1}, column ${cursor[0] + 1}: ${gray === 0 ? "black" : gray === 1 ? "white" : "gray"}`;
    drawing.update(pixels, palette, cursor);
  });
  canvas.addEventListener("blur", () => {
    cursor = undefined;
    if (palette) drawing.update(pixels, palette);
  });
  fill.addEventListener("click", () => paint(fillInside(pixels)));
  clear.addEventListener("click", () => paint(new Float64Array(PIXELS)));
  fill.title = "Makes white what a white line encloses";

  return {
    element: canvas,
    tools: html("div", { class: "nn-paper-tools" }, color, fill, clear, place),
    update(now, colors, description) {
      pixels = now.map((pixel) => Math.round(3 * pixel) / 3); // what is painted on has the four grays of the data set
      palette = colors;
      canvas.setAttribute(
        "aria-label",
        `${description} Paint on it, or go over it with the arrow keys: Enter makes a pixel white or black.`,
      );
      drawing.update(now, palette, cursor);
    },
  };
}
