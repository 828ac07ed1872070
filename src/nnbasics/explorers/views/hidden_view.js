// Explorer of chapter 3: a network with one hidden layer, the plane of its inputs, and that plane bent by it.

import { createTrace, forward, lossOf } from "../engine.js";
import { initialize } from "../engine/initializers.js";
import { createOptimizer } from "../engine/optimizers.js";
import { createTraining, DivergenceError, trainEpoch } from "../engine/training.js";
import { createBentPlane } from "./bent.js";
import { html } from "./elements.js";
import { readPalette } from "./encoding.js";
import { createFrame, showNumber } from "./frame.js";
import { createGridLines } from "./grid_lines.js";
import { hiddenCode } from "./hidden_code.js";
import { nameOfPick, unitName } from "./hidden_names.js";
import { createNetworkDrawing } from "./network_drawing.js";
import { formatNumber } from "./numbers.js";
import { holdParameters, TRAITS_OF_NETWORK } from "./parameters.js";
import { createPlane } from "./plane.js";
import { createRunner } from "./runner.js";
import { createThumbnail } from "./thumbnail.js";

const LEARNING_RATE = 0.3;
const STEPS_A_FRAME = 10;
const MOST_STEPS = 10_000;
const GOLDEN_ANGLE = 2.4; // new units look in directions that no other unit has

