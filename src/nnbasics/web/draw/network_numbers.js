// The numbers of a network's drawing that can be dragged.  onScrub(place, value): the place among Network.parameters.

import { svg } from "./elements.js";
import { LOOK } from "./look.js";
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

const ALONG = 0.36; // of an edge, its number: clear of the middle, where edges cross
const WIDTH = 52; // of a finger's room
const HALF = 36; // of a long number, in the type of a phone: where an edge is short it stands farther along

// The number of the edge that is picked, on that edge.
export function createPickedNumber(sizes, edges, onScrub) {
  const text = svg("text", { x: 0, y: 0, "text-anchor": "middle", class: "nn-picked-number nn-halo" });
  const element = svg("g", { "aria-hidden": "true" }, text);
  let value, place;
  const number = makeScrubbable(text, {
    value: () => value,
    onScrub: (to) => onScrub(place, to),
    width: WIDTH,
  });
  return {
    element,
    update(picked, { weights }) {
      element.style.display = picked ? "" : "none";
      if (!picked) return;
      const { layer, from, to } = picked,
        i = from * sizes[layer + 1] + to;
      const [[x1, y1], [x2, y2]] = [edges[layer][i].from, edges[layer][i].to];
      value = weights[layer][i];
      place = startOf(sizes, layer) + i;
      text.textContent = formatNumber(value);
      const clear = (LOOK.radii.neuron + HALF) / Math.hypot(x2 - x1, y2 - y1);
      const along = Math.min(Math.max(ALONG, clear), 0.5);
      number.place(x1 + along * (x2 - x1), y1 + along * (y2 - y1) + 4.5);
    },
  };
}

function startOf(sizes, layer) {
  let start = 0;
  for (let l = 0; l < layer; l += 1) start += (sizes[l] + 1) * sizes[l + 1];
  return start;
}
