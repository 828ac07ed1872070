// How fast the browser's engine is, in Node:  node benchmarks/bench_engine.mjs
//
// The yardstick is the TensorFlow Playground's network at its largest, 7-8-8-8-8-8-8-1, batches of
// 10, heat maps of 100 x 100 points.  Its own code keeps an object for each neuron and each link
// and did about 88,000 samples and 17 maps a second on this kind of machine; a network built that
// way stands below, so that the ratio comes from one run.  Wanted: five times both.
// And how many random numbers a second; wanted: 5 million uniforms.
import { createNetwork, createTrace, forward } from "../src/nnbasics/web/engine/network.js";
import { initialize } from "../src/nnbasics/web/engine/initializers.js";
import { createOptimizer } from "../src/nnbasics/web/engine/optimizers.js";
import { defaultRng } from "../src/nnbasics/web/engine/random.js";
import { createTraining, trainEpoch } from "../src/nnbasics/web/engine/training.js";

const SIZES = [7, 8, 8, 8, 8, 8, 8, 1],
  EXAMPLES = 1000,
  POINTS = 100 * 100,
  RATE = 0.03,
  BATCH = 10;
const random = defaultRng(0);
const X = Float64Array.from({ length: EXAMPLES * SIZES[0] }, random.normal);
const Y = Float64Array.from({ length: EXAMPLES }, (_, i) => (X[i * 7] * X[i * 7 + 1] > 0 ? 1 : 0));
const MAP = Float64Array.from({ length: POINTS * SIZES[0] }, random.normal);

for (const draw of ["random", "normal"]) {
  const millions = perSecond(() => drawThousand(random[draw])) / 1000;
  console.log(`defaultRng, ${draw.padEnd(12)} ${millions.toFixed(1).padStart(9)} million/s`);
}
const objects = measureObjects();
report("object per neuron, tanh", objects);
for (const hidden of ["tanh", "relu", "sigmoid", "linear", "leaky_relu", "elu", "gelu", "softplus"]) {
  report(`engine, ${hidden}`, measureEngine(hidden));
}

function drawThousand(draw) {
  for (let i = 0; i < 1000; i++) draw();
}

function measureEngine(hidden) {
  const network = createNetwork(SIZES, { hidden, output: "sigmoid" });
  initialize(network, 0);
  const optimizer = createOptimizer("sgd", { learningRate: RATE }, network);
  const training = createTraining(network, { optimizer, batchSize: BATCH });
  const trace = createTrace(network, POINTS);
  return {
    samples: EXAMPLES * perSecond(() => trainEpoch(training, X, Y, EXAMPLES)),
    maps: perSecond(() => forward(network, MAP, POINTS, trace)),
  };
}

function measureObjects() {
  const layers = objectNetwork();
  return {
    samples:
      EXAMPLES *
      perSecond(() => {
        for (let i = 0; i < EXAMPLES; i++) {
          objectBackward(layers, objectForward(layers, X, i * SIZES[0]) - Y[i]);
          if ((i + 1) % BATCH === 0) objectStep(layers, RATE / BATCH);
        }
      }),
    maps: perSecond(() => {
      for (let i = 0; i < POINTS; i++) objectForward(layers, MAP, i * SIZES[0]);
    }),
  };
}

// The best of ten tries of 0.2 s of this thread's own processor time, which other work on the
// machine stretches much less than the time on the wall.
function perSecond(work) {
  const seconds = () => {
    const { user, system } = process.threadCpuUsage();
    return (user + system) / 1e6;
  };
  let best = 0;
  for (let attempt = 0; attempt < 10; attempt++) {
    const start = seconds();
    let count = 0,
      time = 0;
    for (; time < 0.2; time = seconds() - start) {
      work();
      count++;
    }
    best = Math.max(best, count / time);
  }
  return best;
}

function report(what, { samples, maps }) {
  const times = (now, then) => `(${(now / then).toFixed(1)} x)`.padStart(9);
  console.log(
    `${what.padEnd(24)} ${Math.round(samples).toLocaleString("en").padStart(9)} samples/s ` +
      `${times(samples, objects.samples)} ${maps.toFixed(0).padStart(6)} maps/s ` +
      times(maps, objects.maps),
  );
}

// A neuron is an object with its links, a link one with its two ends, the output sigmoid.
function objectNetwork() {
  const layers = SIZES.map((size, l) =>
    Array.from({ length: size }, () => ({
      bias: 0,
      biasSum: 0,
      inputs: [],
      outputs: [],
      z: 0,
      a: 0,
      delta: 0,
      f:
        l < SIZES.length - 1
          ? { value: Math.tanh, slope: (z) => 1 - Math.tanh(z) ** 2 }
          : { value: (z) => 1 / (1 + Math.exp(-z)), slope: () => 1 },
    })),
  );
  for (let l = 1; l < layers.length; l++) {
    for (const to of layers[l]) {
      for (const from of layers[l - 1]) {
        const link = { from, to, weight: 0.5 * random.normal(), sum: 0 };
        to.inputs.push(link);
        from.outputs.push(link);
      }
    }
  }
  return layers;
}

function objectForward(layers, rows, start) {
  layers[0].forEach((neuron, i) => {
    neuron.a = rows[start + i];
  });
  for (const layer of layers.slice(1)) {
    for (const neuron of layer) {
      neuron.z = neuron.bias;
      for (const link of neuron.inputs) neuron.z += link.weight * link.from.a;
      neuron.a = neuron.f.value(neuron.z);
    }
  }
  return layers.at(-1)[0].a;
}

function objectBackward(layers, error) {
  for (let l = layers.length - 1; l > 0; l--) {
    for (const neuron of layers[l]) {
      let upstream = l === layers.length - 1 ? error : 0;
      for (const link of neuron.outputs) upstream += link.weight * link.to.delta;
      neuron.delta = upstream * neuron.f.slope(neuron.z);
      neuron.biasSum += neuron.delta;
      for (const link of neuron.inputs) link.sum += neuron.delta * link.from.a;
    }
  }
}

function objectStep(layers, rate) {
  for (const layer of layers.slice(1)) {
    for (const neuron of layer) {
      neuron.bias -= rate * neuron.biasSum;
      neuron.biasSum = 0;
      for (const link of neuron.inputs) {
        link.weight -= rate * link.sum;
        link.sum = 0;
      }
    }
  }
}
