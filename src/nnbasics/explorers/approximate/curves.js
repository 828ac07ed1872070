// The curves of this explorer without a screen: the points wanted, the recipe of a staircase, what one sees of both.

export const NODES = 21; // of a drawn curve
const GRID = 200; // parts of 1 in which the recipe sets places and levels

// The points of a target, { x, y }; one without any is the drawn one: straight between its nodes.
export function pointsOf(target, drawn) {
  if (target.x) return { x: Float64Array.from(target.x), y: Float64Array.from(target.y) };
  const x = Float64Array.from({ length: 101 }, (_, i) => i / 100);
  const nodes = Float64Array.from({ length: NODES }, (_, k) => k / (NODES - 1));
  return { x, y: x.map((at) => between(nodes, drawn, at)) };
}

// Evenly set steps whose staircase follows the points.
export function recipe({ x, y }, units) {
  const level = (k) => onGrid(between(x, y, k / units));
  const numbers = Array.from({ length: units }, (_, k) => k);
  return {
    places: numbers.map((k) => onGrid((k + 0.5) / units)),
    heights: numbers.map((k) => Number((level(k + 1) - level(k)).toFixed(3))),
  };
}

// How far up and down the curve goes in all: what the steps of a staircase have to climb.
export function riseAndFall(y) {
  let sum = 0;
  for (let i = 1; i < y.length; i += 1) sum += Math.abs(y[i] - y[i - 1]);
  return sum;
}

// The value at `at` on straight lines between the points.
function between(x, y, at) {
  let i = 0;
  while (i < x.length - 2 && at >= x[i + 1]) i += 1;
  const share = x[i + 1] === x[i] ? 0 : (at - x[i]) / (x[i + 1] - x[i]);
  return y[i] + share * (y[i + 1] - y[i]);
}

function onGrid(value) {
  return Math.floor(value * GRID + 0.5) / GRID;
}
