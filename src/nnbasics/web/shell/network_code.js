// A network as Python that makes it: `shown`, with its seed where that says all, or all its weights and biases.

import { pythonNumber } from "../draw/numbers.js";
import { LOSS_OF_OUTPUT } from "../engine/losses.js";

export function networkCode({ sizes, hidden, output, loss, weights, biases }, seed) {
  const layers = weights.map(
    (values, l) => `shown.layers[${l}].weights[:] = ${matrix(values, sizes[l + 1])}
shown.layers[${l}].biases[:] = ${list(biases[l])}`,
  );
  const ofHidden = hidden.length ? `, hidden="${hidden[0]}"` : "";
  const ofLoss = loss === (LOSS_OF_OUTPUT[output] ?? "mse") ? "" : `, loss="${loss}"`; // where it is not the output's own
  const shape = `[${sizes.join(", ")}]${ofHidden}, output="${output}"${ofLoss}`;
  return seed === undefined
    ? `shown = Network(${shape})\n${layers.join("\n")}`
    : `shown = Network(${shape}, seed=${seed})`;
}

function list(numbers) {
  return `[${Array.from(numbers, pythonNumber).join(", ")}]`;
}

function matrix(numbers, columns) {
  const rows = [];
  for (let start = 0; start < numbers.length; start += columns)
    rows.push(list(numbers.slice(start, start + columns)));
  return `[${rows.join(", ")}]`;
}
