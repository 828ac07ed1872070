// One sigmoid neuron with the input 1, of which 0 is wanted, trained with two losses from the same start: without a
// screen.
//
//   const runs = createRuns(most)
//   runs.from({ w, b, rate })       runs.ways[i]: weight and bias after each of `most` steps, flat; runs.outputs[i],
//                                 runs.losses[i]: of each step
//   runs.at(i, step)                { z, output, slope, delta, loss } of loss i after so many steps
//   runs.deltas(i, z)               delta = d loss / d z at many z

import {
  backward,
  createGradients,
  createNetwork,
  createTrace,
  forward,
  lossOf,
} from "../../web/engine/network.js";

export const COMPARED = ["mse", "bce"];
const INPUT = Float64Array.of(1),
  WANTED = Float64Array.of(0);

export function createRuns(most) {
  const neurons = COMPARED.map((loss) => createNetwork([1, 1], { output: "sigmoid", loss }));
  const trace = createTrace(neurons[0], 1),
    gradients = createGradients(neurons[0], 1);
  const ways = COMPARED.map(() => new Float64Array(2 * (most + 1)));
  const outputs = COMPARED.map(() => new Float64Array(most + 1)),
    losses = COMPARED.map(() => new Float64Array(most + 1));

  function pass(neuron, w, b) {
    neuron.parameters.set([w, b]);
    const output = forward(neuron, INPUT, 1, trace)[0];
    backward(neuron, trace, WANTED, 1, gradients);
    return {
      z: trace.preactivations[0][0],
      output,
      slope: output * (1 - output),
      delta: gradients.deltas[0][0],
      loss: lossOf(neuron, trace, WANTED, 1),
    };
  }

  return {
    ways,
    outputs,
    losses,
    from({ w, b, rate }) {
      neurons.forEach((neuron, i) => {
        let [weight, bias] = [w, b];
        for (let step = 0; step <= most; step += 1) {
          ways[i].set([weight, bias], 2 * step);
          const { output, loss } = pass(neuron, weight, bias);
          outputs[i][step] = output;
          losses[i][step] = loss;
          weight -= rate * gradients.weights[0][0];
          bias -= rate * gradients.biases[0][0];
        }
      });
    },
    at(i, step) {
      return pass(neurons[i], ways[i][2 * step], ways[i][2 * step + 1]);
    },
    deltas(i, z) {
      return Float64Array.from(z, (value) => pass(neurons[i], value, 0).delta);
    },
  };
}
