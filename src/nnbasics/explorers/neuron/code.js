// The neuron as Python.

import { pythonNumber } from "../../web/draw/numbers.js";

export function pythonCode({ x, w, b }, source) {
  const [x1, x2, w1, w2, bias] = [...x, ...w, b].map(pythonNumber);
  const neuron = `import numpy as np
from nnbasics import Network

shown = Network([2, 1], output="sigmoid")
shown.layers[0].weights = [[${w1}], [${w2}]]
shown.layers[0].biases = [${bias}]

trace = shown.forward(np.array([[${x1}, ${x2}]]))
print("z       ", trace.preactivations[0].item())
print("output  ", trace.activations[-1].item())
`;
  if (!source) return neuron;
  return `${neuron}
${source}
print("right   ", np.sum((shown.predict(X) > 0.5) == (Y > 0.5)))
print("log-loss", shown.loss(X, Y))
`;
}
