// One network at one moment: how good it is, its weights as a picture, a few digits that it reads, what it
// confuses.
//
//   const column = createMoment({ prefix: "main", sizes, digits })
//   column.update({ title, moment, note, first, palette, scale, ink, labels, key })    first: the
//                                parameters at the start; without a moment: the note alone

import { createParameterPicture } from "../../web/digits/parameter_picture.js";
import { createThumbnail } from "../../web/digits/thumbnail.js";
import { html } from "../../web/draw/elements.js";
import { formatNumber } from "../../web/draw/numbers.js";
import { createOutput, showNumber } from "../../web/draw/output.js";
import { createConfusion } from "./confusion.js";

const NUMBERS = { loss: "loss", accuracy: "read right", testLoss: "loss", testAccuracy: "read right" };
const CODE = { loss: "loss", accuracy: "accuracy", testLoss: "test-loss", testAccuracy: "test-accuracy" };

export function createMoment({ prefix, sizes, digits }) {
  const title = html("p", { class: "nn-moment-title" }),
    note = html("p", { class: "nn-caption nn-moment-note" });
  const outputs = Object.fromEntries(
    Object.keys(NUMBERS).map((name) => [name, createOutput(`${prefix}-${CODE[name]}`)]),
  );
  const row = (heading, loss, share) =>
    html("tr", {}, html("th", { scope: "row" }, heading), html("td", {}, loss), html("td", {}, share));
  const numbers = html(
    "table",
    { class: "nn-moment-numbers" },
    html("caption", { class: "nn-spoken" }, "Loss and right answers at this moment"),
    html(
      "thead",
      {},
      html(
        "tr",
        {},
        html("td"),
        html("th", { scope: "col" }, "loss"),
        html("th", { scope: "col" }, "read right"),
      ),
    ),
    html(
      "tbody",
      {},
      row("training", outputs.loss, outputs.accuracy),
      row("test", outputs.testLoss, outputs.testAccuracy),
    ),
  );
  const picture = createParameterPicture(sizes, "all weights and biases as small pictures");
  const change = createParameterPicture(
    sizes,
    "how far all weights and biases have moved, as small pictures",
  );
  const dead = createOutput(`${prefix}-dead`);
  const seen = Array.from({ length: digits }, () => ({ thumbnail: createThumbnail(), reads: html("span") }));
  const confusion = createConfusion(prefix);
  const body = html(
    "div",
    { class: "nn-moment-body" },
    html("div", {}, numbers, html("p", { class: "nn-caption" }, "hidden neurons that never speak: ", dead)),
    html(
      "figure",
      {},
      html("figcaption", { class: "nn-caption" }, "Its weights and biases"),
      picture.element,
      html("figcaption", { class: "nn-caption" }, "How far they have moved since the start"),
      change.element,
    ),
    html(
      "figure",
      {},
      html("figcaption", { class: "nn-caption" }, "The same test digits"),
      html(
        "div",
        { class: "nn-same" },
        ...seen.map(({ thumbnail, reads }) => html("span", { class: "nn-one" }, thumbnail.element, reads)),
      ),
    ),
    confusion.element,
  );
  const element = html("section", { class: `nn-moment nn-moment-${prefix}` }, title, note, body);

  return {
    element,
    update({ title: heading, moment, note: words = "", first, palette, scale, ink, labels, key }) {
      title.textContent = heading;
      note.textContent = words;
      body.hidden = !moment;
      if (!moment) return clear();
      for (const name of ["loss", "testLoss"])
        showNumber(outputs[name], moment[name], formatNumber(moment[name]));
      for (const name of ["accuracy", "testAccuracy"])
        showNumber(outputs[name], moment[name], `${(100 * moment[name]).toFixed(1)} %`);
      showNumber(dead, moment.dead, String(moment.dead));
      picture.update(moment.parameters, { scale, palette, key });
      change.update(
        moment.parameters.map((value, p) => value - first[p]),
        { scale, palette, key },
      );
      seen.forEach(({ thumbnail, reads }, i) => {
        const right = moment.reads[i] === labels[i];
        thumbnail.update(ink.subarray(64 * i, 64 * i + 64), palette);
        reads.textContent = `${moment.reads[i]} ${right ? "✓" : "✗"}`;
        reads.classList.toggle("nn-wrong", !right);
      });
      confusion.update(moment.reads, labels);
    },
  };

  function clear() {
    for (const output of [...Object.values(outputs), dead]) showNumber(output, NaN, "–");
    confusion.clear();
  }
}
