// What comes in is looked at, and what is wrong is said with what was wanted.

export function checkName(argument, name, known) {
  if (known.includes(name)) return;
  throw new Error(`${argument}: wanted one of ${known.join(", ")}, got ${name}`);
}

export function checkCount(argument, number) {
  if (!(Number.isInteger(number) && number > 0)) {
    throw new Error(`${argument}: wanted a whole number above 0, got ${number}`);
  }
}

export function checkPositive(argument, number) {
  if (!(number > 0 && number < Infinity)) {
    throw new Error(`${argument}: wanted a finite number above 0, got ${number}`);
  }
}

export function checkShare(argument, number) {
  if (!(number >= 0 && number < 1)) {
    throw new Error(`${argument}: wanted a number from 0 to below 1, got ${number}`);
  }
}

// The first n rows of `width` numbers each, for buffers that hold `capacity` rows.
export function checkRows(argument, rows, n, width, capacity) {
  if (!(Number.isInteger(n) && n >= 1 && n <= capacity)) {
    throw new Error(`n: wanted 1 to ${capacity} examples, got ${n}`);
  }
  if (!(rows?.length >= n * width)) {
    throw new Error(`${argument}: wanted ${n} rows of ${width} numbers, got ${rows?.length}`);
  }
}

// Where numbers have run off to NaN or infinity: bad input, or a training that diverged.
export class NotFiniteError extends Error {}

// NaN and infinities survive a sum, which is cheaper than a look at each of the `count` numbers.
export function checkFinite(argument, numbers, count) {
  let sum = 0;
  for (let i = 0; i < count; i++) sum += numbers[i];
  if (Number.isFinite(sum)) return;
  const found = Array.from(numbers)
    .slice(0, count)
    .find((number) => !Number.isFinite(number));
  throw new NotFiniteError(`${argument}: wanted finite numbers, got ${found ?? "too large a sum"}`);
}
