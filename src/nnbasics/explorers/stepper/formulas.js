// The rule of a step of the lesson, in symbols and with the numbers in it; the product of both is the step's value.
//
//   const { says, rule, numbers } = formulaOf(lesson, step, { wanted, learningRate })

import { bracketed, formatNumber } from "../../web/draw/numbers.js";
import { neuronName, parameterName } from "../../web/draw/parameter_names.js";
import { BACKWARD } from "./backward_formulas.js";

const FUNCTION = { linear: "", sigmoid: "σ", tanh: "tanh", relu: "max" };

export function formulaOf(lesson, step, { wanted, learningRate }) {
  return FORMULAS[step.kind](lesson, step, { wanted, learningRate });
}

// The way there: sums, activations, the loss before and after.
const FORWARD = {
  z({ network: { sizes, weights, biases }, trace }, { layer, to }) {
    const into = range(sizes[layer]),
      name = (from) => neuronName(sizes, layer, from);
    return {
      says: `The sum of ${neuronName(sizes, layer + 1, to)}: each input times its weight, plus the bias`,
      rule: [
        ...into.map((from) => `${parameterName(sizes, { layer, from, to })} · ${name(from)}`),
        parameterName(sizes, { layer, to }),
      ].join(" + "),
      numbers: [
        ...into.map(
          (from) =>
            `${bracketed(weights[layer][from * sizes[layer + 1] + to])} × ${bracketed(trace.activations[layer][from])}`,
        ),
        bracketed(biases[layer][to]),
      ].join(" + "),
    };
  },
  a({ network: { sizes, functions }, trace }, { layer, to }) {
    const name = neuronName(sizes, layer + 1, to),
      f = functions[layer],
      z = trace.preactivations[layer];
    if (f === "softmax")
      return {
        says: `What ${name} says: its share of e to the power of the sums, so that all outputs add up to 1`,
        rule: `eᶻ of ${name} / sum of all eᶻ`,
        numbers: `e^${bracketed(z[to])} / (${range(z.length)
          .map((k) => `e^${bracketed(z[k])}`)
          .join(" + ")})`,
      };
    return {
      says: `What ${name} says: its sum through the activation function, here ${f}`,
      rule: applied(f, `z(${name})`),
      numbers: applied(f, formatNumber(trace.preactivations[layer][to])),
    };
  },
  loss({ network, trace }, _step, { wanted }) {
    const { sizes, loss } = network,
      last = sizes.length - 1,
      got = trace.activations[last],
      n = sizes[last];
    const name = (k) => neuronName(sizes, last, k);
    const of = (term) => (n === 1 ? term(0) : `½ [${range(n).map(term).join(" + ")}]`);
    if (loss === "mse")
      return {
        says:
          n === 1
            ? "How wrong: the squared difference of what we got and what was wanted"
            : "How wrong: the mean of the squared differences",
        rule: of((k) => `(${name(k)} − wanted${n > 1 ? ` ${name(k)}` : ""})²`),
        numbers: of((k) => `(${formatNumber(got[k])} − ${bracketed(wanted[k])})²`),
      };
    if (loss === "cce")
      return {
        says: "How wrong: the cross-entropy, small where much was said for what was wanted",
        rule: range(n)
          .map((k) => `−wanted ${name(k)} · ln ${name(k)}`)
          .join(" "),
        numbers: range(n)
          .map((k) => `−${bracketed(wanted[k])} × ln ${formatNumber(got[k])}`)
          .join(" "),
      };
    return {
      says: "How wrong: the cross-entropy, small where much was said for what was wanted",
      rule: of((k) => `−wanted · ln ${name(k)} − (1 − wanted) · ln(1 − ${name(k)})`),
      numbers: of(
        (k) =>
          `−${formatNumber(wanted[k])} × ln ${formatNumber(got[k])} − ${formatNumber(1 - wanted[k])} × ln ${formatNumber(1 - got[k])}`,
      ),
    };
  },
  "loss-after"({ loss, lossAfter }) {
    const change = lossAfter - loss;
    return {
      says: `Forward once more, with the new weights: the loss has ${change < 0 ? "fallen" : change > 0 ? "risen: the step was too long" : "stayed"}`,
      rule: "loss before + change",
      numbers: `${formatNumber(loss)} + ${bracketed(change)}`,
    };
  },
};

const FORMULAS = { ...FORWARD, ...BACKWARD };

function applied(f, inside) {
  if (f === "relu") return `max(${inside}, 0)`;
  return f === "linear" ? inside : `${FUNCTION[f]}(${inside})`;
}

function range(length) {
  return Array.from({ length }, (_, i) => i);
}
