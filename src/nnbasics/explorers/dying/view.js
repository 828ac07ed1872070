// Explorer of chapter 8: a neuron learns six examples, or takes one step too large and is asleep for all of them.

import { createCurve } from "../../web/draw/curve.js";
import { html, svg } from "../../web/draw/elements.js";
import { LOOK } from "../../web/draw/look.js";
import { formatNumber, pythonNumber } from "../../web/draw/numbers.js";
import { createOutput, showNumber } from "../../web/draw/output.js";
import { activate } from "../../web/engine/activations.js";
import { alongTrait } from "../../web/shell/along_trait.js";
import { createFrame } from "../../web/shell/frame.js";
import { createLossCurve } from "../../web/shell/loss_curve.js";
import { createTransport } from "../../web/shell/transport.js";
import { createRun } from "./run.js";

const TRAITS = ["activation", "w", "b", "learning_rate", "steps"];
const LOW = -5,
  HIGH = 8; // of the output that is drawn
const NAMES = ["loss", "awake", "awake-at-start", "w", "b", "slope-w", "slope-b"];

function render({ model, el }) {
  const most = model.get("most"),
    [X, Y] = [model.get("X"), model.get("Y")];
  const run = createRun({ X, Y, most });
  const name = () => model.get("activations")[model.get("activation")];
  const frame = createFrame(model, el, {
    name: "dying",
    traits: TRAITS,
    paint,
    code: () => pythonCode(model, name()),
  });
  const transport = createTransport({
    label: "Train",
    speeds: [5, 20],
    speed: 5,
    ...alongTrait(model, "steps", most, `${most} steps are over`),
  });
  const lossCurve = createLossCurve("step");
  frame.time.append(transport.element, lossCurve.element);

  const curve = createCurve({
    x: [-1.5, 2.5],
    y: [LOW, HIGH],
    xName: "input x",
    yName: "output; dashed: the sum z",
    description: "The output of the neuron for every input, and what was wanted for six",
  });
  const sum = curve.ground.appendChild(svg("path", { class: "nn-dying-sum" }));
  const errors = X.map(() => curve.ground.appendChild(svg("path", { class: "nn-dying-error" })));
  const { toX, toY } = curve.axes;
  X.forEach((x, i) =>
    curve.element.append(
      svg("circle", { r: LOOK.radii.dot, cx: toX(x), cy: toY(Y[i]), class: "nn-dying-wanted" }),
    ),
  );
  const signs = X.map((x) =>
    curve.element.appendChild(
      svg("text", {
        x: toX(x),
        y: curve.axes.area.bottom - 6,
        "text-anchor": "middle",
        class: "nn-dying-sign",
      }),
    ),
  );
  const verdict = html("p", { class: "nn-dying-verdict" });
  const outputs = Object.fromEntries(NAMES.map((each) => [each, createOutput(each)]));
  frame.stage.append(
    html("div", { class: "nn-panel nn-main nn-beside nn-dying-panel" }, curve.element),
    html(
      "div",
      { class: "nn-panel" },
      verdict,
      html("p", {}, "weight w: ", outputs.w, ", its slope: ", outputs["slope-w"]),
      html("p", {}, "bias b: ", outputs.b, ", its slope: ", outputs["slope-b"]),
      html(
        "p",
        {},
        "awake, with z above 0, for ",
        outputs.awake,
        ` of ${X.length} examples; at the start: `,
        outputs["awake-at-start"],
      ),
      html("p", {}, "loss: ", outputs.loss),
      html(
        "p",
        { class: "nn-dying-key" },
        "Dots: what is wanted, with the error as a line. Below, each example: ● awake, ○ asleep.",
      ),
    ),
  );

  let trained;
  function paint() {
    const [, w, b, rate, steps] = TRAITS.map((trait) => model.get(trait));
    if (trained !== `${[name(), w, b, rate]}`) {
      run.from({ activation: name(), w, b, rate });
      trained = `${[name(), w, b, rate]}`;
    }
    const { awake: atStart } = run.at(0),
      now = run.at(steps),
      sums = curve.inputs.map((x) => now.w * x + now.b),
      values = new Float64Array(sums.length);
    activate(name(), sums, values, sums.length, 1);
    sum.setAttribute("d", curve.pathOf(sums));
    curve.update({ values, point: [0, LOW - 1] });
    const height = (value) => toY(Math.max(LOW, Math.min(HIGH, value)));
    errors.forEach((line, i) =>
      line.setAttribute("d", `M${toX(X[i])} ${toY(Y[i])}V${height(now.outputs[i])}`),
    );
    signs.forEach((sign, i) => {
      sign.textContent = now.z[i] > 0 ? "●" : "○";
    });
    const shown = {
      loss: now.loss,
      awake: now.awake,
      "awake-at-start": atStart,
      w: now.w,
      b: now.b,
      "slope-w": now.slopes[0],
      "slope-b": now.slopes[1],
    };
    for (const each of NAMES)
      showNumber(
        outputs[each],
        shown[each],
        each.startsWith("awake") ? String(shown[each]) : formatNumber(shown[each]),
      );
    const dead = now.slopes.every((slope) => slope === 0);
    const state = dead
      ? "dead. Asleep for all examples, so both slopes are exactly 0, and no step will change anything."
      : now.awake
        ? "alive. It has slopes, so it learns."
        : "asleep for all examples, yet not dead: its slopes are not 0.";
    verdict.textContent = `After ${steps} ${steps === 1 ? "step" : "steps"} with learning rate ${formatNumber(rate)}: ${state}`;
    verdict.classList.toggle("nn-dying-dead", dead);
    transport.refresh();
    lossCurve.set(run.losses.subarray(0, steps + 1));
    return `${verdict.textContent} The loss is ${formatNumber(now.loss)}.`;
  }

  return () => {
    transport.close();
    frame.close();
  };
}

function pythonCode(model, name) {
  const [, w, b, rate, steps] = TRAITS.map((trait) => model.get(trait));
  const column = (numbers) => `np.array([[${numbers.map(pythonNumber).join("], [")}]])`;
  return `import numpy as np
from nnbasics import Network

X = ${column(model.get("X"))}
Y = ${column(model.get("Y"))}
shown = Network([1, 1], output="${name}", loss="mse")
shown.parameters = ${pythonNumber(w)}, ${pythonNumber(b)}  # the weight, the bias
print("awake-at-start", (shown.forward(X).preactivations[0] > 0).sum())
for step in range(${steps}):
    grads = shown.backward(shown.forward(X), Y)
    shown.parameters -= ${pythonNumber(rate)} * grads.flat

trace = shown.forward(X)
grads = shown.backward(trace, Y)
print("loss", shown.loss(X, Y))
print("awake", (trace.preactivations[0] > 0).sum())
print("w", shown.parameters[0])
print("b", shown.parameters[1])
print("slope-w", grads.flat[0])
print("slope-b", grads.flat[1])
`;
}

export default { render };
