// The three levers of one neuron, without a screen: its bias, its weights, and the activations that come in.
//
//   const { delta, pushes, alone, together } = pull({ activations, weights, bias, wanted, pulls })
//
// Each lever moves against its slope, as far as its pull says: the bias by −pull · delta, each weight by
// −pull · delta · its activation, each activation by −pull · delta · its weight.  The neuron is a sigmoid, the loss
// (output − wanted)².

import {
  backward,
  createGradients,
  createNetwork,
  createTrace,
  forward,
  lossOf,
} from "../../web/engine/network.js";

export function pull({ activations, weights, bias, wanted, pulls }) {
  const network = createNetwork([weights.length, 1], { output: "sigmoid", loss: "mse" });
  const trace = createTrace(network, 1),
    gradients = createGradients(network, 1),
    Y = Float64Array.of(wanted);
  const run = (a, w, b) => {
    network.weights[0].set(w);
    network.biases[0][0] = b;
    const [output] = forward(network, Float64Array.from(a), 1, trace);
    return { output, loss: lossOf(network, trace, Y, 1) };
  };
  const before = run(activations, weights, bias);
  backward(network, trace, Y, 1, gradients);
  const [delta] = gradients.deltas[0];
  const pushes = {
    bias: -pulls.bias * gradients.biases[0][0],
    weights: Array.from(gradients.weights[0], (slope) => -pulls.weights * slope),
    activations: weights.map((weight) => -pulls.activations * delta * weight), // the slope of the loss by what came in
  };
  const add = (numbers, more) => numbers.map((number, i) => number + more[i]);
  const moved = {
    activations: add(activations, pushes.activations),
    weights: add(weights, pushes.weights),
    bias: bias + pushes.bias,
  };
  return {
    before,
    delta,
    pushes,
    moved,
    alone: {
      bias: run(activations, weights, moved.bias),
      weights: run(activations, moved.weights, bias),
      activations: run(moved.activations, weights, bias),
    },
    together: run(moved.activations, moved.weights, moved.bias),
  };
}
