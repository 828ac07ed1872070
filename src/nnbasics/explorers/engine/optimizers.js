// From gradients to better weights.  Same formulas and defaults as nnbasics.optimizers.
// Introduced in chapter 6, "So, how to have a better model?".

// One step downhill: parameters -= learning_rate * gradient.
export function createOptimizer(name, { learningRate = 0.1 } = {}, network) {
  if (name !== "sgd") throw new Error(`optimizer: unknown name ${name}; known: sgd`);
  if (!(learningRate > 0)) throw new Error(`learningRate: wanted a number above 0, got ${learningRate}`);
  return { name, learningRate };
}

export function step(optimizer, network, gradients) {
  const { parameters } = network, { flat } = gradients, rate = optimizer.learningRate;
  for (let i = 0; i < parameters.length; i++) parameters[i] -= rate * flat[i];
}
