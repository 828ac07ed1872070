// Explorer of chapter 1: σ(wx + b) as w and b move, or as w and the position of the step, s = −b/w, move.

import { createCurve } from "../../web/draw/curve.js";
import { html } from "../../web/draw/elements.js";
import { createNeuronDrawing } from "../../web/draw/neuron.js";
import { bracketed, formatNumber, pythonNumber } from "../../web/draw/numbers.js";
import { createOutput, showNumber } from "../../web/draw/output.js";
import { createStepGrips } from "../../web/draw/step_grips.js";
import { createNetwork, createTrace, forward } from "../../web/engine/network.js";
import { createFrame } from "../../web/shell/frame.js";
import { listen } from "../../web/shell/listen.js";

const RANGE = [-3, 3];
const WAYS = ["bias", "position"]; // what the second slider moves

function render({ model, el }) {
  const network = createNetwork([1, 1], { output: "sigmoid" });
  const one = createTrace(network, 1);
  const frame = createFrame(model, el, {
    name: "step",
    traits: ["x", "w", "b", "s", "control"],
    paint,
    code: () => pythonCode(model.get("x"), model.get("w"), model.get("b")),
  });
  const neuron = createNeuronDrawing({
    inputs: ["x"],
    weights: ["w"],
    onScrub(place, value) {
      if (place === 0) frame.set({ w: value });
      else if (byPosition() && model.get("w") !== 0) moveStep(-value / model.get("w"));
      else frame.set({ b: value });
    },
  });
  const curve = createCurve({
    x: RANGE,
    y: [0, 1],
    xName: "x",
    yName: "output σ(wx + b)",
    description: "The output of the neuron for every input from −3 to 3",
    onPick(x) {
      model.set({ x });
      model.save_changes();
    },
  });
  const grips = createStepGrips(curve, {
    count: 1,
    range: RANGE,
    onMove: (_, s) => moveStep(s),
  });
  const along = createTrace(network, curve.inputs.length);
  frame.stage.append(
    html("div", { class: "nn-panel" }, neuron.element),
    html("div", { class: "nn-panel nn-main nn-beside" }, curve.element),
  );
  const show = numbersOf(frame.numbers);

  // Two ways to say the same neuron.  The one whose sliders are on show leads, and its traits alone move the
  // other; what the hidden slider makes of that (in JupyterLab it rounds to its step) is no hand.  A position
  // outside the drawing is kept at its edge, where its slider ends.
  const byPosition = () => WAYS[model.get("control")] === "position";
  function moveStep(s) {
    const within = Math.min(RANGE[1], Math.max(RANGE[0], s));
    frame.set(byPosition() ? { s: within } : { b: -model.get("w") * within });
  }
  function followBias() {
    const [w, b] = [model.get("w"), model.get("b")];
    if (byPosition() || w === 0) return;
    model.set({ s: Math.min(RANGE[1], Math.max(RANGE[0], -b / w + 0)) }); // + 0 turns −0 into 0
    model.save_changes();
  }
  function followPosition() {
    if (!byPosition() || model.get("w") === 0) return; // a flat curve has no step to move
    model.set({ b: -model.get("w") * model.get("s") + 0 });
    model.save_changes();
  }
  const stopListening = listen(model, {
    "change:w change:b": followBias,
    "change:w change:s": followPosition, // the menu alone changes nothing: it is the same neuron
  });
  followBias();

  function paint() {
    // The style sheet shows the sliders of the chosen way.
    const explorer = el.closest(".nn-explorer");
    if (explorer) explorer.dataset.control = WAYS[model.get("control")];
    const [x, w, b] = [model.get("x"), model.get("w"), model.get("b")];
    network.weights[0][0] = w;
    network.biases[0][0] = b;
    forward(network, Float64Array.of(x), 1, one);
    forward(network, curve.inputs, curve.inputs.length, along);
    const z = one.preactivations[0][0];
    const output = one.activations[1][0];
    const position = w === 0 ? NaN : -b / w + 0;

    neuron.update({ inputs: [x], weights: [w], bias: b, z, output });
    curve.update({
      values: along.activations[1],
      point: [x, output],
      line: w !== 0 && { at: position, text: `step at −b/w = ${formatNumber(position)}` },
    });
    grips.update([position]);
    show.products.textContent = `${formatNumber(w)} × ${bracketed(x)} + ${bracketed(b)} = `;
    showNumber(show.z, z, formatNumber(z));
    showNumber(show.output, output, formatNumber(output));
    showNumber(
      show.position,
      position,
      w === 0 ? "nowhere: with w = 0 the curve is flat" : formatNumber(position),
    );
    showNumber(show.slope, w / 4, formatNumber(w / 4));
    const where =
      w === 0
        ? "flat, without a step"
        : `with its step at ${formatNumber(position)} and slope ${formatNumber(w / 4)} there`;
    return `w is ${formatNumber(w)}, b is ${formatNumber(b)}: a curve ${where}. For x ${formatNumber(x)} the output is ${formatNumber(output)}.`;
  }

  return () => {
    stopListening();
    frame.close();
  };
}

function numbersOf(place) {
  const show = {
    z: createOutput("z"),
    products: html("span"),
    output: createOutput("output"),
    position: createOutput("step"),
    slope: createOutput("slope"),
  };
  place.append(
    html("p", {}, "z = w × x + b = ", show.products, show.z),
    html("p", {}, "output = σ(z) = ", show.output),
    html("p", { class: "nn-score" }, "step at s = −b/w: ", show.position),
    html("p", { class: "nn-score" }, "slope there, w/4: ", show.slope),
  );
  return show;
}

function pythonCode(x, w, b) {
  return `import numpy as np
from nnbasics import Network

shown = Network([1, 1], output="sigmoid")
shown.layers[0].weights = [[${pythonNumber(w)}]]
shown.layers[0].biases = [${pythonNumber(b)}]

trace = shown.forward(np.array([[${pythonNumber(x)}]]))
print("z     ", trace.preactivations[0].item())
print("output", trace.activations[-1].item())${w === 0 ? "" : `\nprint("step  ", -shown.layers[0].biases.item() / shown.layers[0].weights.item())`}
print("slope ", shown.layers[0].weights.item() / 4)
`;
}

export default { render };
