// One training step of a small network, taken apart into single steps: the lesson of the stepper, without a screen.
//
//   const lesson = createLesson(network)
//   lesson.compute(x, wanted, learningRate)       every number of the step, by the engine
//   lesson.steps                                  in the order in which the core computes them
//   lesson.valueOf(step)                          the number that a step adds
//
// A step is { beat, kind, layer, from, to, name, python }: `layer` counts as the weights do, `name` is that of its
// number on the page, `python` the expression that gives the same number in NumPy.

import {
  backward,
  createGradients,
  createNetwork,
  createTrace,
  forward,
  lossOf,
} from "../../web/engine/network.js";
import { createOptimizer, step } from "../../web/engine/optimizers.js";
import { neuronName, parameterName } from "../../web/draw/parameter_names.js";

export const BEATS = ["forward", "loss", "backward", "step"];

export function createLesson({ sizes, hidden, output, loss, parameters }) {
  const network = createNetwork(sizes, { hidden, output, loss });
  const after = createNetwork(sizes, { hidden, output, loss });
  network.parameters.set(parameters);
  const trace = createTrace(network, 1),
    traceAfter = createTrace(after, 1);
  const gradients = createGradients(network, 1);
  const lesson = {
    network,
    after,
    trace,
    gradients,
    steps: stepsOf(sizes),
    loss: NaN,
    lossAfter: NaN,
    compute,
    valueOf: numberOf,
  };
  return lesson;

  function compute(x, wanted, learningRate) {
    const X = Float64Array.from(x),
      Y = Float64Array.from(wanted);
    forward(network, X, 1, trace);
    lesson.loss = lossOf(network, trace, Y, 1);
    backward(network, trace, Y, 1, gradients);
    after.parameters.set(network.parameters);
    step(createOptimizer("sgd", { learningRate }, after), after, gradients);
    forward(after, X, 1, traceAfter);
    lesson.lossAfter = lossOf(after, traceAfter, Y, 1);
  }

  function numberOf({ kind, layer, from, to }) {
    const at = from * sizes[layer + 1] + to;
    switch (kind) {
      case "z":
        return trace.preactivations[layer][to];
      case "a":
        return trace.activations[layer + 1][to];
      case "loss":
        return lesson.loss;
      case "delta":
        return gradients.deltas[layer][to];
      case "weight-slope":
        return gradients.weights[layer][at];
      case "bias-slope":
        return gradients.biases[layer][to];
      case "new-weight":
        return after.weights[layer][at];
      case "new-bias":
        return after.biases[layer][to];
      default:
        return lesson.lossAfter;
    }
  }
}

// Backward, the core first fills all deltas, the last layer's first, and then asks each layer for its slopes.
function stepsOf(sizes) {
  const layers = sizes.slice(1).map((_, l) => l);
  const neurons = (layer) => Array.from({ length: sizes[layer + 1] }, (_, to) => ({ layer, to }));
  const weights = (layer) =>
    Array.from({ length: sizes[layer] }, (_, from) => neurons(layer).map((at) => ({ ...at, from }))).flat();
  const of = (beat, kind, places) => places.map((place) => ({ beat, kind, ...place }));
  return [
    ...layers.flatMap((l) =>
      neurons(l).flatMap((at) => [...of("forward", "z", [at]), ...of("forward", "a", [at])]),
    ),
    { beat: "loss", kind: "loss" },
    ...[...layers].reverse().flatMap((l) => of("backward", "delta", neurons(l))),
    ...layers.flatMap((l) => [
      ...of("backward", "weight-slope", weights(l)),
      ...of("backward", "bias-slope", neurons(l)),
    ]),
    ...layers.flatMap((l) => [
      ...of("step", "new-weight", weights(l)),
      ...of("step", "new-bias", neurons(l)),
    ]),
    { beat: "step", kind: "loss-after" },
  ].map((step) => ({ ...step, name: nameOf(step, sizes), python: pythonOf(step) }));
}

function nameOf({ kind, layer, from, to }, sizes) {
  const neuron = () => neuronName(sizes, layer + 1, to);
  const parameter = () => parameterName(sizes, { layer, from, to });
  switch (kind) {
    case "z":
      return `z of ${neuron()}`;
    case "a":
      return neuron();
    case "loss":
      return "loss";
    case "delta":
      return `δ of ${neuron()}`;
    case "weight-slope":
    case "bias-slope":
      return `slope of ${parameter()}`;
    case "new-weight":
    case "new-bias":
      return `new ${parameter()}`;
    default:
      return "loss after the step";
  }
}

function pythonOf({ kind, layer, from, to }) {
  return {
    z: `trace.preactivations[${layer}][0, ${to}]`,
    a: `trace.activations[${layer + 1}][0, ${to}]`,
    loss: "shown.loss(x, wanted)",
    delta: `grads.deltas[${layer}][0, ${to}]`,
    "weight-slope": `grads.weights[${layer}][${from}, ${to}]`,
    "bias-slope": `grads.biases[${layer}][${to}]`,
    "new-weight": `after.layers[${layer}].weights[${from}, ${to}]`,
    "new-bias": `after.layers[${layer}].biases[${to}]`,
    "loss-after": "after.loss(x, wanted)",
  }[kind];
}
