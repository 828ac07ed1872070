// Explorer of chapter 3: a network with one hidden layer, the plane of its inputs, and that plane bent by it.

import { formatNumber } from "../../web/draw/numbers.js";
import { initialize } from "../../web/engine/initializers.js";
import { DivergenceError } from "../../web/engine/training.js";
import { createFrame } from "../../web/shell/frame.js";
import { listen } from "../../web/shell/listen.js";
import { createOrigin } from "../../web/shell/origin.js";
import { holdParameters, TRAITS_OF_NETWORK } from "../../web/shell/parameters.js";
import { createTransport } from "../../web/shell/transport.js";
import { hiddenCode } from "./code.js";
import { parameterInWords } from "./names.js";
import { createHiddenNumbers } from "./numbers.js";
import { createHiddenPanels } from "./panels.js";
import { createPasses } from "./passes.js";
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
    traits: [
      ...TRAITS_OF_NETWORK,
      "seed",
      "data",
      "units",
      "activation",
      "x1",
      "x2",
      "across",
      "up",
      "carried",
      "zoom",
    ],
    keep: ["seed", "data"],
    paint,
    code: () =>
      hiddenCode({
        network: held.network,
        source: datasets[model.get("data")].source,
        example: example(),
        pair: pair(),
        carried: model.get("carried"),
        origin: originNow(),
        learningRate: LEARNING_RATE,
      }),
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
    loss: () => passesNow().loss(),
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
  const stopListening = listen(model, {
    "change:units change:activation": followMenus,
    "change:sizes change:hidden": followNetwork,
  });

  let passes;
  function passesNow() {
    const { network } = held,
      dataset = datasets[model.get("data")];
    if (passes?.network === network && passes.dataset === dataset) return passes;
    const plane = panels.fit(network, dataset);
    passes = createPasses(network, dataset, { plane, lines: panels.lines, learningRate: LEARNING_RATE });
    return passes;
  }

  function trainStep() {
    const { network, dataset, step } = passesNow();
    try {
      origin.step(network, dataset, step);
    } catch (error) {
      if (!(error instanceof DivergenceError)) throw error;
      return "stopped, the steps were too large";
    }
    return undefined;
  }

  function paint() {
    const x = example(),
      carried = model.get("carried"),
      found = originNow();
    const loss = passesNow().run(x);
    const { network, dataset, n, ...traces } = passes;
    const wrong = dataset.labels.map((label, i) => traces.examples.activations[2][i] > 0.5 !== label > 0.5);
    const right = wrong.filter((is) => !is).length;
    const state = { ...traces, network, pair: pair(), x, wrong, carried };
    const phase = panels.update({
      ...state,
      picked: held.picked(),
      held: model.get("zooms")[model.get("zoom")],
    });
    showNumbers({ ...state, right, n, loss, origin: found });
    const drawn = found?.steps === 0 ? `Weights drawn from seed ${found.seed}. ` : "";
    const way = carried < 1 ? `The plane is ${phase}. ` : "";
    return `${drawn}${way}${model.get("picked_name")} is ${formatNumber(model.get("picked_value"))}. ${right} of ${n} examples right, log-loss ${formatNumber(loss)}.`;
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
    stopListening();
    held.close();
    frame.close();
  };
}

export default { render };