function render({ model, el }) {
  const datasets = model.get("datasets");
  const activations = model.get("activations");
  const ranges = { x: model.get("range"), y: model.get("range") };
  const held = holdParameters(model, { output: "sigmoid", nameOf: nameOfPick });
  const first = Object.fromEntries(["sizes", "hidden", "parameters"].map((trait) => [trait, model.get(trait)]));

  const frame = createFrame(model, el, {
    name: "hidden",
    traits: [...TRAITS_OF_NETWORK, "data", "units", "activation", "x1", "x2", "across", "up"],
    paint,
    code: () => hiddenCode(held.network, datasets[model.get("data")].source, [model.get("x1"), model.get("x2")], pair()),
  });
  const lines = createGridLines(ranges);
  const bent = createBentPlane({ lines, onPair: (axis, unit) => choosePair(axis, unit) });
  const places = Object.fromEntries(["network", "maps", "plane", "bent"].map((name) => [name, html("div", { class: `nn-panel nn-panel-${name}` })]));
  places.bent.append(bent.element);
  frame.stage.append(...Object.values(places));
  const show = numbersOf(frame.numbers);

  const runner = createRunner({
    button: frame.addButton("Train", () => runner.toggle()), stepsAFrame: STEPS_A_FRAME, most: MOST_STEPS,
    step: trainStep, show: () => held.push(),
  });
  frame.addButton("One step", runner.once);
  frame.addButton("New weights", () => {
    runner.reset();
    model.set({ seed: model.get("seed") + 1 });
    initialize(held.network, model.get("seed"));
    held.push();
  });
  frame.addButton("Reset", () => {
    runner.reset();
    model.set(first);
    model.save_changes();
  });

  // The menus and the network say the same; whichever moves, the other follows.
  const followMenus = () => {
    const { sizes, hidden } = held.network;
    const units = model.get("units") + 1, activation = activations[model.get("activation")];
    if (units === sizes[1] && activation === hidden[0]) return;
    runner.stop();
    held.reshape([2, units, 1], [activation], carryOver);
  };
  const followNetwork = () => {
    model.set({ units: model.get("sizes")[1] - 1, activation: activations.indexOf(model.get("hidden")[0]) });
    model.save_changes();
  };
  model.on("change:units change:activation", followMenus);
  model.on("change:sizes change:hidden", followNetwork);

  let parts; // what is made for one shape of the network and one set of data
  function partsFor(network, data) {
    if (parts?.network === network && parts.data === data) return parts;
    const sameNetwork = parts?.network === network;
    const { points, labels, name } = datasets[data];
    const plane = parts?.data === data ? parts.plane : createPlane({
      ...ranges, xName: "x₁", yName: "x₂", points, labels, classes: model.get("classes"),
      description: `The ${labels.length} examples of ${name} in the plane of the inputs, with the boundary of the network`,
      onPick(x1, x2) {
        model.set({ x1, x2 });
        model.save_changes();
      },
    });
    if (parts?.plane !== plane) {
      places.plane.replaceChildren(html("p", { class: "nn-panel-title" }, "The plane of the inputs"), plane.element);
      lines.drawOn(plane.ground, plane.axes).update((i) => lines.inputs[2 * i], (i) => lines.inputs[2 * i + 1]);
    }
    const units = Array.from({ length: network.sizes[1] }, (_, unit) => unitName(unit));
    const drawing = sameNetwork ? parts.drawing : createNetworkDrawing({
      sizes: network.sizes, inputs: ["x₁", "x₂"], hidden: [units], outputs: ["output"], height: units.length > 5 ? 310 : 220,
      onPick: pick, nameOf: (what) => (what.kind === "neuron" && what.layer === 0 ? undefined : nameOfPick(what)),
    });
    if (!sameNetwork) places.network.replaceChildren(html("p", { class: "nn-panel-title" }, "The network: pick an edge or a neuron"), drawing.element);
    const maps = sameNetwork ? parts.maps : units.map(createThumbnail);
    if (!sameNetwork) {
      places.maps.replaceChildren(
        html("p", { class: "nn-panel-title" }, "What each hidden neuron says"),
        html("div", { class: "nn-thumbnails" }, ...maps.map((map) => map.element)),
        html("p", { class: "nn-panel-caption" }, "Blue yes, orange no, for every point of the plane. × is the weight with which the output neuron hears it."),
      );
    }
    const n = labels.length;
    parts = {
      network, data, plane, drawing, maps, points, labels, n,
      X: Float64Array.from(points.flat()), Y: Float64Array.from(labels),
      examples: createTrace(network, n), one: createTrace(network, 1),
      field: createTrace(network, plane.gridPoints), grid: createTrace(network, lines.count),
      training: createTraining(network, {
        optimizer: createOptimizer("sgd", { learningRate: LEARNING_RATE }, network), batchSize: n, shuffled: false,
      }),
    };
    return parts;
  }

  function trainStep() {
    const { training, X, Y, n, network } = partsFor(held.network, model.get("data"));
    try {
      trainEpoch(training, X, Y, n);
    } catch (error) {
      if (!(error instanceof DivergenceError)) throw error;
      return ": stopped, the steps were too large";
    }
    return network.parameters.some((value) => Math.abs(value) >= model.get("reach")) ? ": stopped, a weight is at the end of its slider" : undefined;
  }

  function paint() {
    const { network } = held;
    const { plane, drawing, maps, X, Y, n, labels, examples, one, field, grid } = partsFor(network, model.get("data"));
    const x = [model.get("x1"), model.get("x2")];
    forward(network, Float64Array.from(x), 1, one);
    forward(network, X, n, examples);
    forward(network, plane.grid, plane.gridPoints, field);
    forward(network, lines.inputs, lines.count, grid);
    const loss = lossOf(network, examples, Y, n);
    const wrong = labels.map((label, i) => examples.activations[2][i] > 0.5 !== label > 0.5);
    const right = wrong.filter((is) => !is).length;

    drawing.update({ weights: network.weights, biases: network.biases, activations: one.activations });
    drawing.pick(held.picked());
    plane.update({ preactivations: field.preactivations[1], wrong, mark: x });
    bent.update({ network, pair: pair(), examples, one, field, grid, labels, wrong, range: ranges.x });
    const palette = readPalette(el);
    const scale = Math.max(1, ...maps.map((_, unit) => largestOf(field.activations[1], unit, maps.length)));
    maps.forEach((map, unit) => map.update({
      values: field.activations[1], stride: maps.length, offset: unit, scale, palette,
      text: ` × ${bracketedWeight(network.weights[1][unit])}`,
    }));

    const [across, up] = pair();
    const hidden = one.activations[1], z = one.preactivations[1][0], output = one.activations[2][0];
    show.input.textContent = `(${formatNumber(x[0])}, ${formatNumber(x[1])})`;
    show.names.textContent = up === undefined ? "h₁ = " : `(${unitName(across)}, ${unitName(up)}) = (`;
    showNumber(show.across, hidden[across], steady(hidden[across]));
    showNumber(show.up, hidden[up] ?? NaN, up === undefined ? "" : steady(hidden[up]));
    show.comma.textContent = up === undefined ? "" : ", ";
    show.close.textContent = up === undefined ? "" : ")";
    showNumber(show.z, z, steady(z));
    showNumber(show.output, output, output.toFixed(3));
    showNumber(show.right, right, `${right} of ${n}`);
    showNumber(show.loss, loss, formatNumber(loss));
    showNumber(show.parameters, network.numParameters, String(network.numParameters));
    showNumber(show.steps, runner.steps, runner.steps.toLocaleString("en") + runner.ending);
    return `${model.get("picked_name")} is ${formatNumber(model.get("picked_value"))}. ${right} of ${n} examples right, log-loss ${formatNumber(loss)}.`;
  }

  // Who picks by keyboard has the slider next.
  function pick(what, event) {
    held.pick(what);
    if (event.type === "keydown") el.closest(".nn-explorer")?.querySelector(".nn-picked-slider [role=slider]")?.focus();
  }

  // The two hidden units on show; one alone where the layer has no more.
  function pair() {
    const last = held.network.sizes[1] - 1;
    if (last === 0) return [0];
    const across = Math.min(model.get("across"), last);
    const up = Math.min(model.get("up"), last);
    return across === up ? [across, across === 0 ? 1 : 0] : [across, up];
  }

  // Choosing what the other axis has swaps the two.
  function choosePair(axis, unit) {
    const [across, up] = pair();
    const now = { across, up };
    const other = axis === "across" ? "up" : "across";
    model.set({ ...now, [axis]: unit, ...(now[other] === unit ? { [other]: now[axis] } : {}) });
    model.save_changes();
  }

  return () => {
    runner.stop();
    model.off("change:units change:activation", followMenus);
    model.off("change:sizes change:hidden", followNetwork);
    held.close();
    frame.close();
  };
}

