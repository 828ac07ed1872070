// A training that can be travelled: after every epoch a copy of the weights, and how good they are.
//
//   const journey = createJourney({ network, optimizer: { name, options }, batchSize, seed, epochs, data })
//   for (const _ of journey.work()) …      does it in small pieces, and may be left in between
//   journey.moments[e]                     what there is after e epochs: { parameters, loss, accuracy, testLoss,
//                                          testAccuracy, reads, dead }; reads: of each test digit, dead: how many
//                                          hidden neurons are at 0 for all of them
//   journey.ending                         why it stopped before its time, "" if it did not
//
// It is what `fit` does, with a memory of the optimizer that starts empty and the order of the examples from
// `seed`. data: { train, test }, each { X, Y, n }.  `network` is left as it is.

import { accuracyOf, indexOfLargest } from "../../web/engine/accuracy.js";
import { NotFiniteError } from "../../web/engine/checks.js";
import { createNetwork, createTrace, forward, lossOf } from "../../web/engine/network.js";
import { createOptimizer } from "../../web/engine/optimizers.js";
import { createTraining, DivergenceError, trainInSteps } from "../../web/engine/training.js";

const CHUNK = 100; // examples measured without a pause

export function createJourney({ network: start, optimizer, batchSize, seed, epochs, data }) {
  const network = createNetwork(start.sizes, start);
  network.parameters.set(start.parameters);
  const own = createOptimizer(optimizer.name, optimizer.options, network);
  const training = createTraining(network, { optimizer: own, batchSize, seed });
  const room = createTrace(network, CHUNK);
  const journey = { network, epochs, moments: [], steps: 0, ending: "", done: false, work };
  return journey;

  function* work() {
    const { X, Y, n } = data.train;
    try {
      yield* remember();
      const steps = trainInSteps(training, X, Y, n);
      while (journey.moments.length <= epochs) {
        const { value: left } = steps.next();
        journey.steps += 1;
        yield;
        if (left === 0) yield* remember();
      }
    } catch (error) {
      if (!(error instanceof DivergenceError || error instanceof NotFiniteError)) throw error;
      journey.ending = `the numbers ran off to infinity in epoch ${training.epochs}`;
    }
    journey.done = true;
  }

  function* remember() {
    const { loss, accuracy } = yield* measure(data.train);
    const test = yield* measure(data.test);
    journey.moments.push({
      parameters: network.parameters.slice(),
      loss,
      accuracy,
      testLoss: test.loss,
      testAccuracy: test.accuracy,
      reads: test.reads,
      dead: test.silent.filter(Boolean).length,
    });
  }

  function* measure({ X, Y, n }) {
    const inputs = network.sizes[0],
      width = network.sizes.at(-1),
      reads = new Uint8Array(n);
    const hidden = room.activations.slice(1, -1),
      silent = hidden.map((_, l) => Array(network.sizes[l + 1]).fill(true));
    let loss = 0,
      right = 0;
    for (let first = 0; first < n; first += CHUNK) {
      const count = Math.min(CHUNK, n - first),
        wanted = Y.subarray(first * width, (first + count) * width);
      const outputs = forward(network, X.subarray(first * inputs, (first + count) * inputs), count, room);
      loss += lossOf(network, room, wanted, count) * count;
      right += Math.round(accuracyOf(network, room, wanted, count) * count);
      for (let i = 0; i < count; i += 1) reads[first + i] = indexOfLargest(outputs, i * width, width);
      hidden.forEach((activations, l) => {
        const size = silent[l].length;
        for (let i = 0; i < count * size; i += 1) if (activations[i] !== 0) silent[l][i % size] = false;
      });
      yield;
    }
    return { loss: loss / n, accuracy: right / n, reads, silent: silent.flat() };
  }
}
