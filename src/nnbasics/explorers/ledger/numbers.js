// The numbers of the ledger that belong to no row: one cell as its product, and what all want together.

import { html } from "../../web/draw/elements.js";
import { bracketed, formatNumber } from "../../web/draw/numbers.js";
import { createOutput, showNumber } from "../../web/draw/output.js";

export function createNumbers(batchSizes) {
  const show = Object.fromEntries(
    ["wish", "delta", "activation"].map((name) => [name, createOutput(`cell-${name}`)]),
  );
  for (const name of ["voices", "agreement", "helped", "hurt"]) show[name] = createOutput(name);
  const medians = batchSizes.map((size) => createOutput(`median-angle-${size}`));
  const name = html("span"),
    product = html("span", {}, " = −delta × activation = −", show.delta, " × ", show.activation);
  const element = html(
    "div",
    { class: "nn-ledger-numbers" },
    html("p", {}, name, ": wish ", show.wish, product),
    html("p", { class: "nn-score" }, "voices: ", show.voices),
    html("p", { class: "nn-score" }, "of what they shout is left together: ", show.agreement),
    html("p", { class: "nn-score" }, "the step helps ", show.helped, " and hurts ", show.hurt),
  );
  const batches = html(
    "p",
    { class: "nn-caption nn-medians" },
    "In the middle: ",
    ...batchSizes.flatMap((size, i) => [i ? "; " : "", `batches of ${size} `, medians[i]]),
    "; all, by definition, 0°",
  );

  return {
    element,
    batches,
    update({ voices, agreement, rows, cell, medians: angles }) {
      const digits = rows.slice(0, -1);
      name.textContent = `${cell.row < digits.length ? `Digit ${cell.row}` : "All together"}, ${cell.name}`;
      product.hidden = cell.delta === undefined;
      set(show.wish, cell.wish, formatNumber);
      set(show.delta, cell.delta, bracketed);
      set(show.activation, cell.activation, bracketed);
      set(show.voices, voices, String);
      set(show.agreement, agreement, percent);
      set(show.helped, digits.filter(({ loss, after }) => after < loss).length, String);
      set(show.hurt, digits.filter(({ loss, after }) => after > loss).length, String);
      batchSizes.forEach((size, i) => set(medians[i], angles?.[size], (angle) => `${angle.toFixed(0)}°`));
    },
    sentence({ voices, agreement, rows, row }) {
      const digits = rows.slice(0, -1),
        foot = rows.at(-1),
        { label, reads, norm } = rows[row];
      const who =
        row < digits.length
          ? `Digit ${row}, labeled ${label}, read as ${reads}, shouts with ${formatNumber(norm)}.`
          : `Together they pull with ${formatNumber(norm)}.`;
      if (!voices) return `${who} All are muted.`;
      const hurt = digits.filter(({ loss, after }) => after > loss).length;
      return (
        `${who} ${percent(agreement)} of what all shout is left together. The step brings the average loss from ` +
        `${formatNumber(foot.loss)} to ${formatNumber(foot.after)} and hurts ${hurt} of ${digits.length} digits.`
      );
    },
  };
}

function set(output, value, text) {
  const missing = value === undefined || Number.isNaN(value);
  showNumber(output, value ?? NaN, missing ? "–" : text(value));
}

function percent(share) {
  return `${(100 * share).toFixed(0)} %`;
}
