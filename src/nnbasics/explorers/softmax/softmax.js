// What the explorer of the softmax computes, without a screen: the exponentials as the formula has them and with the
// largest logit subtracted, the outputs, the loss, and its slope by each logit.
//
//   const { scaled, terms, sum, safe, safeSum, outputs, loss, slopes, trouble } =
//     softmaxOf({ logits, shift, temperature, wanted })      wanted: the place of the true class
//
// scaled: (logit + shift) / temperature.  trouble: why the formula as written gives no outputs, or few digits; "" else.

import { activate } from "../../web/engine/activations.js";
import { lossFromTrace, outputDelta } from "../../web/engine/losses.js";

const SMALLEST = 2.2250738585072014e-308; // below it a number has fewer and fewer digits

export function softmaxOf({ logits, shift, temperature, wanted }) {
  const n = logits.length;
  const scaled = Float64Array.from(logits, (logit) => (logit + shift) / temperature);
  const largest = Math.max(...scaled);
  const terms = scaled.map(Math.exp),
    safe = scaled.map((each) => Math.exp(each - largest));
  const outputs = new Float64Array(n),
    delta = new Float64Array(n);
  const Y = Float64Array.from(logits, (_, i) => Number(i === wanted));
  activate("softmax", scaled, outputs, 1, n);
  outputDelta(
    { sizes: [n], output: "softmax", loss: "cce" },
    { preactivations: [scaled], activations: [outputs] },
    Y,
    1,
    delta,
  );
  const sum = total(terms);
  return {
    scaled,
    largest,
    terms,
    sum,
    safe,
    safeSum: total(safe),
    outputs,
    loss: lossFromTrace("cce", scaled, outputs, Y, 1, n),
    slopes: delta.map((each) => each / temperature),
    trouble: sum === Infinity ? "overflow" : sum === 0 ? "underflow" : sum < SMALLEST ? "few digits" : "",
  };
}

function total(numbers) {
  return numbers.reduce((sum, number) => sum + number, 0);
}
