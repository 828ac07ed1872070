// Explorer of chapter 1: a neuron with two inputs weighs real examples, by hand or by gradient descent.

import { html } from "../../web/draw/elements.js";
import { createLineGrips } from "../../web/draw/line_grips.js";
import { createNeuronDrawing } from "../../web/draw/neuron.js";
import { bracketed, formatNumber } from "../../web/draw/numbers.js";
import { showNumber } from "../../web/draw/output.js";
import { createPlane } from "../../web/draw/plane.js";
import {
  backward,
  createGradients,
  createNetwork,
  createTrace,
  forward,
  lossOf,
} from "../../web/engine/network.js";
import { createFrame } from "../../web/shell/frame.js";
import { reachFor } from "../../web/shell/reach.js";
import { createTransport } from "../../web/shell/transport.js";
import { pythonCode } from "./code.js";
import { numbersOf } from "./numbers.js";

const PARAMETERS = ["w1", "w2", "b"];
const MOST_STEPS = 200_000;
const FLAT = 1e-7; // the fit is done when no slope of the loss is larger
const SLIDER_STEP = 0.1;

function render({ model, el }) {
  const points = model.get("points");
  const labels = model.get("labels");
  const [name1, name2] = model.get("inputs");
  const classes = model.get("classes");

  const network = createNetwork([2, 1], { output: "sigmoid" });
  const X = Float64Array.from(points.flat());
  const Y = Float64Array.from(labels);
  const examples = createTrace(network, labels.length);
  const one = createTrace(network, 1);
  const gradients = createGradients(network, labels.length);

  const state = () => ({
    x: [model.get("x1"), model.get("x2")],
    w: [model.get("w1"), model.get("w2")],
    b: model.get("b"),
  });
  const reach = model.get("high"); // of the sliders, at first
  const load = (into) => into.parameters.set(PARAMETERS.map((trait) => model.get(trait)));

  const frame = createFrame(model, el, {
    name: "neuron",
    traits: [...PARAMETERS, "x1", "x2"],
    paint,
    code: () => pythonCode(state(), model.get("source")),
    restored() {
      isByHand = !fitted.has(`${state().w} ${state().b}`);
      model.set({ low: -reach, high: reach });
      put(PARAMETERS.map((trait) => model.get(trait)));
    },
  });
  const neuron = createNeuronDrawing({
    inputs: ["x₁", "x₂"],
    weights: ["w₁", "w₂"],
    onScrub: (place, value) => put(PARAMETERS.map((trait, i) => (i === place ? value : model.get(trait)))),
  });
  const plane = createPlane({
    x: model.get("x1_range"),
    y: model.get("x2_range"),
    xName: `x₁  ${name1}`,
    yName: `x₂  ${name2}`,
    points,
    labels,
    classes,
    description: `The ${labels.length} examples in the plane of ${name1} and ${name2}, with the boundary of the neuron`,
    onPick(x1, x2) {
      model.set({ x1, x2 });
      model.save_changes();
    },
  });
  const field = createTrace(network, plane.gridPoints);
  const line = createLineGrips(plane.drawing, plane.axes, {
    x: model.get("x1_range"),
    y: model.get("x2_range"),
    onMove: ([w1, w2], b) => put([w1, w2, b]),
  });
  const scaled = (factor) => put(PARAMETERS.map((trait) => factor * model.get(trait)));
  frame.addButton("All three ÷ 2", () => scaled(1 / 2));
  frame.addButton("All three × 2", () => scaled(2));
  const score = html("div", { class: "nn-numbers" });
  frame.stage.append(
    html("div", { class: "nn-panel" }, neuron.element),
    html("div", { class: "nn-panel nn-main nn-beside nn-opens" }, plane.element, score),
  );
  const show = numbersOf(frame.numbers, score);

  // The sliders reach farther where the numbers do.
  function put(values) {
    if (values.some((value) => Math.abs(value) > model.get("high"))) {
      const high = reachFor(values);
      model.set({ low: -high, high });
    }
    frame.set(Object.fromEntries(PARAMETERS.map((trait, i) => [trait, values[i]])));
  }

  const fit = createFit();

  let bestByHand = Infinity,
    isByHand = true;
  const fitted = new Set(); // what a fit came to, or what was made of it
  function paint() {
    const { x, w, b } = state();
    load(network);
    forward(network, Float64Array.from(x), 1, one);
    forward(network, X, labels.length, examples);
    forward(network, plane.grid, plane.gridPoints, field);
    const loss = lossOf(network, examples, Y, labels.length);
    const z = one.preactivations[0][0];
    const output = one.activations[1][0];
    const wrong = labels.map((label, i) => examples.activations[1][i] > 0.5 !== label > 0.5);
    const right = wrong.filter((is) => !is).length;
    if (fit.steps && !fit.running && fit.movedByHand()) fit.reset();
    if (fit.steps) isByHand = false;
    if (isByHand) bestByHand = Math.min(bestByHand, loss);
    else fitted.add(`${w} ${b}`);

    neuron.update({ inputs: x, weights: w, bias: b, z, output });
    plane.update({ preactivations: field.preactivations[0], wrong, mark: x });
    line.update(w, b);
    const verdict = output === 0.5 ? "undecided" : classes[output > 0.5 ? 1 : 0];
    showNumber(show.z, z, formatNumber(z));
    show.products.textContent = `${formatNumber(w[0])} × ${bracketed(x[0])} + ${bracketed(w[1])} × ${bracketed(x[1])} + ${bracketed(b)} = `;
    showNumber(show.output, output, formatNumber(output));
    show.exponent.textContent = formatNumber(-z);
    show.verdict.textContent = verdict;
    showNumber(show.right, right, `${right} of ${labels.length}`);
    showNumber(show.loss, loss, formatNumber(loss));
    showNumber(show.best, bestByHand, formatNumber(bestByHand));
    const score = `${right} of ${labels.length} examples right, log-loss ${formatNumber(loss)}. `;
    return `${score}For the example z is ${formatNumber(z)} and the output ${formatNumber(output)}: ${verdict}.`;
  }

  // Gradient descent on all examples.  The log-loss of one neuron curves at
  // most by mean(|x|² + 1) / 4, so one over that is a learning rate that goes downhill in every step.
  function createFit() {
    const learner = createNetwork([2, 1], { output: "sigmoid" });
    let squares = 0;
    for (const value of X) squares += value * value;
    const learningRate = 4 / (squares / labels.length + 1);
    const start = new Float64Array(PARAMETERS.length);
    // In JupyterLab a slider rounds what it is told to its step, and writes that back: that is no hand.
    const told = new Float64Array(PARAMETERS.length);
    const transport = createTransport({
      label: "Fit",
      most: MOST_STEPS,
      step,
      show,
      begin() {
        takeUp();
        start.set(learner.parameters);
      },
      rewind: () => learner.parameters.set(start),
      loss() {
        forward(learner, X, labels.length, examples);
        return lossOf(learner, examples, Y, labels.length);
      },
    });
    frame.time.append(transport.element);
    transport.movedByHand = () =>
      PARAMETERS.some((trait, i) => Math.abs(model.get(trait) - told[i]) > SLIDER_STEP / 2 + 1e-9);
    return transport;

    function takeUp() {
      load(learner);
      told.set(learner.parameters);
    }
    function step() {
      if (transport.movedByHand()) takeUp();
      forward(learner, X, labels.length, examples);
      backward(learner, examples, Y, labels.length, gradients);
      let steepest = 0;
      for (let i = 0; i < PARAMETERS.length; i += 1) {
        const slope = gradients.flat[i];
        learner.parameters[i] -= learningRate * slope;
        steepest = Math.max(steepest, Math.abs(slope));
      }
      return steepest > FLAT ? undefined : "flat, no way leads down";
    }
    function show() {
      told.set(learner.parameters);
      put([...learner.parameters]);
    }
  }

  return () => {
    fit.close();
    frame.close();
  };
}

export default { render };
