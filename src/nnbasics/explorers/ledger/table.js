// The ledger: a row for each digit, with what it wants of each weight, and at the foot what they want
// together.
//
//   const table = createTable({ sizes, count, onRow, onCell, onHover })
//   table.columns({ titles, places })     a column for each of these parameters; without: pictures of all
//   table.update(state)            see `paint` in view.js; a row is the place of a digit, `count` is the foot

import { createParameterPicture } from "../../web/digits/parameter_picture.js";
import { createThumbnail } from "../../web/digits/thumbnail.js";
import { html } from "../../web/draw/elements.js";
import { formatNumber } from "../../web/draw/numbers.js";
import { createOutput, showNumber } from "../../web/draw/output.js";

export function createTable({ sizes, count, onRow, onCell, onHover }) {
  const rows = Array.from({ length: count }, (_, i) => createRow(i, `digit-${i}`));
  const foot = createRow(count, "average");
  foot.label.textContent = "average";
  foot.button.replaceChildren(foot.label);
  const wishesHead = html("th", { scope: "col" }, "wants, of every weight and bias");
  const head = html(
    "tr",
    {},
    ...["digit", "reads", "how loud", "angle", "loss → after the step"].map((text) =>
      html("th", { scope: "col" }, text),
    ),
    wishesHead,
  );
  const body = html("tbody", {}, ...rows.map((row) => row.element));
  const table = html(
    "table",
    { class: "nn-ledger", "aria-label": "Each digit and what it wants" },
    html("thead", {}, head),
    body,
    html("tfoot", {}, foot.element),
  );
  const element = html(
    "div",
    {
      class: "nn-ledger-room nn-main",
      tabindex: 0,
      role: "region",
      "aria-label": "The ledger, one digit in each row",
    },
    table,
  );
  let names; // of the columns, if there are any

  function createRow(i, name) {
    const row = {
      thumbnail: createThumbnail(),
      label: html("span"),
      reads: html("td", { class: "nn-reads" }),
      wishes: html("td", { class: "nn-wishes" }),
      norm: createOutput(`${name}-norm`),
      angle: createOutput(`${name}-angle`),
      loss: createOutput(`${name}-loss`),
      after: createOutput(`${name}-loss-after`),
      arrow: html("span", { class: "nn-change" }),
      bar: html("span", { class: "nn-loss-bar" }),
      loud: html("td", { class: "nn-loud" }),
      picture: createParameterPicture(
        sizes,
        i < count ? `what digit ${i} wants, as small pictures` : "the average, as small pictures",
      ),
      cells: [],
    };
    row.button = html(
      "button",
      { type: "button", class: "nn-row", "aria-pressed": "false" },
      row.thumbnail.element,
      row.label,
    );
    row.label.textContent = `example ${i}`; // until the digits are there
    row.button.addEventListener("click", () => onRow(i));
    row.loud.append(row.norm);
    row.wishes.append(row.picture.element);
    row.picture.element.addEventListener("click", (event) => onCell(i, row.picture.placeAt(event)));
    row.picture.element.addEventListener(
      "pointermove",
      (event) => event.pointerType === "mouse" && onHover(i, row.picture.placeAt(event)),
    );
    row.picture.element.addEventListener("pointerleave", () => onHover());
    const losses = [row.loss, " → ", row.after, " ", row.arrow, row.bar];
    const lossCell = html("td", { class: "nn-loss-cell" }, ...losses);
    row.element = html(
      "tr",
      {},
      html("th", { scope: "row" }, row.button),
      row.reads,
      row.loud,
      html("td", {}, row.angle),
      lossCell,
      row.wishes,
    );
    return row;
  }

  // One cell for each parameter of a neuron, a number each; the arrow keys walk them.
  function columns(chosen) {
    const now = chosen && JSON.stringify(chosen);
    if (now === names) return;
    names = now;
    for (const cell of head.querySelectorAll(".nn-wish-column")) cell.remove();
    wishesHead.hidden = Boolean(chosen);
    if (chosen)
      wishesHead.after(
        ...chosen.titles.map((title) => html("th", { scope: "col", class: "nn-wish-column" }, title)),
      );
    for (const [i, row] of [...rows, foot].entries()) {
      row.cells.forEach((cell) => cell.td.remove());
      row.wishes.hidden = Boolean(chosen);
      row.cells = (chosen?.places ?? []).map((place, k) => createCell(i, place, k));
      row.wishes.after(...row.cells.map((cell) => cell.td));
    }
  }

  function createCell(i, place, k) {
    const output = createOutput(i < count ? `digit-${i}-wish-${k}` : `average-wish-${k}`);
    const td = html("td", { class: "nn-wish-column", tabindex: -1 }, output);
    td.addEventListener("click", () => onCell(i, place));
    td.addEventListener("focus", () => onHover(i, place));
    td.addEventListener("blur", () => onHover());
    td.addEventListener("pointerenter", (event) => event.pointerType === "mouse" && onHover(i, place));
    td.addEventListener("pointerleave", () => onHover());
    td.addEventListener("keydown", (event) => {
      const row = td.parentElement,
        aside = { ArrowRight: "nextElementSibling", ArrowLeft: "previousElementSibling" }[event.key];
      const along = {
        ArrowDown: row.nextElementSibling ?? foot.element,
        ArrowUp: row.previousElementSibling ?? body.lastElementChild,
      }[event.key];
      const to = aside ? td[aside] : along?.children[[...row.children].indexOf(td)];
      if (event.key === "Enter" || event.key === " ") onCell(i, place);
      else if (!aside && !along) return;
      else if (to?.classList.contains("nn-wish-column")) to.focus();
      event.preventDefault();
    });
    return { td, output, place };
  }

  return { element, columns, update };

  // rows: of `rowsOf`, the foot last; order: the places of the digits from top to bottom; chosen, place: the
  // cell that is picked; loudest, steepest, largest, scale: of `scalesOf`.
  function update({ rows: said, order, chosen, place, palette, loudest, steepest, largest, scale }) {
    bringInOrder(order);
    [...rows, foot].forEach((row, i) => {
      const picked = chosen === i ? place : undefined;
      row.element.classList.toggle("nn-chosen", chosen === i);
      row.button.setAttribute("aria-pressed", chosen === i);
      if (i < count) showDigit(row, said[i], palette);
      showSizes(row, said[i], loudest, steepest);
      const key = `${said[i].key} ${picked} ${JSON.stringify(palette)}`;
      if (row.cells.length === 0) row.picture.update(said[i].wishes, { scale, palette, picked, key });
      for (const { td, output, place: own } of row.cells) {
        const wish = said[i].wishes[own];
        showNumber(output, wish, numeral(wish));
        td.classList.toggle("nn-less", wish < 0);
        td.classList.toggle("nn-picked-cell", picked === own);
        td.style.setProperty("--nn-share", percent((0.7 * Math.abs(wish)) / largest));
        td.setAttribute("tabindex", picked === own ? "0" : "-1");
      }
    });
  }

  function bringInOrder(order) {
    if (order.every((i, at) => body.children[at] === rows[i].element)) return;
    const focused = document.activeElement;
    body.append(...order.map((i) => rows[i].element));
    if (body.contains(focused)) focused.focus({ preventScroll: true }); // what moves loses it
  }
}

