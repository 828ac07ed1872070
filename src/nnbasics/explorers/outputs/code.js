// The state of the explorer of outputs as Python that trains all runs again and prints their numbers.

import { pythonNumber } from "../../web/draw/numbers.js";

export function outputsCode({ classes, source, runs, far, movers, seed, wrong, learningRate, steps, probe }) {
  const start = !wrong
    ? ""
    : classes
      ? `    shown.layers[0].weights[:] = [[2.0, -2.0]] if output == "softmax" else -4.0  # sure of the wrong class\n`
      : "    shown.layers[0].weights[:] = -4.0  # sure of the wrong slope\n";
  return `import numpy as np
from nnbasics import Network

${source}
${classes ? `X[:${movers}, 0] += ${pythonNumber(far)}  # the far ones\n` : ""}for output, loss in ${JSON.stringify(runs).replaceAll("[", "(").replaceAll("]", ")").replace("((", "[(").replace("))", ")]").replaceAll(",", ", ")}:
    wanted = ${classes ? 'np.hstack([1 - Y, Y]) if output == "softmax" else Y' : "Y"}
    shown = Network([${classes ? 2 : 1}, wanted.shape[1]], output=output, loss=loss, seed=${seed})
${start}    for step in range(${steps}):
        grads = shown.backward(shown.forward(X), wanted)
        shown.parameters -= ${pythonNumber(learningRate)} * grads.flat
    says = shown.predict(X)[:, -1]
    print(f"loss-{output}-{loss}", shown.loss(X, wanted))
${classes ? '    print(f"right-{output}-{loss}", np.sum((says > 0.5) == (Y[:, 0] > 0.5)))\n' : ""}    print(f"says-{output}-{loss}", says[${probe}])
`;
}
