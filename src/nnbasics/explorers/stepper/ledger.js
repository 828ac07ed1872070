// Every number of the lesson, as far as it has come: z, activation and delta of each neuron, slope and new value of each
// weight and bias, the loss before and after.

import { html } from "../../web/draw/elements.js";
import { formatNumber } from "../../web/draw/numbers.js";
import { createOutput, showNumber } from "../../web/draw/output.js";
import { neuronName, parameterName } from "../../web/draw/parameter_names.js";

export function createLedger(steps, sizes) {
  const outputs = steps.map((step) => createOutput(step.name));
  const outputOf = (wanted) =>
    outputs[steps.findIndex((step) => Object.entries(wanted).every(([key, value]) => step[key] === value))];
  const neurons = sizes
    .slice(1)
    .flatMap((size, layer) => Array.from({ length: size }, (_, to) => ({ layer, to })));
  const neuronRows = neurons.map(({ layer, to }) => [
    neuronName(sizes, layer + 1, to),
    ...["z", "a", "delta"].map((kind) => outputOf({ kind, layer, to })),
  ]);
  const values = [];
  const parameterRows = steps
    .filter(({ kind }) => kind.endsWith("-slope"))
    .map(({ kind, layer, from, to }) => {
      const value = html("span");
      values.push({ value, layer, from, to });
      return [
        parameterName(sizes, { layer, from, to }),
        value,
        outputOf({ kind, layer, from, to }),
        outputOf({ kind: kind.replace("-slope", "").replace(/^/, "new-"), layer, from, to }),
      ];
    });
  const element = html(
    "details",
    { class: "nn-all-numbers" },
    html("summary", {}, "All numbers so far"),
    html(
      "div",
      { class: "nn-all-numbers-tables" },
      table("Neurons", ["neuron", "sum z", "activation", "delta δ"], neuronRows),
      table("Weights and biases", ["weight, bias", "value", "slope", "new value"], parameterRows),
    ),
  );
  return {
    element,
    loss: [outputOf({ kind: "loss" }), outputOf({ kind: "loss-after" })],
    update(lesson, at) {
      steps.forEach((step, i) =>
        showNumber(
          outputs[i],
          i <= at ? lesson.valueOf(step) : NaN,
          i <= at ? formatNumber(lesson.valueOf(step)) : "·",
        ),
      );
      for (const { value, layer, from, to } of values) {
        const { weights, biases } = lesson.network;
        value.textContent = formatNumber(
          from === undefined ? biases[layer][to] : weights[layer][from * sizes[layer + 1] + to],
        );
      }
    },
  };
}

function table(caption, heads, rows) {
  return html(
    "table",
    { class: "nn-all-numbers-table" },
    html("caption", { class: "nn-spoken" }, caption),
    html("thead", {}, html("tr", {}, ...heads.map((head) => html("th", { scope: "col" }, head)))),
    html(
      "tbody",
      {},
      ...rows.map(([name, ...cells]) =>
        html("tr", {}, html("th", { scope: "row" }, name), ...cells.map((cell) => html("td", {}, cell))),
      ),
    ),
  );
}
