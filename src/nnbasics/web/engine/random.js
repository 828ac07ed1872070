// Chance that can be repeated: the same seed gives the same numbers, in every browser.
//
// The generator is Chris Doty-Humphrey's sfc32 (from PractRand, 2010).  NumPy's is another one, so
// the same seed gives other numbers there: what must agree with Python starts from given weights.

// { uniform(): a number in [0, 1), normal(): one of mean 0 and standard deviation 1 }
export function createRandom(seed) {
  if (!Number.isInteger(seed)) throw new Error(`seed: wanted a whole number, got ${seed}`);
  let a = seed | 0, b = Math.floor(seed / 2 ** 32) | 0, c = 0x9e3779b9 | 0, counter = 1;
  function bits() {
    const word = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + word) | 0;
    return word >>> 0;
  }
  // Neighboring seeds start alike and need some rounds to part.
  for (let i = 0; i < 16; i++) bits();
  const uniform = () => ((bits() >>> 5) * 2 ** 26 + (bits() >>> 6)) / 2 ** 53;
  // Box and Muller: a random direction, and the length that makes both coordinates normal.
  const normal = () => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform());
  return { uniform, normal };
}

// Brings `order` into a random order, each as likely as the next (Fisher and Yates).
export function shuffle(order, random) {
  for (let i = order.length - 1; i > 0; i--) {
    const j = Math.floor(random.uniform() * (i + 1));
    const kept = order[i];
    order[i] = order[j];
    order[j] = kept;
  }
}
