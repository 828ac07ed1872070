// Explorer of chapter 6: the three levers that move the output of one neuron, each alone and all together.

import { html } from "../../web/draw/elements.js";
import { createNetworkDrawing } from "../../web/draw/network.js";
import { formatNumber, pythonNumber } from "../../web/draw/numbers.js";
import { createOutput, showNumber } from "../../web/draw/output.js";
import { createFrame } from "../../web/shell/frame.js";
import { pull } from "./levers.js";

const LEVERS = ["bias", "weights", "activations"];
const TRAITS = ["pull_bias", "pull_weights", "pull_activations", "wanted", "weights", "activations", "bias"];
const SUBSCRIPTS = "₁₂₃₄₅₆";

function render({ model, el }) {
  const state = () => ({
    activations: model.get("activations"),
    weights: model.get("weights"),
    bias: model.get("bias"),
    wanted: model.get("wanted"),
    pulls: Object.fromEntries(LEVERS.map((lever) => [lever, model.get(`pull_${lever}`)])),
  });
  const frame = createFrame(model, el, {
    name: "levers",
    traits: TRAITS,
    paint,
    code: () => leverCode(state()),
  });
  const count = model.get("weights").length,
    names = Array.from({ length: count }, (_, i) => `h${SUBSCRIPTS[i]}`);
  const drawing = createNetworkDrawing({
    sizes: [count, 1],
    height: 260,
    spacing: 62,
    inputs: names,
    outputs: ["y"],
  });
  const rows = names.map((name) => {
    const [a, push, w, wish] = [html("td"), createPush(), html("td"), createPush()];
    return {
      a,
      push,
      w,
      wish,
      element: html("tr", {}, html("th", { scope: "row" }, name), a, push.element, w, wish.element),
    };
  });
  const biasPush = createPush();
  const table = html(
    "table",
    { class: "nn-levers" },
    html("caption", { class: "nn-spoken" }, "What the neuron hears, and how it may change"),
    html(
      "thead",
      {},
      html(
        "tr",
        {},
        ...["", "says", "push on its weight", "weight", "wish for what it says"].map((head) =>
          html(head ? "th" : "td", head ? { scope: "col" } : {}, head),
        ),
      ),
    ),
    html(
      "tbody",
      {},
      ...rows.map(({ element }) => element),
      html("tr", {}, html("th", { scope: "row", colspan: 2 }, "bias"), biasPush.element),
    ),
  );
  frame.stage.append(
    html(
      "div",
      { class: "nn-panel nn-main nn-beside nn-levers-network" },
      drawing.element,
      html("p", { class: "nn-levers-note" }, "The neuron after all three pulls."),
    ),
    html("div", { class: "nn-panel" }, table),
  );
  const outputs = Object.fromEntries(
    ["delta", "output before", "loss before", ...LEVERS.map((lever) => `${lever} alone`), "together"].map(
      (name) => [name, createOutput(name)],
    ),
  );
  const score = (text, name) => html("p", { class: "nn-score" }, text, outputs[name]);
  frame.numbers.append(
    score("output: ", "output before"),
    score("loss: ", "loss before"),
    score("δ of y: ", "delta"),
    html("p", {}, "loss after pulling the bias alone: ", outputs["bias alone"]),
    html("p", {}, "the weights alone: ", outputs["weights alone"]),
    html("p", {}, "the activations alone: ", outputs["activations alone"]),
    html("p", {}, "all three together: ", outputs.together),
  );

  function paint() {
    const now = state(),
      { before, delta, pushes, moved, alone, together } = pull(now);
    drawing.update({
      weights: [moved.weights],
      biases: [[moved.bias]],
      activations: [moved.activations, [together.output]],
    });
    const longest = Math.max(
      1e-12,
      Math.abs(pushes.bias),
      ...pushes.weights.map(Math.abs),
      ...pushes.activations.map(Math.abs),
    );
    rows.forEach((row, i) => {
      row.a.textContent = formatNumber(now.activations[i]);
      row.w.textContent = formatNumber(now.weights[i]);
      row.push.update(pushes.weights[i], longest);
      row.wish.update(pushes.activations[i], longest);
    });
    biasPush.update(pushes.bias, longest);
    const show = (name, value) => showNumber(outputs[name], value, formatNumber(value));
    show("delta", delta);
    show("output before", before.output);
    show("loss before", before.loss);
    for (const lever of LEVERS) show(`${lever} alone`, alone[lever].loss);
    show("together", together.loss);
    return `The loss is ${formatNumber(before.loss)}. After the bias alone ${formatNumber(alone.bias.loss)}, the weights alone ${formatNumber(alone.weights.loss)}, the activations alone ${formatNumber(alone.activations.loss)}, together ${formatNumber(together.loss)}.`;
  }

  return () => frame.close();
}

// A push as a bar from the middle, to the right where it is positive, and as a number with its sign.
function createPush() {
  const bar = html("span", { class: "nn-push-bar" }),
    text = html("span", { class: "nn-push-number" });
  return {
    element: html(
      "td",
      { class: "nn-push" },
      html("span", { class: "nn-push-track", "aria-hidden": "true" }, bar),
      text,
    ),
    update(value, longest) {
      const share = (50 * Math.abs(value)) / longest;
      Object.assign(bar.style, {
        width: `${share.toFixed(2)}%`,
        left: `${(value < 0 ? 50 - share : 50).toFixed(2)}%`,
      });
      bar.classList.toggle("nn-negative", value < 0);
      text.textContent = (value > 0 ? "+" : "") + formatNumber(value);
    },
  };
}

function leverCode({ activations, weights, bias, wanted, pulls }) {
  const list = (numbers) => `np.array([${numbers.map(pythonNumber).join(", ")}])`;
  return `import numpy as np
from nnbasics import Network

a, w, b = ${list(activations)}, ${list(weights)}, ${pythonNumber(bias)}
wanted = np.array([[${pythonNumber(wanted)}]])

def neuron(a, w, b):
    shown = Network([${weights.length}, 1], output="sigmoid", loss="mse")
    shown.layers[0].weights, shown.layers[0].biases = w[:, None], [b]
    return shown, a[None]

shown, x = neuron(a, w, b)
trace = shown.forward(x)
delta = shown.backward(trace, wanted).deltas[0].item()
push_b = ${pythonNumber(-pulls.bias)} * delta
push_w = ${pythonNumber(-pulls.weights)} * delta * a
push_a = ${pythonNumber(-pulls.activations)} * delta * w

def loss(*levers):
    net, x = neuron(*levers)
    return net.loss(x, wanted)

print("delta", delta)
print("output before", trace.activations[1].item())
print("loss before", loss(a, w, b))
print("bias alone", loss(a, w, b + push_b))
print("weights alone", loss(a, w + push_w, b))
print("activations alone", loss(a + push_a, w, b))
print("together", loss(a + push_a, w + push_w, b + push_b))
drawn, _ = neuron(a + push_a, w + push_w, b + push_b)  # what the drawing shows
`;
}

export default { render };
