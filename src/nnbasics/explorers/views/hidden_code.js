// The state of the explorer of chapter 3 as Python that prints its numbers.

import { pythonNumber } from "./numbers.js";

export function hiddenCode(network, source, [x1, x2], [across, up]) {
  const { sizes, hidden, weights, biases } = network;
  const layers = weights.map((values, l) => `net.layers[${l}].weights[:] = ${matrix(values, sizes[l + 1])}
net.layers[${l}].biases[:] = ${list(biases[l])}`);
  const lines = [
    `print("across", trace.activations[1][0, ${across}])`,
    ...(up === undefined ? [] : [`print("up", trace.activations[1][0, ${up}])`]),
    'print("z", trace.preactivations[1].item())',
    'print("output", trace.activations[2].item())',
    'print("parameters", net.num_parameters)',
  ];
  return `import numpy as np
from nnbasics import Network

net = Network([${sizes.join(", ")}], hidden="${hidden[0]}", output="sigmoid")
${layers.join("\n")}

trace = net.forward(np.array([[${pythonNumber(x1)}, ${pythonNumber(x2)}]]))
${lines.join("\n")}
${source ? `
${source}
print("right", np.sum((net.predict(X) > 0.5) == (Y > 0.5)))
print("log-loss", net.loss(X, Y))
` : ""}`;
}

function list(numbers) {
  return `[${Array.from(numbers, pythonNumber).join(", ")}]`;
}

function matrix(numbers, columns) {
  const rows = [];
  for (let start = 0; start < numbers.length; start += columns) rows.push(list(numbers.slice(start, start + columns)));
  return `[${rows.join(", ")}]`;
}
