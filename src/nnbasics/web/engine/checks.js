// What comes in is looked at, and what is wrong is said with what was wanted.

const MOST = 2 ** 27; // numbers in one array: a gigabyte

// What came in, in words that are short enough for a message.
export function said(value) {
  let text;
  try {
    text = typeof value === "object" && value !== null ? (JSON.stringify(value) ?? "{}") : String(value);
  } catch {
    text = Object.prototype.toString.call(value); // it holds itself, or a number beyond JSON
  }
  return text.length > 80 ? `${text.slice(0, 80)}…` : text;
}

function wrong(argument, wanted, got) {
  return new Error(`${argument}: wanted ${wanted}, got ${said(got)}`);
}

export function checkName(argument, name, known) {
  if (!known.includes(name)) throw wrong(argument, `one of ${known.join(", ")}`, name);
}

export function checkCount(argument, number) {
  if (!(Number.isInteger(number) && number > 0)) throw wrong(argument, "a whole number above 0", number);
}

// So many numbers in all, for what `argument` asks for.
export function checkRoom(argument, count, got) {
  if (!(count <= MOST)) throw wrong(argument, `no more than ${MOST} numbers in all`, got);
}

export function checkPositive(argument, number) {
  if (!(Number.isFinite(number) && number > 0)) throw wrong(argument, "a finite number above 0", number);
}

export function checkShare(argument, number) {
  if (!(Number.isFinite(number) && number >= 0 && number < 1))
    throw wrong(argument, "a number from 0 to below 1", number);
}

export function checkFlag(argument, value) {
  if (typeof value !== "boolean") throw wrong(argument, "true or false", value);
}

// The options of a call: an object, or nothing at all.
export function checkOptions(options) {
  if (typeof options !== "object" || options === null) throw wrong("options", "an object", options);
}

// What has been made by another function of the engine: `from` says by which.
export function checkMade(argument, thing, from, sound) {
  if (!sound) throw wrong(argument, from, thing);
}

export function checkNetwork(network) {
  checkMade("network", network, "one of createNetwork", network?.parameters instanceof Float64Array);
}

export function checkGradients(network, gradients) {
  const fits = gradients?.flat?.length === network.numParameters;
  checkMade("gradients", gradients, "those of createGradients, made for this network", fits);
}

// The first n rows of `width` numbers each, for buffers that hold `capacity` rows.
export function checkRows(argument, rows, n, width, capacity) {
  if (!(Number.isInteger(n) && n >= 1 && n <= capacity)) throw wrong("n", `1 to ${capacity} examples`, n);
  if (!(rows?.length >= n * width))
    throw new Error(`${argument}: wanted ${n} rows of ${width} numbers, got ${said(rows?.length)}`);
}

// Where numbers have run off to NaN or infinity: bad input, or a training that diverged.
export class NotFiniteError extends Error {}

// NaN and infinities survive a sum, which is cheaper than a look at each of the `count` numbers; a plain list may
// hold what is no number at all.
export function checkFinite(argument, numbers, count) {
  if (numbers instanceof Float64Array) {
    let sum = 0;
    for (let i = 0; i < count; i++) sum += numbers[i];
    if (Number.isFinite(sum)) return;
  }
  for (let i = 0; i < count; i++) {
    if (!Number.isFinite(numbers[i]))
      throw new NotFiniteError(`${argument}: wanted finite numbers, got ${said(numbers[i])}`);
  }
}

// The first n rows of Y, as the core wants them: finite, and where the loss is for probabilities, such.
export function checkTargets(network, Y, n, capacity) {
  const width = network.sizes.at(-1);
  checkRows("Y", Y, n, width, capacity);
  const count = n * width;
  checkFinite("Y", Y, count);
  if (network.loss === "mse") return;
  for (let i = 0; i < count; i++) {
    if (!(Y[i] >= 0 && Y[i] <= 1)) throw wrong("Y", `numbers from 0 to 1 for the loss ${network.loss}`, Y[i]);
  }
  if (network.loss !== "cce") return;
  for (let row = 0; row < count; row += width) {
    let sum = 0;
    for (let i = row; i < row + width; i++) sum += Y[i];
    if (Math.abs(sum - 1) > 1e-4) throw wrong("Y", "rows that add up to 1 for the loss cce", sum);
  }
}
