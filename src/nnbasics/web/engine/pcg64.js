// The bits that all chance is made of: those of NumPy's default generator, one by one.
//
// PCG64 (O'Neill, 2014) steps through numbers of 128 bits, state ← state · MULTIPLIER + increment,
// and gives out the two halves of the state, one laid upon the other and turned.  NumPy's
// SeedSequence spreads the seed over the start, so that neighboring seeds have nothing in common.
import { said } from "./checks.js";

// 0x2360ed051fc65da44385df649fccf645 in words of 32 bits, the lowest first, and those in halves: a
// word times a half stays below 2^48, so that some such products fit into the 53 bits of a double.
const WORDS = [0x9fccf645, 0x4385df64, 0x1fc65da4, 0x2360ed05];
const [L0, L1, L2] = WORDS.map((word) => word & 0xffff),
  [H0, H1, H2] = WORDS.map((word) => word >>> 16);
const [W0, W1, W2, W3] = WORDS;
const HALF = 2 ** 16,
  TURN = 2 ** 32;

// Where what was drawn lies in `words`, whose first eight are the state and the increment.
export const LOW = 8;
export const HIGH = 9;
export const HALF_DRAWN = 10;
const SPARE = 11;

// { words, next(), next32() }: next() draws 64 bits into words[LOW] and words[HIGH]; next32() draws
// 64 too, puts their low half into words[HALF_DRAWN], and keeps the high one for its next call.
// (A function that returned such numbers would allocate each of them.)
// seed: a whole number from 0 to 2^53 - 1.
export function createBits(seed) {
  if (!(Number.isSafeInteger(seed) && seed >= 0)) {
    throw new Error(`seed: wanted a whole number from 0 to 2^53 - 1, got ${said(seed)}`);
  }
  const words = new Uint32Array(12);
  let hasSpare = false;

  function step() {
    const a = words[0],
      b = words[1],
      c = words[2];
    // One column after another: the low halves of its products, then the high ones, which stand 16
    // bits further left, each with what the one before carries on.
    let low = a * L0 + words[4];
    let high = a * H0 + Math.floor(low / HALF);
    words[0] = (high << 16) | (low & 0xffff);
    low = a * L1 + b * L0 + words[5] + Math.floor(high / HALF);
    high = a * H1 + b * H0 + Math.floor(low / HALF);
    words[1] = (high << 16) | (low & 0xffff);
    low = a * L2 + b * L1 + c * L0 + words[6] + Math.floor(high / HALF);
    high = a * H2 + b * H1 + c * H0 + Math.floor(low / HALF);
    words[2] = (high << 16) | (low & 0xffff);
    words[3] =
      Math.imul(a, W3) +
      Math.imul(b, W2) +
      Math.imul(c, W1) +
      Math.imul(words[3], W0) +
      words[7] +
      Math.floor(high / HALF);
  }

  function next() {
    step();
    const low = words[0] ^ words[2],
      high = words[1] ^ words[3],
      turn = words[3] >>> 26;
    const first = turn < 32 ? low : high,
      second = turn < 32 ? high : low;
    // JavaScript shifts by the count modulo 32, and `<< 1 << 31 - n` is a shift by 32 - n for 0 too.
    words[LOW] = (first >>> turn) | ((second << 1) << (31 - (turn & 31)));
    words[HIGH] = (second >>> turn) | ((first << 1) << (31 - (turn & 31)));
  }

  function next32() {
    hasSpare = !hasSpare;
    if (hasSpare) next();
    words[HALF_DRAWN] = words[hasSpare ? LOW : SPARE];
    if (hasSpare) words[SPARE] = words[HIGH];
  }

  // NumPy's order: the upper half of a 128-bit number comes first.  The increment must be odd.
  const [s2, s3, s0, s1, i2, i3, i0, i1] = spread(seed);
  words.set([(i0 << 1) | 1, (i1 << 1) | (i0 >>> 31), (i2 << 1) | (i1 >>> 31), (i3 << 1) | (i2 >>> 31)], 4);
  step();
  let carry = 0;
  [s0, s1, s2, s3].forEach((word, i) => {
    const sum = words[i] + word + carry;
    words[i] = sum;
    carry = sum < TURN ? 0 : 1;
  });
  step();
  return { words, next, next32 };
}

// SeedSequence(seed).generate_state(8): eight words in which each bit of the seed has a say.
function spread(seed) {
  const hash = (constant, factor) => (value) => {
    const mixed = Math.imul(value ^ constant, (constant = Math.imul(constant, factor)));
    return (mixed ^ (mixed >>> 16)) >>> 0;
  };
  const enter = hash(0x43b0d7e5, 0x931e8875),
    leave = hash(0x8b51f9dd, 0x58f38ded);
  const pool = [seed >>> 0, Math.floor(seed / TURN), 0, 0].map(enter);
  for (let from = 0; from < 4; from++) {
    for (let to = 0; to < 4; to++) {
      if (to === from) continue;
      const mixed = Math.imul(0xca01f9dd, pool[to]) - Math.imul(0x4973f715, enter(pool[from]));
      pool[to] = (mixed ^ (mixed >>> 16)) >>> 0;
    }
  }
  return [...pool, ...pool].map(leave);
}
