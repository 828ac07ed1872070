// The sum, the output and the score of the neuron, written out.

import { html } from "../../web/draw/elements.js";
import { createOutput } from "../../web/draw/output.js";

export function numbersOf(place, score) {
  const past = { "data-past": "" }; // tells what has been, which no code of the present state can print
  const show = {
    z: createOutput("z"),
    products: html("span"),
    output: createOutput("output"),
    exponent: html("sup"),
    verdict: html("strong"),
    right: createOutput("right"),
    loss: createOutput("log-loss"),
    best: createOutput("best", past),
  };
  place.append(
    html("p", {}, "z = w₁ × x₁ + w₂ × x₂ + b = ", show.products, show.z),
    html("p", {}, "output = σ(z) = 1 / (1 + e", show.exponent, ") = ", show.output, ", so ", show.verdict),
  );
  score.append(
    html("p", { class: "nn-score" }, "right: ", show.right),
    html("p", { class: "nn-score" }, "log-loss: ", show.loss),
    html("p", { class: "nn-score" }, "best by hand: ", show.best),
  );
  return show;
}
