// The ways that one neuron with two weights takes down its loss, for several batch sizes from the same weights, without
// a screen.  The bias stays where it is, so that two weights are all there is to learn.
//
//   const walk = createWalk({ X, Y, bias, sizes: [1, 10, 100], epochs })
//   walk.from([w1, w2], learningRate, seed)     fills walk.ways[i]: the points of batch size i, flat, the start first
//   walk.lossAt(w1, w2)                         over all examples
//   walk.lossesTo(i, steps)                     after each step of batch size i so far
//
// The order of the examples is that of `fit` in Python: before each epoch they are shuffled by default_rng(seed).

import {
  backward,
  createGradients,
  createNetwork,
  createTrace,
  forward,
  lossOf,
} from "../../web/engine/network.js";
import { defaultRng } from "../../web/engine/random.js";

export function createWalk({ X, Y, bias = 0, sizes, epochs }) {
  const network = createNetwork([2, 1], { output: "sigmoid" }),
    n = Y.length;
  const inputs = Float64Array.from(X),
    wanted = Float64Array.from(Y);
  const all = createTrace(network, n);
  const largest = Math.max(...sizes),
    trace = createTrace(network, largest),
    gradients = createGradients(network, largest);
  const targets = new Float64Array(largest),
    [weights] = network.weights;
  network.biases[0][0] = bias;
  const losses = sizes.map(() => []);
  const ways = sizes.map((size) => new Float64Array(2 * (epochs * Math.ceil(n / size) + 1)));

  function step(order, start, count, learningRate) {
    for (let i = 0; i < count; i += 1) {
      const example = order[start + i];
      trace.activations[0][2 * i] = inputs[2 * example];
      trace.activations[0][2 * i + 1] = inputs[2 * example + 1];
      targets[i] = wanted[example];
    }
    forward(network, trace.activations[0], count, trace);
    backward(network, trace, targets, count, gradients);
    for (const i of [0, 1]) weights[i] -= learningRate * gradients.weights[0][i];
  }

  function lossAt(w1, w2) {
    weights.set([w1, w2]);
    forward(network, inputs, n, all);
    return lossOf(network, all, wanted, n);
  }

  return {
    ways,
    lossAt,
    lossesTo(which, steps) {
      const [way, found] = [ways[which], losses[which]];
      for (let i = found.length; i <= steps; i += 1) found.push(lossAt(way[2 * i], way[2 * i + 1]));
      return found.slice(0, steps + 1);
    },
    from(startWeights, learningRate, seed) {
      sizes.forEach((size, which) => {
        losses[which].length = 0;
        const random = defaultRng(seed),
          order = Uint32Array.from({ length: n }, (_, i) => i);
        weights.set(startWeights);
        ways[which].set(weights, 0);
        for (let epoch = 0, steps = 1; epoch < epochs; epoch += 1) {
          random.shuffle(order);
          for (let start = 0; start < n; start += size, steps += 1) {
            step(order, start, Math.min(size, n - start), learningRate);
            ways[which].set(weights, 2 * steps);
          }
        }
      });
    },
  };
}

// Where a training with batches of `size` is when so many examples have been seen: steps taken, and the place in the
// epoch that goes on or has just ended.
export function counters(seen, size, n) {
  const batches = Math.ceil(n / size),
    whole = Math.floor(seen / n),
    rest = seen % n;
  const within = Math.floor(rest / size);
  const ended = rest === 0 && seen > 0;
  return {
    steps: whole * batches + within,
    batch: ended ? batches : within,
    batches,
    epoch: ended ? whole : whole + 1,
  };
}
