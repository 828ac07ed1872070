// The functions of a network that JavaScript has not, has not stable, or has slow.

// 1 / (1 + e^-z), without overflow and without losing digits at either end.
export function sigmoid(z) {
  if (z >= 0) return 1 / (1 + Math.exp(-z));
  const e = Math.exp(z);
  return e / (1 + e);
}

// log(1 + e^z), for |z| of any size.
export function softplus(z) {
  return Math.max(z, 0) + Math.log1p(Math.exp(-Math.abs(z)));
}

// tanh to within 1e-15 of itself, at less than half the time of Math.tanh: from a table at steps of
// 1/64 by the addition theorem tanh(g + d) = (tanh g + tanh d) / (1 + tanh g tanh d), the tanh of
// the small d by its power series.  Beyond 20, tanh is 1 to the last digit; NaN stays NaN.
const TANH_LIMIT = 20;
const TANH_TABLE = Float64Array.from(
  { length: 128 * TANH_LIMIT + 1 }, (_, i) => Math.tanh(i / 64 - TANH_LIMIT));

export function tanh(z) {
  const x = Math.min(Math.max(z, -TANH_LIMIT), TANH_LIMIT);
  const i = (64 * (x + TANH_LIMIT) + 0.5) | 0;
  const g = TANH_TABLE[i], d = x - (i / 64 - TANH_LIMIT), dd = d * d;
  const h = d + d * dd * (-1 / 3 + dd * (2 / 15 - dd * (17 / 315)));
  return (g + h) / (1 + g * h);
}

// The density of the standard normal, and its distribution function Phi, both for gelu.
export function normalDensity(z) {
  return Math.exp(-0.5 * z * z) / Math.sqrt(2 * Math.PI);
}

// Phi to within 1e-15, in the left tail also relative to itself: from a table at steps of 1/64 by
// the Taylor series around the nearest step; Phi(z) = 1 - Phi(-z) on the right.
const PHI_LIMIT = 9;
const PHI_DENSITY = Float64Array.from(
  { length: 64 * PHI_LIMIT + 1 }, (_, i) => normalDensity(i / 64 - PHI_LIMIT));
const PHI_TABLE = new Float64Array(PHI_DENSITY.length);

// Each step adds a positive number to the ones before, so no digits are lost on the way up.
PHI_TABLE[0] = phiTail(PHI_LIMIT);
for (let i = 1; i < PHI_TABLE.length; i++) PHI_TABLE[i] = phiNear(i - 1, 1 / 64);

export function normalDistribution(z) {
  const x = -Math.abs(z);
  const i = Math.round(64 * (x + PHI_LIMIT));
  const left = i < 0 ? phiTail(-x) : phiNear(i, x - (i / 64 - PHI_LIMIT));
  return z > 0 ? 1 - left : left;
}

// Phi(g + d) = Phi(g) + density(g) (c1 + c2 + ...), c_k = He_(k-1)(-g) d^k / k!, He the Hermite
// polynomials with He_k(x) = x He_(k-1)(x) - (k - 1) He_(k-2)(x).  Here g = i / 64 - PHI_LIMIT.
function phiNear(i, d) {
  const minusG = PHI_LIMIT - i / 64;
  let before = 0, c = d, sum = d;
  for (let k = 1; k < 10; k++) {
    const next = (d / (k + 1)) * (minusG * c - ((k - 1) / k) * d * before);
    before = c;
    c = next;
    sum += c;
  }
  return PHI_TABLE[i] + PHI_DENSITY[i] * sum;
}

// Phi(-t) far out, by Laplace's continued fraction (Abramowitz and Stegun, 26.2.14).
function phiTail(t) {
  let fraction = t;
  for (let k = 30; k > 0; k--) fraction = t + k / fraction;
  return normalDensity(t) / fraction;
}
