// Where the ledger has its network and its digits from: the digits are fetched, the network is trained again,
// from its seed, in slices between which the page stays alive; then the batches are measured.
//
//   const source = createSource({ model, el, recipe, changed })
//   source.want(epochs)       the network after so many; changed() is called on the way and when it is there
//   source.network, examples, angles, medians      undefined until then

import { createRecipeTraining, examplesOf, untrainedNetwork } from "../../web/digits/recipe.js";
import { html } from "../../web/draw/elements.js";
import { createNetwork } from "../../web/engine/network.js";
import { trainInSteps } from "../../web/engine/training.js";
import { lateData } from "../../web/shell/late.js";
import { runInSlices, whenNear } from "../../web/shell/slices.js";
import { measureBatches } from "./batches.js";

export function createSource({ model, el, recipe, changed }) {
  const bar = html("progress", { max: 1, "aria-label": "Training the network again" });
  const words = html("span");
  const element = html("p", { class: "nn-progress nn-caption" }, words, " ", bar);
  const known = new Map(); // epochs → { network, angles }, so that nothing is done twice
  let wanted,
    examples,
    stop = () => {},
    near = false;
  const self = {
    element,
    want,
    close,
    network: undefined,
    examples: undefined,
    angles: undefined,
    medians: undefined,
    words: "The network is being trained.",
  };
  el.setAttribute("aria-busy", "true");
  const unwatch = whenNear(el, begin);
  return self;

  async function begin() {
    near = true;
    try {
      examples = examplesOf(await lateData(model, "images"), await lateData(model, "kinds"));
    } catch (error) {
      words.textContent = error.message;
      return;
    }
    self.examples = examples;
    changed();
  }

  function want(epochs) {
    if (!near || !examples || epochs === wanted) return;
    wanted = epochs;
    stop();
    el.setAttribute("aria-busy", "true");
    if (known.has(epochs)) return arrive(epochs);
    const steps = epochs * Math.ceil(examples.n / recipe.batch_size);
    let made = 0;
    Object.assign(self, { network: undefined, angles: undefined, medians: undefined });
    stop = runInSlices(train(), {
      progress: () =>
        tell(
          `Training it again from seed ${recipe.seed}: step ${made} of ${steps}`,
          made / Math.max(1, steps),
        ),
      done: (network) => {
        known.set(epochs, { network });
        arrive(epochs);
      },
    });

    function* train() {
      const network = untrainedNetwork(recipe);
      if (steps === 0) return network;
      for (const _ of trainInSteps(
        createRecipeTraining(recipe, network),
        examples.X,
        examples.Y,
        examples.n,
      )) {
        made += 1;
        if (made === steps) return network;
        yield;
      }
    }
  }

  function arrive(epochs) {
    const kept = known.get(epochs);
    Object.assign(self, {
      network: kept.network,
      angles: kept.angles,
      medians: kept.angles && mediansOf(kept.angles),
    });
    changed();
    if (kept.angles) return finish(epochs);
    const sizes = model.get("batch_sizes"),
      batches = model.get("batches");
    const own = createNetwork(kept.network.sizes, kept.network);
    own.parameters.set(kept.network.parameters);
    stop = runInSlices(measureBatches(own, examples.X, examples.Y, examples.n, { sizes, batches, seed: 0 }), {
      progress: () => tell("Measuring the batches …", 1),
      done: (angles) => {
        kept.angles = angles;
        Object.assign(self, { angles, medians: mediansOf(angles) });
        changed();
        finish(epochs);
      },
    });
  }

  function finish(epochs) {
    const steps = epochs * Math.ceil(examples.n / recipe.batch_size);
    tell(
      steps
        ? `Trained in your browser, from seed ${recipe.seed}: ${steps} steps.`
        : `As seed ${recipe.seed} has made it.`,
      undefined,
    );
    el.removeAttribute("aria-busy");
  }

  function tell(text, share) {
    words.textContent = text;
    bar.style.visibility = share === undefined ? "hidden" : "";
    if (share !== undefined) bar.value = share;
  }

  function close() {
    stop();
    unwatch();
  }
}

function mediansOf(angles) {
  return Object.fromEntries(
    Object.entries(angles).map(([size, values]) => {
      const sorted = [...values].sort((a, b) => a - b),
        middle = sorted.length / 2;
      return [
        size,
        sorted.length % 2 ? sorted[Math.floor(middle)] : (sorted[middle - 1] + sorted[middle]) / 2,
      ];
    }),
  );
}
