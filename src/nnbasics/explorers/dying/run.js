// One neuron with one input, trained by gradient descent on a few examples: without a screen.
//
//   const run = createRun({ X, Y, most })
//   run.from({ activation, w, b, rate })     run.way: weight and bias after each of `most` steps, flat; run.losses: of each
//   run.at(step)      { w, b, z, outputs, loss, slopes: [of w, of b], awake }: z and outputs for each example

import {
  backward,
  createGradients,
  createNetwork,
  createTrace,
  forward,
  lossOf,
} from "../../web/engine/network.js";

export function createRun({ X, Y, most }) {
  const n = Y.length,
    inputs = Float64Array.from(X),
    wanted = Float64Array.from(Y);
  const way = new Float64Array(2 * (most + 1)),
    losses = new Float64Array(most + 1);
  let neuron, trace, gradients;

  function pass() {
    forward(neuron, inputs, n, trace);
    backward(neuron, trace, wanted, n, gradients);
  }

  return {
    way,
    losses,
    from({ activation, w, b, rate }) {
      if (neuron?.output !== activation) {
        neuron = createNetwork([1, 1], { output: activation, loss: "mse" });
        trace = createTrace(neuron, n);
        gradients = createGradients(neuron, n);
      }
      neuron.parameters.set([w, b]);
      for (let step = 0; step <= most; step += 1) {
        way.set(neuron.parameters, 2 * step);
        pass();
        losses[step] = lossOf(neuron, trace, wanted, n);
        for (const i of [0, 1]) neuron.parameters[i] -= rate * gradients.flat[i];
      }
    },
    at(step) {
      neuron.parameters.set(way.subarray(2 * step, 2 * step + 2));
      pass();
      const z = trace.preactivations[0].slice();
      return {
        w: neuron.parameters[0],
        b: neuron.parameters[1],
        z,
        outputs: trace.activations[1].slice(),
        loss: lossOf(neuron, trace, wanted, n),
        slopes: Array.from(gradients.flat, (slope) => slope + 0),
        awake: z.filter((value) => value > 0).length,
      };
    },
  };
}
