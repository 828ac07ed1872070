// A pad to draw a digit on, by mouse, touch or pen.  Drawing on it never scrolls the page.
//
//   const pad = createPad({ description, onDraw(strokes, pen) })      once a frame at most
//   pad.clear()      takes the strokes away, without a word to onDraw
//   pad.setInk(palette.ink)      also after the page has turned dark or light

import { html } from "../draw/elements.js";
import { cssColor } from "../draw/encoding.js";
import { followStrokes } from "../draw/strokes.js";

const SIZE = 160; // the unit of the strokes: the pad is 160 × 160
const PEN = 12;
const CLOSE = 0.5; // a point as near as this to the last one says nothing new

export function createPad({ description, onDraw }) {
  const canvas = html("canvas", { class: "nn-pad", role: "img", "aria-label": description });
  const context = canvas.getContext("2d");
  const strokes = new Map(); // by number, in the order in which they began
  const numbers = new Map(); // of the stroke that a pointer draws
  let color = "",
    next = 0,
    pending = 0;

  const place = (event) => {
    const box = canvas.getBoundingClientRect();
    return [((event.clientX - box.left) / box.width) * SIZE, ((event.clientY - box.top) / box.height) * SIZE];
  };
  const tell = () => {
    pending ||= requestAnimationFrame(() => {
      pending = 0;
      onDraw([...strokes.values()], PEN);
    });
  };
  const pointers = followStrokes(canvas, {
    begin(id, event) {
      numbers.set(id, next);
      strokes.set(next, [place(event)]);
      ink(strokes.get(next), 0);
      next += 1;
      tell();
    },
    move(id, events) {
      const stroke = strokes.get(numbers.get(id)),
        from = stroke.length;
      for (const [x, y] of events.map(place)) {
        const [lastX, lastY] = stroke.at(-1);
        if (Math.hypot(x - lastX, y - lastY) >= CLOSE) stroke.push([x, y]);
      }
      if (stroke.length === from) return;
      ink(stroke, from);
      tell();
    },
    drop(id) {
      strokes.delete(numbers.get(id));
      repaint();
      tell();
    },
  });

  // Draws a stroke from one of its points on.
  function ink(stroke, from) {
    context.beginPath();
    context.moveTo(...stroke[Math.max(0, from - 1)]);
    for (let i = from; i < stroke.length; i += 1) context.lineTo(...stroke[i]);
    context.stroke();
  }

  function repaint() {
    const side = Math.round(SIZE * (window.devicePixelRatio || 1));
    Object.assign(canvas, { width: side, height: side });
    context.setTransform(side / SIZE, 0, 0, side / SIZE, 0, 0);
    Object.assign(context, { lineWidth: PEN, lineCap: "round", lineJoin: "round", strokeStyle: color });
    for (const stroke of strokes.values()) ink(stroke, 0);
  }

  return {
    element: canvas,
    setInk(paint) {
      const now = cssColor(paint);
      if (now === color) return;
      color = now;
      repaint();
    },
    clear() {
      cancelAnimationFrame(pending);
      pending = 0;
      pointers.forget();
      strokes.clear();
      repaint();
    },
  };
}
