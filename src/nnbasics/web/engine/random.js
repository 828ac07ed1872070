// Chance that can be repeated, the same as in Python: defaultRng(seed) draws the numbers that
// NumPy's default_rng(seed) draws, in the same order, so that one seed is one network, one data set
// and one order of the examples in the page, in a notebook and in a file.
import { checkRoom, said } from "./checks.js";
import { createBits, HALF_DRAWN, HIGH, LOW } from "./pcg64.js";

// random()             a number from 0 to below 1
// uniform(low, high)   a number from low to below high
// normal()             a number of mean 0 and standard deviation 1; to be multiplied by another one
// integers(low, high)  a whole number from low to high - 1; at most 2^32 different ones
// permutation(n)       0 … n - 1 in a random order, a new array
// shuffle(array)       brings the array into a random order, and returns it
export function defaultRng(seed) {
  const { words, next, next32 } = createBits(seed);

  // The upper 53 of 64 bits, all that a double from 0 to 1 can tell apart.
  function random() {
    next();
    return (words[HIGH] * 2 ** 21 + (words[LOW] >>> 11)) / 2 ** 53;
  }

  function uniform(low, high) {
    if (!(Number.isFinite(low) && Number.isFinite(high) && low <= high && Number.isFinite(high - low))) {
      throw new Error(`low, high: wanted finite numbers in this order, got ${said(low)}, ${said(high)}`);
    }
    return low + (high - low) * random();
  }

  // Which layer, which side, how far in it: 8, 1 and 52 of the 64 bits.
  function normal() {
    for (;;) {
      next();
      const i = words[LOW] & 0xff,
        negative = words[LOW] & 0x100,
        bit17 = words[LOW] & 0x20000;
      const far = (words[HIGH] & 0x1fffffff) * 2 ** 23 + (words[LOW] >>> 9);
      const x = negative ? -far * WIDTHS[i] : far * WIDTHS[i];
      if (far < INNER[i]) return x;
      if (i === 0) return bit17 ? -tail() : tail();
      if ((HEIGHTS[i - 1] - HEIGHTS[i]) * random() + HEIGHTS[i] < Math.exp(-0.5 * x * x)) return x;
    }
  }

  // A number beyond EDGE, by Marsaglia's method of 1964.
  function tail() {
    for (;;) {
      const x = -Math.log(1 - random()) / EDGE,
        y = -Math.log(1 - random());
      if (y + y > x * x) return EDGE + x;
    }
  }

  // Lemire's method (2019): 32 bits times the range, of which the upper 32 count; those few lower
  // ones that would favor some number are drawn again.
  function integers(low, high) {
    const safe = Number.isSafeInteger(low) && Number.isSafeInteger(high),
      range = safe ? high - low : 0;
    if (!(range >= 1 && range <= 2 ** 32)) {
      throw new Error(
        `low, high: wanted whole numbers, high above low by 1 to 2^32, got ${said(low)}, ${said(high)}`,
      );
    }
    if (range === 1) return low;
    for (;;) {
      next32();
      const bits = words[HALF_DRAWN];
      if (Math.imul(bits, range) >>> 0 >= 2 ** 32 % range) return low + productHigh(bits, range);
    }
  }

  function permutation(n) {
    if (!(Number.isInteger(n) && n >= 0 && n < 2 ** 32)) {
      throw new Error(`n: wanted a whole number from 0 to 2^32 - 1, got ${said(n)}`);
    }
    checkRoom("n", n, n);
    return shuffle(Array.from({ length: n }, (_, i) => i));
  }

  // Fisher and Yates: the last place, and down to the second, each changes with one up to itself.
  function shuffle(array) {
    for (let i = array.length - 1; i > 0; i--) {
      const mask = 0xffffffff >>> Math.clz32(i);
      let j;
      do {
        next32();
        j = (words[HALF_DRAWN] & mask) >>> 0;
      } while (j > i);
      const kept = array[i];
      array[i] = array[j];
      array[j] = kept;
    }
    return array;
  }
  return { random, uniform, normal, integers, permutation, shuffle };
}

// The upper 32 of the 64 bits of a product; one half at a time, so that a double holds it.
function productHigh(a, b) {
  return Math.floor((a * Math.floor(b / 2 ** 16) + Math.floor((a * (b & 0xffff)) / 2 ** 16)) / 2 ** 16);
}

// The ziggurat of Marsaglia and Tsang (2000): the bell curve exp(-x²/2) for x > 0, covered by 255
// layers and a tail of one area each.  A point at random in a layer is under the curve almost
// always, at once where it is also under the layer above; EDGE is where the tail begins.
const EDGE = 3.6541528853610088,
  AREA = 0.004928673233974655;
const WIDTHS = new Float64Array(256),
  INNER = new Float64Array(256),
  HEIGHTS = new Float64Array(256);
{
  const bell = (x) => Math.exp(-0.5 * x * x);
  // Layer 0 is the lowest, and includes the tail: as wide as its area asks for.
  const lowest = AREA / bell(EDGE);
  WIDTHS[0] = lowest / 2 ** 52;
  INNER[0] = (EDGE / lowest) * 2 ** 52;
  HEIGHTS[0] = 1;
  for (let i = 255, x = EDGE; i > 0; i--) {
    WIDTHS[i] = x / 2 ** 52;
    HEIGHTS[i] = bell(x);
    // The curve meets the top of this layer, AREA / x further up, at the width of the next one.
    const above = i > 1 ? Math.sqrt(-2 * Math.log(AREA / x + bell(x))) : 0;
    INNER[i] = (above / x) * 2 ** 52;
    x = above;
  }
}
