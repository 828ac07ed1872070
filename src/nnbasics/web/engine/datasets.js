// Made-up data on a plane: the sets of nnbasics.datasets, the same points for the same seed.
//
//     circle({ n, noise, seed })  →  { X, Y, n }     X: n rows of 2, Y: one number each
//
// What is drawn, and in which order, is the core's; see generated.py for what each set is.
// Introduced in chapters 3, "Hidden layers", and 11, "Conclusion".
import { checkCount, checkOptions, said } from "./checks.js";
import { defaultRng } from "./random.js";

const MOST = 1e7; // points
const LOUDEST = 1000;
const RADIUS = 5; // the points of the four classes lie within this distance of 0, in each direction

export function circle(options) {
  const { n, noise, random, first, points } = start(options);
  const inner = drawn(n, () => random.uniform(0, 0.5)),
    outer = drawn(n, () => random.uniform(0.7, 1));
  const radius = drawn(n, (i) => (first(i) ? inner : outer)[i] * RADIUS);
  const angle = drawn(n, () => random.uniform(0, 2 * Math.PI));
  const X = points((i) => [radius[i] * Math.sin(angle[i]), radius[i] * Math.cos(angle[i])]);
  return named(X, seenOff(X, random, noise), (x, y) => Number(Math.hypot(x, y) < 0.5 * RADIUS));
}

export function xor(options) {
  const { noise, random, points } = start(options);
  const gap = (x) => x + (x > 0 ? 0.3 : -0.3);
  const X = points(() => [random.uniform(-RADIUS, RADIUS), random.uniform(-RADIUS, RADIUS)]).map(gap);
  return named(X, seenOff(X, random, noise), (x, y) => Number(x * y >= 0));
}

export function gauss(options) {
  const { noise, random, first, points } = start(options);
  const spread = Math.sqrt(0.5 + 7 * noise);
  const X = points((i) => [0, 1].map(() => (first(i) ? 2 : -2) + spread * random.normal()));
  return named(X, X, (_x, _y, i) => Number(first(i)));
}

export function spiral(options) {
  const { noise, random, first, along, points } = start(options);
  const X = points((i) => {
    const share = along(i).place / along(i).of;
    const angle = 1.75 * 2 * Math.PI * share + (first(i) ? 0 : Math.PI),
      far = RADIUS * share;
    return [Math.sin(angle), Math.cos(angle)].map((part) => far * part + random.uniform(-noise, noise));
  });
  return named(X, X, (_x, _y, i) => Number(first(i)));
}

export function moons(options) {
  const { noise, random, first, along, points } = start(options);
  const X = points((i) => {
    const { place, of } = along(i);
    const angle = of > 1 ? Math.PI * (place / (of - 1)) : 0;
    const [x, y] = first(i)
      ? [Math.cos(angle), Math.sin(angle)]
      : [1 - Math.cos(angle), 0.5 - Math.sin(angle)];
    return [x + noise * random.normal(), y + noise * random.normal()];
  });
  return named(X, X, (_x, _y, i) => Number(!first(i)));
}

export function plane(options) {
  const { noise, random, points } = start(options);
  const X = points(() => [random.uniform(-6, 6), random.uniform(-6, 6)]);
  return named(X, seenOff(X, random, noise, 6), (x, y) => Math.max(-1, Math.min(1, (x + y) / 10)));
}

const CENTERS = [
  [-4, 2.5],
  [0, 2.5],
  [4, 2.5],
  [-4, -2.5],
  [0, -2.5],
  [4, -2.5],
];

export function gaussian(options) {
  const { noise, random, points } = start(options);
  const X = points(() => [random.uniform(-6, 6), random.uniform(-6, 6)]);
  return named(X, seenOff(X, random, noise, 6), (x, y) => {
    const distances = CENTERS.map(([cx, cy]) => Math.hypot(x - cx, y - cy));
    const nearest = distances.indexOf(Math.min(...distances));
    // Signs take turns; without `+ 0` a bump of −1 would give −0 far from its center.
    return (nearest % 2 ? -1 : 1) * Math.max(0, 1 - distances[nearest] / 2) + 0;
  });
}

export const DATASETS = { circle, xor, gauss, spiral, moons, plane, gaussian };

// The first class has half of the points, and the odd one; along(i) is where i stands in its own.
function start(options = {}) {
  checkOptions(options);
  const { n = 200, noise = 0, seed = 0 } = options;
  checkCount("n", n);
  if (!(n >= 2 && n <= MOST)) throw new Error(`n: wanted at least 2 points, at most ${MOST}, got ${n}`);
  if (!(Number.isFinite(noise) && noise >= 0 && noise <= LOUDEST)) {
    throw new Error(`noise: wanted a finite number, 0 or more, at most ${LOUDEST}, got ${said(noise)}`);
  }
  const half = n - Math.floor(n / 2),
    first = (i) => i < half;
  return {
    n,
    noise,
    first,
    random: defaultRng(seed),
    along: (i) => (first(i) ? { place: i, of: half } : { place: i - half, of: n - half }),
    points: (place) => Float64Array.from(drawn(n, place).flat()),
  };
}

function drawn(n, draw) {
  return Array.from({ length: n }, (_, i) => draw(i));
}

// Whoever names the classes sees the points a little off.
function seenOff(X, random, noise, radius = RADIUS) {
  return X.map((x) => x + random.uniform(-radius, radius) * noise);
}

function named(X, seen, name) {
  const n = X.length / 2;
  return { X, Y: Float64Array.from(drawn(n, (i) => name(seen[2 * i], seen[2 * i + 1], i))), n };
}
