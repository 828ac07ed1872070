// A pad to draw a digit on, by mouse, touch or pen.  Drawing on it never scrolls the page.
//
//   const pad = createPad({ description, onDraw(strokes, pen) })
//   pad.clear()      takes the strokes away, without a word to onDraw
//   pad.setInk(palette.ink)      also after the page has turned dark or light

import { html } from "../draw/elements.js";
import { cssColor } from "../draw/encoding.js";

const SIZE = 160; // the unit of the strokes: the pad is 160 × 160
const PEN = 12;

export function createPad({ description, onDraw }) {
  const canvas = html("canvas", { class: "nn-pad", role: "img", "aria-label": description });
  const context = canvas.getContext("2d");
  let strokes = [],
    color = "";

  const place = (event) => {
    const box = canvas.getBoundingClientRect();
    return [((event.clientX - box.left) / box.width) * SIZE, ((event.clientY - box.top) / box.height) * SIZE];
  };
  const drawn = () => {
    repaint();
    onDraw(strokes, PEN);
  };
  canvas.addEventListener("pointerdown", (event) => {
    if (event.button !== 0) return;
    canvas.setPointerCapture(event.pointerId); // a stroke goes on outside the pad
    strokes.push([place(event)]);
    drawn();
  });
  canvas.addEventListener("pointermove", (event) => {
    if (!canvas.hasPointerCapture(event.pointerId)) return;
    const between = event.getCoalescedEvents?.() ?? [];
    strokes.at(-1).push(...(between.length ? between : [event]).map(place));
    drawn();
  });

  function repaint() {
    const side = Math.round(SIZE * (window.devicePixelRatio || 1));
    Object.assign(canvas, { width: side, height: side });
    context.setTransform(side / SIZE, 0, 0, side / SIZE, 0, 0);
    Object.assign(context, { lineWidth: PEN, lineCap: "round", lineJoin: "round" });
    context.strokeStyle = color;
    for (const stroke of strokes) {
      context.beginPath();
      context.moveTo(...stroke[0]);
      for (const point of stroke) context.lineTo(...point);
      context.stroke();
    }
  }

  return {
    element: canvas,
    setInk(ink) {
      const now = cssColor(ink);
      if (now === color) return;
      color = now;
      repaint();
    },
    clear() {
      strokes = [];
      repaint();
    },
  };
}
