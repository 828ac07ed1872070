// The state of the explorer of two steps as Python that prints its numbers.

import { pythonNumber } from "../../web/draw/numbers.js";
import { networkCode } from "../../web/shell/network_code.js";

export function bumpCode(network, x, { levels, edges }, { range, apart }) {
  const tenths = (value) => pythonNumber(10 * value);
  const steps = [0, 1].filter((i) => network.weights[0][i] !== 0);
  return `import numpy as np
from nnbasics import Network

${networkCode(network)}

trace = shown.forward(np.array([[${pythonNumber(x)}]]))
print("h1    ", trace.activations[1][0, 0])
print("h2    ", trace.activations[1][0, 1])
print("y     ", trace.activations[2].item())
${steps.map((i) => `print("step-${i + 1}", -shown.layers[0].biases[${i}] / shown.layers[0].weights[0, ${i}])\n`).join("")}
tenths = np.arange(${tenths(range[0])}, ${tenths(range[1])} + 1)   # x in tenths: whole numbers compare exactly
left, right = ${edges.map(tenths).join(", ")}
goal = np.select([tenths <= left, tenths <= right], [${levels[0]}, ${levels[1]}], ${levels[2]})
judged = (abs(tenths - left) >= ${tenths(apart)}) & (abs(tenths - right) >= ${tenths(apart)})
y = shown.predict(tenths[:, None] / 10).ravel()
print("gap   ", abs(y - goal)[judged].max())
`;
}
