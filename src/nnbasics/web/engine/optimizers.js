// Optimizers: how a gradient becomes a step of the weights.  Rules, names and defaults are those of
// nnbasics.optimizers; g is the gradient and everything goes number by number.
// Introduced in chapter 6, "So, how to have a better model?".
import {
  checkFlag,
  checkGradients,
  checkMade,
  checkName,
  checkNetwork,
  checkOptions,
  checkPositive,
  checkShare,
  NotFiniteError,
} from "./checks.js";

export const OPTIMIZERS = {
  sgd: { learningRate: 0.1, momentum: 0, nesterov: false },
  rmsprop: { learningRate: 0.001, decay: 0.9, epsilon: 1e-8 },
  adam: { learningRate: 0.001, beta1: 0.9, beta2: 0.999, epsilon: 1e-8 },
};

// An optimizer with an empty memory, for one training of one network.  Its options are plain
// properties: a slider may move learningRate between two steps.
export function createOptimizer(name, options, network) {
  checkName("optimizer", name, Object.keys(OPTIMIZERS));
  checkOptions(options);
  checkNetwork(network);
  const known = Object.keys(OPTIMIZERS[name]);
  Object.keys(options).forEach((key) => checkName(`${name} option`, key, known));
  const optimizer = { name, ...OPTIMIZERS[name], ...options };
  for (const key of known) {
    if (key === "learningRate" || key === "epsilon") checkPositive(key, optimizer[key]);
    else if (key === "nesterov") checkFlag(key, optimizer[key]);
    else checkShare(key, optimizer[key]);
  }
  const room = () => new Float64Array(network.numParameters);
  // update: the last step taken.  velocity, mean and square: the memories that the rules carry on.
  return { ...optimizer, steps: 0, update: room(), velocity: room(), mean: room(), square: room() };
}

// Moves the network's parameters by one step of the optimizer.  A step that would make them
// infinite is not taken: NotFiniteError, and the network keeps the parameters it had.
export function step(optimizer, network, gradients) {
  checkNetwork(network);
  checkMadeFor(network, optimizer);
  checkGradients(network, gradients);
  const { parameters } = network,
    { update } = optimizer;
  checkPositive("learningRate", optimizer.learningRate);
  optimizer.steps++;
  UPDATE_RULES[optimizer.name](optimizer, gradients.flat, update);
  // NaN and infinities survive a sum, so one look at it is enough.
  let sum = 0;
  for (let i = 0; i < update.length; i++) sum += parameters[i] + update[i];
  if (!Number.isFinite(sum)) {
    throw new NotFiniteError(`step ${optimizer.steps}: wanted finite parameters, got ${sum}`);
  }
  for (let i = 0; i < update.length; i++) parameters[i] += update[i];
}

export function checkMadeFor(network, optimizer) {
  const fits = optimizer?.update?.length === network.numParameters;
  checkMade("optimizer", optimizer?.name, "one of createOptimizer, made for this network", fits);
}

const UPDATE_RULES = { sgd: sgdRule, rmsprop: rmspropRule, adam: adamRule };

// v <- momentum v - learningRate g,  step = v (Polyak, 1964); with nesterov, one roll ahead:
// step = momentum v - learningRate g (Nesterov, 1983, as in Sutskever et al., 2013).
function sgdRule({ learningRate, momentum, nesterov, velocity }, g, update) {
  for (let i = 0; i < g.length; i++) {
    const v = momentum * velocity[i] - learningRate * g[i];
    velocity[i] = v;
    update[i] = nesterov ? momentum * v - learningRate * g[i] : v;
  }
}

// s <- decay s + (1 - decay) g^2,  step = -learningRate g / (sqrt s + epsilon)
// (Tieleman and Hinton, 2012).
function rmspropRule({ learningRate, decay, epsilon, square }, g, update) {
  for (let i = 0; i < g.length; i++) {
    square[i] = decay * square[i] + (1 - decay) * g[i] * g[i];
    update[i] = (-learningRate * g[i]) / (Math.sqrt(square[i]) + epsilon);
  }
}

// m and s: running means of g and g^2, each made up for its start at 0 by 1 - beta^steps;
// step = -learningRate m / (sqrt s + epsilon) (Kingma and Ba, 2015).
function adamRule({ learningRate, beta1, beta2, epsilon, steps, mean, square }, g, update) {
  const rate = learningRate / (1 - beta1 ** steps),
    grow = 1 / Math.sqrt(1 - beta2 ** steps);
  for (let i = 0; i < g.length; i++) {
    mean[i] = beta1 * mean[i] + (1 - beta1) * g[i];
    square[i] = beta2 * square[i] + (1 - beta2) * g[i] * g[i];
    update[i] = (-rate * mean[i]) / (Math.sqrt(square[i]) * grow + epsilon);
  }
}
