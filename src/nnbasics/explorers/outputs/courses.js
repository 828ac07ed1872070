// One layer with one output function after another, trained side by side on the same data, without a screen.
//
//   const courses = createCourses({ X, Y, inputs, runs: [["sigmoid", "bce"], …] })      the data stay where they are
//   courses.from({ seed, wrong, learningRate })      the start of all; wrong: sure of the wrong class, not drawn by seed
//   courses.at(steps) → [{ output, loss, parameters, value, losses, right, outputs }, …]      after so many, each run
//
// A softmax has a column for each of two classes where labels say so, else one.  outputs: of the last column, one for
// each example; right: how many are on the right side of one half.

import { initialize } from "../../web/engine/initializers.js";
import {
  backward,
  createGradients,
  createNetwork,
  createTrace,
  forward,
  lossOf,
} from "../../web/engine/network.js";

const WRONG = 4; // the size of the weights of a start that is sure of the wrong class

export function createCourses({ X, Y, inputs, classes, runs }) {
  const n = Y.length,
    two = Float64Array.from(Y.flatMap((y) => [1 - y, y])),
    one = Float64Array.from(Y);
  const data = Float64Array.from(X);
  const courses = runs.map(([output, loss]) => {
    const width = output === "softmax" && classes ? 2 : 1;
    const network = createNetwork([inputs, width], { output, loss });
    return {
      output,
      loss,
      width,
      network,
      wanted: width === 2 ? two : one,
      trace: createTrace(network, n),
      gradients: createGradients(network, n),
      history: [],
      losses: [],
    };
  });
  let rate = 0;

  return {
    runs: courses,
    from({ seed, wrong, learningRate }) {
      rate = learningRate;
      for (const { network, width, history, losses } of courses) {
        initialize(network, seed);
        if (wrong)
          network.weights[0].forEach(
            (_, i) => (network.weights[0][i] = width === 1 ? -WRONG : i % 2 ? -WRONG / 2 : WRONG / 2),
          );
        history.length = losses.length = 0;
        history.push(network.parameters.slice());
      }
    },
    at(steps) {
      return courses.map(({ output, loss, width, network, wanted, trace, gradients, history, losses }) => {
        network.parameters.set(history[Math.min(steps, history.length - 1)]);
        while (history.length <= steps) {
          forward(network, data, n, trace);
          losses[history.length - 1] = lossOf(network, trace, wanted, n);
          backward(network, trace, wanted, n, gradients);
          for (let i = 0; i < network.numParameters; i += 1)
            network.parameters[i] -= rate * gradients.flat[i];
          history.push(network.parameters.slice());
        }
        const all = forward(network, data, n, trace),
          outputs = one.map((_, i) => all[i * width + width - 1]);
        losses[steps] = lossOf(network, trace, wanted, n);
        return {
          output,
          loss,
          width,
          parameters: network.parameters.slice(),
          outputs,
          value: losses[steps],
          losses: losses.slice(0, steps + 1),
          right: outputs.reduce((count, a, i) => count + (a > 0.5 === one[i] > 0.5), 0),
        };
      });
    },
  };
}

// The line on which the output of two classes is at a level: { w, c } with w · x + c = 0, of one layer on a plane.
export function lineOf({ output, width, parameters }, level) {
  const [w1, w2, b] =
    width === 1
      ? parameters
      : [parameters[1] - parameters[0], parameters[3] - parameters[2], parameters[5] - parameters[4]];
  return { w: [w1, w2], c: b - (output === "linear" ? level : Math.log(level / (1 - level))) };
}
