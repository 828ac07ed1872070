// The state of the explorer of AND, OR and XOR as Python that prints its numbers.

import { networkCode } from "../../web/shell/network_code.js";

export function gatesCode(network, wanted, contradiction) {
  const hidden = network.sizes.length > 2;
  return `import numpy as np
from nnbasics import Network

${networkCode(network)}

X = np.array([[0, 0], [0, 1], [1, 0], [1, 1]])
Y = np.array([${wanted.map((value) => `[${value}]`).join(", ")}])
trace = shown.forward(X)
${hidden ? "" : "z = trace.preactivations[-1][:, 0]\n"}y = trace.activations[-1][:, 0]
for i, (x1, x2) in enumerate(X):
${
  hidden
    ? `    print(f"h1-{x1}{x2}", trace.activations[1][i, 0])
    print(f"h2-{x1}{x2}", trace.activations[1][i, 1])`
    : `    print(f"z-{x1}{x2}", z[i])`
}
    print(f"y-{x1}{x2}", y[i])

p = np.where(Y[:, 0] == 1, y, 1 - y)   # the probability given to the answer wanted
print("right", np.sum(p > 0.5))
print("sure", p.min())
print("log-loss", shown.loss(X, Y))
${
  contradiction
    ? `print("z-00+z-11", z[0] + z[3])
print("z-01+z-10", z[1] + z[2])
`
    : ""
}`;
}
