// The numbers of a network's drawing that can be dragged.  onScrub(place, value): the place among Network.parameters.

import { svg } from "./elements.js";
import { formatNumber } from "./numbers.js";
import { makeScrubbable } from "./scrub.js";

// All that parameterTexts has made.  numbersOf("weights") are those on show, layer by layer.
export function scrubParameters(texts, sizes, numbersOf, onScrub) {
  texts.forEach(({ weights, biases }, l) => {
    const scrub = (kind, place) => (text, i) =>
      makeScrubbable(text, {
        value: () => numbersOf(kind)[l][i],
        onScrub: (value) => onScrub(place + i, value),
      });
    const start = startOf(sizes, l);
    weights.forEach(scrub("weights", start));
    biases.forEach(scrub("biases", start + sizes[l] * sizes[l + 1]));
  });
}

const ALONG = 0.42; // of an edge, its number: clear of the middle, where edges cross
const WIDTH = 52; // of a finger's room
const HALF = 32; // of a long number, in the type of a phone: where an edge is short it stands farther along
const LINE = 20;

// The number of the edge that is picked, on that edge.
export function createPickedNumber(sizes, edges, radii, onScrub) {
  const text = svg("text", { x: 0, y: 0, "text-anchor": "middle", class: "nn-picked-number" });
  const plate = svg("rect", { class: "nn-plate" }); // a halo would show the edge between digits
  const element = svg("g", { "aria-hidden": "true" }, text);
  let value, place;
  const number = makeScrubbable(text, {
    value: () => value,
    onScrub: (to) => onScrub(place, to),
    width: WIDTH,
  });
  text.before(plate);
  return {
    element,
    update(picked, { weights }) {
      element.style.display = picked ? "" : "none";
      if (!picked) return;
      const { layer, from, to } = picked,
        i = from * sizes[layer + 1] + to;
      value = weights[layer][i];
      place = startOf(sizes, layer) + i;
      text.textContent = formatNumber(value);
      const [x, y] = numberPlace(edges[layer][i].from, edges[layer][i].to, radii[layer]);
      number.place(x, y);
      plate.setAttribute("x", x.toFixed(1));
      plate.setAttribute("y", y.toFixed(1));
      plate.style.setProperty("--nn-letters", text.textContent.length);
    },
  };
}

// Where a number stands on an edge, clear of its first neuron, and of the number that stands at `taken`: nearer to the
// other end, or else beside it, on the side of the other edges.
export function numberPlace([x1, y1], [x2, y2], radius, taken) {
  const clear = (radius + HALF) / Math.hypot(x2 - x1, y2 - y1);
  const along = Math.min(Math.max(ALONG, clear), 0.5);
  const at = (share, down) => [x1 + share * (x2 - x1), y1 + share * (y2 - y1) + 4.5 + down];
  const isFree = ([x, y]) =>
    !taken || Math.abs(x - taken[0]) > 2 * HALF || Math.abs(y - taken[1]) > 0.8 * LINE;
  return [at(along, 0), at(1 - along, 0)].find(isFree) ?? at(0.5, y2 < y1 ? -LINE : LINE);
}

function startOf(sizes, layer) {
  let start = 0;
  for (let l = 0; l < layer; l += 1) start += (sizes[l] + 1) * sizes[l + 1];
  return start;
}
