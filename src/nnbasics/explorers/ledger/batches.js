// How far the gradient of a batch points away from the gradient of all examples: for each size so many
// batches, drawn by shuffling, and the angle of each.  A generator that pauses after every batch, so that a
// page stays alive.

import { backward, createGradients, createTrace, forward } from "../../web/engine/network.js";
import { defaultRng } from "../../web/engine/random.js";
import { angleBetween } from "./opinions.js";

const CHUNK = 100; // examples whose gradients are computed without a pause

// Fills and returns { size: [angle, …] }: `batches` batches of each size from the n rows of X and Y.
export function* measureBatches(network, X, Y, n, { sizes, batches, seed }) {
  const full = new Float64Array(network.numParameters);
  const everyone = Uint32Array.from({ length: n }, (_, i) => i);
  const room = createRoom(network, Math.max(CHUNK, ...sizes));
  for (let start = 0; start < n; start += CHUNK) {
    const count = Math.min(CHUNK, n - start);
    const part = gradientOf(network, X, Y, everyone.subarray(start, start + count), room);
    for (let p = 0; p < full.length; p += 1) full[p] += (part[p] * count) / n;
    yield;
  }
  const angles = {},
    rng = defaultRng(seed);
  for (const size of sizes) {
    angles[size] = [];
    for (let batch = 0; batch < batches; batch += 1) {
      rng.shuffle(everyone);
      angles[size].push(angleBetween(gradientOf(network, X, Y, everyone.subarray(0, size), room), full));
      yield;
    }
  }
  return angles;
}

function createRoom(network, capacity) {
  return {
    trace: createTrace(network, capacity),
    gradients: createGradients(network, capacity),
    X: new Float64Array(capacity * network.sizes[0]),
    Y: new Float64Array(capacity * network.sizes.at(-1)),
  };
}

function gradientOf(network, X, Y, chosen, room) {
  const inputs = network.sizes[0],
    width = network.sizes.at(-1);
  chosen.forEach((from, to) => {
    room.X.set(X.subarray(from * inputs, (from + 1) * inputs), to * inputs);
    room.Y.set(Y.subarray(from * width, (from + 1) * width), to * width);
  });
  forward(network, room.X, chosen.length, room.trace);
  backward(network, room.trace, room.Y, chosen.length, room.gradients);
  return room.gradients.flat;
}
