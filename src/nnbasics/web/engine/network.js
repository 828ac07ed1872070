// The network in the browser: the same numbers as nnbasics.Network, on flat typed arrays.
//
//     z = a_before W + b,   a = f(z)          one example per row, as in NumPy
//
// All parameters live in one Float64Array; weights[l] (fan_in x fan_out, row by row) and biases[l]
// are views into it, so an optimizer walks one array and a slider writes one number.  Buffers are
// made once (createTrace, createGradients) and nothing below them allocates.
// Introduced in chapter 4, "Predict & Forward propagation", and chapter 6.
import { ACTIVATIONS, activate, multiplyBySlope } from "./activations.js";
import {
  checkCount,
  checkFinite,
  checkGradients,
  checkMade,
  checkName,
  checkNetwork,
  checkOptions,
  checkRoom,
  checkRows,
  checkTargets,
  NotFiniteError,
  said,
} from "./checks.js";
import { LOSS_OF_OUTPUT, lossFromTrace, outputDelta } from "./losses.js";
import { multiply } from "./product.js";

// sizes: inputs, neurons of each hidden layer, outputs; [2, 1] is a single neuron.  hidden: one
// name for all hidden layers or a list with one each.  loss: the one of the output, or "mse".
// All parameters start at 0: set them, or let `initialize` draw them.
export function createNetwork(sizes, options = {}) {
  checkOptions(options);
  const { hidden = "relu", output = "linear", loss } = options;
  const isCount = (size) => Number.isInteger(size) && size > 0;
  if (!(sizes?.length >= 2 && Array.from(sizes).every(isCount))) {
    throw new Error(`sizes: wanted at least two whole numbers above 0, got ${said(sizes)}`);
  }
  checkRoom("sizes", countParameters(sizes), sizes);
  const layers = sizes.length - 2;
  const names = Array.isArray(hidden) ? [...hidden] : Array(layers).fill(hidden);
  if (names.length !== layers) {
    throw new Error(`hidden: wanted a name for each of ${layers} layers, got ${names.length}`);
  }
  const inside = ACTIVATIONS.filter((name) => name !== "softmax");
  names.forEach((name) => checkName("hidden", name, inside));
  checkName("output", output, ACTIVATIONS);
  const own = LOSS_OF_OUTPUT[output] ?? "mse";
  checkName(`loss of the output ${output}`, loss ?? own, own === "mse" ? ["mse"] : ["mse", own]);
  const network = {
    sizes: [...sizes],
    hidden: names,
    output,
    loss: loss ?? own,
    functions: [...names, output],
    ...layOut(sizes),
  };
  network.numParameters = network.parameters.length;
  return network;
}

function countParameters(sizes) {
  let total = 0;
  for (let l = 1; l < sizes.length; l++) total += (sizes[l - 1] + 1) * sizes[l];
  return total;
}

// One flat array, and the views of each layer into it: weights first, then biases.
function layOut(sizes) {
  const parameters = new Float64Array(countParameters(sizes)),
    weights = [],
    biases = [];
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
  checkNetwork(network);
  checkCount("capacity", capacity);
  checkRoom("capacity", capacity * Math.max(...network.sizes), capacity);
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
  checkTrace(network, trace);
  const { sizes, functions, weights, biases } = network;
  checkRows("X", X, n, sizes[0], trace.capacity);
  checkFinite("X", X, n * sizes[0]);
  const input = trace.activations[0];
  if (X !== input) for (let i = 0; i < n * sizes[0]; i++) input[i] = X[i];
  for (let l = 0; l < weights.length; l++) {
    const z = trace.preactivations[l],
      a = trace.activations[l + 1];
    const before = trace.activations[l],
      fanIn = sizes[l],
      fanOut = sizes[l + 1];
    multiply(z, n, fanOut, before, fanIn, 1, weights[l], 1, fanOut, fanIn, biases[l]);
    activate(functions[l], z, a, n, fanOut);
  }
  const outputs = trace.activations[weights.length];
  checkFinite("output of the network", outputs, n * sizes[weights.length]);
  return outputs;
}

// The loss of the traced outputs against the first n rows of Y (one column per output).
export function lossOf(network, trace, Y, n) {
  checkTrace(network, trace);
  const width = network.sizes.at(-1);
  checkTargets(network, Y, n, trace.capacity);
  const z = trace.preactivations.at(-1),
    a = trace.activations.at(-1);
  const loss = lossFromTrace(network.loss, z, a, Y, n, width);
  if (!Number.isFinite(loss))
    throw new NotFiniteError(`loss: wanted a finite number, got ${loss}: smaller X and Y`);
  return loss;
}

// Room for the gradients of one batch: `flat` mirrors network.parameters, number by number, and
// weights[l], biases[l] are its views; deltas[l] is d loss / d z of layer l, one row per example.
export function createGradients(network, capacity) {
  checkNetwork(network);
  checkCount("capacity", capacity);
  checkRoom("capacity", capacity * Math.max(...network.sizes), capacity);
  const { parameters: flat, weights, biases } = layOut(network.sizes);
  const deltas = network.sizes.slice(1).map((width) => new Float64Array(capacity * width));
  return { capacity, flat, weights, biases, deltas };
}

// Backpropagation: from the output's delta to every layer's, and the gradients on the way,
// averaged over the n traced examples.
export function backward(network, trace, Y, n, gradients) {
  checkTrace(network, trace);
  checkGradients(network, gradients);
  if (!fits(gradients.deltas, network.sizes, 1, gradients))
    throw new Error("gradients: their deltas do not fit");
  const { sizes, functions, weights } = network,
    last = weights.length - 1;
  checkTargets(network, Y, n, Math.min(trace.capacity, gradients.capacity));
  outputDelta(network, trace, Y, n, gradients.deltas[last]);
  for (let l = last; l >= 0; l--) {
    const delta = gradients.deltas[l],
      fanIn = sizes[l],
      fanOut = sizes[l + 1];
    const a = trace.activations[l];
    // a^T delta, the sum of delta over the examples, and delta W^T times the slope.
    multiply(gradients.weights[l], fanIn, fanOut, a, 1, fanIn, delta, 1, fanOut, n);
    sumRows(gradients.biases[l], delta, n, fanOut);
    if (l === 0) break;
    const deltaBefore = gradients.deltas[l - 1];
    multiply(deltaBefore, n, fanIn, delta, fanOut, 1, weights[l], fanOut, 1, fanOut);
    multiplyBySlope(functions[l - 1], trace.preactivations[l - 1], a, deltaBefore, n, fanIn);
  }
}

function checkTrace(network, trace) {
  checkNetwork(network);
  checkMade(
    "trace",
    trace,
    "one of createTrace, made for this network",
    fits(trace?.activations, network.sizes, 0, trace) && fits(trace.preactivations, network.sizes, 1, trace),
  );
}

// Whether there is room for the examples in each array: one for each size, from the first on.
function fits(arrays, sizes, first, room) {
  if (arrays?.length !== sizes.length - first) return false;
  for (let l = first; l < sizes.length; l++)
    if (arrays[l - first]?.length !== room.capacity * sizes[l]) return false;
  return true;
}

// sum[j] = D[0][j] + D[1][j] + ...
function sumRows(sum, D, n, width) {
  for (let j = 0; j < width; j++) sum[j] = D[j];
  for (let i = 1; i < n; i++) for (let j = 0; j < width; j++) sum[j] += D[i * width + j];
}
