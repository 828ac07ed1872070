// The state as Python.

import { GRID } from "../../web/draw/grid.js";
import { networkCode } from "../../web/shell/network_code.js";

export function pythonCode(network, fold, x, span) {
  return `import numpy as np
from nnbasics import Network

${networkCode(network)}
(W1, b1), (W2, b2) = [(layer.weights, layer.biases) for layer in shown.layers]

def stack(X):
    hidden = X @ W1 + b1
    hidden[:, :${fold}] = np.maximum(hidden[:, :${fold}], 0)  # a ReLU in the first ${fold}
    return hidden @ W2 + b2

W, b = W1 @ W2, b1 @ W2 + b2
x = np.array([[${x.join(", ")}]])
side = np.linspace(${-span}, ${span}, ${GRID})
grid = np.stack(np.meshgrid(side, side), axis=-1).reshape(-1, 2)
print("w₁", W[0, 0])
print("w₂", W[1, 0])
print("b", b[0])
print("stack", stack(x).item())
print("single-layer", (x @ W + b).item())
print("largest-difference", np.abs(stack(grid) - (grid @ W + b)).max())
`;
}
