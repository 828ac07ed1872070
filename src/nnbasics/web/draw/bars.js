// The outputs of a classifier as a table of bars from 0 to 1, the largest marked; beside them, if asked for, what was
// wanted and the squared difference.
//
//   const bars = createBars({ names, caption, wanted: true, outputName: (i) => `output-${i}` })
//   bars.update({ values, wanted, reached })      wanted: a 0 or 1 each, shown as a mark; not `reached`: empty

import { html } from "./elements.js";
import { formatFixed } from "./numbers.js";
import { createOutput, showNumber } from "./output.js";

export function createBars({ names, caption, heading = "digit", wanted: compares = false, outputName }) {
  const rows = names.map((name, i) => {
    const bar = html("span", { class: "nn-bar" });
    const mark = html("span", { class: "nn-bar-wanted" });
    const row = {
      bar,
      mark,
      got: createOutput(outputName(i)),
      wanted: html("td"),
      square: createOutput(`${outputName(i)}-squared-difference`),
    };
    row.element = html(
      "tr",
      {},
      html("th", { scope: "row" }, name),
      html(
        "td",
        { class: "nn-bar-cell" },
        html("span", { class: "nn-bar-track", "aria-hidden": "true" }, bar, mark),
      ),
      html("td", {}, row.got),
      ...(compares ? [row.wanted, html("td", {}, row.square)] : []),
    );
    return row;
  });
  const heads = [heading, "", compares ? "got" : "output", ...(compares ? ["wanted", "difference²"] : [])];
  const element = html(
    "table",
    { class: compares ? "nn-bars nn-bars-compared" : "nn-bars" },
    html("caption", {}, caption),
    html(
      "thead",
      {},
      html("tr", {}, ...heads.map((head) => html(head ? "th" : "td", head ? { scope: "col" } : {}, head))),
    ),
    html("tbody", {}, ...rows.map((row) => row.element)),
  );

  return {
    element,
    update({ values, wanted, reached = true }) {
      const largest = values.indexOf(Math.max(...values));
      rows.forEach((row, i) => {
        row.bar.style.width = reached ? `${(100 * values[i]).toFixed(1)}%` : "0";
        row.element.classList.toggle("nn-largest", reached && i === largest);
        showNumber(row.got, reached ? values[i] : NaN, reached ? fixed(values[i]) : "–");
        row.mark.hidden = !wanted;
        if (wanted) row.mark.style.left = `${100 * wanted[i]}%`;
        if (!compares) return;
        const square = (values[i] - wanted[i]) ** 2;
        row.wanted.textContent = wanted[i];
        showNumber(row.square, square, fixed(square));
      });
    },
  };
}

// Of numbers from 0 to 1, in columns: three places, so that they stand still and add up by eye.
export function fixed(value) {
  return formatFixed(value, 3);
}
