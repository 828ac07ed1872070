// The functions of a network that JavaScript has not, has not stable, or has slow.

// Far to the left e^-z overflows to infinity, and 1 / infinity = 0 is the right answer.
export function sigmoid(z) {
  return 1 / (1 + Math.exp(-z));
}

// log(1 + e^z), for |z| of any size.
export function softplus(z) {
  return Math.max(z, 0) + Math.log1p(Math.exp(-Math.abs(z)));
}

// tanh to within 1e-15 of itself, at less than half the time of Math.tanh: from a table at steps of
// 1/64 by the addition theorem tanh(g + d) = (tanh g + tanh d) / (1 + tanh g tanh d), the tanh of
// the small d by its power series.  Beyond 20, tanh is 1 to the last digit; NaN stays NaN.
const TANH_LIMIT = 20;
const TANH_TABLE = Float64Array.from({ length: 128 * TANH_LIMIT + 1 }, (_, i) =>
  Math.tanh(i / 64 - TANH_LIMIT),
);

export function tanh(z) {
  const x = Math.min(Math.max(z, -TANH_LIMIT), TANH_LIMIT);
  const i = (64 * (x + TANH_LIMIT) + 0.5) | 0;
  const g = TANH_TABLE[i],
    d = x - (i / 64 - TANH_LIMIT),
    dd = d * d;
  const h = d + d * dd * (-1 / 3 + dd * (2 / 15 - dd * (17 / 315)));
  return (g + h) / (1 + g * h);
}

// The density of the standard normal, and its distribution function Phi, both for gelu.
export function normalDensity(z) {
  return Math.exp(-0.5 * z * z) / Math.sqrt(2 * Math.PI);
}

// Phi to within 1e-15, in the left tail also relative to itself: by the Taylor series around the
// nearest of the points g = i / 64 - PHI_LIMIT, and Phi(z) = 1 - Phi(-z) on the right.
const PHI_LIMIT = 9;
const PHI_TERMS = 10;
const PHI_SERIES = phiSeries();

export function normalDistribution(z) {
  const x = -Math.abs(z);
  if (x < -PHI_LIMIT) return z > 0 ? 1 : phiTail(-x);
  const i = (64 * (x + PHI_LIMIT) + 0.5) | 0;
  const left = phiNear(PHI_SERIES, i, x - (i / 64 - PHI_LIMIT));
  return z > 0 ? 1 - left : left;
}

function phiNear(series, i, d) {
  let k = (i + 1) * PHI_TERMS - 1,
    sum = series[k];
  while (k > i * PHI_TERMS) sum = sum * d + series[--k];
  return sum;
}

// Row i: the coefficients of Phi(g + d) = Phi(g) + density(g) sum over k of He_(k-1)(-g) d^k / k!
// with the Hermite polynomials He_k(x) = x He_(k-1)(x) - (k - 1) He_(k-2)(x).  Each Phi(g) is the
// series of the row before at d = 1/64: only positive terms, so no digits are lost on the way up.
function phiSeries() {
  const series = new Float64Array((64 * PHI_LIMIT + 1) * PHI_TERMS);
  for (let i = 0; i <= 64 * PHI_LIMIT; i++) {
    const x = PHI_LIMIT - i / 64,
      row = i * PHI_TERMS;
    series[row] = i === 0 ? phiTail(x) : phiNear(series, i - 1, 1 / 64);
    let hermite = 1,
      before = 0,
      scale = normalDensity(x);
    for (let k = 1; k < PHI_TERMS; k++) {
      scale /= k;
      series[row + k] = scale * hermite;
      [hermite, before] = [x * hermite - (k - 1) * before, hermite];
    }
  }
  return series;
}

// Phi(-t) far out, by Laplace's continued fraction (Abramowitz and Stegun, 26.2.14).
function phiTail(t) {
  let fraction = t;
  for (let k = 30; k > 0; k--) fraction = t + k / fraction;
  return normalDensity(t) / fraction;
}
