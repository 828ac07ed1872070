// The trainings of the page, one after another in slices: chapter 4's first, then the branches from its
// moments.
//
//   const work = createWork({ model, el, recipe, epochs, changed })
//   work.want(branches)            lists of settings, empty for none; what is known is not done again
//   work.main, work.branches       journeys, growing; work.test: the test digits; work.element: how far it is

import { examplesOf, untrainedNetwork } from "../../web/digits/recipe.js";
import { html } from "../../web/draw/elements.js";
import { createNetwork } from "../../web/engine/network.js";
import { lateData } from "../../web/shell/late.js";
import { runInSlices, whenNear } from "../../web/shell/slices.js";
import { createJourney } from "./journey.js";
import { branchOf, optimizerOf } from "./settings.js";

export function createWork({ model, el, recipe, epochs, changed }) {
  const bar = html("progress", { max: 1, "aria-label": "Training over again" });
  const words = html("span");
  const element = html("p", { class: "nn-progress nn-caption" }, words, " ", bar);
  let data,
    stop = () => {},
    current;
  const known = new Map(); // settings → journey
  const self = { element, main: undefined, branches: [undefined, undefined], test: undefined, want, close };
  el.setAttribute("aria-busy", "true");
  const unwatch = whenNear(el, begin);
  return self;

  async function begin() {
    try {
      const part = async (name) =>
        examplesOf(await lateData(model, `${name}images`), await lateData(model, `${name}kinds`));
      data = { train: await part(""), test: await part("test_") };
    } catch (error) {
      words.textContent = error.message;
      return;
    }
    self.test = data.test;
    const { learning_rate: rate, batch_size: batchSize } = recipe;
    self.main = createJourney({
      network: untrainedNetwork(recipe),
      optimizer: optimizerOf("adam", rate),
      batchSize,
      seed: 0,
      epochs,
      data,
    });
    next();
    changed();
  }

  function want(branches) {
    branches.forEach((branch, i) => {
      const key = branch.length ? String(branch) : "";
      self.branches[i] = known.get(key);
      if (key && !self.branches[i] && self.main?.moments[branch[0]])
        known.set(key, (self.branches[i] = departure(branch)));
    });
    next();
  }

  function departure(branch) {
    const { at, key, rate, batchSize, seed } = branchOf(branch);
    const network = createNetwork(self.main.network.sizes, self.main.network);
    network.parameters.set(self.main.moments[at].parameters);
    return createJourney({
      network,
      optimizer: optimizerOf(key, rate),
      batchSize,
      seed,
      epochs: epochs - at,
      data,
    });
  }

  // The first training that is not done goes on, if it is not at it already.
  function next() {
    const journey = [self.main, ...self.branches].find((one) => one && !one.done);
    if (journey && journey === current) return;
    stop();
    current = journey;
    if (!journey) return rest();
    el.setAttribute("aria-busy", "true");
    let seen = 0;
    journey.running ??= journey.work();
    stop = runInSlices(journey.running, {
      progress() {
        const done = journey.moments.length - 1;
        words.textContent = `Training in your browser: epoch ${Math.max(0, done)} of ${journey.epochs}`;
        bar.style.visibility = "";
        bar.value = Math.max(0, done / journey.epochs);
        if (done !== seen) changed();
        seen = done;
      },
      done() {
        current = undefined;
        changed();
        next();
      },
    });
  }

  function rest() {
    if (!self.main) return;
    words.textContent = `Trained in your browser, from seed ${recipe.seed}: ${self.main.steps} steps.`;
    bar.style.visibility = "hidden";
    el.removeAttribute("aria-busy");
  }

  function close() {
    stop();
    unwatch();
  }
}