// Units that stay keep their numbers.  A new one looks in a direction of its own, and nobody listens to it yet, its
// weight to the output being 0: so the picture stays, until training or the reader gives it a say.
function carryOver(from, to) {
  const [before, after] = [from.sizes[1], to.sizes[1]];
  for (let unit = 0; unit < after; unit += 1) {
    const kept = unit < before;
    const angle = GOLDEN_ANGLE * unit;
    to.weights[0][unit] = kept ? from.weights[0][unit] : 0.5 * Math.cos(angle);
    to.weights[0][after + unit] = kept ? from.weights[0][before + unit] : 0.5 * Math.sin(angle);
    to.biases[0][unit] = kept ? from.biases[0][unit] : 0;
    to.weights[1][unit] = kept ? from.weights[1][unit] : 0;
  }
  to.biases[1][0] = from.biases[1][0];
}

function largestOf(values, offset, stride) {
  let most = 0;
  for (let i = offset; i < values.length; i += stride) most = Math.max(most, Math.abs(values[i]));
  return most;
}

// As many digits now as a moment ago, so that the line does not tremble.
function steady(value) {
  const text = Math.abs(value) < 99.995 ? Math.abs(value).toFixed(2) : formatNumber(Math.abs(value));
  return value < 0 ? `−${text}` : text;
}

function bracketedWeight(weight) {
  const text = Math.abs(weight) < 99.95 ? Math.abs(weight).toFixed(1) : formatNumber(Math.abs(weight));
  return weight < 0 ? `(−${text})` : text;
}

function numbersOf(place) {
  const output = (name, kind = {}) => html("output", { "data-name": name, "aria-live": "off", ...kind });
  const show = {
    input: html("span"), names: html("span"), comma: html("span"), close: html("span"),
    across: output("across"), up: output("up"), z: output("z"), output: output("output"),
    right: output("right"), loss: output("log-loss"), parameters: output("parameters"), steps: output("steps", { "data-past": "" }),
  };
  place.append(
    html("p", {}, "the example at the cross: (x₁, x₂) = ", show.input, " → ", show.names, show.across, show.comma, show.up, show.close,
      " → z = ", show.z, " → output = σ(z) = ", show.output),
    html("p", { class: "nn-score" }, "right: ", show.right),
    html("p", { class: "nn-score" }, "log-loss: ", show.loss),
    html("p", { class: "nn-score" }, "weights and biases: ", show.parameters),
    html("p", { class: "nn-score" }, "steps: ", show.steps),
  );
  return show;
}

export default { render };
