// Explorer of chapter 11: steps set by hand against steps that are found by training, for a curve that one can draw.

import { formatNumber } from "../../web/draw/numbers.js";
import { createTrace, forward } from "../../web/engine/network.js";
import { createCatchUp } from "../../web/shell/catch_up.js";
import { createFrame } from "../../web/shell/frame.js";
import { createGoal } from "../../web/shell/goal.js";
import { createTransport } from "../../web/shell/transport.js";
import { createBanded } from "./banded.js";
import { holdChosen } from "./chosen.js";
import { pythonCode } from "./code.js";
import { createHand, createRun, distanceOf } from "./contest.js";
import { NODES, pointsOf, recipe, riseAndFall } from "./curves.js";
import { createRisers } from "./risers.js";
import { createSketch } from "./sketch.js";
import { createTable } from "./table.js";

const MOST_STEPS = 5000;
const HAND = ["units", "places", "heights", "steepness"];

function render({ model, el }) {
  const [targets, activations, learningRate] = ["targets", "activations", "learning_rate"].map((trait) =>
    model.get(trait),
  );
  const target = () => targets[model.get("target")];
  let points, run, key;

  const frame = createFrame(model, el, {
    name: "approximate",
    traits: [
      "target",
      "drawn",
      "epsilon",
      ...HAND,
      "chosen",
      "place",
      "height",
      "net_units",
      "activation",
      "seed",
      "steps",
    ],
    keep: ["target"],
    paint,
    code: () =>
      pythonCode({
        target: target(),
        drawn: model.get("drawn"),
        hand: hand(),
        run,
        learningRate,
        epsilon: model.get("epsilon"),
        steepness: model.get("steepness"),
        places: model.get("places"),
        heights: model.get("heights"),
        activation: activations[model.get("activation")],
        seed: model.get("seed"),
      }),
  });
  const { set } = frame;
  const byHand = createBanded({
    name: "by hand",
    description: "Your steps, and the curve that they add up to",
  });
  const byTraining = createBanded({
    name: "by training",
    description: "The curve of the network that is trained, in the band around what is wanted",
  });
  byHand.note.textContent =
    "Drag a step by its knob, or move it with the arrow keys; Page Up takes the next one.";
  const chosen = holdChosen(model, set);
  const risers = createRisers(byHand, { onChoose: (chosen) => set({ chosen }), onMove: chosen.move });
  const sketch = createSketch(byTraining, { nodes: NODES, onDraw: (drawn) => set({ drawn }) });
  const goal = createGoal(),
    table = createTable();
  const transport = createTransport({
    label: "Train",
    unit: "step",
    speeds: [10, 100, 1000],
    speed: 1000,
    most: MOST_STEPS,
    step: () => void run.step(),
    show: () => {
      set({ steps: run.steps });
      frame.repaint();
    },
    rewind: () => {
      begin();
      set({ steps: 0 });
    },
    loss: () => distanceOf(run.network, points).mse,
    at: () => run?.steps ?? 0,
  });
  const catchUp = createCatchUp(el, {
    step: () => run.step(),
    show() {
      transport.refresh();
      frame.repaint();
    },
  });
  byHand.element.classList.add("nn-main");
  frame.stage.append(byHand.element, byTraining.element, goal.element);
  frame.time.append(transport.element);
  frame.numbers.append(table.element);
  frame.addButton("Steps by the recipe", () => {
    const { places, heights } = recipe(points, model.get("units")),
      rest = (trait) => model.get(trait).slice(places.length);
    set({ places: [...places, ...rest("places")], heights: [...heights, ...rest("heights")] });
  });
  function hand() {
    return createHand({
      ...Object.fromEntries(HAND.map((trait) => [trait, model.get(trait)])),
      start: points.y[0],
    });
  }

  function begin() {
    run = createRun({
      points,
      units: model.get("net_units"),
      activation: activations[model.get("activation")],
      seed: model.get("seed"),
      learningRate,
    });
  }

  function paint() {
    points = pointsOf(target(), model.get("drawn"));
    const wanted = JSON.stringify([
      Array.from(points.y),
      model.get("net_units"),
      model.get("activation"),
      model.get("seed"),
    ]);
    if (wanted !== key || (!transport.running && run.steps > model.get("steps"))) {
      key = wanted;
      begin();
      transport.reset();
    }
    catchUp.while(() => !transport.running && run.steps < model.get("steps"));
    const network = hand(),
      epsilon = model.get("epsilon"),
      state = { points, epsilon };
    const mine = distanceOf(network, points),
      trained = distanceOf(run.network, points);
    byHand.update({ ...state, values: valuesOf(network, byHand.inputs), distance: mine });
    risers.update({
      places: model.get("places"),
      heights: model.get("heights"),
      units: model.get("units"),
      start: points.y[0],
      chosen: model.get("chosen"),
    });
    byTraining.update({
      ...state,
      values: valuesOf(run.network, byTraining.inputs),
      distance: trained,
      ticks: ticksOf(run.network),
    });
    sketch.update({ drawn: model.get("drawn"), open: !target().x });
    byTraining.note.textContent = target().x
      ? "The marks at the bottom: where each hidden neuron steps or bends."
      : "Draw here what you want; with the keys, left and right choose a place, up and down move it.";
    table.update({
      hand: { network, ...mine },
      net: { network: run.network, ...trained },
      epsilon,
      riseAndFall: riseAndFall(points.y),
    });
    const told = (off) =>
      off <= epsilon ? `within it, off by ${formatNumber(off)}` : `off by ${formatNumber(off)}`;
    const words = `by hand ${told(mine.most)}; by training, after ${run.steps} steps, ${told(trained.most)}.`;
    goal.update({
      name: `within ${formatNumber(epsilon)} of the curve, everywhere from 0 to 1`,
      reached: mine.most <= epsilon,
      text: words,
    });
    return `${target().name}, within ${formatNumber(epsilon)}: ${words}`;
  }

  return () => {
    chosen.close();
    catchUp.stop();
    transport.close();
    frame.close();
  };
}

function valuesOf(network, inputs) {
  return forward(network, inputs, inputs.length, createTrace(network, inputs.length));
}

// Where each hidden neuron steps or bends, −b/w, and whether its step leads up.
function ticksOf({ weights, biases }) {
  return Array.from(weights[0], (w, k) => ({ at: -biases[0][k] / w, up: w * weights[1][k] > 0 }));
}

export default { render };
