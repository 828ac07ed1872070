// The game as Python: the three networks, what each says about the digit and, once they are in order, what it costs.

import { base64Of, pythonPixels } from "../../web/digits/data.js";

export function pythonCode(candidates, pixels, label, source, solved) {
  const carried = candidates.filter(({ born }) => !born);
  const { sizes, hidden } = candidates[0].network;
  const made = ({ name, born }) => {
    const [seed, initializer] = born ?? [];
    const how = [born && `, seed=${seed}`, initializer && `, initializer="${initializer}"`];
    return `    "${name}": Network(**layers${how.filter(Boolean).join("")}),`;
  };
  // All weights and biases, bit by bit.
  const numbers = ({ name, network }) => `candidates["${name}"].parameters[:] = np.frombuffer(b64decode(
    "${base64Of(network.parameters)}"))
`;
  const costs = `    print(f"{name}-cost {np.sum((shown.predict(x) - np.eye(10)[${label}]) ** 2)}")
    print(f"{name}-average-cost {np.mean(np.sum((shown.predict(X) - np.eye(10)[labels]) ** 2, axis=1))}")
`;
  return `import numpy as np
${carried.length ? "from base64 import b64decode\n" : ""}from nnbasics import Network

x = np.array([[
${pythonPixels(pixels)}
]]) / 16
${source}

layers = dict(sizes=${JSON.stringify(sizes).replaceAll(",", ", ")}, hidden=${JSON.stringify(hidden)}, output="softmax")
candidates = {
${candidates.map(made).join("\n")}
}
${carried.map(numbers).join("")}for name, shown in candidates.items():
    trace = shown.forward(x)
    for digit, value in enumerate(trace.activations[-1][0]):
        print(f"{name}-{digit} {value}")
${solved ? costs : ""}`;
}
