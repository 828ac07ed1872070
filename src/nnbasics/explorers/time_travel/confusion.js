// The confusion matrix: in row r and column c, how many digits that are an r were read as a c.

import { html } from "../../web/draw/elements.js";
import { createOutput, showNumber } from "../../web/draw/output.js";

const KINDS = 10;

export function createConfusion(prefix) {
  const each = (make) => Array.from({ length: KINDS }, (_, i) => make(i));
  const outputs = each((is) => each((read) => createOutput(`${prefix}-confusion-${is}-${read}`)));
  const cells = outputs.map((row) => row.map((output) => html("td", {}, output)));
  const element = html(
    "table",
    { class: "nn-confusion" },
    html("caption", { class: "nn-caption" }, "Test digits: what they are (down), what is read (across)"),
    html(
      "thead",
      {},
      html("tr", {}, html("td"), ...each((read) => html("th", { scope: "col" }, String(read)))),
    ),
    html(
      "tbody",
      {},
      ...cells.map((row, is) => html("tr", {}, html("th", { scope: "row" }, String(is)), ...row)),
    ),
  );

  let shown = each(() => []);

  // A hundred cells are many to write for a repaint: only those whose count has changed.
  function show(counts) {
    outputs.forEach((row, is) =>
      row.forEach((output, read) => {
        const count = counts[is][read];
        if (Object.is(count, shown[is][read])) return;
        showNumber(output, count, count ? String(count) : "");
        const cell = cells[is][read];
        cell.className = is === read ? "nn-on-diagonal" : count ? "nn-confused" : "";
        cell.style.setProperty("--nn-share", `${Math.min(100, (is === read ? 2 : 12) * count || 0)}%`);
      }),
    );
    shown = counts;
  }

  return {
    element,
    update(reads, labels) {
      const counts = each(() => Array(KINDS).fill(0));
      labels.forEach((is, i) => (counts[is][reads[i]] += 1));
      show(counts);
    },
    clear: () => show(each(() => Array(KINDS).fill(NaN))),
  };
}
