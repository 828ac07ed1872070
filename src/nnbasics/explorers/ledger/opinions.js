// What every example wants of every weight and bias, and what they want together.
//
//     wish of an example = minus its own gradient        average = says-weighted mean of the wishes
//
// The average is what `backward` gives, turned around, for the batch in which an example that is muted is
// missing and one that speaks twice stands twice.  Nothing here draws: a test runs it against the core.

import {
  backward,
  createGradients,
  createNetwork,
  createTrace,
  forward,
  lossOf,
} from "../../web/engine/network.js";

// Whose wish is shorter than this is content, and has no direction worth a number.
export const SILENT = 0.001;

// Room for the opinions of up to `count` examples about a network of these layers.
export function createOpinions(network, count) {
  return {
    count,
    parameters: network.numParameters,
    wishes: new Float64Array(count * network.numParameters), // row by row, in the order of the parameters
    average: new Float64Array(network.numParameters),
    losses: new Float64Array(count),
    lossesAfter: new Float64Array(count),
    norms: new Float64Array(count),
    angles: new Float64Array(count),
    outputs: new Float64Array(count * network.sizes.at(-1)),
    deltas: [],
    activations: [], // of every example, layer by layer: the two factors of a wish
    trace: createTrace(network, 1),
    gradients: createGradients(network, 1),
    moved: createNetwork(network.sizes, network), // where a step leads
  };
}

// Asks every example for itself.  X: rows of inputs; Y: rows of what each is said to be.
export function ask(opinions, network, X, Y) {
  const { count, parameters, wishes, trace, gradients } = opinions;
  const inputs = network.sizes[0],
    width = network.sizes.at(-1);
  for (let i = 0; i < count; i += 1) {
    const wanted = Y.subarray(i * width, (i + 1) * width);
    forward(network, X.subarray(i * inputs, (i + 1) * inputs), 1, trace);
    backward(network, trace, wanted, 1, gradients);
    opinions.losses[i] = lossOf(network, trace, wanted, 1);
    opinions.outputs.set(trace.activations.at(-1), i * width);
    opinions.deltas[i] = gradients.deltas.map((delta) => delta.slice());
    opinions.activations[i] = trace.activations.map((activation) => activation.slice());
    for (let p = 0; p < parameters; p += 1) wishes[i * parameters + p] = -gradients.flat[p];
    opinions.norms[i] = norm(wishOf(opinions, i));
  }
}

export function wishOf({ wishes, parameters }, i) {
  return wishes.subarray(i * parameters, (i + 1) * parameters);
}

// says[i]: how often example i is counted, 0 to mute it.  Returns how many voices there are.
export function summarize(opinions, says) {
  const { count, average, norms, angles } = opinions;
  const voices = says.reduce((sum, voice) => sum + voice, 0);
  average.fill(0);
  if (voices === 0) {
    angles.fill(NaN);
    return 0;
  }
  for (let i = 0; i < count; i += 1) {
    if (says[i] === 0) continue; // really out: not even 0 times its numbers
    const wish = wishOf(opinions, i);
    for (let p = 0; p < average.length; p += 1) average[p] += says[i] * wish[p];
  }
  for (let p = 0; p < average.length; p += 1) average[p] /= voices;
  const together = norm(average);
  for (let i = 0; i < count; i += 1) {
    angles[i] = norms[i] < SILENT || together < SILENT ? NaN : angleBetween(wishOf(opinions, i), average);
  }
  return voices;
}

// How much of what they shout is left when they pull together: 1 if all want the same, 0 if they cancel out.
export function agreement({ average, norms }, says) {
  const voices = says.reduce((sum, voice) => sum + voice, 0);
  const shouted = norms.reduce((sum, size, i) => sum + says[i] * size, 0);
  return shouted > 0 ? (norm(average) * voices) / shouted : NaN;
}

// The loss of every example after one step of gradient descent along the average.
export function tryStep(opinions, network, X, Y, rate) {
  const { count, average, moved, trace, lossesAfter } = opinions;
  const inputs = network.sizes[0],
    width = network.sizes.at(-1);
  for (let p = 0; p < average.length; p += 1) moved.parameters[p] = network.parameters[p] + rate * average[p];
  for (let i = 0; i < count; i += 1) {
    forward(moved, X.subarray(i * inputs, (i + 1) * inputs), 1, trace);
    lossesAfter[i] = lossOf(moved, trace, Y.subarray(i * width, (i + 1) * width), 1);
  }
}

// In degrees, by Kahan's formula as in nnbasics.angle: exact for small angles too.
export function angleBetween(a, b) {
  const [lengthA, lengthB] = [norm(a), norm(b)];
  let apart = 0,
    together = 0;
  for (let i = 0; i < a.length; i += 1) {
    const u = a[i] / lengthA,
      v = b[i] / lengthB;
    apart += (u - v) ** 2;
    together += (u + v) ** 2;
  }
  return (2 * Math.atan2(Math.sqrt(apart), Math.sqrt(together)) * 180) / Math.PI;
}

export function norm(values) {
  let sum = 0;
  for (const value of values) sum += value * value;
  return Math.sqrt(sum);
}
