// A pad to draw a digit on, by mouse, touch or pen.  Drawing on it never scrolls the page.
//
//   const pad = createPad({ description, onDraw(strokes, pen) })      once a frame at most
//   pad.drawOn(image, [left, top, side])      another place to draw the same, a part of an SVG drawing and where it is
//       there; strokes are seen on it as thin lines, and a tap is left to what it hits
//   pad.clear()      takes the strokes away, without a word to onDraw
//   pad.setInk(palette.ink)      also after the page has turned dark or light

import { html, svg } from "../draw/elements.js";
import { cssColor } from "../draw/encoding.js";
import { followStrokes } from "../draw/strokes.js";

const SIZE = 160; // the unit of the strokes: the pad is 160 × 160
const PEN = 12;
const TAP = 5; // pixels that a tap on an image may move
const CLOSE = 0.5; // a point as near as this to the last one says nothing new

export function createPad({ description, onDraw }) {
  const canvas = html("canvas", { class: "nn-pad", role: "img", "aria-label": description });
  const context = canvas.getContext("2d");
  const strokes = new Map(); // by number, in the order in which they began
  const numbers = new Map(); // of the stroke that a pointer draws
  const lines = []; // the strokes as they are seen on images
  const surfaces = [];
  let color = "",
    next = 0,
    pending = 0;

  const tell = () => {
    pending ||= requestAnimationFrame(() => {
      pending = 0;
      trace();
      onDraw([...strokes.values()], PEN);
    });
  };
  function follow(element, options) {
    const place = (event) => {
      const box = element.getBoundingClientRect();
      return [
        ((event.clientX - box.left) / box.width) * SIZE,
        ((event.clientY - box.top) / box.height) * SIZE,
      ];
    };
    const hands = {
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
    };
    surfaces.push(followStrokes(element, hands, options));
  }
  follow(canvas);

  // As thin lines on the images, once a frame; h0 makes a dot of a stroke of one point.
  function trace() {
    const path = [...strokes.values()].map((stroke) => `M${stroke.map(written).join("L")}h0`).join("");
    for (const line of lines) line.setAttribute("d", path);
  }

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
    drawOn(image, [left, top, side]) {
      const transform = `translate(${left} ${top}) scale(${side / SIZE})`;
      const line = svg("path", { class: "nn-stroke-seen", transform });
      image.classList.add("nn-drawn-on");
      // A browser does not heed touch-action on every part of a drawing.
      image.addEventListener("touchmove", (event) => event.preventDefault(), { passive: false });
      image.after(line);
      lines.push(line);
      follow(image, { after: TAP });
    },
    clear() {
      cancelAnimationFrame(pending);
      pending = 0;
      for (const surface of surfaces) surface.forget();
      strokes.clear();
      trace();
      repaint();
    },
  };
}

function written([x, y]) {
  return `${x.toFixed(1)} ${y.toFixed(1)}`;
}
