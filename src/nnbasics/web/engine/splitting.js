// Two parts of a data set, as nnbasics.datasets.split makes them: the same seed, the same parts.
// Introduced in chapter 6, "Train with sample dataset".
import { checkCount, checkFinite, checkOptions, said } from "./checks.js";
import { defaultRng } from "./random.js";

// Returns [train, test], each { X, Y, n }, of n rows of X and Y.  `test` is the share of the second.
// Classes (Y of zeros and ones, or an integer array of labels) keep their share in both parts.
export function split(X, Y, n, options = {}) {
  checkOptions(options);
  const { test = 0.25, seed = 0 } = options;
  checkCount("n", n);
  for (const [argument, rows] of [
    ["X", X],
    ["Y", Y],
  ]) {
    if (!(rows?.length >= n) || rows.length % n) {
      throw new Error(`${argument}: wanted ${n} rows of one length, got ${said(rows?.length)} numbers`);
    }
    checkFinite(argument, rows, rows.length);
  }
  const count = Number.isFinite(test) ? roundedToEven(test * n) : NaN;
  if (!(count > 0 && count < n)) {
    throw new Error(`test: wanted a share that leaves no part empty, got ${said(test)} of ${n} examples`);
  }
  const random = defaultRng(seed),
    order = random.permutation(n);
  if (holdsClasses(Y)) sortByClass(order, Y, Y.length / n);
  const picked = new Set(Array.from({ length: count }, (_, i) => Math.trunc(((i + 0.5) * n) / count)));
  const learn = random.shuffle(order.filter((_, place) => !picked.has(place)));
  const hold = random.shuffle(order.filter((_, place) => picked.has(place)));
  return [learn, hold].map((rows) => ({ X: chosen(X, rows, n), Y: chosen(Y, rows, n), n: rows.length }));
}

// Python's `round`: a half goes to the even neighbor.
function roundedToEven(number) {
  const whole = Math.round(number);
  return whole - number === 0.5 && whole % 2 ? whole - 1 : whole;
}

function holdsClasses(Y) {
  const isFloat = Y instanceof Float64Array || Y instanceof Float32Array || Array.isArray(Y);
  return !isFloat || Y.every((y) => y === 0 || y === 1);
}

// Class by class in a row, so that evenly spaced picks take the same share of each; the last column
// counts most.  JavaScript's sort keeps what is equal in its order.
function sortByClass(order, Y, width) {
  order.sort((a, b) => {
    for (let j = width - 1; j >= 0; j--) {
      const difference = Y[a * width + j] - Y[b * width + j];
      if (difference) return difference;
    }
    return 0;
  });
}

function chosen(all, rows, n) {
  const width = all.length / n,
    part = new all.constructor(rows.length * width);
  rows.forEach((row, i) => {
    for (let j = 0; j < width; j++) part[i * width + j] = all[row * width + j];
  });
  return part;
}
