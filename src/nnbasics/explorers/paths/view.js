// Explorer of chapter 6: step, batch and epoch told apart, and the ways of three batch sizes on the map of two weights.

import { html } from "../../web/draw/elements.js";
import { readPalette } from "../../web/draw/encoding.js";
import { createLossMap } from "../../web/draw/loss_map.js";
import { formatNumber, pythonNumber } from "../../web/draw/numbers.js";
import { createOutput, showNumber } from "../../web/draw/output.js";
import { alongTrait } from "../../web/shell/along_trait.js";
import { createFrame } from "../../web/shell/frame.js";
import { createLossCurves } from "../../web/shell/loss_curves.js";
import { createTransport } from "../../web/shell/transport.js";
import { counters, createWalk } from "./walk.js";
import { createStrip } from "./strip.js";

const TRAITS = ["w1", "w2", "learning_rate", "seed", "seen"];

function render({ model, el }) {
  const X = model.get("X").flat(),
    Y = model.get("Y"),
    n = Y.length,
    epochs = model.get("epochs");
  const sizes = [1, 10, n],
    names = ["1", "10", "all"];
  const walk = createWalk({ X, Y, sizes, epochs });
  const frame = createFrame(model, el, {
    name: "paths",
    traits: TRAITS,
    paint,
    code: () => pathsCode(model, sizes),
  });
  const go = (seen) => {
    model.set({ seen: Math.max(0, Math.min(epochs * n, seen)) });
    model.save_changes();
  };
  const transport = createTransport({
    unit: "example",
    speed: 10,
    ...alongTrait(model, "seen", epochs * n, `${epochs} epochs are over`),
  });
  const curves = createLossCurves(
    names.map((name) => ({ name: `loss-now-${name}`, words: `loss, batch size ${name}` })),
  );
  frame.time.append(transport.element, curves.element);
  frame.addButton("One batch of 10", () => go((Math.floor(model.get("seen") / 10) + 1) * 10));
  frame.addButton("One epoch", () => go((Math.floor(model.get("seen") / n) + 1) * n));

  const map = createLossMap({
    x: model.get("reach")[0],
    y: model.get("reach")[1],
    xName: "weight w₁",
    yName: "weight w₂",
    paths: names,
    description:
      "The loss over all examples for all values of the two weights, and the ways of three trainings on it",
    onPick(w1, w2) {
      model.set({ w1, w2 });
      model.save_changes();
    },
  });
  const rows = sizes.map((size, i) => {
    const ours = Object.fromEntries(
      ["steps", "epoch", "w1", "w2", "loss"].map((what) => [what, createOutput(`${what} of ${names[i]}`)]),
    );
    const strip = createStrip(n, size),
      batch = html("span");
    const block = html(
      "div",
      { class: "nn-path-row" },
      html(
        "p",
        { class: `nn-path-name nn-way-name-${i}` },
        html("b", {}, i === 2 ? `all ${n} in one batch` : `batch size ${names[i]}`),
      ),
      strip.element,
      html("p", {}, "steps ", ours.steps, " · batch ", batch, " · epoch ", ours.epoch),
      html("p", {}, "weights ", ours.w1, ", ", ours.w2, " · loss ", ours.loss),
    );
    return { size, ours, strip, batch, block };
  });
  const seenText = html("p", { class: "nn-path-seen" });
  frame.stage.append(
    html("div", { class: "nn-panel nn-main nn-beside" }, map.element),
    html("div", { class: "nn-panel nn-path-counters" }, seenText, ...rows.map(({ block }) => block)),
  );

  let walked, mapped;
  const heights = new Float64Array(map.points);
  function paint() {
    const [w1, w2, learningRate, seed, seen] = TRAITS.map((trait) => model.get(trait));
    const palette = readPalette(el);
    if (mapped !== palette) {
      // once, and again in another theme
      if (!mapped)
        for (let i = 0; i < map.points; i += 1)
          heights[i] = walk.lossAt(map.grid[2 * i], map.grid[2 * i + 1]);
      map.show(heights);
      mapped = palette;
    }
    if (walked !== `${[w1, w2, learningRate, seed]}`) {
      walk.from([w1, w2], learningRate, seed);
      walked = `${[w1, w2, learningRate, seed]}`;
    }
    const shown = rows.map(({ size, ours, strip, batch }, i) => {
      const { steps, batch: number, batches, epoch } = counters(seen, size, n),
        points = walk.ways[i];
      const [w, v] = points.subarray(2 * steps, 2 * steps + 2),
        losses = walk.lossesTo(i, steps),
        loss = losses[steps];
      showNumber(ours.steps, steps, String(steps));
      showNumber(ours.epoch, epoch, String(epoch));
      batch.textContent = `${number} of ${batches}`;
      showNumber(ours.w1, w, formatNumber(w));
      showNumber(ours.w2, v, formatNumber(v));
      showNumber(ours.loss, loss, formatNumber(loss));
      strip.update(seen);
      return { points, length: 2 * (steps + 1), steps, losses, loss };
    });
    curves.set(shown.map(({ losses }) => losses));
    map.update({ mark: [w1, w2], paths: shown });
    transport.refresh();
    seenText.textContent = `${seen} examples seen, learning rate ${formatNumber(learningRate)}, order ${seed}`;
    return `${seen} examples seen. ${shown.map(({ steps, loss }, i) => `Batch size ${names[i]}: ${steps} steps, loss ${formatNumber(loss)}`).join(". ")}.`;
  }

  return () => {
    transport.close();
    frame.close();
  };
}

function pathsCode(model, sizes) {
  const [w1, w2, learningRate, seed, seen] = TRAITS.map((trait) => model.get(trait));
  return `import numpy as np
from nnbasics import Network

${model.get("source")}
n = len(X)
for size, name in zip(${JSON.stringify(sizes)}, ["1", "10", "all"]):
    shown = Network([2, 1], output="sigmoid")
    shown.layers[0].weights[:, 0] = ${pythonNumber(w1)}, ${pythonNumber(w2)}
    order, rng = np.arange(n), np.random.default_rng(${seed})
    seen, steps, epoch = 0, 0, 1
    for epoch in range(1, 1 + max(1, -(-${seen} // n))):
        rng.shuffle(order)
        for start in range(0, n, size):
            batch = order[start:start + size]
            if seen + len(batch) > ${seen}:
                break
            grads = shown.backward(shown.forward(X[batch]), Y[batch])
            shown.layers[0].weights -= ${pythonNumber(learningRate)} * grads.weights[0]  # the bias stays
            seen, steps = seen + len(batch), steps + 1
    print("steps of", name, steps)
    print("epoch of", name, epoch)
    print("w1 of", name, shown.layers[0].weights[0, 0])
    print("w2 of", name, shown.layers[0].weights[1, 0])
    print("loss of", name, shown.loss(X, Y))
`;
}

export default { render };
