// Explorer of chapter 8: a neuron that starts sure and wrong.  Squared error and cross-entropy train it side by side:
// at the left its output over the steps, at the right the slope along z that each loss sends back.

import { createCurve } from "../../web/draw/curve.js";
import { html, setAttributes, svg } from "../../web/draw/elements.js";
import { LOOK } from "../../web/draw/look.js";
import { formatNumber, pythonNumber } from "../../web/draw/numbers.js";
import { createOutput, showNumber } from "../../web/draw/output.js";
import { alongTrait } from "../../web/shell/along_trait.js";
import { createFrame } from "../../web/shell/frame.js";
import { createLossCurves } from "../../web/shell/loss_curves.js";
import { createTransport } from "../../web/shell/transport.js";
import { createRuns } from "./runs.js";

const TRAITS = ["w", "b", "learning_rate", "steps"];
const NAMES = ["squared error", "cross-entropy"],
  LABEL_AT = [190, 60];
const COLUMNS = { z: "sum z", output: "output", slope: "slope σ′(z)", delta: "δ", loss: "loss" };

function render({ model, el }) {
  const most = model.get("most"),
    reach = 2 * model.get("reach");
  const runs = createRuns(most);
  const frame = createFrame(model, el, {
    name: "saturated",
    traits: TRAITS,
    paint,
    code: () => pythonCode(...TRAITS.map((trait) => model.get(trait))),
  });
  const go = (steps) => {
    model.set({ steps: Math.min(most, Math.max(0, Math.round(steps))) });
    model.save_changes();
  };
  const transport = createTransport({
    label: "Train both",
    speeds: [10, 30],
    speed: 30,
    ...alongTrait(model, "steps", most, `${most} steps are over`),
  });
  const curves = createLossCurves(
    NAMES.map((name) => ({ name: `loss-now-${name.replace(" ", "-")}`, words: name })),
  );
  frame.time.append(transport.element, curves.element);

  const left = createPair({
    x: [0, most],
    xName: "steps",
    yName: "output, 0 is wanted",
    description: "The output of both neurons after each step so far",
    onPick: go,
  });
  const right = createPair({
    x: [-reach, reach],
    xName: "sum z",
    yName: "δ: slope of the loss along z",
    description: "The slope of both losses along z, and where each neuron stands",
    onPick: (z) => {
      const bound = reach / 2,
        b = Math.max(-bound, Math.min(bound, z - model.get("w")));
      model.set({ b: Number(b.toFixed(1)), steps: 0 });
      model.save_changes();
    },
  });
  const labels = NAMES.map((name, i) =>
    left.curve.ground.appendChild(svg("text", { class: `nn-saturated-${i} nn-halo` }, name)),
  );
  const beside = [
    { x: right.curve.axes.toX(2.1), y: right.curve.axes.toY(0.28) },
    { x: right.curve.axes.toX(0.4), y: right.curve.axes.toY(0.8), "text-anchor": "end" },
  ];
  beside.forEach((place, i) =>
    right.curve.ground.append(svg("text", { ...place, class: `nn-saturated-${i} nn-halo` }, NAMES[i])),
  );
  const rows = NAMES.map((name) =>
    Object.fromEntries(
      Object.keys(COLUMNS).map((what) => [what, createOutput(`${what}-${name.replace(" ", "-")}`)]),
    ),
  );
  frame.stage.append(
    html("div", { class: "nn-panel nn-main" }, left.curve.element),
    html("div", { class: "nn-panel" }, right.curve.element),
  );
  frame.numbers.classList.add("nn-saturated-room");
  frame.numbers.append(
    html(
      "table",
      { class: "nn-saturated-table" },
      html("caption", { class: "nn-spoken" }, "The output neuron at this moment"),
      html(
        "thead",
        {},
        html(
          "tr",
          {},
          html("td"),
          ...Object.values(COLUMNS).map((name) => html("th", { scope: "col" }, name)),
        ),
      ),
      html(
        "tbody",
        {},
        ...rows.map((row, i) =>
          html(
            "tr",
            {},
            html("th", { scope: "row", class: `nn-saturated-${i}` }, NAMES[i]),
            ...Object.values(row).map((output) => html("td", {}, output)),
          ),
        ),
      ),
    ),
  );
  const deltas = NAMES.map((_, i) => runs.deltas(i, right.curve.inputs));

  let trained;
  function paint() {
    const [w, b, rate, steps] = TRAITS.map((trait) => model.get(trait));
    if (trained !== `${[w, b, rate]}`) {
      runs.from({ w, b, rate });
      trained = `${[w, b, rate]}`;
    }
    const now = NAMES.map((_, i) => runs.at(i, steps));
    const reached = left.curve.inputs.filter((step) => step <= steps); // only what has been trained is drawn
    const soFar = (outputs) => reached.map((step) => between(outputs, step));
    left.update(
      runs.outputs.map(soFar),
      now.map(({ output }) => [steps, output]),
    );
    right.update(
      deltas,
      now.map(({ z, delta }) => [Math.max(-reach, Math.min(reach, z)), delta]),
    );
    const { toX, toY } = left.curve.axes;
    labels.forEach((label, i) => {
      label.style.display = steps > LABEL_AT[i] ? "" : "none";
      setAttributes(label, { x: toX(LABEL_AT[i]), y: toY(runs.outputs[i][LABEL_AT[i]]) - 8 });
    });
    rows.forEach((row, i) =>
      Object.keys(COLUMNS).forEach((what) => showNumber(row[what], now[i][what], formatNumber(now[i][what]))),
    );
    transport.refresh();
    curves.set(runs.losses.map((losses) => losses.subarray(0, steps + 1)));
    return `After ${steps} steps. ${NAMES.map((name, i) => `With ${name} the output is ${formatNumber(now[i].output)}, delta is ${formatNumber(now[i].delta)}`).join(". ")}.`;
  }

  return () => {
    transport.close();
    frame.close();
  };
}

