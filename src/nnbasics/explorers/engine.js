// The network in the browser: the same numbers as nnbasics.Network, on flat typed arrays.
//
//     z = a_before W + b,   a = f(z)          one example per row, as in NumPy
//
// All parameters live in one Float64Array; weights[l] (fan_in x fan_out, row by row) and biases[l]
// are views into it, so an optimizer walks one array and a slider writes one number.  Buffers are
// made once (createTrace, createGradients) and nothing below them allocates.
// Introduced in chapter 4, "Predict & Forward propagation", and chapter 6.
import { ACTIVATIONS, activate, multiplyBySlope } from "./engine/activations.js";
import { LOSSES, LOSS_OF_OUTPUT, lossFromTrace, outputDelta } from "./engine/losses.js";
import { multiply } from "./engine/product.js";

export function createNetwork(sizes, { hidden = "tanh", output = "sigmoid", loss } = {}) {
  if (!Array.isArray(sizes) || sizes.length < 2 || !sizes.every((s) => Number.isInteger(s) && s > 0)) {
    throw new Error(`sizes: wanted at least two whole numbers above 0, got ${JSON.stringify(sizes)}`);
  }
  const depth = sizes.length - 1;
  const hiddens = Array.isArray(hidden) ? hidden : Array(depth - 1).fill(hidden);
  if (hiddens.length !== depth - 1) {
    throw new Error(`hidden: wanted ${depth - 1} names, one a hidden layer, got ${hiddens.length}`);
  }
  const activations = [...hiddens, output];
  activations.forEach((name, l) => {
    if (!ACTIVATIONS.includes(name) || (name === "softmax" && l < depth - 1)) {
      const place = l < depth - 1 ? "hidden" : "output";
      throw new Error(`${place}: no such activation there: ${name}; known: ${ACTIVATIONS.join(", ")}`);
    }
  });
  loss ??= LOSS_OF_OUTPUT[output] ?? "mse";
  if (!LOSSES.includes(loss)) throw new Error(`loss: unknown name ${loss}; known: ${LOSSES.join(", ")}`);
  if (loss !== "mse" && loss !== LOSS_OF_OUTPUT[output]) {
    throw new Error(`loss: ${loss} does not go with the output ${output}`);
  }
  const network = { sizes: [...sizes], activations, output, loss, ...createParameters(sizes) };
  network.numParameters = network.parameters.length;
  return network;
}

// One flat array, and the views of each layer into it: weights first, then biases.
function createParameters(sizes) {
  let total = 0;
  for (let l = 1; l < sizes.length; l++) total += (sizes[l - 1] + 1) * sizes[l];
  const parameters = new Float64Array(total), weights = [], biases = [];
  let start = 0;
  for (let l = 1; l < sizes.length; l++) {
    const count = sizes[l - 1] * sizes[l];
    weights.push(parameters.subarray(start, start + count));
    biases.push(parameters.subarray(start + count, start + count + sizes[l]));
    start += count + sizes[l];
  }
  return { parameters, weights, biases };
}

// Room for every step of a forward pass of up to `capacity` examples.  activations[0] is the input;
// preactivations[l] and activations[l + 1] belong to layer l.
export function createTrace(network, capacity) {
  const room = (width) => new Float64Array(capacity * width);
  return {
    capacity,
    preactivations: network.sizes.slice(1).map(room),
    activations: network.sizes.map(room),
  };
}

// Runs the first n rows of X through the network; returns the output, trace.activations.at(-1).
// X may be trace.activations[0] itself, already filled.
export function forward(network, X, n, trace) {
  const { sizes, activations, weights, biases } = network;
  checkRows("X", X, n, sizes[0], trace.capacity);
  const input = trace.activations[0];
  if (X !== input) for (let i = 0; i < n * sizes[0]; i++) input[i] = X[i];
  for (let l = 0; l < weights.length; l++) {
    const z = trace.preactivations[l], a = trace.activations[l + 1];
    const before = trace.activations[l], fanIn = sizes[l], fanOut = sizes[l + 1];
    multiply(z, n, fanOut, before, fanIn, 1, weights[l], 1, fanOut, fanIn, biases[l]);
    activate(activations[l], z, a, n, fanOut);
  }
  return trace.activations[weights.length];
}

// The loss of the traced outputs against the first n rows of Y (one column per output).
export function lossOf(network, trace, Y, n) {
  const width = network.sizes.at(-1);
  checkRows("Y", Y, n, width, trace.capacity);
  return lossFromTrace(network.loss, trace.preactivations.at(-1), trace.activations.at(-1), Y, n, width);
}

// Room for the gradients of one batch: `flat` mirrors network.parameters, number by number, and
// weights[l], biases[l] are its views; deltas[l] is d loss / d z of layer l, one row per example.
export function createGradients(network, capacity) {
  const { parameters: flat, weights, biases } = createParameters(network.sizes);
  const deltas = network.sizes.slice(1).map((width) => new Float64Array(capacity * width));
  return { capacity, flat, weights, biases, deltas };
}

// Backpropagation: from the output's delta to every layer's, and the gradients on the way,
// averaged over the n traced examples.
export function backward(network, trace, Y, n, gradients) {
  const { sizes, activations, weights } = network, last = weights.length - 1;
  checkRows("Y", Y, n, sizes.at(-1), Math.min(trace.capacity, gradients.capacity));
  outputDelta(network, trace, Y, n, gradients.deltas[last]);
  for (let l = last; l >= 0; l--) {
    const delta = gradients.deltas[l], fanIn = sizes[l], fanOut = sizes[l + 1];
    const a = trace.activations[l];
    // a^T delta, the sum of delta over the examples, and delta W^T times the slope.
    multiply(gradients.weights[l], fanIn, fanOut, a, 1, fanIn, delta, 1, fanOut, n);
    sumRows(gradients.biases[l], delta, n, fanOut);
    if (l === 0) break;
    const deltaBefore = gradients.deltas[l - 1];
    multiply(deltaBefore, n, fanIn, delta, fanOut, 1, weights[l], fanOut, 1, fanOut);
    multiplyBySlope(activations[l - 1], trace.preactivations[l - 1], a, deltaBefore, n, fanIn);
  }
}

function checkRows(name, rows, n, width, capacity) {
  if (!(n >= 1 && n <= capacity)) {
    throw new Error(`n: wanted 1 to ${capacity} examples (the capacity of the buffers), got ${n}`);
  }
  if (rows.length < n * width) {
    throw new Error(`${name}: wanted ${n} rows of ${width} numbers, got ${rows.length} numbers`);
  }
}

// sum[j] = D[0][j] + D[1][j] + ...
function sumRows(sum, D, n, width) {
  for (let j = 0; j < width; j++) sum[j] = D[j];
  for (let i = 1; i < n; i++) for (let j = 0; j < width; j++) sum[j] += D[i * width + j];
}
