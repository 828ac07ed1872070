// The current that flows into the neuron: 25 pieces of 20 ms, each of one height in nA.

import { intervalsOf, rateOf, runNeuron } from "../../web/engine/spiking.js";

export const PIECE = 20; // ms
const PIECES = 25;
export const LENGTH = PIECE * PIECES; // ms
// The shapes, in the order of the menu.
export const CONSTANT = 0;
const STEP = 1;
const RAMP = 2;
export const DRAWN = 3;

// As `pieces` in explorer.py.
export function heightsOf(shape, current, drawn) {
  if (shape === DRAWN) return [...drawn];
  return Array.from({ length: PIECES }, (_, i) => {
    if (shape === STEP) return i >= 5 && i < 20 ? current : 0;
    return shape === RAMP ? (current * i) / (PIECES - 1) : current;
  });
}

// A height for each millisecond.
export function currentOf(heights) {
  return Float64Array.from({ length: LENGTH }, (_, t) => heights[pieceAt(t)]);
}

export function pieceAt(time) {
  return Math.min(PIECES - 1, Math.floor(time / PIECE));
}

// The pieces after a stroke from one place to another, each { time, height }: none is left out by a quick hand.
export function strokeOver(heights, from, to) {
  const [start, end] = [from, to].map(({ time }) => pieceAt(Math.max(0, time)));
  const after = [...heights],
    way = Math.abs(end - start);
  for (let i = 0; i <= way; i += 1) {
    const share = way ? i / way : 1;
    after[start + Math.sign(end - start) * i] = from.height + share * (to.height - from.height);
  }
  return after;
}

// What is known of the f–I curve, [current, rate] each: of the constant currents that were visited, and, while the
// current changes, of each interval between two spikes.
export function pointsOf(neuron, visited, shape, recording) {
  const still = visited.map((current) => [
    current,
    rateOf(runNeuron(neuron, new Float64Array(LENGTH).fill(current)).spikes),
  ]);
  return { still, moving: shape === CONSTANT ? [] : intervalsOf(recording.current, recording.spikes) };
}
