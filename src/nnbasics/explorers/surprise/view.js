// Explorer of chapter 9: −ln p beside the squared error, over the output p and over the sum z, with their slopes.

import { html } from "../../web/draw/elements.js";
import { formatNumber, pythonNumber } from "../../web/draw/numbers.js";
import { createOutput, showNumber } from "../../web/draw/output.js";
import { createFrame } from "../../web/shell/frame.js";
import { createChart } from "./chart.js";
import { lossesOver, surpriseOf } from "./surprise.js";

const KINDS = ["entropy", "square"];
const NAMES = { entropy: "cross-entropy", square: "squared error" };
const HIGHEST = 6; // of the losses over p
const DIGITS = 2; // of z where it follows from a p that was pointed at

function render({ model, el }) {
  const reach = model.get("reach");
  const frame = createFrame(model, el, {
    name: "surprise",
    traits: ["z", "wanted"],
    paint,
    code: () => surpriseCode(model.get("z"), model.get("wanted")),
  });
  const set = (z) => {
    model.set({ z: Math.min(reach, Math.max(-reach, Number(z.toFixed(DIGITS)))) });
    model.save_changes();
  };
  const overP = createChart({
    x: [0, 1],
    y: [0, HIGHEST],
    xName: "output p",
    description: "Both losses for every output p from 0 to 1",
    onPick: (p) => set(Math.log(p / (1 - p)) || 0),
  });
  const overZ = createChart({
    x: [-reach, reach],
    y: [0, reach],
    xName: "sum z",
    onPick: set,
    description: `Both losses for every sum z from ${formatNumber(-reach)} to ${reach}: cross-entropy goes on as a straight line where the other lies flat`,
  });
  frame.stage.append(
    ...[overP, overZ].map(({ element }) =>
      html("div", { class: element === overZ.element ? "nn-panel nn-main" : "nn-panel" }, element),
    ),
  );

  const show = Object.fromEntries(
    ["p", "squash", ...KINDS.flatMap((kind) => [kind, `${kind}-by-p`, `${kind}-by-z`])].map((name) => [
      name,
      createOutput(name),
    ]),
  );
  const squash = html("span"),
    again = html("span");
  const head = ["", "loss", "slope by p", "× slope of σ", "= slope by z"].map((text) =>
    html(text ? "th" : "td", text ? { scope: "col" } : {}, text),
  );
  const row = (kind, factor) =>
    html(
      "tr",
      { class: `nn-row-of-${kind}` },
      html("th", { scope: "row" }, NAMES[kind]),
      ...[show[kind], show[`${kind}-by-p`], factor, show[`${kind}-by-z`]].map((cell) => html("td", {}, cell)),
    );
  const verdict = html("p", { class: "nn-surprise-verdict" });
  frame.numbers.append(
    html("p", {}, "p = σ(z) = ", show.p, ", and the slope of σ there, p(1 − p), is ", show.squash),
    html(
      "table",
      { class: "nn-chain" },
      html("caption", { class: "nn-spoken" }, "The slope of each loss, step by step"),
      html("thead", {}, html("tr", {}, ...head)),
      html("tbody", {}, row("entropy", squash), row("square", again)),
    ),
    verdict,
  );

  const p = (z) => 1 / (1 + Math.exp(-z));
  const outputs = Float64Array.from(overZ.inputs, p);
  function paint() {
    const z = model.get("z"),
      wanted = model.get("wanted"),
      now = surpriseOf({ z, wanted });
    const flip = (x, span) => (wanted ? x : span - x); // where a text stands, mirrored with the curves
    const names = (places, span) =>
      [wanted ? "−ln p" : "−ln(1 − p)", wanted ? "(1 − p)²" : "p²"].map((text, i) => ({
        text,
        at: [flip(places[i][0], span), places[i][1]],
        end: !wanted,
      }));
    const points = (by) => KINDS.map((kind) => ({ value: now[kind].loss, slope: now[kind][by] }));
    overP.update({
      ...lossesOver(overP.inputs, wanted),
      at: now.p,
      points: points("byP"),
      names: names(
        [
          [0.12, 2.6],
          [0.03, 0.12],
        ],
        1,
      ),
    });
    overZ.update({
      ...lossesOver(outputs, wanted),
      at: z,
      points: points("byZ"),
      names: names(
        [
          [-4, 5],
          [-7.8, 1.5],
        ],
        0,
      ),
    });
    showNumber(show.p, now.p, formatNumber(now.p));
    showNumber(show.squash, now.squash, formatNumber(now.squash));
    squash.textContent = again.textContent = `× ${formatNumber(now.squash)}`;
    for (const kind of KINDS) {
      showNumber(show[kind], now[kind].loss, formatNumber(now[kind].loss));
      for (const by of ["byP", "byZ"])
        showNumber(show[`${kind}-by-${by.at(-1).toLowerCase()}`], now[kind][by], formatNumber(now[kind][by]));
    }
    verdict.textContent = verdictOf(now, wanted);
    return `z is ${formatNumber(z)}, p ${formatNumber(now.p)}, wanted ${wanted}. The slope by z is ${formatNumber(now.entropy.byZ)} with cross-entropy and ${formatNumber(now.square.byZ)} with the squared error.`;
  }

  return () => frame.close();
}

function verdictOf({ p, entropy, square }, wanted) {
  const given = wanted ? p : 1 - p,
    times = formatNumber(entropy.byZ / square.byZ);
  if (given < 0.1)
    return `Sure and wrong. The slope of cross-entropy by z is ${times} times that of the squared error.`;
  if (given > 0.9) return "Sure and right: both losses are small, and both slopes.";
  return `Not sure. The slope of cross-entropy by z is ${times} times that of the squared error.`;
}

function surpriseCode(z, wanted) {
  const of = (kind, loss, byP) => `print("${kind}", ${loss}(z, p, wanted))
print("${kind}-by-p", (${byP}).item())
print("${kind}-by-z", ${loss}.delta(z, p, wanted, sigmoid, 1).item())
`;
  return `import numpy as np
from nnbasics.activations import sigmoid
from nnbasics.losses import bce, mse

z, wanted = np.array([[${pythonNumber(z)}]]), np.array([[${wanted}.0]])
p = sigmoid(z)
print("p", p.item())
print("squash", sigmoid.derivative(z).item())
${of("entropy", "bce", "(p - wanted) / (p * (1 - p))")}${of("square", "mse", "2 * (p - wanted)")}`;
}

export default { render };
