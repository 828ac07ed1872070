// The way back, and the step: deltas, the slopes of weights and biases, their new values.

import { bracketed, formatNumber } from "../../web/draw/numbers.js";
import { neuronName, parameterName } from "../../web/draw/parameter_names.js";

export const BACKWARD = {
  delta(lesson, { layer, to }, { wanted }) {
    const {
        network: { sizes, weights, functions, loss },
        trace,
        gradients,
      } = lesson,
      last = sizes.length - 2;
    const name = neuronName(sizes, layer + 1, to),
      f = functions[layer];
    const z = trace.preactivations[layer][to],
      a = trace.activations[layer + 1][to];
    const [slope, slopeNumber] = slopeOf(f, name, z, a);
    if (layer === last) {
      const share = sizes[last + 1] === 1 || loss === "cce" ? "" : "½ · ",
        shareNumber = share.replace("·", "×");
      const two = loss === "mse" ? (share ? "" : "2 · ") : share,
        twoNumber = two.replace("·", "×");
      return {
        says: `How the loss changes with the sum of ${name}: ${
          loss !== "mse"
            ? `cross-entropy and ${f} together leave the plain difference`
            : f === "linear"
              ? "the slope of the loss"
              : `the slope of the loss, times the slope of ${f}`
        }`,
        rule:
          loss === "mse" ? `${two}(${name} − wanted)${slope && ` · ${slope}`}` : `${share}(${name} − wanted)`,
        numbers:
          loss === "mse"
            ? `${twoNumber}(${formatNumber(a)} − ${bracketed(wanted[to])})${slopeNumber && ` × ${slopeNumber}`}`
            : `${shareNumber}(${formatNumber(a)} − ${bracketed(wanted[to])})`,
      };
    }
    const next = Array.from({ length: sizes[layer + 2] }, (_, k) => k);
    const sum = (terms) => (terms.length > 1 ? `[${terms.join(" + ")}]` : terms[0]);
    const rule = sum(
      next.map(
        (k) =>
          `δ(${neuronName(sizes, layer + 2, k)}) · ${parameterName(sizes, { layer: layer + 1, from: to, to: k })}`,
      ),
    );
    const numbers = sum(
      next.map(
        (k) =>
          `${bracketed(gradients.deltas[layer + 1][k])} × ${bracketed(weights[layer + 1][to * sizes[layer + 2] + k])}`,
      ),
    );
    return {
      says: `How the loss changes with the sum of ${name}: the deltas behind it, each back through its weight, times the slope of ${f}`,
      rule: slope ? `${rule} · ${slope}` : rule,
      numbers: slopeNumber ? `${numbers} × ${slopeNumber}` : numbers,
    };
  },
  "weight-slope"({ network: { sizes }, trace, gradients }, { layer, from, to }) {
    const [start, end] = [neuronName(sizes, layer, from), neuronName(sizes, layer + 1, to)];
    return {
      says: `The slope of the loss along ${parameterName(sizes, { layer, from, to })}: what came in at ${start}, times the delta of ${end}`,
      rule: `${start} · δ(${end})`,
      numbers: `${bracketed(trace.activations[layer][from])} × ${bracketed(gradients.deltas[layer][to])}`,
    };
  },
  "bias-slope"({ network: { sizes }, gradients }, { layer, to }) {
    const name = neuronName(sizes, layer + 1, to);
    return {
      says: `The slope of the loss along ${parameterName(sizes, { layer, to })}: the delta itself, as the bias comes in with 1`,
      rule: `1 · δ(${name})`,
      numbers: `1 × ${bracketed(gradients.deltas[layer][to])}`,
    };
  },
  "new-weight"(lesson, { layer, from, to }, { learningRate }) {
    const {
        network: { sizes, weights },
        gradients,
      } = lesson,
      at = from * sizes[layer + 1] + to;
    return update(
      parameterName(sizes, { layer, from, to }),
      weights[layer][at],
      gradients.weights[layer][at],
      learningRate,
    );
  },
  "new-bias"(lesson, { layer, to }, { learningRate }) {
    const {
      network: { sizes, biases },
      gradients,
    } = lesson;
    return update(
      parameterName(sizes, { layer, to }),
      biases[layer][to],
      gradients.biases[layer][to],
      learningRate,
    );
  },
};

function update(name, value, slope, learningRate) {
  return {
    says: `Against the slope, as far as the learning rate η says: ${name} becomes`,
    rule: `${name} − η · slope`,
    numbers: `${formatNumber(value)} − ${formatNumber(learningRate)} × ${bracketed(slope)}`,
  };
}

// The slope of the activation function, in symbols and in numbers; nothing where it is 1 everywhere.
function slopeOf(f, name, z, a) {
  switch (f) {
    case "sigmoid":
      return [`${name} (1 − ${name})`, `${formatNumber(a)} × (1 − ${formatNumber(a)})`];
    case "tanh":
      return [`(1 − ${name}²)`, `(1 − ${bracketed(a)}²)`];
    case "relu":
      return [`[1 if z(${name}) > 0, else 0]`, z > 0 ? "1" : "0"];
    default:
      return ["", ""];
  }
}
