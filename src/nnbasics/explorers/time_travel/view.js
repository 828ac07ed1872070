// Explorer of chapter 6: chapter 4's training done over again in the page, to be played, scrubbed and
// branched.

import { recipeCode } from "../../web/digits/recipe.js";
import { html } from "../../web/draw/elements.js";
import { readPalette } from "../../web/draw/encoding.js";
import { createFrame } from "../../web/shell/frame.js";
import { createTransport } from "../../web/shell/transport.js";
import { createForm } from "./branching.js";
import { pythonCode } from "./code.js";
import { createCurves } from "./curves.js";
import { createMoment } from "./moment.js";
import { branchOf, troubleOf } from "./settings.js";
import { createWork } from "./work.js";

const BRANCHES = ["branch_a", "branch_b"],
  KINDS = ["main", "a", "b"],
  LETTERS = ["", "A", "B"];
const DIGITS = 12; // test digits that are watched
const SHRUG = Math.log(10); // the loss of who says 0.1 to each digit

function render({ model, el }) {
  const recipe = model.get("recipe"),
    epochs = model.get("epochs");
  const frame = createFrame(model, el, {
    name: "time_travel",
    traits: ["epoch", ...BRANCHES],
    paint,
    code: () => pythonCode({ recipe, recipeCode, ...state(), shown: shown() }),
  });
  const { set } = frame;
  const work = createWork({ model, el, recipe, epochs, changed: frame.repaint });
  const travel = (epoch) => {
    transport.stop();
    set({ epoch });
  };
  const loss = createCurves({
    name: "loss",
    y: [0, 2.6],
    epochs,
    onPick: travel,
    description: "Loss after each epoch, on training digits and on test digits",
  });
  const right = createCurves({
    name: "read right, in %",
    y: [0, 100],
    epochs,
    onPick: travel,
    description: "Share of digits read right after each epoch",
  });
  const columns = KINDS.map((prefix) => createMoment({ prefix, sizes: recipe.sizes, digits: DIGITS }));
  const form = createForm({
    onBranch: (place, settings) => set({ [BRANCHES[place]]: [model.get("epoch"), ...settings] }),
    onRemove: (place) => set({ [BRANCHES[place]]: [] }),
  });
  const transport = createTransport({
    unit: "epoch",
    speeds: [4, 15],
    speed: 4,
    at: () => model.get("epoch"),
    show: () => {},
    rewind: () => set({ epoch: 0 }),
    step() {
      const next = model.get("epoch") + 1;
      if (next > epochs) return "the end of the training";
      if (work.main && next < work.main.moments.length) set({ epoch: next });
    },
  });
  frame.stage.append(
    work.element,
    html("div", { class: "nn-panel nn-main" }, loss.element),
    html("div", { class: "nn-panel" }, right.element),
  );
  frame.time.append(transport.element);
  frame.numbers.append(
    html("div", { class: "nn-moments" }, ...columns.map((column) => column.element)),
    form.element,
  );

  function state() {
    return { epoch: model.get("epoch"), branches: BRANCHES.map((trait) => model.get(trait)) };
  }
  // Which of the trainings have a moment to show: those of the code too.
  function shown() {
    const { epoch, branches } = state();
    return [work.main, ...work.branches].map((journey, i) => {
      const from = i ? branches[i - 1][0] : 0;
      return journey && epoch >= from ? journey.moments[epoch - from] : undefined;
    });
  }

  function paint() {
    const palette = readPalette(el),
      { epoch, branches } = state();
    work.want(branches);
    const moments = shown();
    const journeys = [work.main, ...work.branches];
    const series = (name, testName, factor = 1) =>
      journeys.flatMap((journey, i) => {
        if (!journey) return [];
        const from = i ? branches[i - 1][0] : 0,
          values = (key) => journey.moments.map((moment) => factor * moment[key]);
        return [
          {
            values: values(testName),
            from,
            kind: KINDS[i],
            test: true,
            label: i ? `${LETTERS[i]} test` : "test",
          },
          { values: values(name), from, kind: KINDS[i], label: i ? LETTERS[i] : "training" },
        ];
      });
    loss.update({ series: series("loss", "testLoss"), cursor: epoch });
    right.update({ series: series("accuracy", "testAccuracy", 100), cursor: epoch });
    const scale = Math.max(
      1e-12,
      ...moments.map((moment) => (moment ? Math.min(3, largestOf(moment.parameters)) : 0)),
    );
    const test = work.test;
    columns.forEach((column, i) => {
      column.element.hidden = i > 0 && branches[i - 1].length === 0;
      if (column.element.hidden) return column.update({ title: "", moment: undefined });
      column.update({
        title: i ? titleOf(i, branches[i - 1]) : `Chapter 4's training, after ${epoch} of ${epochs} epochs`,
        moment: moments[i],
        note: noteOf(i, epoch, branches),
        palette,
        scale,
        first: work.main?.moments[0]?.parameters,
        ink: test?.ink,
        labels: test?.labels,
        key: `${i} ${epoch} ${branches[i - 1]} ${scale} ${JSON.stringify(palette)}`,
      });
    });
    form.update({ epoch, most: epochs, branches, ready: Boolean(work.main?.done) });
    transport.refresh();
    return sentence(epoch, moments, branches);
  }

  function titleOf(i, branch) {
    const { at, python, rate, batchSize, seed } = branchOf(branch);
    return `${LETTERS[i]}: from epoch ${at}, ${python(rate)}, batches of ${batchSize}, seed ${seed}`;
  }

  function noteOf(i, epoch, branches) {
    if (i === 0) return "";
    const journey = work.branches[i - 1],
      [at] = branches[i - 1];
    if (!journey) return "Waiting for chapter 4's training.";
    if (!journey.done) return `Training: epoch ${at + journey.moments.length - 1}.`;
    const trouble = troubleOf(journey, Math.min(SHRUG, Math.max(journey.moments[0].loss, 0.01)));
    const told = trouble ? `It ${trouble}` : "";
    if (epoch < at) return `Begins after epoch ${at}. ${told}`;
    return journey.moments[epoch - at] ? told : `Nothing here any more. ${told}`;
  }

  function sentence(epoch, moments, branches) {
    if (!moments[0]) return "The training is being done over again.";
    const percent = (moment) => `${(100 * moment.testAccuracy).toFixed(1)} % of the test digits`;
    const others = [1, 2]
      .filter((i) => moments[i])
      .map((i) => `Branch ${LETTERS[i]} reads ${percent(moments[i])}.`);
    const troubles = [1, 2]
      .filter((i) => branches[i - 1].length)
      .map((i) => noteOf(i, epoch, branches))
      .filter((note) => note.includes("diverged"));
    const first = `After ${epoch} epochs ${percent(moments[0])} are read right.`;
    return [first, ...others, ...troubles].join(" ");
  }

  return () => {
    transport.close();
    work.close();
    frame.close();
  };
}

function largestOf(values) {
  let most = 0;
  for (const value of values) most = Math.max(most, Math.abs(value));
  return most;
}

export default { render };
