// The sums and outputs of both kinds of network, written out.

import { html } from "../../web/draw/elements.js";
import { bracketed, formatNumber } from "../../web/draw/numbers.js";
import { createOutput } from "../../web/draw/output.js";

export function formulas({ weights, biases, sizes }, [x1, x2], h, z, y) {
  const written = (x) => (Number.isInteger(x) ? x : formatNumber(x));
  const product = (x, weight, i) => `${i ? bracketed(weight) : formatNumber(weight)} × ${written(x)}`;
  const sum = (inputs, ofInput, bias) =>
    [...inputs.map((x, i) => product(x, ofInput(i), i)), bracketed(bias)].join(" + ");
  const y1 = formatNumber(y);
  if (sizes.length === 2) {
    return [
      `z = w₁ × x₁ + w₂ × x₂ + b = ${sum([x1, x2], (i) => weights[0][i], biases[0][0])} = ${formatNumber(z)}`,
      `y = σ(z) = ${y1}`,
    ];
  }
  return [
    ...[0, 1].map(
      (unit) =>
        `h${"₁₂"[unit]} = σ(${sum([x1, x2], (i) => weights[0][2 * i + unit], biases[0][unit])}) = ${formatNumber(h[unit])}`,
    ),
    `y = σ(${sum(h, (i) => weights[1][i], biases[1][0])}) = σ(${formatNumber(z)}) = ${y1}`,
  ];
}

export function numbersOf(place) {
  const show = {
    formulas: html("div", { class: "nn-formulas" }),
    right: createOutput("right"),
    most: createOutput("most", { "data-past": "" }),
    sure: createOutput("sure"),
    loss: createOutput("log-loss"),
  };
  place.append(
    show.formulas,
    html("p", { class: "nn-score" }, "right: ", show.right),
    html("p", { class: "nn-score" }, "most so far: ", show.most),
    html("p", { class: "nn-score" }, "least sure: ", show.sure),
    html("p", { class: "nn-score" }, "log-loss: ", show.loss),
  );
  return show;
}
