// The state of the stepper as Python that prints every number that has been reached.

import { pythonNumber } from "../../web/draw/numbers.js";
import { networkCode } from "../../web/shell/network_code.js";

export function stepperCode({ network, steps }, at, x, wanted, learningRate) {
  const row = (numbers) => `np.array([[${numbers.map(pythonNumber).join(", ")}]])`;
  const printed = steps.slice(0, at + 1).map(({ name, python }) => `print("${name}", ${python})`);
  return `import numpy as np
from nnbasics import Network

${networkCode(network)}

x, wanted = ${row(x)}, ${row(wanted)}
trace = shown.forward(x)
grads = shown.backward(trace, wanted)
after = shown.copy()
after.parameters -= ${pythonNumber(learningRate)} * grads.flat

${printed.join("\n")}
print("now", ${steps[at].python})
`;
}
