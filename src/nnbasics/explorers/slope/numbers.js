// The numbers of the explorer of slopes: of one weight, or of two.

import { html } from "../../web/draw/elements.js";
import { formatNumber } from "../../web/draw/numbers.js";
import { createOutput, showNumber } from "../../web/draw/output.js";

// Below this step the digits of a finite difference are those of rounding, other ones in each program.
const ROUNDING = 2e-4;

export function createSlopeNumbers(place) {
  const names = [
    "loss",
    "slope",
    "finite difference",
    "error",
    "slope along the first",
    "slope along the second",
    "loss at the end",
  ];
  const outputs = Object.fromEntries(names.map((name) => [name, createOutput(name)]));
  const [first, second, steps] = Array.from({ length: 3 }, () => html("span"));
  const score = (...parts) => html("p", { class: "nn-score" }, ...parts);
  const ofOne = [
    score("slope by backpropagation: ", outputs.slope),
    score("finite difference: ", outputs["finite difference"]),
    score("they differ by: ", outputs.error),
  ];
  const ofTwo = [
    score("slope along ", first, ": ", outputs["slope along the first"]),
    score("along ", second, ": ", outputs["slope along the second"]),
    score("loss after ", steps, " steps: ", outputs["loss at the end"]),
  ];
  place.append(score("loss: ", outputs.loss), ...ofOne, ...ofTwo);
  const show = (name, value) =>
    showNumber(outputs[name], value, Number.isNaN(value) ? "" : formatNumber(value));
  const only = (parts, hidden) => {
    for (const part of ofOne) part.hidden = parts !== ofOne;
    for (const part of ofTwo) part.hidden = parts !== ofTwo;
    hidden.forEach((name) => show(name, NaN));
  };
  return {
    one({ loss, slope, estimate, h }) {
      only(ofOne, names.slice(4));
      show("loss", loss);
      show("slope", slope);
      show("finite difference", estimate);
      show("error", Math.abs(estimate - slope));
      for (const name of ["finite difference", "error"])
        outputs[name].toggleAttribute("data-past", name === "error" || h < ROUNDING);
    },
    two({ names: [one, other], loss, slopes, steps: taken, end }) {
      only(ofTwo, names.slice(1, 4));
      [first.textContent, second.textContent, steps.textContent] = [one, other, String(taken)];
      show("loss", loss);
      show("slope along the first", slopes[0]);
      show("slope along the second", slopes[1]);
      show("loss at the end", end);
    },
  };
}
