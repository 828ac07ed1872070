// The rule of a step of the lesson, in symbols and with the numbers in it; the product of both is the step's value.
//
//   const { says, rule, numbers } = formulaOf(lesson, step, { wanted, learningRate })

import { bracketed, formatNumber } from "../../web/draw/numbers.js";
import { neuronName, parameterName } from "../../web/draw/parameter_names.js";

const FUNCTION = { linear: "", sigmoid: "σ", tanh: "tanh", relu: "max" };

export function formulaOf(lesson, step, { wanted, learningRate }) {
  return FORMULAS[step.kind](lesson, step, { wanted, learningRate });
}

const FORMULAS = {
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
    const next = range(sizes[layer + 2]);
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
  "loss-after"({ loss, lossAfter }) {
    const change = lossAfter - loss;
    return {
      says: `Forward once more, with the new weights: the loss has ${change < 0 ? "fallen" : change > 0 ? "risen: the step was too long" : "stayed"}`,
      rule: "loss before + change",
      numbers: `${formatNumber(loss)} + ${bracketed(change)}`,
    };
  },
};

function update(name, value, slope, learningRate) {
  return {
    says: `Against the slope, as far as the learning rate η says: ${name} becomes`,
    rule: `${name} − η · slope`,
    numbers: `${formatNumber(value)} − ${formatNumber(learningRate)} × ${bracketed(slope)}`,
  };
}

function applied(f, inside) {
  if (f === "relu") return `max(${inside}, 0)`;
  return f === "linear" ? inside : `${FUNCTION[f]}(${inside})`;
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

function range(length) {
  return Array.from({ length }, (_, i) => i);
}
