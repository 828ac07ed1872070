// How large the delta is in each layer of a deep network, without a screen: the book's own data, its own seeds.
//
//   const depth = createDepth({ n, noise, seed, width })       the moons of the core's data sets
//   depth.measure({ hidden: 10, activation, initializer, seed })     initializer: undefined is the one that suits
//
// gives one number a layer, the first layer first: the mean size of delta over the layer's neurons and all examples.
// The engine's deltas hold a factor 1/n, because its loss is a mean; it is taken out here.

import { moons } from "../../web/engine/datasets.js";
import { initialize } from "../../web/engine/initializers.js";
import { backward, createGradients, createNetwork, createTrace, forward } from "../../web/engine/network.js";

export function createDepth({ n, noise, seed: ofData, width }) {
  const { X, Y } = moons({ n, noise, seed: ofData });

  return {
    measure({ hidden, activation, initializer, seed }) {
      const network = createNetwork([2, ...Array(hidden).fill(width), 1], {
        hidden: activation,
        output: "sigmoid",
      });
      initialize(network, seed, initializer);
      const trace = createTrace(network, n),
        gradients = createGradients(network, n);
      forward(network, X, n, trace);
      backward(network, trace, Y, n, gradients);
      return gradients.deltas.map(
        (delta) => delta.reduce((sum, value) => sum + Math.abs(value), 0) / (delta.length / n),
      );
    },
  };
}
