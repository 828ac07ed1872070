// Explorer of chapter 3: a network with one hidden layer, the plane of its inputs, and that plane bent by it.

import { formatNumber } from "../../web/draw/numbers.js";
import { initialize } from "../../web/engine/initializers.js";
import { createTrace, forward, lossOf } from "../../web/engine/network.js";
import { createOptimizer } from "../../web/engine/optimizers.js";
import { createTraining, DivergenceError, trainEpoch } from "../../web/engine/training.js";
import { createFrame } from "../../web/shell/frame.js";
import { createOrigin } from "../../web/shell/origin.js";
import { holdParameters, TRAITS_OF_NETWORK } from "../../web/shell/parameters.js";
import { createTransport } from "../../web/shell/transport.js";
import { hiddenCode } from "./code.js";
import { parameterInWords } from "./names.js";
import { createHiddenNumbers } from "./numbers.js";
import { createHiddenPanels } from "./panels.js";
import { carryOver } from "./carry_over.js";

const LEARNING_RATE = 0.3;
const MOST_STEPS = 10_000;

function render({ model, el }) {
  const datasets = model.get("datasets");
  const activations = model.get("activations");
  const held = holdParameters(model, { output: "sigmoid", nameOf: parameterInWords });
  const example = () => [model.get("x1"), model.get("x2")];
  const origin = createOrigin(() => model.get("seed"));
  // Steps with other examples are no part of what can be said of these.
  const originNow = () => {
    const found = origin.now(held.network);
    return found?.steps && found.how !== datasets[model.get("data")] ? undefined : found;
  };

  const frame = createFrame(model, el, {
    name: "hidden",
    traits: [...TRAITS_OF_NETWORK, "seed", "data", "units", "activation", "x1", "x2", "across", "up"],
    keep: ["seed", "data"],
    paint,
    code: () =>
      hiddenCode(
        held.network,
        datasets[model.get("data")].source,
        example(),
        pair(),
        originNow(),
        LEARNING_RATE,
      ),
  });
  const panels = createHiddenPanels(frame.stage, {
    range: model.get("range"),
    classes: model.get("classes"),
    onPick: pick,
    onScrub: (place, value) => held.move({ [place]: value }),
    onPair: choosePair,
    onExample(x1, x2) {
      model.set({ x1, x2 });
      model.save_changes();
    },
  });
  const showNumbers = createHiddenNumbers(frame.numbers);

  let start; // what "again" goes back to
  const transport = createTransport({
    label: "Train",
    most: MOST_STEPS,
    step: trainStep,
    show: () => held.push(),
    begin: () => (start = held.network.parameters.slice()),
    rewind: () => held.network.parameters.set(start),
    loss() {
      const { network, examples, X, Y, n } = workFor(held.network, datasets[model.get("data")]);
      forward(network, X, n, examples);
      return lossOf(network, examples, Y, n);
    },
  });
  frame.time.append(transport.element);
  frame.addButton("New weights", () => {
    transport.reset();
    model.set({ seed: model.get("seed") + 1 });
    initialize(held.network, model.get("seed"));
    held.push();
  });
  // The menus and the network say the same; whichever moves, the other follows.
  const followMenus = () => {
    const { sizes, hidden } = held.network;
    const units = model.get("units") + 1,
      activation = activations[model.get("activation")];
    if (units === sizes[1] && activation === hidden[0]) return;
    transport.stop();
    held.reshape([2, units, 1], [activation], carryOver);
  };
  const followNetwork = () => {
    model.set({ units: model.get("sizes")[1] - 1, activation: activations.indexOf(model.get("hidden")[0]) });
    model.save_changes();
  };
  model.on("change:units change:activation", followMenus);
  model.on("change:sizes change:hidden", followNetwork);

  let work; // buffers for one network and one set of examples
  function workFor(network, dataset) {
    if (work?.network === network && work.dataset === dataset) return work;
    const plane = panels.fit(network, dataset);
    const n = dataset.labels.length;
    const optimizer = createOptimizer("sgd", { learningRate: LEARNING_RATE }, network);
    work = {
      network,
      dataset,
      plane,
      n,
      X: Float64Array.from(dataset.points.flat()),
      Y: Float64Array.from(dataset.labels),
      examples: createTrace(network, n),
      one: createTrace(network, 1),
      field: createTrace(network, plane.gridPoints),
      grid: createTrace(network, panels.lines.count),
      training: createTraining(network, { optimizer, batchSize: n, shuffled: false }),
    };
    return work;
  }

  function trainStep() {
    const { training, X, Y, n, network, dataset } = workFor(held.network, datasets[model.get("data")]);
    try {
      origin.step(network, dataset, () => trainEpoch(training, X, Y, n));
    } catch (error) {
      if (!(error instanceof DivergenceError)) throw error;
      return "stopped, the steps were too large";
    }
    return undefined;
  }

  function paint() {
    const { network } = held;
    const { plane, X, Y, n, dataset, examples, one, field, grid } = workFor(
      network,
      datasets[model.get("data")],
    );
    const x = example();
    forward(network, Float64Array.from(x), 1, one);
    forward(network, X, n, examples);
    forward(network, plane.grid, plane.gridPoints, field);
    forward(network, panels.lines.inputs, panels.lines.count, grid);
    const loss = lossOf(network, examples, Y, n);
    const wrong = dataset.labels.map((label, i) => examples.activations[2][i] > 0.5 !== label > 0.5);
    const right = wrong.filter((is) => !is).length;

    panels.update({ network, picked: held.picked(), pair: pair(), examples, one, field, grid, x, wrong });
    const found = originNow();
    showNumbers({ network, one, pair: pair(), right, n, loss, origin: found });
    const drawn = found?.steps === 0 ? `Weights drawn from seed ${found.seed}. ` : "";
    return `${drawn}${model.get("picked_name")} is ${formatNumber(model.get("picked_value"))}. ${right} of ${n} examples right, log-loss ${formatNumber(loss)}.`;
  }

  // Who picks by keyboard has the slider next.
  function pick(what, event) {
    held.pick(what);
    if (event.type === "keydown")
      el.closest(".nn-explorer")?.querySelector(".nn-picked-slider [role=slider]")?.focus();
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
    transport.close();
    model.off("change:units change:activation", followMenus);
    model.off("change:sizes change:hidden", followNetwork);
    held.close();
    frame.close();
  };
}

export default { render };
