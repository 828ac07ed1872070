// The state of the explorer of chapter 3 as Python that prints its numbers.

import { pythonNumber } from "../../web/draw/numbers.js";
import { networkCode } from "../../web/shell/network_code.js";
import { carriedCode } from "./carried.js";

// Rounding differs between the languages, in the last bit; in so many steps it has not grown into what one sees.
const FAITHFUL_STEPS = 1000;

// source: Python lines that make X and Y; without them loss and accuracy are left out.
// carried: how far the plane on the screen is on its way through the layer.
// origin: of createOrigin, where it holds for this source: the network then is its seed and its steps.
export function hiddenCode({ network, source, example: [x1, x2], pair, carried, origin, learningRate }) {
  const [across, up] = pair;
  const isTrained = origin?.steps > 0 && origin.steps <= FAITHFUL_STEPS && source !== "";
  const seed = origin?.steps === 0 || isTrained ? origin.seed : undefined;
  const made = [
    ...(source ? [source, ""] : []),
    ...(origin && seed === undefined ? [`# seed ${origin.seed}, after ${origin.steps} steps`] : []),
    networkCode(network, seed),
    ...(isTrained
      ? [
          `fit(shown, X, Y, epochs=${origin.steps}, batch_size=len(X), optimizer=SGD(${learningRate}), shuffle=False)`,
        ]
      : []),
  ];
  const lines = [
    `print("across", trace.activations[1][0, ${across}])`,
    ...(up === undefined ? [] : [`print("up", trace.activations[1][0, ${up}])`]),
    'print("z", trace.preactivations[1].item())',
    'print("output", trace.activations[2].item())',
    'print("parameters", shown.num_parameters)',
    ...(carried < 1 ? carriedCode(pair, carried) : []),
  ];
  const scores = [
    'print("right", np.sum((shown.predict(X) > 0.5) == (Y > 0.5)))',
    'print("log-loss", shown.loss(X, Y))',
  ];
  return `import numpy as np
from nnbasics import ${isTrained ? "SGD, Network, fit" : "Network"}

${made.join("\n")}

trace = shown.forward(np.array([[${pythonNumber(x1)}, ${pythonNumber(x2)}]]))
${[...lines, ...(source ? scores : [])].join("\n")}
`;
}
