// The state of the explorer of the spiking neuron as Python that prints its numbers.

import { pythonNumber } from "../../web/draw/numbers.js";
import { CONSTANT, LENGTH, PIECE } from "./stimulus.js";

export function spikingCode({ neuron, shape, heights, time, visited, fit }) {
  const list = (numbers) => `[${numbers.map(pythonNumber).join(", ")}]`;
  const still = shape === CONSTANT;
  return `import numpy as np
from nnbasics.spiking import SpikingNeuron, fit_relu

shown = SpikingNeuron(time_constant=${pythonNumber(neuron.timeConstant)}, threshold=${pythonNumber(neuron.threshold)}, refractory=${pythonNumber(neuron.refractory)})
current = ${still ? `np.full(${LENGTH}, ${pythonNumber(heights[0])})` : `np.repeat(${list(heights)}, ${PIECE})`}  # nA, a step a ms
recording = shown.run(current)

print("spikes", len(recording.spikes))
print("rate", recording.rate)
print("potential", recording.voltage[${time}])
${still ? `print("formula", shown.rate(${pythonNumber(heights[0])}))\n` : ""}
visited = np.array(${list(visited)})
rates = np.array([shown.run(np.full(${LENGTH}, each)).rate for each in visited])
${still ? "" : "more = recording.intervals()  # each interval between two spikes is a point, too\nvisited, rates = np.append(visited, more[0]), np.append(rates, more[1])\n"}${
  fit
    ? `
weight, bias = fit_relu(visited, rates)
outputs = np.maximum(0, weight * visited + bias)
print("weight", weight)
print("bias", bias)
print("kink", -bias / weight)
print("error", np.sqrt(np.mean((outputs - rates) ** 2)))
print("output", max(0, weight * current[${Math.min(time, LENGTH - 1)}] + bias))
`
    : "# fewer than two currents make it fire: no ReLU can be fitted\n"
}`;
}
