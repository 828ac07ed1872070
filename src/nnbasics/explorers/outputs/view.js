// Explorer of chapter 9: the same data under linear, sigmoid and softmax outputs, with matching and mismatched losses,
// trained side by side from the same seed.

import { html } from "../../web/draw/elements.js";
import { formatNumber } from "../../web/draw/numbers.js";
import { activate } from "../../web/engine/activations.js";
import { alongTrait } from "../../web/shell/along_trait.js";
import { createFrame } from "../../web/shell/frame.js";
import { createTransport } from "../../web/shell/transport.js";
import { outputsCode } from "./code.js";
import { createCourses } from "./courses.js";
import { createPanels } from "./panels.js";

const KINDS = ["classes", "quantity"];
const RUNS = {
  classes: [
    ["linear", "mse"],
    ["sigmoid", "bce"],
    ["softmax", "cce"],
    ["sigmoid", "mse"],
    ["softmax", "mse"],
  ],
  quantity: [
    ["linear", "mse"],
    ["sigmoid", "mse"],
    ["softmax", "mse"],
  ],
};
const RANGES = {
  classes: [
    [-2.4, 8.2],
    [-1.8, 1.8],
  ],
  quantity: [
    [-2.2, 2.2],
    [-3.6, 3.6],
  ],
};
const TRAITS = ["data", "start", "far", "learning_rate", "seed", "steps"];

function render({ model, el }) {
  const most = model.get("most"),
    movers = model.get("movers"),
    data = model.get("examples"); // [X, Y] of each kind
  const kindNow = () => KINDS[model.get("data")];
  const settings = () => ({
    seed: model.get("seed"),
    wrong: model.get("start") === 1,
    learningRate: model.get("learning_rate"),
  });
  const frame = createFrame(model, el, {
    name: "outputs",
    traits: TRAITS,
    paint,
    code: () =>
      outputsCode({
        ...settings(),
        classes: kindNow() === "classes",
        source: model.get("sources")[model.get("data")],
        runs: RUNS[kindNow()],
        far: model.get("far"),
        movers,
        steps: model.get("steps"),
        probe: probeOf(kindNow()),
      }),
  });
  const transport = createTransport({
    label: "Train",
    unit: "step",
    speed: 100,
    ...alongTrait(model, "steps", most, `${most} steps are enough`),
  });
  const losses = html("div");
  frame.time.append(transport.element, losses);
  const panels = Object.fromEntries(
    KINDS.map((kind) => [
      kind,
      createPanels({ kind, runs: RUNS[kind], x: RANGES[kind][0], y: RANGES[kind][1] }),
    ]),
  );
  let shown, courses, key;

  function probeOf(kind) {
    const [X, Y] = examples(kind),
      far = kind === "classes" ? X.map(([x]) => x) : Y;
    return far.indexOf(Math.max(...far)); // the one farthest to the right, or highest
  }

  function examples(kind) {
    const [X, Y] = data[KINDS.indexOf(kind)],
      far = model.get("far");
    return [kind === "classes" ? X.map(([x, y], i) => [i < movers ? x + far : x, y]) : X, Y];
  }

  function paint() {
    const kind = kindNow(),
      [points, labels] = examples(kind);
    el.closest(".nn-explorer")?.setAttribute("data-kind", kind);
    if (shown !== kind) {
      frame.stage.replaceChildren(panels[(shown = kind)].element);
      losses.replaceChildren(panels[kind].losses);
    }
    const wanted = JSON.stringify([kind, model.get("far"), settings()]);
    if (key !== wanted) {
      key = wanted;
      courses = createCourses({
        X: points.flat(),
        Y: labels,
        inputs: points[0].length,
        classes: kind === "classes",
        runs: RUNS[kind],
      });
      courses.from(settings());
    }
    const steps = model.get("steps"),
      found = courses.at(steps);
    transport.refresh();
    const said = panels[kind].update({ found, points, labels, probe: probeOf(kind), curves });
    return `After ${steps} steps with the learning rate ${formatNumber(model.get("learning_rate"))}: ${said}.`;
  }

  return () => {
    transport.close();
    frame.close();
  };
}

// What one layer on one input says along the axis: pairs (x, output), flat.
function curves({ output, parameters: [w, b] }, along) {
  const z = along.map((x) => w * x + b),
    a = new Float64Array(along.length),
    pairs = new Float64Array(2 * along.length);
  activate(output, z, a, along.length, 1);
  along.forEach((x, i) => pairs.set([x, a[i]], 2 * i));
  return pairs;
}

export default { render };