function between(outputs, step) {
  const before = Math.floor(step),
    share = step - before;
  return outputs[before] + (share && share * (outputs[before + 1] - outputs[before]));
}

// Two curves on the same axes, each with a point: the first dashed with a square, the second solid with a circle.
function createPair(options) {
  const curve = createCurve({ ...options, y: [0, 1.05] }),
    size = 2 * LOOK.radii.dot;
  curve.element.classList.add("nn-saturated-pair");
  const first = curve.ground.appendChild(svg("path", { class: "nn-saturated-line" }));
  const square = curve.ground.appendChild(
    svg("rect", { width: size, height: size, class: "nn-saturated-square" }),
  );
  return {
    curve,
    update([one, two], [pointOne, pointTwo]) {
      first.setAttribute("d", curve.pathOf(one));
      const { toX, toY } = curve.axes;
      setAttributes(square, { x: toX(pointOne[0]) - size / 2, y: toY(pointOne[1]) - size / 2 });
      curve.update({ values: two, point: pointTwo });
    },
  };
}

function pythonCode(w, b, rate, steps) {
  return `import numpy as np
from nnbasics import Network

x, wanted = np.array([[1.0]]), np.array([[0.0]])
for loss, name in [("mse", "squared-error"), ("bce", "cross-entropy")]:
    shown = Network([1, 1], output="sigmoid", loss=loss)
    shown.parameters = ${pythonNumber(w)}, ${pythonNumber(b)}  # the weight, the bias
    for step in range(${steps}):
        grads = shown.backward(shown.forward(x), wanted)
        shown.parameters -= ${pythonNumber(rate)} * grads.flat
    trace = shown.forward(x)
    output = trace.activations[-1].item()
    print(f"z-{name}", trace.preactivations[0].item())
    print(f"output-{name}", output)
    print(f"slope-{name}", output * (1 - output))
    print(f"delta-{name}", shown.backward(trace, wanted).deltas[0].item())
    print(f"loss-{name}", shown.loss(x, wanted))
`;
}

export default { render };
