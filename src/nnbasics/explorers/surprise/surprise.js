// One sigmoid output under two losses, without a screen: each loss, its slope by the output p, and its slope by z.
//
//   const { p, squash, entropy: { loss, byP, byZ }, square } = surpriseOf({ z, wanted })      wanted: 0 or 1
//
// squash: the slope of the sigmoid, p(1 − p), by which a slope by p becomes one by z.

import { activate } from "../../web/engine/activations.js";
import { lossFromTrace, outputDelta } from "../../web/engine/losses.js";

export function surpriseOf({ z, wanted }) {
  const Z = Float64Array.of(z),
    P = new Float64Array(1),
    Y = Float64Array.of(wanted),
    delta = new Float64Array(1);
  activate("sigmoid", Z, P, 1, 1);
  const [p] = P,
    squash = p * (1 - p);
  const under = (loss, byP) => {
    outputDelta(
      { sizes: [1], output: "sigmoid", loss },
      { preactivations: [Z], activations: [P] },
      Y,
      1,
      delta,
    );
    return { loss: lossFromTrace(loss, Z, P, Y, 1, 1), byP, byZ: delta[0] };
  };
  return { p, squash, entropy: under("bce", (p - wanted) / squash), square: under("mse", 2 * (p - wanted)) };
}

// Both losses for every p of a list.
export function lossesOver(inputs, wanted) {
  const given = (p) => (wanted ? p : 1 - p); // the probability of what is true
  return {
    entropy: Float64Array.from(inputs, (p) => -Math.log(given(p))),
    square: Float64Array.from(inputs, (p) => (1 - given(p)) ** 2),
  };
}
