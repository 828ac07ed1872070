// The ways to look at the ledger: in which order its rows stand, and what stands in its columns.

import { pickAt, indexOfParameter } from "../../web/shell/parameters.js";

// The places of the menus; Python has their words (explorer.py).
export const LOUD = 1,
  DIFFERENT = 2;
export const PICTURES = 0;

// The places of the digits from top to bottom.
export function ordered(order, each) {
  const places = each.map((_, i) => i);
  if (order === LOUD) return places.sort((a, b) => each[b].norm - each[a].norm || a - b);
  if (order === DIFFERENT) return places.sort((a, b) => turned(each[b]) - turned(each[a]) || a - b);
  return places;
}

// Who says nothing has no direction, and stands last.
function turned({ angle }) {
  return Number.isNaN(angle) ? -1 : angle;
}

// The weights and the bias of the neuron that a parameter belongs to: their places and what stands above
// them.
export function columnsOf(network, place) {
  const what = pickAt(network, place);
  const [layer, index] = what.kind === "neuron" ? [what.layer, what.index] : [what.layer + 1, what.to];
  const froms = Array.from({ length: network.sizes[layer - 1] }, (_, from) => from);
  const places = froms.map((from) =>
    indexOfParameter(network, { kind: "edge", layer: layer - 1, from, to: index }),
  );
  const from = layer === 1 ? (i) => `r${Math.floor(i / 8) + 1} c${(i % 8) + 1}` : (i) => `from ${i + 1}`;
  return {
    places: [...places, indexOfParameter(network, { kind: "neuron", layer, index })],
    titles: [...froms.map(from), "bias"],
    neuron: { layer, index },
  };
}
