// The two networks of the contest, without a screen: one set by hand, one trained from its seed on.

import { initialize } from "../../web/engine/initializers.js";
import { createNetwork, createTrace, forward } from "../../web/engine/network.js";
import { createOptimizer } from "../../web/engine/optimizers.js";
import { createTraining, trainBatch } from "../../web/engine/training.js";

// Unit k steps at places[k]; the output adds heights[k], from `start` on.
export function createHand({ places, heights, units, steepness, start }) {
  const network = createNetwork([1, units, 1], { hidden: "sigmoid", output: "linear" });
  for (let k = 0; k < units; k += 1) {
    network.weights[0][k] = steepness;
    network.biases[0][k] = -steepness * places[k];
    network.weights[1][k] = heights[k];
  }
  network.biases[1][0] = start;
  return network;
}

// Each step() learns from all points at once; the same as nnbasics.fit with shuffle=False and one batch.
export function createRun({ points: { x, y }, units, activation, seed, learningRate }) {
  const network = createNetwork([1, units, 1], { hidden: activation, output: "linear" });
  initialize(network, seed);
  const training = createTraining(network, {
    optimizer: createOptimizer("adam", { learningRate }, network),
    batchSize: x.length,
    shuffled: false,
  });
  const order = Uint32Array.from(x, (_, i) => i);
  const run = {
    network,
    steps: 0,
    step() {
      trainBatch(training, x, y, order, 0, x.length);
      run.steps += 1;
    },
  };
  return run;
}

// How far a network is from the points: at most, where that is, and the mean of the squares.
export function distanceOf(network, { x, y }) {
  const outputs = forward(network, x, x.length, createTrace(network, x.length));
  let most = -1,
    place = 0,
    squares = 0;
  outputs.forEach((output, i) => {
    const off = Math.abs(output - y[i]);
    squares += off * off;
    if (off > most) [most, place] = [off, i];
  });
  return { most, at: x[place], wanted: y[place], output: outputs[place], mse: squares / x.length };
}
