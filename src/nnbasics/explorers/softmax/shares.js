// The outputs as shares of one whole, and the fraction of one class written out, each term a button that lights its class.
//
//   const shares = createShares({ names, lights })
//   shares.update({ outputs, scaled, terms, sum, trouble, shown })      shown: the class whose fraction is written

import { html } from "../../web/draw/elements.js";
import { fixed } from "../../web/draw/bars.js";
import { formatNumber } from "../../web/draw/numbers.js";
import { createOutput, showNumber } from "../../web/draw/output.js";

const ROOM = 0.17; // a share with less has its name left out; the rows above have it
const WRITTEN = {
  overflow: "too large to be written: ∞ / ∞ is no number",
  underflow: "too small to be written: 0 / 0 is no number",
  "few digits": "so small that digits are lost",
};

export function createShares({ names, lights }) {
  const rows = names.map((name, i) => {
    const bar = html("span", { class: "nn-bar" }),
      got = createOutput(`output-${name}`);
    const element = lights.add(
      i,
      html(
        "div",
        { class: "nn-out" },
        html("span", {}, name),
        html("span", { class: "nn-bar-track", "aria-hidden": "true" }, bar),
        got,
      ),
    );
    return { bar, got, element };
  });
  const parts = names.map((_, i) => lights.add(i, html("span", { class: "nn-share" })));
  const sum = createOutput("sum-of-outputs");
  const whole = html("div", { class: "nn-whole", "aria-hidden": "true" }, ...parts);
  const term = (i) => lights.add(i, html("button", { type: "button", class: "nn-power" }, "e", html("sup")));
  const above = names.map((_, i) => term(i)),
    below = names.map((_, i) => term(i));
  const left = html("span"),
    right = html("span");
  const fraction = html(
    "div",
    { class: "nn-fraction" },
    left,
    html(
      "span",
      { class: "nn-over" },
      html("span", {}, ...above),
      html("span", {}, ...below.flatMap((each, i) => (i ? [" + ", each] : [each]))),
    ),
    right,
  );

  return {
    outputs: html(
      "div",
      { class: "nn-outs" },
      html("p", { class: "nn-softmax-note" }, "outputs p, from 0 to 1"),
      ...rows.map(({ element }) => element),
      whole,
      html("p", { class: "nn-softmax-note" }, "laid end to end they fill the bar: together ", sum),
    ),
    fraction,
    update({ outputs, scaled, terms, sum: whole_sum, trouble, shown }) {
      outputs.forEach((output, i) => {
        rows[i].bar.style.width = `${(100 * output).toFixed(2)}%`;
        showNumber(rows[i].got, output, fixed(output));
        parts[i].style.width = `${(100 * output).toFixed(2)}%`;
        parts[i].textContent = output > ROOM ? `${names[i]} ${(100 * output).toFixed(1)} %` : "";
        for (const each of [above[i], below[i]]) {
          each.querySelector("sup").textContent = formatNumber(scaled[i]);
          each.setAttribute("aria-label", `e to the ${formatNumber(scaled[i])}, the term of ${names[i]}`);
        }
        above[i].hidden = i !== shown;
      });
      const all = outputs.reduce((total, output) => total + output, 0);
      showNumber(sum, all, formatNumber(all));
      left.textContent = `p of ${names[shown]} =`;
      right.textContent = WRITTEN[trouble]
        ? `= ${WRITTEN[trouble]}`
        : `= ${formatNumber(terms[shown])} / ${formatNumber(whole_sum)} = ${fixed(outputs[shown])}`;
    },
  };
}
