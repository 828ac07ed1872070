// The state of the explorer as Python that prints its numbers.

import { pythonNumber } from "../../web/draw/numbers.js";

export function pythonCode({
  target,
  drawn,
  hand,
  run,
  steepness,
  places,
  heights,
  activation,
  seed,
  learningRate,
  epsilon,
}) {
  const list = (numbers) => `[${Array.from(numbers, pythonNumber).join(", ")}]`;
  const units = hand.sizes[1],
    netUnits = run.network.sizes[1];
  const y = target.code ?? `np.interp(x, np.arange(${drawn.length}) / ${drawn.length - 1}, ${list(drawn)})`;
  return `import numpy as np
from nnbasics import Adam, Network, fit

x = ${target.x && target.x.length !== 101 ? "np.insert(np.arange(101) / 100, 50, 0.5)" : "np.arange(101) / 100"}
X = x[:, None]
Y = np.reshape(${y}, (-1, 1))
epsilon = ${pythonNumber(epsilon)}

places = np.array(${list(places.slice(0, units))})
heights = np.array(${list(heights.slice(0, units))})
steepness = ${pythonNumber(steepness)}
hand = Network([1, ${units}, 1], hidden="sigmoid", output="linear")
hand.layers[0].weights[:] = steepness
hand.layers[0].biases[:] = -steepness * places
hand.layers[1].weights[:, 0] = heights
hand.layers[1].biases[:] = Y[0]

shown = Network([1, ${netUnits}, 1], hidden="${activation}", output="linear", seed=${seed})
steps = ${run.steps}
if steps:
    fit(shown, X, Y, epochs=steps, batch_size=len(X), optimizer=Adam(${pythonNumber(learningRate)}), shuffle=False)

print("climb", abs(np.diff(Y[:, 0])).sum())
for name, net in (("hand", hand), ("net", shown)):
    off = net.predict(X) - Y
    print(f"{name}-units", net.sizes[1])
    print(f"{name}-parameters", net.num_parameters)
    print(f"{name}-off", abs(off).max())
    print(f"{name}-mse", np.mean(off**2))
    print(f"{name}-within", int(abs(off).max() <= epsilon))
`;
}
