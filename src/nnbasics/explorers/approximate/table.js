// Both networks in numbers, side by side.

import { html } from "../../web/draw/elements.js";
import { formatCount, formatNumber } from "../../web/draw/numbers.js";
import { createOutput, showNumber } from "../../web/draw/output.js";

const ROWS = [
  ["units", "hidden units", formatCount],
  ["parameters", "weights and biases", formatCount],
  ["off", "off by, at most", formatNumber],
  ["mse", "mean squared error", formatNumber],
  ["within", "within ε", (is) => (is ? "yes" : "no")],
];

export function createTable() {
  const outputs = {},
    variation = createOutput("climb");
  const cell = (who, what) => html("td", {}, (outputs[`${who}-${what}`] = createOutput(`${who}-${what}`)));
  const element = html(
    "div",
    { class: "nn-contest-box" },
    html(
      "table",
      { class: "nn-contest" },
      html("caption", { class: "nn-spoken" }, "Bumps by hand beside a trained network"),
      html(
        "thead",
        {},
        html(
          "tr",
          {},
          html("td"),
          html("th", { scope: "col" }, "by hand"),
          html("th", { scope: "col" }, "by training"),
        ),
      ),
      html(
        "tbody",
        {},
        ...ROWS.map(([what, name]) =>
          html("tr", {}, html("th", { scope: "row" }, name), cell("hand", what), cell("net", what)),
        ),
      ),
    ),
    html("p", { class: "nn-score" }, "The curve rises and falls by ", variation, " in all."),
  );
  return {
    element,
    update({ hand, net, epsilon, riseAndFall }) {
      for (const [who, { network, most, mse }] of [
        ["hand", hand],
        ["net", net],
      ]) {
        const values = {
          units: network.sizes[1],
          parameters: network.numParameters,
          off: most,
          mse,
          within: Number(most <= epsilon),
        };
        for (const [what, , format] of ROWS)
          showNumber(outputs[`${who}-${what}`], values[what], format(values[what]));
      }
      showNumber(variation, riseAndFall, formatNumber(riseAndFall));
    },
  };
}
