// How the book writes numbers: three significant digits, a true minus sign.  figures/numbers.py is the same, and says
// why they are written so.

const SUPERSCRIPT = {
  "-": "⁻",
  0: "⁰",
  1: "¹",
  2: "²",
  3: "³",
  4: "⁴",
  5: "⁵",
  6: "⁶",
  7: "⁷",
  8: "⁸",
  9: "⁹",
};
const THIN = "\u202f"; // a narrow space that does not break
const DIGITS = 3;

// 0.500, 12.3, 1235, 45 678, 1.50×10⁻⁷.
export function formatNumber(value) {
  return signed(value, significant);
}

// With so many decimals: for columns, and for sums that must add up by eye.
export function formatFixed(value, decimals) {
  return signed(value, (size) => (size < 999_500 ? fixed(size, decimals) : significant(size)));
}

// At most three digits and a point, or four digits: what fits on a neuron.
export function formatShort(value) {
  return signed(value, short);
}

// A count: every digit of it.
export function formatCount(count) {
  return signed(count, (size) => fixed(size, 0));
}

// In a sum or product a negative number stands in brackets: 2 × (−0.5).
export function bracketed(value) {
  return value < 0 ? `(${formatNumber(value)})` : formatNumber(value);
}

// A number as Python writes it, exact enough that NumPy computes what the screen shows.
export function pythonNumber(value) {
  return String(Number(value.toPrecision(12)));
}

// A slider counts in percent of its range and gives 0.9999999999999982 where it shows 1: then 1 is meant.
export function withoutNoise(value) {
  const meant = typeof value === "number" ? Number(value.toFixed(9)) + 0 : value; // + 0 turns −0 into 0
  return Math.abs(value - meant) < 1e-12 ? meant : value;
}

function signed(value, textOf) {
  if (Number.isNaN(value)) return "undefined";
  const text = Number.isFinite(value) ? textOf(Math.abs(value)) : "∞";
  return value < 0 && /[^0.]/.test(text) ? `−${text}` : text; // −0.001 with two decimals is 0.00
}

function significant(size) {
  if (size === 0) return "0";
  const exponent = Number(size.toExponential(DIGITS - 1).split("e")[1]);
  if (exponent < -4 || exponent >= 6) return powerOfTen(size, DIGITS);
  return fixed(size, Math.max(0, DIGITS - 1 - exponent));
}

function short(size) {
  if (size >= 9999.5) return powerOfTen(size, 1);
  return fixed(size, size < 9.995 ? 2 : size < 99.95 ? 1 : 0);
}

function fixed(size, decimals) {
  const [whole, part] = size.toFixed(decimals).split(".");
  const grouped = whole.length > 4 ? whole.replace(/\B(?=(\d{3})+$)/g, THIN) : whole;
  return part ? `${grouped}.${part}` : grouped;
}

function powerOfTen(size, digits) {
  const [mantissa, exponent] = size.toExponential(digits - 1).split("e");
  return `${mantissa}×10${[...exponent.replace("+", "")].map((digit) => SUPERSCRIPT[digit]).join("")}`;
}
