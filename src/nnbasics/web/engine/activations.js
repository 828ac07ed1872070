// What a neuron does with its sum z: a = f(z), and the slope f'(z) that backpropagation needs.
//
// Both work on a whole layer at once, `count` numbers of a flat array; softmax on rows of `width`.
// Same names and conventions as nnbasics.activations: leaky_relu has slope 0.01, elu has alpha 1,
// gelu is the exact one.  Introduced in chapter 8, "Activation Functions".
import { normalDensity, normalDistribution, sigmoid, softplus, tanh } from "./special_functions.js";

export const ACTIVATIONS = [
  "linear",
  "sigmoid",
  "tanh",
  "relu",
  "leaky_relu",
  "elu",
  "gelu",
  "softplus",
  "step",
  "softmax",
];

const LEAK_SLOPE = 0.01;

// f(z) for `n` examples of a layer with `width` neurons, written into `a`.
export function activate(name, z, a, n, width) {
  const count = n * width;
  switch (name) {
    case "linear":
      for (let i = 0; i < count; i++) a[i] = z[i];
      break;
    case "sigmoid":
      for (let i = 0; i < count; i++) a[i] = sigmoid(z[i]);
      break;
    case "tanh":
      for (let i = 0; i < count; i++) a[i] = tanh(z[i]);
      break;
    case "relu":
      for (let i = 0; i < count; i++) a[i] = Math.max(z[i], 0);
      break;
    case "leaky_relu":
      for (let i = 0; i < count; i++) a[i] = Math.max(z[i], LEAK_SLOPE * z[i]);
      break;
    case "elu":
      for (let i = 0; i < count; i++) a[i] = z[i] > 0 ? z[i] : Math.expm1(z[i]);
      break;
    case "gelu":
      for (let i = 0; i < count; i++) a[i] = z[i] * normalDistribution(z[i]);
      break;
    case "softplus":
      for (let i = 0; i < count; i++) a[i] = softplus(z[i]);
      break;
    case "step":
      for (let i = 0; i < count; i++) a[i] = z[i] >= 0 ? 1 : 0;
      break;
    case "softmax":
      for (let row = 0; row < count; row += width) softmaxRow(z, a, row, row + width);
      break;
  }
}

// delta *= f'(z): the chain rule through one layer's activation.  Where the slope is known from
// the activation itself, it is taken from there.
export function multiplyBySlope(name, z, a, delta, n, width) {
  const count = n * width;
  switch (name) {
    case "linear":
      break;
    case "sigmoid":
      for (let i = 0; i < count; i++) delta[i] *= a[i] * (1 - a[i]);
      break;
    case "tanh":
      for (let i = 0; i < count; i++) delta[i] *= 1 - a[i] * a[i];
      break;
    case "relu":
      for (let i = 0; i < count; i++) delta[i] *= z[i] > 0 ? 1 : 0;
      break;
    case "leaky_relu":
      for (let i = 0; i < count; i++) delta[i] *= z[i] > 0 ? 1 : LEAK_SLOPE;
      break;
    case "elu":
      for (let i = 0; i < count; i++) delta[i] *= z[i] > 0 ? 1 : a[i] + 1;
      break;
    case "gelu":
      for (let i = 0; i < count; i++) delta[i] *= geluSlope(z[i]);
      break;
    case "softplus":
      for (let i = 0; i < count; i++) delta[i] *= sigmoid(z[i]);
      break;
    case "softmax":
      for (let row = 0; row < count; row += width) softmaxRowBack(a, delta, row, row + width);
      break;
    default:
      throw new Error(`${name} has no useful slope, so a network with it cannot be trained`);
  }
}

function geluSlope(z) {
  return normalDistribution(z) + z * normalDensity(z);
}

function softmaxRow(z, a, start, end) {
  let largest = -Infinity;
  for (let i = start; i < end; i++) if (z[i] > largest) largest = z[i];
  let sum = 0;
  for (let i = start; i < end; i++) sum += a[i] = Math.exp(z[i] - largest);
  for (let i = start; i < end; i++) a[i] /= sum;
}

// Every output of a softmax depends on every z of its row:
// delta_i <- a_i (delta_i - sum_j delta_j a_j).
function softmaxRowBack(a, delta, start, end) {
  let mean = 0;
  for (let i = start; i < end; i++) mean += delta[i] * a[i];
  for (let i = start; i < end; i++) delta[i] = a[i] * (delta[i] - mean);
}
