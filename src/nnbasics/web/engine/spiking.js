// A spiking neuron, leaky integrate-and-fire, as nnbasics.spiking: the same names, units and numbers.
//
//   const neuron = { timeConstant: 20, resistance: 10, rest: -65, threshold: -50, reset: -65, refractory: 2 }
//   const { voltage, spikes } = runNeuron(neuron, current)     current: nA, each kept for dt ms, 1 unless told
//
// While the current is constant the equation has a solution, so each spike has its exact moment.
// Introduced in chapter 10, "Neural Network vs Human brain".
import { checkFinite, checkOptions, checkPositive, said } from "./checks.js";

const SECOND = 1000; // ms
const MOST_SPIKES = 1e5; // in one step

// The same defaults as in NumPy; throws where a number cannot be.
export function createSpikingNeuron(options = {}) {
  checkOptions(options);
  const neuron = {
    timeConstant: 20,
    resistance: 10,
    rest: -65,
    threshold: -50,
    reset: -65,
    refractory: 2,
    ...options,
  };
  for (const name of ["rest", "threshold", "reset"]) checkFinite(name, [neuron[name]], 1);
  for (const name of ["timeConstant", "resistance", "refractory"]) checkPositive(name, neuron[name]);
  if (!(neuron.threshold > Math.max(neuron.rest, neuron.reset))) {
    throw new Error(`threshold: wanted more than rest and reset, got ${neuron.threshold}`);
  }
  return neuron;
}

// The current up to which it stays silent for ever.
export function rheobase({ threshold, rest, resistance }) {
  return (threshold - rest) / resistance;
}

// The f–I curve: spikes a second for a constant current, by the formula.
export function rateAt(neuron, current) {
  const final = neuron.rest + neuron.resistance * current;
  if (final <= neuron.threshold) return 0;
  return SECOND / (neuron.refractory + timeToThreshold(neuron, neuron.reset, final));
}

// From rest.  voltage: at 0, dt, 2 dt …, one more than the steps; spikes: their moments in ms.
export function runNeuron(neuron, current, dt = 1) {
  checkPositive("dt", dt);
  if (!(current?.length >= 0)) throw new Error(`current: wanted a list of numbers, got ${said(current)}`);
  checkFinite("current", current, current.length);
  if (neuron.refractory < dt / MOST_SPIKES)
    throw new Error(`dt: wanted at most ${MOST_SPIKES} times the refractory time, got ${dt}`);
  const voltage = new Float64Array(current.length + 1),
    spikes = [];
  let V = neuron.rest,
    asleep = 0; // asleep: what is left of the refractory time
  voltage[0] = V;
  for (let step = 0; step < current.length; step += 1) {
    const final = neuron.rest + neuron.resistance * current[step];
    let left = dt; // what is left of the step
    while (left > 0) {
      if (asleep >= left) {
        asleep -= left;
        break;
      }
      left -= asleep;
      asleep = 0;
      const climb = timeToThreshold(neuron, V, final);
      if (climb > left) {
        V = final + (V - final) * Math.exp(-left / neuron.timeConstant);
        break;
      }
      left -= climb;
      spikes.push((step + 1) * dt - left);
      V = neuron.reset;
      asleep = neuron.refractory;
    }
    voltage[step + 1] = V;
  }
  return { voltage, spikes: Float64Array.from(spikes) };
}

// Spikes a second, from the mean interval between two; 0 with fewer than two spikes.
export function rateOf(spikes) {
  if (spikes.length < 2) return 0;
  return (SECOND * (spikes.length - 1)) / (spikes.at(-1) - spikes[0]);
}

// For each interval between two spikes [mean current, rate].
export function intervalsOf(current, spikes, dt = 1) {
  const charge = new Float64Array(current.length + 1); // that has come in
  for (let i = 0; i < current.length; i += 1) charge[i + 1] = charge[i] + dt * current[i];
  const cameIn = (time) => {
    const step = Math.min(current.length - 1, Math.floor(time / dt));
    return charge[step] + (time - step * dt) * current[step];
  };
  return Array.from(spikes)
    .slice(1)
    .map((end, i) => {
      const length = end - spikes[i];
      return [(cameIn(end) - cameIn(spikes[i])) / length, SECOND / length];
    });
}

// The artificial neuron max(0, weight · I + bias) that fits the points [current, rate] best, in the sum of squares:
// { weight, bias, error }, error being the root of the mean square.  Every way to part the points into those on the
// slope and those on the floor is tried.  Nothing where fewer than two currents have a rate above 0.
export function fitRelu(points) {
  if (new Set(points.filter(([, y]) => y > 0).map(([x]) => x)).size < 2) return undefined;
  const kinks = [...new Set(points.map(([x]) => x))].sort((a, b) => a - b).slice(0, -1);
  let best,
    least = Infinity;
  for (const kink of kinks) {
    for (const [weight, bias] of [line(points.filter(([x]) => x >= kink)), hinge(points, kink)]) {
      const error = sum(points, ([x, y]) => (Math.max(0, weight * x + bias) - y) ** 2);
      if (error < least) [best, least] = [{ weight, bias }, error];
    }
  }
  return { ...best, error: Math.sqrt(least / points.length) };
}

function timeToThreshold(neuron, V, final) {
  if (final <= neuron.threshold) return Infinity;
  return neuron.timeConstant * Math.log((final - V) / (final - neuron.threshold));
}

function line(points) {
  const [xMean, yMean] = [0, 1].map((axis) => sum(points, (point) => point[axis]) / points.length);
  const weight = sum(points, ([x, y]) => (x - xMean) * y) / sum(points, ([x]) => (x - xMean) ** 2);
  return [weight, yMean - weight * xMean];
}

// The line through (kink, 0) that fits best to the right of it.
function hinge(points, kink) {
  const beyond = ([x]) => Math.max(0, x - kink);
  const weight =
    sum(points, (point) => beyond(point) * point[1]) / sum(points, (point) => beyond(point) ** 2);
  return [weight, -weight * kink];
}

function sum(points, term) {
  return points.reduce((total, point) => total + term(point), 0);
}
