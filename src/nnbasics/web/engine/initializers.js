// The random weights that a network starts from; biases start at 0.
//
// Same rules and same numbers as nnbasics.initializers: the default follows each layer's activation,
// and initialize(network, 7) gives the weights of Network(..., seed=7), in its order of drawing.
// Introduced in chapter 5, "Well, what we usually get".
import { checkName, checkNetwork } from "./checks.js";
import { defaultRng } from "./random.js";

export const INITIALIZERS = {
  // Uniform with variance 2 / (fan_in + fan_out): Glorot and Bengio, 2010.
  glorot: (random, fanIn, fanOut) => {
    const limit = Math.sqrt(6 / (fanIn + fanOut));
    return random.uniform(-limit, limit);
  },
  // Normal with variance 2 / fan_in, for the ReLU family: He et al., 2015.
  he: (random, fanIn) => random.normal() * Math.sqrt(2 / fanIn),
  // Normal with variance 1 / fan_in: LeCun et al., 1998.
  lecun: (random, fanIn) => random.normal() * Math.sqrt(1 / fanIn),
  normal: (random) => random.normal(),
  zeros: () => 0,
};
const RELU_FAMILY = ["relu", "leaky_relu", "elu", "gelu", "softplus"];

// Draws all weights anew from `seed`, a whole number from 0 on, and sets the biases to 0.
export function initialize(network, seed, initializer) {
  checkNetwork(network);
  const random = defaultRng(seed);
  if (initializer !== undefined) checkName("initializer", initializer, Object.keys(INITIALIZERS));
  network.weights.forEach((weights, l) => {
    const own = RELU_FAMILY.includes(network.functions[l]) ? "he" : "glorot";
    const draw = INITIALIZERS[initializer ?? own];
    for (let i = 0; i < weights.length; i++) {
      weights[i] = draw(random, network.sizes[l], network.sizes[l + 1]);
    }
    network.biases[l].fill(0);
  });
}
