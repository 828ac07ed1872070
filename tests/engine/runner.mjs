// Runs jobs on the engine: a JSON list of { job, ... } on standard input, a list of answers out.
// The command line names the modules whose exports, or default exports, make up the engine.
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const modules = await Promise.all(process.argv.slice(2).map((path) => import(pathToFileURL(path))));
const engine = Object.assign({}, ...modules.map((module) => module.default ?? module));

function createNetwork({ sizes, options, parameters }) {
  const network = engine.createNetwork(sizes, options);
  network.parameters.set(parameters);
  return network;
}

const jobs = {
  // One forward and, unless `forwardOnly`, backward pass, with every number on the way.
  pass({ n, capacity, forwardOnly, ...job }) {
    const network = createNetwork(job),
      Y = Float64Array.from(job.Y);
    const trace = engine.createTrace(network, capacity);
    const gradients = engine.createGradients(network, capacity);
    engine.forward(network, Float64Array.from(job.X), n, trace);
    if (!forwardOnly) engine.backward(network, trace, Y, n, gradients);
    const rows = (arrays, first) => arrays.map((array, l) => array.subarray(0, n * job.sizes[l + first]));
    return {
      loss: engine.lossOf(network, trace, Y, n),
      activations: rows(trace.activations, 0),
      preactivations: rows(trace.preactivations, 1),
      weights: gradients.weights,
      biases: gradients.biases,
      deltas: rows(gradients.deltas, 1),
    };
  },
  // A number of epochs, the examples kept in their order.
  train({ n, epochs, batchSize, optimizer, penalty, ...job }) {
    const network = createNetwork(job);
    const training = engine.createTraining(network, {
      batchSize,
      shuffled: false,
      optimizer: engine.createOptimizer(optimizer.name, optimizer.options, network),
      penalty: penalty && engine.createPenalty(penalty.name, penalty.strength),
    });
    const X = Float64Array.from(job.X),
      Y = Float64Array.from(job.Y),
      losses = [];
    for (let epoch = 0; epoch < epochs; epoch++) losses.push(engine.trainEpoch(training, X, Y, n));
    return { losses, parameters: network.parameters };
  },
  // What a piece of JavaScript returns, or the error it throws; all exports are in its scope.
  script({ body }) {
    try {
      return { value: new Function(...Object.keys(engine), body)(...Object.values(engine)) };
    } catch (error) {
      return { error: `${error.constructor.name}: ${error.message}` };
    }
  },
};

// Typed arrays as plain lists, and the numbers that JSON has not as strings.
function plain(_key, value) {
  if (ArrayBuffer.isView(value)) return Array.from(value);
  return typeof value === "number" && !Number.isFinite(value) ? String(value) : value;
}

const answers = JSON.parse(readFileSync(0, "utf8")).map((job) => jobs[job.job](job));
process.stdout.write(JSON.stringify(answers, plain));
