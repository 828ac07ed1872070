// How the book writes numbers: three significant digits, a true minus sign.

const SUPERSCRIPT = { "-": "⁻", 0: "⁰", 1: "¹", 2: "²", 3: "³", 4: "⁴", 5: "⁵", 6: "⁶", 7: "⁷", 8: "⁸", 9: "⁹" };

export function formatNumber(value) {
  if (Number.isNaN(value)) return "undefined";
  if (!Number.isFinite(value)) return value > 0 ? "∞" : "−∞";
  const size = Math.abs(value);
  if (size === 0) return "0";
  const text = size < 0.001 || size >= 9999.5 ? powerOfTen(size) : size.toPrecision(3);
  return (value < 0 ? "−" : "") + (size >= 999.5 && size < 9999.5 ? String(Math.round(size)) : text);
}

// Three digits are what fits on a neuron.
export function formatShort(value) {
  const digits = Math.abs(value) < 9.995 ? 2 : Math.abs(value) < 99.95 ? 1 : 0;
  return (value < 0 ? "−" : "") + Math.abs(value).toFixed(digits);
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

function powerOfTen(size) {
  const [digits, exponent] = size.toExponential(2).split("e");
  return `${digits}×10${[...exponent.replace("+", "")].map((digit) => SUPERSCRIPT[digit]).join("")}`;
}
