// Four rows of inputs 0 and 1: what is wanted beside what the network says.  One row is chosen, by its button.
//
//   const table = createTruthTable({ rows: [[0, 0], …], hidden: ["h₁", "h₂"], onChoose(row) })    without hidden, z is shown
//   table.update({ z, y, h, wanted, right, chosen })       h: one row of activations after another

import { html } from "../../web/draw/elements.js";
import { formatFixed, formatNumber } from "../../web/draw/numbers.js";
import { createOutput, showNumber } from "../../web/draw/output.js";

export function createTruthTable({ rows, hidden = [], onChoose }) {
  const lines = rows.map((inputs, row) => {
    const output = (name) => createOutput(`${name}-${inputs.join("")}`);
    const button = html("button", { type: "button", class: "nn-button" }, `(${inputs.join(", ")})`);
    button.addEventListener("click", () => onChoose(row));
    const line = {
      button,
      h: hidden.map((_, i) => output(`h${i + 1}`)),
      z: hidden.length ? [] : [output("z")],
      y: output("y"),
      wanted: html("td"),
      verdict: html("td"),
    };
    const cells = [...line.h, ...line.z, line.y].map((one) => html("td", {}, one));
    line.element = html("tr", {}, html("th", { scope: "row" }, button), ...cells, line.wanted, line.verdict);
    return line;
  });
  const heads = ["(x₁, x₂)", ...(hidden.length ? hidden : ["z"]), "got: y", "wanted", "right?"].map((head) =>
    html("th", { scope: "col" }, head),
  );
  const element = html(
    "table",
    { class: "nn-truth" },
    html("caption", {}, "Press a row to send it through the drawing"),
    html("thead", {}, html("tr", {}, ...heads)),
    html("tbody", {}, ...lines.map((line) => line.element)),
  );
  return {
    element,
    update({ z, y, h, wanted, right, chosen }) {
      lines.forEach((line, i) => {
        line.h.forEach((output, unit) => {
          const activation = h[i * hidden.length + unit];
          showNumber(output, activation, formatFixed(activation, 3));
        });
        for (const output of line.z) showNumber(output, z[i], formatNumber(z[i]));
        showNumber(line.y, y[i], formatFixed(y[i], 3));
        line.wanted.textContent = wanted[i];
        line.verdict.textContent = right[i] ? "✓ yes" : "✗ no";
        line.element.classList.toggle("nn-wrong-row", !right[i]);
        line.element.classList.toggle("nn-chosen", i === chosen);
        line.button.setAttribute("aria-pressed", String(i === chosen));
      });
    },
  };
}