function showDigit(row, { ink, label, own, says, reads }, palette) {
  row.thumbnail.update(ink, palette);
  row.label.textContent = label + (label === own ? "" : "*") + ["\u2009muted", "", "\u2009×2"][says];
  row.reads.textContent = `${reads} ${reads === label ? "✓" : "✗"}`;
  row.reads.classList.toggle("nn-wrong", reads !== label);
  row.element.classList.toggle("nn-muted-row", says === 0);
}

function showSizes(row, { norm, angle, loss, after }, loudest, steepest) {
  showNumber(row.norm, norm, numeral(norm));
  row.loud.style.setProperty("--nn-share", percent(norm / loudest));
  showNumber(row.angle, angle, Number.isNaN(angle) ? "–" : `${angle.toFixed(0)}°`);
  showNumber(row.loss, loss, numeral(loss));
  showNumber(row.after, after, numeral(after));
  const change = after - loss;
  row.arrow.textContent = change > 0 ? "▲" : change < 0 ? "▼" : "";
  row.bar.style.width = percent(Math.abs(change) / steepest);
  for (const part of [row.arrow, row.bar]) part.classList.toggle("nn-worse", change > 0);
}

function percent(share) {
  return `${Math.min(100, 100 * share || 0).toFixed(1)}%`;
}

function numeral(value) {
  return Number.isNaN(value) ? "–" : Math.abs(value) < 1e-6 ? "0" : formatNumber(value);
}
