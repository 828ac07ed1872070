// How much of the plane is on show while the layer carries it.
//
//   windowFor({ network, grid, pair, carried, held })    [low, high], of both axes
//
// grid: the trace of the grid's lines.  held: half the width of a window that holds still.  Without, it follows: it
// holds the whole grid, and goes over evenly into that of the activations while the plane is squashed.

import { carriedBy, partOf } from "./carried.js";

const BOUNDED = { tanh: [-1.15, 1.15], sigmoid: [-0.1, 1.1] };
const LEAST = 0.5; // where the weights press the plane into a point

export function windowFor({ network, grid, pair, carried, held }) {
  if (held) return [-held, held];
  const { place, from, share } = partOf(carried);
  const reach = ends(grid, pair, carriedBy(network, pair, place < 2 ? carried : from));
  const most = Math.max(LEAST, -reach[0], reach[1]);
  if (place < 2) return [-most, most];
  const last = BOUNDED[network.hidden[0]] ?? stepped(ends(grid, pair, carriedBy(network, pair, 1)));
  return share === 1 ? last : last.map((end, i) => (1 - share) * [-most, most][i] + share * end);
}

function ends(grid, pair, at) {
  const found = [0, 1e-9];
  for (const axis of pair.keys()) {
    const value = at(grid, axis);
    for (let i = 0; i < grid.capacity; i += 1) {
      found[0] = Math.min(found[0], value(i));
      found[1] = Math.max(found[1], value(i));
    }
  }
  return found;
}

// Steps of 1, 2, 5, 10, … so that the axes do not tremble while a weight moves.
function stepped([least, most]) {
  const reach = Math.max(most, -least);
  const power = 10 ** Math.floor(Math.log10(reach));
  const end = power * [1, 2, 5, 10].find((step) => step * power >= reach);
  return [least < 0 ? -end : -0.08 * end, end];
}
