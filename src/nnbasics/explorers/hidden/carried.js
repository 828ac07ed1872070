// The plane on its way through the hidden layer, in three parts of which each is a map of its own: stretched by the
// weights, I + s(W − I); shifted by s times the bias; squashed, (1 − s) z + s f(z).
//
//   const at = carriedBy(network, pair, carried);   at(trace, axis)(i)    where point i of a trace lies now
//
// `pair` are the hidden neurons of the two axes: the first takes over x₁, the second x₂.  Where there is one alone,
// the other axis shrinks to 0 with the stretching.

const PARTS = [
  { from: 0, width: 0.4 },
  { from: 0.4, width: 0.2 },
  { from: 0.6, width: 0.4 },
];

// In which part that is, and how far in it: shares of 1.
export function partOf(carried) {
  const place = PARTS.findLastIndex(({ from }) => carried > from);
  const { from, width } = PARTS[Math.max(0, place)];
  return { place: Math.max(0, place), from, width, share: (carried - from) / width };
}

export function carriedBy(network, pair, carried) {
  const { place, share } = partOf(carried);
  const units = network.sizes[1];
  return ({ activations: [x, h], preactivations: [z] }, axis) => {
    const unit = pair[axis];
    if (unit === undefined) return (i) => (place === 0 ? (1 - share) * x[2 * i + axis] : 0);
    const bias = network.biases[0][unit];
    return [
      (i) => x[2 * i + axis] + share * (z[i * units + unit] - bias - x[2 * i + axis]),
      (i) => z[i * units + unit] - (1 - share) * bias,
      (i) => (1 - share) * z[i * units + unit] + share * h[i * units + unit],
    ][place];
  };
}

// The lines of Python that print where the example of `trace` lies.
export function carriedCode([across, up], carried) {
  const { place, from, width } = partOf(carried);
  const on = (unit, axis) => {
    if (unit === undefined) return place === 0 ? `(1 - share) * x[${axis}]` : "0.0";
    return [
      `x[${axis}] + share * (x @ W[:, ${unit}] - x[${axis}])`,
      `x @ W[:, ${unit}] + share * b[${unit}]`,
      `(1 - share) * z[${unit}] + share * h[${unit}]`,
    ][place];
  };
  return [
    `share = (${carried} - ${from}) / ${width}  # of the ${["stretching", "shift", "squashing"][place]}`,
    place === 2
      ? "z, h = trace.preactivations[0][0], trace.activations[1][0]"
      : "x, W, b = trace.activations[0][0], shown.layers[0].weights, shown.layers[0].biases",
    `print("carried-across", ${on(across, 0)})`,
    `print("carried-up", ${on(up, 1)})`,
  ];
}
