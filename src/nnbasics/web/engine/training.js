// Training: shuffle, and batch after batch, forward, backward and one step, until all examples have
// had their say once.  That is one epoch.  Nothing is allocated after the first.
// Introduced in chapter 6, "So, how to have a better model?".
import {
  checkCount,
  checkFinite,
  checkFlag,
  checkMade,
  checkNetwork,
  checkOptions,
  checkRoom,
  checkRows,
  checkTargets,
  NotFiniteError,
} from "./checks.js";
import { backward, createGradients, createTrace, forward, lossOf } from "./network.js";
import { checkMadeFor, step } from "./optimizers.js";
import { addPenalty, checkPenalty } from "./penalties.js";
import { defaultRng } from "./random.js";

// All that a training carries along: the buffers, the order of the examples and the chance in it.
// optimizer, penalty: of createOptimizer and createPenalty (no penalty: leave it out).
// shuffled: false keeps the examples in their order; otherwise each epoch shuffles the order of the
// one before it, and the same `seed` draws the same orders as in nnbasics.fit.
export function createTraining(network, options) {
  checkNetwork(network);
  checkOptions(options);
  const { optimizer, batchSize = 10, penalty, seed = 0, shuffled = true } = options;
  checkCount("batchSize", batchSize);
  checkRoom("batchSize", batchSize * Math.max(...network.sizes), batchSize);
  checkFlag("shuffled", shuffled);
  if (penalty) checkPenalty(penalty);
  checkMadeFor(network, optimizer);
  return {
    network,
    optimizer,
    batchSize,
    penalty,
    shuffled,
    random: defaultRng(seed),
    order: new Uint32Array(0),
    epochs: 0,
    trace: createTrace(network, batchSize),
    gradients: createGradients(network, batchSize),
    targets: new Float64Array(batchSize * network.sizes.at(-1)),
  };
}

// Training ran off to infinity.  The network keeps its parameters from before that step.
export class DivergenceError extends Error {}

// One pass through the first n rows of X and Y.  Returns the mean over the batches of their loss
// (without penalty), each measured before the step that learned from it.
export function trainEpoch(training, X, Y, n) {
  let sum = 0;
  beginEpoch(training, X, Y, n);
  for (let start = 0; start < n; start += training.batchSize) {
    const count = Math.min(training.batchSize, n - start);
    sum += count * learnFrom(training, X, Y, start, count);
  }
  return sum / n;
}

// The same, epoch after epoch without end, in pieces: after each batch it pauses with how many are
// still to come in this epoch, so that a page may show something and listen before it goes on.
export function* trainInSteps(training, X, Y, n) {
  for (;;) {
    beginEpoch(training, X, Y, n);
    for (let start = 0; start < n; start += training.batchSize) {
      const count = Math.min(training.batchSize, n - start);
      learnFrom(training, X, Y, start, count);
      yield Math.ceil((n - start - count) / training.batchSize);
    }
  }
}

function beginEpoch(training, X, Y, n) {
  checkMade("training", training, "one of createTraining", training?.gradients?.flat !== undefined);
  const { network } = training;
  checkRows("X", X, n, network.sizes[0], Infinity);
  checkFinite("X", X, n * network.sizes[0]);
  checkTargets(network, Y, n, Infinity);
  if (training.order.length !== n) training.order = Uint32Array.from({ length: n }, (_, i) => i);
  if (training.shuffled) training.random.shuffle(training.order);
  training.epochs++;
}

// A batch of the epoch; where numbers run off, the error says what to do about it.
function learnFrom(training, X, Y, start, count) {
  try {
    return trainBatch(training, X, Y, training.order, start, count);
  } catch (error) {
    if (!(error instanceof NotFiniteError)) throw error;
    const {
      epochs,
      optimizer: { learningRate },
    } = training;
    throw new DivergenceError(
      `training diverged in epoch ${epochs} (${error.message}); the network keeps its last ` +
        `finite weights; try a smaller learningRate than ${learningRate}, or scale X`,
    );
  }
}

// One step, from the examples order[start] ... order[start + count - 1]; returns their loss before.
export function trainBatch(training, X, Y, order, start, count) {
  const { network, optimizer, penalty, trace, gradients, targets } = training;
  gatherRows(trace.activations[0], X, network.sizes[0], order, start, count);
  gatherRows(targets, Y, network.sizes.at(-1), order, start, count);
  forward(network, trace.activations[0], count, trace);
  const loss = lossOf(network, trace, targets, count);
  backward(network, trace, targets, count, gradients);
  if (penalty) addPenalty(penalty, network, gradients);
  step(optimizer, network, gradients);
  return loss;
}

function gatherRows(rows, all, width, order, start, count) {
  for (let i = 0; i < count; i++) {
    const from = order[start + i] * width;
    for (let j = 0; j < width; j++) rows[i * width + j] = all[from + j];
  }
}
