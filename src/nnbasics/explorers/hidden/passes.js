// All that is computed of one network and one set of examples, in buffers made once.
//
//   const passes = createPasses(network, dataset, { plane, lines, learningRate })
//   passes.run(x)      every pass that the drawings want: examples, grid, plane, and the one example at x
//   passes.loss()      of the examples;  passes.step(): one of their training

import { createTrace, forward, lossOf } from "../../web/engine/network.js";
import { createOptimizer } from "../../web/engine/optimizers.js";
import { createTraining, trainEpoch } from "../../web/engine/training.js";

export function createPasses(network, dataset, { plane, lines, learningRate }) {
  const n = dataset.labels.length;
  const X = Float64Array.from(dataset.points.flat());
  const Y = Float64Array.from(dataset.labels);
  const optimizer = createOptimizer("sgd", { learningRate }, network);
  const training = createTraining(network, { optimizer, batchSize: n, shuffled: false });
  const traces = {
    examples: createTrace(network, n),
    one: createTrace(network, 1),
    field: createTrace(network, plane.gridPoints),
    grid: createTrace(network, lines.count),
  };
  return {
    network,
    dataset,
    n,
    ...traces,
    run(x) {
      forward(network, Float64Array.from(x), 1, traces.one);
      forward(network, plane.grid, plane.gridPoints, traces.field);
      forward(network, lines.inputs, lines.count, traces.grid);
      return this.loss();
    },
    loss() {
      forward(network, X, n, traces.examples);
      return lossOf(network, traces.examples, Y, n);
    },
    step: () => trainEpoch(training, X, Y, n),
  };
}
