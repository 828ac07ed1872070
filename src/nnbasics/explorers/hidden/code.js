// The state of the explorer of chapter 3 as Python that prints its numbers.

import { pythonNumber } from "../../web/draw/numbers.js";
import { networkCode } from "../../web/shell/network_code.js";

// source: Python lines that make X and Y; without them loss and accuracy are left out.
export function hiddenCode(network, source, [x1, x2], [across, up]) {
  const lines = [
    `print("across", trace.activations[1][0, ${across}])`,
    ...(up === undefined ? [] : [`print("up", trace.activations[1][0, ${up}])`]),
    'print("z", trace.preactivations[1].item())',
    'print("output", trace.activations[2].item())',
    'print("parameters", shown.num_parameters)',
  ];
  const scores = `
${source}
print("right", np.sum((shown.predict(X) > 0.5) == (Y > 0.5)))
print("log-loss", shown.loss(X, Y))
`;
  return `import numpy as np
from nnbasics import Network

${networkCode(network)}

trace = shown.forward(np.array([[${pythonNumber(x1)}, ${pythonNumber(x2)}]]))
${lines.join("\n")}
${source ? scores : ""}`;
}
