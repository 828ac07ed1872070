// The training that a page does over again: the digits that it learns from, the network as its seed makes it,
// and how it is trained.  The same recipe in Python gives the same weights (`explorers/recipe.py`).
//
//   const { network, train } = readRecipe(model.get("recipe"), bytes)
//   createRecipeTraining(recipe, network)          with an Adam that remembers nothing yet
//   recipeCode(recipe, "shown", epochs)            the same as Python

import { initialize } from "../engine/initializers.js";
import { createNetwork } from "../engine/network.js";
import { createOptimizer } from "../engine/optimizers.js";
import { createTraining } from "../engine/training.js";
import { FULL } from "./data.js";

const PIXELS = 64;

export function untrainedNetwork({ sizes, hidden, seed }) {
  const network = createNetwork(sizes, { hidden, output: "softmax" });
  initialize(network, seed);
  return network;
}

// Images, a byte a pixel, and labels, a byte each, as rows of inputs and of wanted outputs.
export function examplesOf(images, labels) {
  const n = labels.byteLength;
  const kinds = new Uint8Array(labels.buffer, labels.byteOffset, n);
  const ink = new Uint8Array(images.buffer, images.byteOffset, PIXELS * n);
  return {
    n,
    ink,
    labels: kinds,
    X: Float64Array.from(ink, (value) => value / FULL),
    Y: wantedOutputs(kinds),
  };
}

// One row of ten for each label, with a 1 in its place.
export function wantedOutputs(labels) {
  const Y = new Float64Array(10 * labels.length);
  labels.forEach((label, i) => (Y[10 * i + label] = 1));
  return Y;
}

export function createRecipeTraining({ learning_rate: learningRate, batch_size: batchSize }, network) {
  return createTraining(network, {
    batchSize,
    optimizer: createOptimizer("adam", { learningRate }, network),
  });
}

export function recipeCode(recipe, name, epochs) {
  const { sizes, hidden, seed, batch_size: batchSize, learning_rate: rate, source } = recipe;
  const names = JSON.stringify(hidden).replaceAll(",", ", ");
  const born = `${source}
${name} = Network([${sizes.join(", ")}], hidden=${names}, output="softmax", seed=${seed})`;
  if (epochs === 0) return born;
  return `${born}
fit(${name}, X_train, labels_train,
    epochs=${epochs}, batch_size=${batchSize}, optimizer=Adam(${rate}))`;
}
