// The same outputs, computed in two ways: as the formula is written, and with the largest logit subtracted first.
//
//   const ways = createWays({ names, lights });   ways.update({ scaled, largest, terms, sum, safe, safeSum, trouble })

import { html } from "../../web/draw/elements.js";
import { formatNumber } from "../../web/draw/numbers.js";
import { createOutput, showNumber } from "../../web/draw/output.js";

const SAVED = "With the largest subtracted first, no power is above 1, and the outputs are as they were.";
const VERDICTS = {
  "": "Both ways give the same outputs: the fraction is shortened by the same factor.",
  overflow: `As written it fails: above 1.80×10³⁰⁸ a computer writes ∞, and ∞ / ∞ is no number. ${SAVED}`,
  underflow: `As written it fails: so close to 0 a computer writes 0, and 0 / 0 is no number. ${SAVED}`,
  "few digits": `As written it is about to fail: so close to 0 a computer keeps few digits. ${SAVED}`,
};

export function createWays({ names, lights }) {
  const rows = [...names, "sum"].map((name, i) => {
    const isSum = i === names.length;
    const row = {
      power: html("sup"),
      safePower: html("sup"),
      term: createOutput(isSum ? "sum" : `term-${name}`),
      safe: createOutput(isSum ? "safe-sum" : `safe-term-${name}`),
    };
    const cells = isSum
      ? [html("td", {}, row.term), html("td", {}, row.safe)]
      : [
          html("td", {}, "e", row.power, " = ", row.term),
          html("td", {}, "e", row.safePower, " = ", row.safe),
        ];
    row.element = html("tr", {}, html("th", { scope: "row" }, name), ...cells);
    if (!isSum) lights.add(i, row.element);
    return row;
  });
  const head = html(
    "tr",
    {},
    ...["", "as written", "largest subtracted"].map((text) =>
      html(text ? "th" : "td", text ? { scope: "col" } : {}, text),
    ),
  );
  const verdict = html("p", { class: "nn-softmax-note nn-ways-verdict" });
  return {
    element: html(
      "div",
      { class: "nn-ways-box" },
      html(
        "table",
        { class: "nn-ways" },
        html("caption", { class: "nn-spoken" }, "The softmax in two ways"),
        html("thead", {}, head),
        html("tbody", {}, ...rows.map(({ element }) => element)),
      ),
      verdict,
    ),
    update({ scaled, largest, terms, sum, safe, safeSum, trouble }) {
      const finite = (output, value) =>
        showNumber(
          output,
          Number.isFinite(value) ? value : NaN,
          Number.isFinite(value) ? formatNumber(value) : "∞, too large",
        );
      rows.forEach((row, i) => {
        const isSum = i === names.length;
        finite(row.term, isSum ? sum : terms[i]);
        finite(row.safe, isSum ? safeSum : safe[i]);
        if (isSum) return;
        row.power.textContent = formatNumber(scaled[i]);
        row.safePower.textContent = formatNumber(scaled[i] - largest);
      });
      verdict.textContent = VERDICTS[trouble];
    },
  };
}
