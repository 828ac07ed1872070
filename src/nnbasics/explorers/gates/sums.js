// Why one neuron cannot reach XOR: two sums that are the same, of which one should be below 0 and one above.

import { html } from "../../web/draw/elements.js";
import { bracketed, formatNumber } from "../../web/draw/numbers.js";
import { createOutput, showNumber } from "../../web/draw/output.js";

// Why no single neuron says XOR: two sums that are the same whatever the weights.
export function createSums() {
  const line = (name) => ({ terms: html("span"), sum: createOutput(name) });
  const wish = (words) => html("span", { class: "nn-wish" }, ` XOR wants ${words}`);
  const [same, different] = [line("z-00+z-11"), line("z-01+z-10")];
  const element = html(
    "details",
    { class: "nn-sums" }, // closed: who has tried wants to know
    html("summary", {}, "Why it will not come. Open it when you have tried."),
    html("p", {}, "Add z over opposite corners:"),
    html("p", {}, "z(0, 0) + z(1, 1) = b + (w₁ + w₂ + b) = ", same.terms, same.sum, wish("both below 0")),
    html(
      "p",
      {},
      "z(0, 1) + z(1, 0) = (w₂ + b) + (w₁ + b) = ",
      different.terms,
      different.sum,
      wish("both above 0"),
    ),
    html("p", {}, "Both sums are w₁ + w₂ + 2b. One number cannot be below 0 and above 0."),
  );
  return {
    element,
    update({ z, values, shown }) {
      element.hidden = !shown;
      [
        [same, 0, 3],
        [different, 1, 2],
      ].forEach(([{ terms, sum }, i, j], which) => {
        terms.textContent = `${formatNumber(z[i])} + ${bracketed(z[j])} = `;
        showNumber(sum, values[which], formatNumber(values[which]));
      });
    },
  };
}
