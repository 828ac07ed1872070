// One training from its seed on: batch after batch, and after every epoch a snapshot to come back to.
// It is nnbasics.fit with the same settings, and gives the same numbers.

import { accuracyOf } from "../../web/engine/accuracy.js";
import { initialize } from "../../web/engine/initializers.js";
import { createNetwork, createTrace, forward, lossOf } from "../../web/engine/network.js";
import { createOptimizer } from "../../web/engine/optimizers.js";
import { createPenalty } from "../../web/engine/penalties.js";
import { createTraining, trainBatch } from "../../web/engine/training.js";

export const BATCH = 32;
export const RATE = 0.001;

// hidden: neurons in the hidden layer, 0 for none.
export function createPetNetwork(inputs, hidden, seed) {
  const network = createNetwork(hidden ? [inputs, hidden, 1] : [inputs, 1], {
    hidden: "relu",
    output: "sigmoid",
  });
  initialize(network, seed);
  return network;
}

// learn, test: { X, Y, n }.  Each step() learns from one batch.  snapshots[e]: after e epochs the parameters, and from
// the first on loss and accuracy while learning, and those of the test with its outputs.
export function createCourse({ learn, test, hidden, l2, seed }) {
  const network = createPetNetwork(learn.X.length / learn.Y.length, hidden, seed);
  const training = createTraining(network, {
    optimizer: createOptimizer("adam", { learningRate: RATE }, network),
    penalty: l2 ? createPenalty("l2", l2) : undefined,
    batchSize: BATCH,
    seed,
  });
  const examined = createTrace(network, test.n);
  const order = Uint32Array.from({ length: learn.n }, (_, i) => i);
  const course = {
    network,
    steps: 0,
    perEpoch: Math.ceil(learn.n / BATCH),
    snapshots: [],
    lastLoss: NaN,
    step,
  };
  let at = 0,
    loss = 0,
    right = 0;
  keep({});
  return course;

  function step() {
    if (at === 0) training.random.shuffle(order);
    const count = Math.min(BATCH, learn.n - at);
    course.lastLoss = trainBatch(training, learn.X, learn.Y, order, at, count);
    loss += count * course.lastLoss;
    right += count * accuracyOf(network, training.trace, training.targets, count);
    course.steps += 1;
    at += count;
    if (at < learn.n) return;
    keep({ loss: loss / learn.n, accuracy: right / learn.n });
    at = loss = right = 0;
  }

  function keep(learned) {
    forward(network, test.X, test.n, examined);
    course.snapshots.push({
      parameters: network.parameters.slice(),
      ...learned,
      testLoss: lossOf(network, examined, test.Y, test.n),
      testAccuracy: accuracyOf(network, examined, test.Y, test.n),
      outputs: examined.activations.at(-1).slice(0, test.n),
    });
  }
}
