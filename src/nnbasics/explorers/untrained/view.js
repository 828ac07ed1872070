// Explorer of chapter 5: the network before training, a seed to choose it by; what it says, and what that costs.

import { costsOf, mean, wantedFor } from "../../web/digits/cost.js";
import { aDigit, base64Of, digitAt, FULL, pythonPixels } from "../../web/digits/data.js";
import { createBars, fixed } from "../../web/draw/bars.js";
import { html } from "../../web/draw/elements.js";
import { createNetworkDrawing } from "../../web/draw/network.js";
import { createOutput, showNumber } from "../../web/draw/output.js";
import { createPile } from "../../web/draw/pile.js";
import { initialize } from "../../web/engine/initializers.js";
import { createNetwork, createTrace, forward, lossOf } from "../../web/engine/network.js";
import { createFrame } from "../../web/shell/frame.js";
import { listen } from "../../web/shell/listen.js";
import { floatsOf } from "../../web/shell/parameters.js";

const NAMES = Array.from({ length: 10 }, (_, i) => String(i));
const MOST = 2; // no softmax can cost more: all on one wrong digit, (1 − 0)² + (0 − 1)²

function render({ model, el }) {
  const sizes = model.get("sizes"),
    labels = model.get("labels");
  const network = createNetwork(sizes, { hidden: model.get("hidden"), output: "softmax" });
  const last = sizes.length - 1;
  const given = () => floatsOf(model.get("parameters")); // a network put in by a notebook, or nothing
  const X = Float64Array.from(
    labels.flatMap((_, i) => digitAt(model, i)),
    (ink) => ink / FULL,
  );
  const one = createTrace(network, 1);
  const all = createTrace(network, labels.length);

  const frame = createFrame(model, el, {
    name: "untrained",
    traits: ["parameters", "seed", "digit"],
    paint,
    code: () =>
      pythonCode({
        network,
        seed: given().length ? undefined : model.get("seed"),
        pixels: digitAt(model, model.get("digit")),
        label: labels[model.get("digit")],
        source: model.get("source"),
      }),
  });
  const drawing = createNetworkDrawing({
    sizes,
    width: 400,
    height: 400,
    grid: [8, 8],
    outputs: NAMES,
    values: false,
  });
  const bars = createBars({
    names: NAMES,
    caption: "Got (the bar) beside wanted (the mark)",
    wanted: true,
    outputName: (i) => `output-${i}`,
  });
  const strip = createPile({
    x: [0, MOST],
    xName: `cost of each of ${labels.length} digits`,
    count: labels.length,
    description: `The costs of ${labels.length} digits and their average`,
  });
  frame.stage.append(
    html("div", { class: "nn-panel nn-main nn-beside nn-digit-network" }, drawing.element),
    html("div", { class: "nn-panel nn-bars-room" }, bars.element),
  );
  const show = {
    says: html("span"),
    cost: createOutput("cost"),
    mse: createOutput("mse"),
    cce: createOutput("cross-entropy"),
    average: createOutput("average-cost"),
    right: createOutput("right"),
  };
  frame.numbers.append(
    html(
      "p",
      { class: "nn-verdict" },
      show.says,
      " Cost, the sum of the ten squared differences: ",
      show.cost,
    ),
    html("p", { class: "nn-score" }, "their mean, the book's mse: ", show.mse),
    html("p", { class: "nn-score" }, "cross-entropy: ", show.cce),
    html("div", { class: "nn-panel nn-strip-panel" }, strip.element),
    html("p", { class: "nn-score" }, "average cost: ", show.average),
    html("p", { class: "nn-score" }, "read right: ", show.right),
  );

  // Who moves the seed asks for its network.
  const forget = () => {
    if (!given().length) return;
    model.set({ parameters: new DataView(new ArrayBuffer(0)) });
    model.save_changes();
  };
  const stopListening = listen(model, { "change:seed": forget });

  function paint() {
    const digit = model.get("digit");
    if (given().length) network.parameters.set(given());
    else initialize(network, model.get("seed"));
    forward(network, X.subarray(64 * digit, 64 * (digit + 1)), 1, one);
    forward(network, X, labels.length, all);
    const got = [...one.activations[last]],
      wanted = wantedFor(labels[digit]);
    const reads = got.indexOf(Math.max(...got));
    const costs = costsOf(all.activations[last], labels);
    const right = labels.filter(
      (label, i) => label === indexOfLargest(all.activations[last].subarray(10 * i, 10 * i + 10)),
    ).length;

    drawing.update({ ...network, activations: one.activations });
    bars.update({ values: got, wanted });
    strip.update({
      values: costs,
      marked: digit,
      average: mean(costs),
      averageText: `average ${fixed(mean(costs))}`,
    });
    show.says.textContent = `${aDigit(labels[digit])} comes in, and is read as ${aDigit(reads)}.`.replace(
      "a",
      "A",
    );
    showNumber(show.cost, costs[digit], fixed(costs[digit]));
    showNumber(show.mse, costs[digit] / 10, fixed(costs[digit] / 10));
    const crossEntropy = lossOf(network, one, Float64Array.from(wanted), 1);
    showNumber(show.cce, crossEntropy, fixed(crossEntropy));
    showNumber(show.average, mean(costs), fixed(mean(costs)));
    showNumber(show.right, right, `${right} of ${labels.length}`);
    return `The ${labels[digit]} is read as ${aDigit(reads)}. Cost ${fixed(costs[digit])}; on average over ${labels.length} digits ${fixed(mean(costs))}, ${right} of them read right.`;
  }

  return () => {
    stopListening();
    frame.close();
  };
}

function indexOfLargest(values) {
  return values.indexOf(Math.max(...values));
}

function pythonCode({ network, seed, pixels, label, source }) {
  const layers = `${JSON.stringify(network.sizes).replaceAll(",", ", ")}, hidden=${JSON.stringify(network.hidden)}, output="softmax"`;
  const born =
    seed === undefined
      ? `shown = Network(${layers})
shown.parameters[:] = np.frombuffer(b64decode("${base64Of(network.parameters)}"))`
      : `shown = Network(${layers}, seed=${seed})`;
  return `import numpy as np
from base64 import b64decode
from nnbasics import Network

${born}
x = np.array([[
${pythonPixels(pixels)}
]]) / 16
trace = shown.forward(x)

got, wanted = trace.activations[-1][0], np.eye(10)[${label}]
for digit, (value, square) in enumerate(zip(got, (got - wanted) ** 2)):
    print(f"output-{digit} {value}")
    print(f"output-{digit}-squared-difference {square}")
print("cost", np.sum((got - wanted) ** 2))
print("mse", np.mean((got - wanted) ** 2))
print("cross-entropy", shown.loss(x, wanted[None]))

${source}
outputs = shown.predict(X)
print("average-cost", np.mean(np.sum((outputs - np.eye(10)[labels]) ** 2, axis=1)))
print("right", np.sum(outputs.argmax(axis=1) == labels))
`.replace(seed === undefined ? "" : "from base64 import b64decode\n", "");
}

export default { render };
