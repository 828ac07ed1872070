// Explorer of chapter 8: the delta on its way back through up to ten hidden layers, for each activation and initializer.

import { html } from "../../web/draw/elements.js";
import { formatNumber } from "../../web/draw/numbers.js";
import { createOutput, showNumber } from "../../web/draw/output.js";
import { createFrame } from "../../web/shell/frame.js";
import { createDeltaBars } from "./bars.js";
import { createDepth } from "./gradients.js";

const TRAITS = ["layers", "activation", "start", "seed"];
const FAR = 100; // so many times smaller or larger at the first layer than at the last counts as vanishing, exploding

function render({ model, el }) {
  const data = model.get("data"),
    depth = createDepth(data),
    bars = createDeltaBars(model.get("most"));
  const state = () => ({
    hidden: model.get("layers"),
    activation: model.get("activations")[model.get("activation")],
    seed: model.get("seed"),
    initializer: model.get("start") === 0 ? undefined : model.get("starts")[model.get("start")],
  });
  const frame = createFrame(model, el, {
    name: "depth",
    traits: TRAITS,
    paint,
    code: () => pythonCode(state(), data, measured),
  });
  const outputs = {
    layers: createOutput("layers"),
    ratio: createOutput("first-over-last"),
    factor: createOutput("factor"),
  };
  const words = html("span"),
    verdict = html("p", { class: "nn-depth-verdict" }, outputs.layers, words);
  frame.stage.append(verdict, html("div", { class: "nn-depth nn-main" }, bars.element));
  frame.numbers.append(
    html("p", { class: "nn-score" }, "the first layer's δ over the last one's: ", outputs.ratio),
    html("p", { class: "nn-score" }, "each layer multiplies by about ", outputs.factor),
  );
  let measured;

  function paint() {
    const now = state(),
      sizes = depth.measure(now),
      first = sizes[0],
      last = sizes.at(-1);
    measured = sizes;
    bars.update(sizes);
    const ratio = last > 0 ? first / last : NaN,
      factor = ratio ** (1 / now.hidden);
    showNumber(outputs.ratio, ratio, last > 0 ? formatNumber(ratio) : "–");
    showNumber(outputs.factor, factor, last > 0 ? formatNumber(factor) : "–");
    const says = !first
      ? "no gradient gets to the first layer at all"
      : ratio < 1 / FAR
        ? "the gradient vanishes on its way back"
        : ratio > FAR
          ? "the gradient explodes on its way back"
          : "the gradient arrives at much the same size";
    const draw = now.initializer ?? "the initializer that suits";
    showNumber(outputs.layers, now.hidden, String(now.hidden));
    words.textContent = ` hidden ${now.hidden === 1 ? "layer" : "layers"} of ${data.width} ${now.activation} neurons, ${draw}, seed ${now.seed}: ${says}.`;
    return `${verdict.textContent} Delta is ${formatNumber(last)} in the output layer and ${formatNumber(first)} in the first.`;
  }

  return () => frame.close();
}

function pythonCode({ hidden, activation, initializer, seed }, { n, noise, seed: ofData, width }, sizes) {
  const start = initializer === undefined ? "" : `, initializer="${initializer}"`;
  return `import numpy as np
from nnbasics import Network
from nnbasics.datasets import moons

X, Y = moons(${n}, noise=${noise}, seed=${ofData})
shown = Network([2] + [${width}] * ${hidden} + [1], hidden="${activation}", output="sigmoid",
                seed=${seed}${start})
grads = shown.backward(shown.forward(X), Y)
sizes = [len(X) * np.abs(delta).mean() for delta in grads.deltas]  # deltas hold 1/n
for l, size in enumerate(sizes):
    print(f"layer-{l + 1}", size)
print("layers", ${hidden})
${
  sizes?.at(-1) > 0
    ? `print("first-over-last", sizes[0] / sizes[-1])
print("factor", (sizes[0] / sizes[-1]) ** (1 / ${hidden}))`
    : ""
}
`;
}

export default { render };
