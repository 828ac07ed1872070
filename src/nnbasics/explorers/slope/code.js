// The state of the explorer of slopes as Python that prints its numbers.

import { pythonNumber } from "../../web/draw/numbers.js";
import { networkCode } from "../../web/shell/network_code.js";

const ROUNDING = 2e-4; // as in numbers.js: a smaller step is not for comparing

export function slopeCode(network, { x, wanted, places: [place, other], two, h, learningRate, steps }) {
  const row = (numbers) => `np.array([[${numbers.map(pythonNumber).join(", ")}]])`;
  const one = `
print("loss", shown.loss(x, wanted))
print("slope", grads.flat[${place}])

h = ${pythonNumber(h)}
above, below = shown.copy(), shown.copy()
above.parameters[${place}] += h
below.parameters[${place}] -= h
difference = (above.loss(x, wanted) - below.loss(x, wanted)) / (2 * h)
${h < ROUNDING ? "# so small a step leaves digits of rounding: print(difference)" : 'print("finite difference", difference)'}
`;
  const both = `
print("loss", shown.loss(x, wanted))
print("slope along the first", grads.flat[${place}])
print("slope along the second", grads.flat[${other}])

trained = shown.copy()
for step in range(${steps}):  # train these two weights alone
    grads = trained.backward(trained.forward(x), wanted)
    trained.parameters[[${place}, ${other}]] -= ${pythonNumber(learningRate)} * grads.flat[[${place}, ${other}]]
print("loss at the end", trained.loss(x, wanted))
`;
  return `import numpy as np
from nnbasics import Network

${networkCode(network)}

x, wanted = ${row(x)}, ${row(wanted)}
trace = shown.forward(x)
grads = shown.backward(trace, wanted)
${two ? both : one}`;
}
