// Throws random values at every function of the engine, one argument at a time: a module for runner.mjs.
// Returns how often each argument was used and refused, and whatever was neither: an error that does not name it,
// or NaN that came through.

export function throwAtEverything(engine) {
  const {
    accuracyOf,
    addPenalty,
    backward,
    circle,
    createGradients,
    createNetwork,
    createOptimizer,
    createPenalty,
    createSpikingNeuron,
    createTrace,
    createTraining,
    defaultRng,
    forward,
    initialize,
    lossOf,
    moons,
    penaltyCost,
    runNeuron,
    spiral,
    split,
    step,
    trainEpoch,
    xor,
  } = engine;
  const random = defaultRng(15),
    pick = (list) => list[random.integers(0, list.length)];
  const made = (sizes, options) => {
    const network = createNetwork(sizes, options);
    initialize(network, 3);
    return network;
  };
  const net = made([2, 3, 1], { hidden: "tanh", output: "sigmoid" }),
    classes = made([2, 3, 2], { output: "softmax" }),
    numbers = made([2, 2]);
  const X = Float64Array.of(0, 1, 1, 0.5),
    Y = Float64Array.of(0, 1),
    oneHot = Float64Array.of(1, 0, 0, 1);
  const pass = (network, wanted) => {
    const trace = createTrace(network, 2),
      gradients = createGradients(network, 2);
    forward(network, X, 2, trace);
    return { network, trace, gradients, wanted };
  };
  const passes = [pass(net, Y), pass(classes, oneHot), pass(numbers, X)];
  const optimizer = (network) => createOptimizer("sgd", {}, network);
  const training = (options) => createTraining(net, { optimizer: optimizer(net), ...options });
  const finite = (numbers) => {
    for (const number of [numbers].flat())
      if (!Number.isFinite(number)) throw new Error(`came out: ${number}`);
  };

  const ARGUMENTS = [
    ["sizes", (v) => createNetwork(v)],
    ["sizes", (v) => createNetwork([2, v])],
    ["hidden", (v) => createNetwork([2, 3, 1], { hidden: v })],
    ["output", (v) => createNetwork([2, 1], { output: v })],
    ["loss", (v) => createNetwork([2, 1], { loss: v })],
    ["options", (v) => createNetwork([2, 1], v), "hidden|output|loss"],
    ["network", (v) => createTrace(v, 2)],
    ["capacity", (v) => createTrace(net, v)],
    ["network", (v) => createGradients(v, 2)],
    ["capacity", (v) => createGradients(net, v)],
    ["network", (v) => forward(v, X, 2, passes[0].trace), "trace"],
    ["X", (v) => finite(Array.from(forward(net, v, 2, createTrace(net, 2)))), "output"],
    ["X", (v) => finite(Array.from(forward(numbers, v, 1, createTrace(numbers, 1)))), "output"],
    ["n", (v) => forward(net, X, v, createTrace(net, 2))],
    ["trace", (v) => forward(net, X, 2, v)],
    ...passes.flatMap(({ network, trace, gradients, wanted }) => [
      ["Y", (v) => finite(lossOf(network, trace, v, 2)), "loss"],
      ["n", (v) => finite(lossOf(network, trace, wanted, v))],
      ["trace", (v) => lossOf(network, v, wanted, 2)],
      ["Y", (v) => finite([backward(network, trace, v, 2, gradients), ...gradients.flat].slice(1))],
      ["n", (v) => backward(network, trace, wanted, v, gradients)],
      ["trace", (v) => backward(network, v, wanted, 2, gradients)],
      ["gradients", (v) => backward(network, trace, wanted, 2, v)],
      ["gradients", (v) => step(optimizer(network), network, v)],
      ["optimizer", (v) => step(v, network, gradients)],
      ["penalty", (v) => addPenalty(v, network, gradients)],
      ["penalty", (v) => penaltyCost(v, network)],
    ]),
    ["Y", (v) => finite(accuracyOf(net, passes[0].trace, v, 2))],
    ["network", (v) => accuracyOf(v, passes[0].trace, Y, 2), "accuracy"],
    ["optimizer", (v) => createOptimizer(v, {}, net)],
    ["options", (v) => createOptimizer("adam", v, net), "adam option|learningRate|beta1|beta2|epsilon"],
    ["network", (v) => createOptimizer("adam", {}, v)],
    ...["learningRate", "momentum", "nesterov"].map((name) => [
      name,
      (v) => createOptimizer("sgd", { [name]: v }, net),
    ]),
    ...["learningRate", "beta1", "beta2", "epsilon"].map((name) => [
      name,
      (v) => createOptimizer("adam", { [name]: v }, net),
    ]),
    ["penalty", (v) => createPenalty(v, 1)],
    ["strength", (v) => createPenalty("l2", v)],
    ["seed", (v) => defaultRng(v)],
    ["low, high", (v) => random.uniform(v, 1)],
    ["low, high", (v) => random.integers(0, v)],
    ["n", (v) => random.permutation(v)],
    ["initializer", (v) => initialize(made([2, 1]), 0, v)],
    ["seed", (v) => initialize(made([2, 1]), v)],
    ["network", (v) => initialize(v, 0)],
    ["batchSize", (v) => training({ batchSize: v })],
    ["seed", (v) => training({ seed: v })],
    ["shuffled", (v) => training({ shuffled: v })],
    ["penalty", (v) => training({ penalty: v })],
    ["optimizer", (v) => training({ optimizer: v })],
    ["options", (v) => createTraining(net, v), "optimizer"],
    ["network", (v) => createTraining(v, {}), "optimizer"],
    ["training", (v) => trainEpoch(v, X, Y, 2)],
    ["X", (v) => trainEpoch(training(), v, Y, 2), "diverged"],
    ["Y", (v) => trainEpoch(training(), X, v, 2)],
    ["n", (v) => trainEpoch(training(), X, Y, v), "X|Y"],
    ["n", (v) => circle({ n: v })],
    ["noise", (v) => spiral({ n: 5, noise: v })],
    ["seed", (v) => moons({ n: 5, seed: v })],
    ["options", (v) => xor(v), "n|noise|seed"],
    ["X", (v) => split(v, Y, 2, { test: 0.5 })],
    ["Y", (v) => split(X, v, 2, { test: 0.5 })],
    ["n", (v) => split(X, Y, v, { test: 0.5 }), "X|Y|test"],
    ["test", (v) => split(X, Y, 2, { test: v })],
    ["options", (v) => split(X, Y, 2, v), "test|seed"],
    ["options", (v) => createSpikingNeuron(v), "threshold|rest|reset|timeConstant|resistance|refractory"],
    ...["timeConstant", "threshold", "refractory"].map((name) => [
      name,
      (v) => createSpikingNeuron({ [name]: v }),
    ]),
    ["current", (v) => finite(Array.from(runNeuron(createSpikingNeuron(), v).voltage))],
    ["dt", (v) => runNeuron(createSpikingNeuron(), [2, 3], v)],
  ];

  const NUMBERS = [
    0,
    1,
    2,
    3,
    -1,
    0.5,
    NaN,
    Infinity,
    -Infinity,
    1e300,
    -1e300,
    5e-324,
    2 ** 31,
    2 ** 53,
    2 ** 64,
  ];
  const ODD = [
    null,
    undefined,
    true,
    false,
    "",
    "2",
    "tanh",
    "softmax",
    "mse",
    "sgd",
    "l2",
    "he",
    7n,
    Symbol("s"),
  ];
  const circular = [];
  circular.push(circular);
  const THINGS = [
    {},
    [],
    () => 1,
    new Map(),
    Object.create(null),
    new Date(0),
    circular,
    { length: 4 },
    { length: -1 },
  ];
  const MADE = [
    net,
    passes[1].trace,
    passes[1].gradients,
    optimizer(numbers),
    createPenalty("l1", 1),
    { n: 4 },
  ];
  const number = () => (random.random() < 0.5 ? pick(NUMBERS) : 3 * random.normal());
  const listOf = (draw) => Array.from({ length: random.integers(0, 6) }, draw);
  const KINDS = [
    number,
    () => pick(ODD),
    () => pick(THINGS),
    () => pick(MADE),
    () => listOf(number),
    () => listOf(() => pick([...ODD, ...NUMBERS])),
    () => Float64Array.from(listOf(number)),
    () => Float64Array.from(listOf(() => random.integers(0, 2))),
    () => random.integers(1, 4),
    () => Float64Array.from({ length: 4 }, () => random.normal()),
    () => pick([X, Y, oneHot, Array.from(oneHot), Float32Array.from(X)]),
    () => Int32Array.from(listOf(() => random.integers(0, 3))),
    () => new BigInt64Array(4),
    () => ({
      [pick(["hidden", "momentum", "n", "test", "rest", "seed", "optimizer"])]: pick([...ODD, ...NUMBERS]),
    }),
  ];

  const offences = [];
  let used = 0,
    refused = 0;
  for (let round = 0; round < 10000; round += 1) {
    const [argument, call, others] = ARGUMENTS[round % ARGUMENTS.length],
      value = pick(KINDS)();
    try {
      call(value);
      used += 1;
    } catch (error) {
      refused += 1;
      const named = new RegExp(`^(${argument}|${others ?? argument})\\b`).test(error.message);
      const ours =
        error.constructor === Error || /^(NotFinite|Divergence)Error$/.test(error.constructor.name);
      if (
        ours &&
        (named || (others === "diverged" && error.message.includes("diverged"))) &&
        error.message.length < 300
      )
        continue;
      offences.push(`${argument} of ${call}: ${error.constructor.name}: ${error.message}`);
    }
  }
  return { used, refused, offences: [...new Set(offences)] };
}
