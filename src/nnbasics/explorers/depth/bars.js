// A row for each layer of a network, its bar on a scale of powers of ten: each tick is a thousand times the one before.
//
//   const bars = createDeltaBars(most)                rows for `most` hidden layers and the output layer
//   bars.update(sizes)                           the first layer first; rows that there are not stay empty

import { html } from "../../web/draw/elements.js";
import { formatNumber } from "../../web/draw/numbers.js";
import { createOutput, showNumber } from "../../web/draw/output.js";

const LOW = -9,
  HIGH = 6,
  STEP = 3; // powers of ten
const TICKS = ["10⁻⁹", "10⁻⁶", "10⁻³", "1", "1000", "10⁶"];

export function createDeltaBars(most) {
  const rows = Array.from({ length: most + 1 }, (_, l) => {
    const bar = html("span", { class: "nn-depth-bar" }),
      got = createOutput(`layer-${l + 1}`),
      name = html("th", { scope: "row" });
    const element = html(
      "tr",
      {},
      name,
      html(
        "td",
        { class: "nn-depth-cell" },
        html("span", { class: "nn-depth-track", "aria-hidden": "true" }, bar),
      ),
      html("td", {}, got),
    );
    return { bar, got, name, element };
  });
  const ticks = TICKS.map((tick, i) => {
    const mark = html("span", { class: "nn-depth-tick" }, tick);
    mark.style.left = `${(100 * STEP * i) / (HIGH - LOW)}%`;
    return mark;
  });
  const element = html(
    "table",
    { class: "nn-depth-bars" },
    html("caption", {}, "Mean size of δ in each layer. It comes in at the output layer and goes up."),
    html(
      "thead",
      {},
      html(
        "tr",
        {},
        html("td"),
        html(
          "th",
          { class: "nn-depth-cell", scope: "col" },
          html("span", { class: "nn-spoken" }, "bar of |δ|"),
          html("span", { class: "nn-depth-ticks", "aria-hidden": "true" }, ...ticks),
        ),
        html("th", { scope: "col" }, "|δ|"),
      ),
    ),
    html("tbody", {}, ...rows.map((row) => row.element)),
  );
  return {
    element,
    update(sizes) {
      rows.forEach(({ bar, got, name, element: row }, l) => {
        const there = l < sizes.length,
          size = there ? sizes[l] : NaN;
        row.classList.toggle("nn-depth-absent", !there);
        name.textContent = l === sizes.length - 1 ? "output layer" : `layer ${l + 1}`;
        const share = size > 0 ? (Math.log10(size) - LOW) / (HIGH - LOW) : 0;
        bar.style.width = `${(100 * Math.min(1, Math.max(0, share))).toFixed(2)}%`;
        showNumber(got, size, there ? formatNumber(size) : "–");
      });
    },
  };
}
