// Where a digit comes from: a pad to draw on, the pixels that the network sees, and words that say which digit it is.
//
//   const input = createInput({ verdict, onChange(pixels) })      verdict: what stands below the words
//   input.drawOn(image, [left, top, side])      the network's input, where one draws as on the pad
//   input.clear()      takes the strokes away, and leaves the pixels
//   input.tell(words);  input.update(pixels, palette)

import { countInk } from "../../web/digits/bitmap.js";
import { createPad } from "../../web/digits/pad.js";
import { createPixelEditor } from "../../web/digits/pixel_editor.js";
import { html } from "../../web/draw/elements.js";

export function createInput({ verdict, onChange }) {
  const pad = createPad({
    description: "A pad: draw a digit with mouse, finger or pen. By keyboard, use the pixels beside it.",
    onDraw: (strokes, pen) => onChange([...countInk(strokes, pen)]),
  });
  const editor = createPixelEditor({ name: "What the network sees: 8 by 8 pixels", onChange });
  const clear = html("button", { type: "button", class: "nn-button" }, "Clear");
  clear.addEventListener("click", () => {
    pad.clear();
    onChange(Array(64).fill(0));
  });
  const source = html("p", { class: "nn-caption" });
  return {
    element: html(
      "div",
      { class: "nn-digit-input" },
      labelled("Draw a digit", pad.element),
      labelled("The network sees", editor.element),
      html("div", { class: "nn-digit-source" }, source, verdict, clear),
    ),
    drawOn: pad.drawOn,
    clear: pad.clear,
    tell: (words) => (source.textContent = words),
    update(pixels, palette) {
      pad.setInk(palette.ink);
      editor.update(pixels, palette);
    },
  };
}

function labelled(text, element) {
  return html("figure", { class: "nn-labelled" }, html("figcaption", {}, text), element);
}
