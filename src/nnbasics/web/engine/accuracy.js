// The share of examples put into the right class, 0 to 1, by the rules of nnbasics.accuracy: a
// softmax decides for its largest output, a sigmoid or step for 1 above one half.
// Introduced in chapter 1, "Logistic Regression is ... an artificial neuron".
import { checkFinite, checkMade, checkNetwork, checkRows } from "./checks.js";

// For the first n traced examples and the wanted rows of Y.
export function accuracyOf(network, trace, Y, n) {
  checkNetwork(network);
  checkMade("trace", trace, "one of createTrace", trace?.activations);
  const width = network.sizes.at(-1),
    outputs = trace.activations.at(-1);
  if (!["softmax", "sigmoid", "step"].includes(network.output)) {
    throw new Error(`accuracy: wanted an output of softmax, sigmoid, step, got ${network.output}`);
  }
  checkRows("Y", Y, n, width, trace.capacity);
  checkFinite("Y", Y, n * width);
  let right = 0;
  for (let row = 0; row < n * width; row += width) {
    if (network.output === "softmax") {
      if (indexOfLargest(outputs, row, width) === indexOfLargest(Y, row, width)) right += 1;
    } else {
      for (let i = row; i < row + width; i++) {
        if (outputs[i] > 0.5 === Y[i] > 0.5) right += 1 / width;
      }
    }
  }
  return right / n;
}

export function indexOfLargest(numbers, start, count) {
  let best = 0;
  for (let i = 1; i < count; i++) if (numbers[start + i] > numbers[start + best]) best = i;
  return best;
}
