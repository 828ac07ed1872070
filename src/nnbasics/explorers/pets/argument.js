// What each pixel had to say: its value times the slope of z there, as in nnbasics.contributions.

import { multiplyBySlope } from "../../web/engine/activations.js";

// Of the first traced example of a network with one output:
//   { each, rest, z, forOne, forZero }    z = sum of each + rest; forOne and forZero: what its two signs add up to
export function argumentOf(network, trace) {
  const { sizes, weights, functions } = network;
  let slope = Float64Array.of(1);
  for (let l = weights.length - 1; l >= 0; l -= 1) {
    const before = new Float64Array(sizes[l]),
      fanOut = sizes[l + 1];
    for (let i = 0; i < before.length; i += 1) {
      for (let j = 0; j < fanOut; j += 1) before[i] += weights[l][i * fanOut + j] * slope[j];
    }
    if (l)
      multiplyBySlope(
        functions[l - 1],
        trace.preactivations[l - 1],
        trace.activations[l],
        before,
        1,
        sizes[l],
      );
    slope = before;
  }
  const input = trace.activations[0],
    z = trace.preactivations.at(-1)[0];
  const each = slope.map((value, i) => value * input[i]);
  let forOne = 0,
    forZero = 0;
  for (const value of each) {
    if (value > 0) forOne += value;
    else forZero += value;
  }
  return { each, rest: z - forOne - forZero, z, forOne, forZero };
}
