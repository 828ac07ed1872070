// A number on a drawing, dragged sideways: to the right it grows, to the left it falls, and near 0 it is 0, as on a slider.
//
//   makeScrubbable(text, { value: () => 1.5, onScrub(value), width: 84 })      text: an SVG text, width: what it takes at most
//
// Up and down a finger scrolls the page.  The idea is Bret Victor's: numbers in a text that one drags.

import { svg } from "./elements.js";
import { followDrag } from "./pointing.js";

const STEP = 0.1; // as the sliders of weights have
const PIXELS = 2; // of the screen, to one step
const SNAP = 5; // pixels around zero within which a drag means zero
const HEIGHT = 30; // of a finger's room, on a drawing that a phone shows smaller

export function makeScrubbable(text, { value, onScrub, width = 84 }) {
  const room = svg("rect", { class: "nn-scrubbable-room", width, height: HEIGHT });
  const group = svg("g", { class: "nn-scrubbable" });
  text.replaceWith(group);
  group.append(room, text);
  const [x, y] = ["x", "y"].map((name) => Number(text.getAttribute(name)));
  place(x, y);
  let from;
  followDrag(group, {
    begin: ({ clientX }) => void (from = { clientX, value: value() }),
    move({ clientX }) {
      const steps = (clientX - from.clientX) / PIXELS;
      if (steps) onScrub(near(from.value / STEP + steps));
      else onScrub(from.value);
    },
  });
  return { group, place };

  function place(x, y) {
    const left = text.getAttribute("text-anchor") === "start" ? x - 4 : x - width / 2;
    for (const [part, at] of [
      [text, [x, y]],
      [room, [left, y - 4 - HEIGHT / 2]],
    ])
      ["x", "y"].forEach((name, i) => part.setAttribute(name, at[i].toFixed(1)));
  }
}

function near(steps) {
  return Math.abs(steps) < SNAP / PIXELS ? 0 : Number((Math.round(steps) * STEP).toFixed(1));
}
