// Explorer of chapter 6: one training step of a small network, in single steps, lit together on the drawing, in the
// formula and in the code.

import { html } from "../../web/draw/elements.js";
import { createNetworkDrawing } from "../../web/draw/network.js";
import { formatNumber } from "../../web/draw/numbers.js";
import { createFrame } from "../../web/shell/frame.js";
import { holdParameters, TRAITS_OF_NETWORK } from "../../web/shell/parameters.js";
import { createTransport } from "../../web/shell/transport.js";
import { stepperCode } from "./code.js";
import { formulaOf } from "./formulas.js";
import { createLedger } from "./ledger.js";
import { createLesson } from "./lesson.js";
import { createLights } from "./lights.js";
import { followMenus } from "./menus.js";
import { createLessonPanel } from "./panel.js";
import { pickedName, neuronName } from "../../web/draw/parameter_names.js";
import { keepWantedToLoss } from "./wanted.js";

function render({ model, el }) {
  const lines = model.get("lines");
  let held; // asked for the sizes while it is made
  held = holdParameters(model, {
    output: "linear",
    nameOf: (what) => pickedName(held?.network.sizes ?? model.get("sizes"), what),
  });
  const x = () => [model.get("x1"), model.get("x2")].slice(0, held.network.sizes[0]);
  const wanted = () => [model.get("wanted1"), model.get("wanted2")].slice(0, held.network.sizes.at(-1));

  const frame = createFrame(model, el, {
    name: "stepper",
    traits: [
      ...TRAITS_OF_NETWORK,
      "shape",
      "activation",
      "ending",
      "x1",
      "x2",
      "wanted1",
      "wanted2",
      "learning_rate",
      "at",
    ],
    paint,
    code: () => stepperCode(lessonNow(), model.get("at"), x(), wanted(), model.get("learning_rate")),
  });
  const place = html("div", { class: "nn-panel nn-main nn-beside" });
  const panel = createLessonPanel();
  frame.stage.append(place, panel.element);

  const transport = createTransport({
    step() {
      if (model.get("at") >= model.get("last")) return "the step is taken";
      model.set({ at: model.get("at") + 1 });
    },
    show: () => model.save_changes(),
    rewind: () => go(0),
    at: () => model.get("at"),
    speeds: [0.5, 2, 5],
    speed: 1,
  });
  frame.time.append(transport.element);
  frame.addButton("Next beat", () => {
    transport.stop();
    const { steps } = lessonNow(),
      at = model.get("at");
    const next = steps.findIndex((step, i) => i > at && step.beat !== steps[at].beat);
    go(next < 0 ? model.get("last") : next);
  });
  frame.addButton("Step back", () => {
    transport.stop();
    go(Math.max(0, model.get("at") - 1));
  });
  frame.addButton("Go on from the new weights", () => {
    transport.stop();
    held.network.parameters.set(lessonNow().after.parameters);
    model.set({ at: 0 });
    held.push();
  });
  const leaveMenus = followMenus(model, held);
  const leaveWanted = keepWantedToLoss(model, frame);

  let built; // drawing and ledger of one shape
  function buildFor({ steps, network: { sizes } }) {
    if (built && String(built.sizes) === String(sizes)) return built;
    const names = (layer) => Array.from({ length: sizes[layer] }, (_, i) => neuronName(sizes, layer, i));
    const drawing = createNetworkDrawing({
      sizes,
      height: 270,
      spacing: Math.max(...sizes) > 2 ? 88 : 130,
      inputs: names(0),
      hidden: [names(1)],
      outputs: names(2),
      onPick: pick,
      onScrub: (place, value) => held.move({ [place]: value }),
      nameOf: (what) => (what.kind === "neuron" && what.layer === 0 ? undefined : pickedName(sizes, what)),
    });
    const ledger = createLedger(steps, sizes);
    place.replaceChildren(drawing.element);
    frame.numbers.replaceChildren(
      html("p", { class: "nn-score" }, "loss: ", ledger.loss[0]),
      html("p", { class: "nn-score" }, "loss after the step: ", ledger.loss[1]),
      ledger.element,
    );
    el.closest(".nn-explorer")?.setAttribute("data-sizes", sizes.join("-"));
    model.set({ last: steps.length - 1, at: Math.min(model.get("at"), steps.length - 1) });
    model.save_changes();
    return (built = { sizes, drawing, ledger, lights: createLights(drawing, sizes) });
  }

  function lessonNow() {
    const [output, loss] = model.get("endings")[model.get("ending")];
    const lesson = createLesson({ ...held.network, output, loss });
    lesson.compute(x(), wanted(), model.get("learning_rate"));
    return lesson;
  }

  function paint() {
    const lesson = lessonNow(),
      { network, trace, steps } = lesson;
    const { drawing, ledger, lights } = buildFor(lesson);
    const at = Math.min(model.get("at"), steps.length - 1),
      step = steps[at];
    const learningRate = model.get("learning_rate");
    const formula = formulaOf(lesson, step, { wanted: wanted(), learningRate });
    const result = lesson.valueOf(step);
    const forwardSteps = steps.filter(({ beat }) => beat === "forward");
    const layersDone = network.weights.filter(
      (_, l) => at >= forwardSteps.findLastIndex(({ layer }) => layer === l),
    ).length;
    drawing.update({
      weights: network.weights,
      biases: network.biases,
      activations: trace.activations,
      reached: layersDone,
    });
    drawing.pick(held.picked());
    lights.update(lesson, at, wanted(), held.picked());
    ledger.update(lesson, at);
    transport.refresh();
    panel.update({ step, formula, line: lineOf(step, network), result, learningRate });
    return `Step ${at + 1} of ${steps.length}, ${step.beat}. ${formula.says}: ${step.name} is ${formatNumber(result)}.`;
  }

  function lineOf({ kind, layer }, { loss, weights }) {
    if (kind === "loss-after") return lines[`loss ${loss}`];
    return lines[`${kind} ${loss}`] && (kind === "loss" || layer === weights.length - 1)
      ? lines[`${kind} ${loss}`]
      : lines[kind];
  }

  function go(at) {
    model.set({ at });
    model.save_changes();
  }

  // Who picks by keyboard has the slider next.
  function pick(what, event) {
    held.pick(what);
    if (event.type === "keydown")
      el.closest(".nn-explorer")?.querySelector(".nn-picked-slider [role=slider]")?.focus();
  }

  return () => {
    transport.close();
    leaveMenus();
    leaveWanted();
    held.close();
    frame.close();
  };
}

export default { render };
