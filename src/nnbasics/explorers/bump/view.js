// Explorer of chapter 2: two steps and their weighted sum; the reader draws what is wanted with it.

import { createCurve } from "../../web/draw/curve.js";
import { html } from "../../web/draw/elements.js";
import { createNetworkDrawing } from "../../web/draw/network.js";
import { bracketed, formatNumber } from "../../web/draw/numbers.js";
import { createOutput, showNumber } from "../../web/draw/output.js";
import { createStepGrips } from "../../web/draw/step_grips.js";
import { createNetwork, createTrace, forward } from "../../web/engine/network.js";
import { createFrame } from "../../web/shell/frame.js";
import { createGoal } from "../../web/shell/goal.js";
import { nameValue } from "../../web/shell/named_value.js";
import { bumpCode } from "./code.js";
import { createLanes } from "./lanes.js";
import { createSummands } from "./summands.js";

const PARAMETERS = ["w1", "w2", "b1", "b2", "v1", "v2", "c"]; // in the order of Network.parameters
const [MIDDLE, DEGREES] = [20, 2]; // °C where x is 0, and for each 1 of it: the room of the chapter

function render({ model, el }) {
  const [range, tolerance, apart, goals] = ["range", "tolerance", "apart", "goals"].map((trait) =>
    model.get(trait),
  );
  const network = createNetwork([1, 2, 1], { hidden: "sigmoid", output: "linear" });
  const one = createTrace(network, 1);
  const parameters = () => PARAMETERS.map((trait) => model.get(trait));
  const goalNow = () => goals[model.get("goal")];

  const frame = createFrame(model, el, {
    name: "bump",
    keep: ["goal"],
    traits: [...PARAMETERS, "x", "goal"],
    paint,
    code: () => bumpCode(network, model.get("x"), goalNow(), { range, apart }),
  });
  const drawing = createNetworkDrawing({
    sizes: [1, 2, 1],
    inputs: ["x"],
    hidden: [["h₁", "h₂"]],
    outputs: ["y"],
    width: 400,
    height: 270,
    spacing: 124,
    parameters: [
      { weights: ["w₁", "w₂"], biases: ["b₁", "b₂"] },
      { weights: ["v₁", "v₂"], biases: ["c"] },
    ],
    onScrub: (place, value) => frame.set({ [PARAMETERS[place]]: value }),
  });
  const curve = createCurve({
    x: range,
    y: [-1.6, 2.6],
    xName: "x",
    yName: "y",
    description:
      "What the two neurons give to the output, and the output itself, for every input from −5 to 5",
    onPick(x) {
      model.set({ x });
      model.save_changes();
    },
  });
  const lanes = createLanes(curve, { tolerance, apart, from: range[0], to: range[1] });
  const summands = createSummands(curve, ["v₁h₁", "v₂h₂"]);
  const grips = createStepGrips(curve, { count: 2, range, onMove: moveStep });
  const along = createTrace(network, curve.inputs.length);
  const goal = createGoal();
  frame.stage.append(
    html("div", { class: "nn-panel" }, drawing.element),
    html("div", { class: "nn-panel nn-main nn-beside" }, curve.element, key()),
    goal.element,
  );
  const show = numbersOf(frame.numbers);

  // s = −b/w: the bias follows, and the weight keeps the step as steep as it is.
  function moveStep(i, s) {
    const [w, b] = [
      ["w1", "b1"],
      ["w2", "b2"],
    ][i];
    frame.set({ [b]: -model.get(w) * s });
  }

  function outputAt(x) {
    forward(network, Float64Array.of(x), 1, one);
    return one.activations[2][0];
  }

  function paint() {
    const [w1, w2, b1, b2, v1, v2, c] = parameters();
    const x = model.get("x");
    network.parameters.set(parameters());
    forward(network, curve.inputs, curve.inputs.length, along);
    const hidden = along.activations[1];
    const steps = [w1 === 0 ? NaN : -b1 / w1 + 0, w2 === 0 ? NaN : -b2 / w2 + 0];

    summands.update(
      [v1, v2].map((v, i) => ({
        values: Float64Array.from(curve.inputs, (_, place) => v * hidden[2 * place + i]),
        weight: v,
        step: steps[i],
        stepText: `s${"₁₂"[i]} = ${formatNumber(steps[i])}`,
      })),
    );
    grips.update(steps);
    const { gap, at } = lanes.update(goalNow(), outputAt);
    const y = outputAt(x);
    const [h1, h2] = one.activations[1];
    curve.update({ values: along.activations[2], point: [x, y] });
    drawing.update({ weights: network.weights, biases: network.biases, activations: one.activations });

    const reached = gap <= tolerance;
    const off = `at x = ${formatNumber(at)} the sum is off by ${formatNumber(gap)}`;
    const verdict = reached ? `the sum stays in the lanes, off by ${formatNumber(gap)} at most.` : `${off}.`;
    goal.update({ name: goalNow().name, reached, text: verdict });
    show.first.textContent = `σ(${formatNumber(w1)} × ${bracketed(x)} + ${bracketed(b1)}) = `;
    show.second.textContent = `σ(${formatNumber(w2)} × ${bracketed(x)} + ${bracketed(b2)}) = `;
    show.sum.textContent = `${formatNumber(v1)} × ${bracketed(h1)} + ${bracketed(v2)} × ${bracketed(h2)} + ${bracketed(c)} = `;
    showNumber(show.h1, h1, formatNumber(h1));
    showNumber(show.h2, h2, formatNumber(h2));
    showNumber(show.y, y, formatNumber(y));
    steps.forEach((step, i) =>
      showNumber(show.steps[i], step, Number.isNaN(step) ? "nowhere" : formatNumber(step)),
    );
    nameValue(el, `${formatNumber(MIDDLE + DEGREES * x)} °C in the room`);
    showNumber(show.gap, gap, formatNumber(gap));
    const place = (step) => (Number.isNaN(step) ? "nowhere" : `at ${formatNumber(step)}`);
    return (
      `Steps ${place(steps[0])} and ${place(steps[1])}. ${reached ? "Reached" : "Not yet"}: ${goalNow().name}; ` +
      `${verdict} For x ${formatNumber(x)} the output is ${formatNumber(y)}.`
    );
  }

  return () => frame.close();
}

function key() {
  const entry = (mark, text) =>
    html("span", { class: "nn-key-entry" }, html("span", { class: mark, "aria-hidden": "true" }), text);
  return html(
    "div",
    { class: "nn-key" },
    entry("nn-key-sum", "y = v₁h₁ + v₂h₂ + c"),
    entry("nn-key-lane", "lanes of the goal"),
  );
}

function numbersOf(place) {
  const show = {
    first: html("span"),
    h1: createOutput("h1"),
    second: html("span"),
    h2: createOutput("h2"),
    sum: html("span"),
    y: createOutput("y"),
    steps: [createOutput("step-1"), createOutput("step-2")],
    gap: createOutput("gap"),
  };
  place.append(
    html("p", {}, "h₁ = σ(w₁ × x + b₁) = ", show.first, show.h1),
    html("p", {}, "h₂ = σ(w₂ × x + b₂) = ", show.second, show.h2),
    html("p", {}, "y = v₁ × h₁ + v₂ × h₂ + c = ", show.sum, show.y),
    html("p", { class: "nn-score" }, "step s₁ = −b₁/w₁: ", show.steps[0]),
    html("p", { class: "nn-score" }, "step s₂ = −b₂/w₂: ", show.steps[1]),
    html("p", { class: "nn-score" }, "farthest from the goal: ", show.gap),
  );
  return show;
}

export default { render };
