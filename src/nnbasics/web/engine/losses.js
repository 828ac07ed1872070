// How wrong the outputs are, one number, and its derivative by the output layer's z.
//
// mse: mean over examples and outputs of (a - y)^2, no factor 1/2.  bce: mean over examples and
// outputs.  cce: mean over examples of the sum over classes.  Both entropies are computed from z,
// not from a, so they stay exact where a has rounded to 0 or 1.
// Introduced in chapter 5 (the cost) and chapter 9, "Output layer".
import { multiplyBySlope } from "./activations.js";
import { softplus } from "./special_functions.js";

export const LOSSES = ["mse", "bce", "cce"];
export const LOSS_OF_OUTPUT = { linear: "mse", sigmoid: "bce", softmax: "cce" };

export function lossFromTrace(loss, z, a, Y, n, width) {
  const count = n * width;
  let sum = 0;
  if (loss === "mse") {
    for (let i = 0; i < count; i++) sum += (a[i] - Y[i]) * (a[i] - Y[i]);
    return sum / count;
  }
  if (loss === "bce") {
    for (let i = 0; i < count; i++) sum += softplus(z[i]) - Y[i] * z[i];
    return sum / count;
  }
  for (let row = 0; row < count; row += width) {
    const logSum = logSumExp(z, row, row + width);
    for (let i = row; i < row + width; i++) sum += Y[i] * (logSum - z[i]);
  }
  return sum / n;
}

// delta = d loss / d z of the output layer.  With sigmoid + bce and softmax + cce the slopes of
// loss and activation cancel to a - y.
export function outputDelta(network, trace, Y, n, delta) {
  const width = network.sizes.at(-1),
    count = n * width;
  const z = trace.preactivations.at(-1),
    a = trace.activations.at(-1);
  const scale = network.loss === "mse" ? 2 / count : network.loss === "bce" ? 1 / count : 1 / n;
  for (let i = 0; i < count; i++) delta[i] = scale * (a[i] - Y[i]);
  if (network.loss === "mse") multiplyBySlope(network.output, z, a, delta, n, width);
}

function logSumExp(z, start, end) {
  let largest = -Infinity,
    sum = 0;
  for (let i = start; i < end; i++) if (z[i] > largest) largest = z[i];
  for (let i = start; i < end; i++) sum += Math.exp(z[i] - largest);
  return largest + Math.log(sum);
}
