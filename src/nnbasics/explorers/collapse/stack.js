// Two linear layers one after another, 2 → 2 → 1, and the single layer that says the same: without a screen.
//
//   z = x W₁ + b₁,  y = z W₂ + b₂     is     y = x W + b     with W = W₁ W₂,  b = b₁ W₂ + b₂
//
//   heights(network, folded, X, out)   y at each row of X, flat; the first `folded` hidden neurons have a ReLU
//   preactivations(network, index, X, out)     z of hidden neuron `index` at each row
//   multipliedOut(network)             { W: [from x₁, from x₂], b }
//   flat({ W, b }, X, out)             y of the single layer

export function preactivations({ weights: [W1], biases: [b1] }, index, X, out) {
  for (let i = 0; i < out.length; i += 1)
    out[i] = X[2 * i] * W1[index] + X[2 * i + 1] * W1[2 + index] + b1[index];
  return out;
}

export function heights(network, folded, X, out) {
  const {
    weights: [, W2],
    biases: [, [c]],
  } = network;
  const parts = [0, 1].map((index) => preactivations(network, index, X, new Float64Array(out.length)));
  for (let i = 0; i < out.length; i += 1) {
    out[i] = c;
    for (const index of [0, 1])
      out[i] += W2[index] * (index < folded ? Math.max(parts[index][i], 0) : parts[index][i]);
  }
  return out;
}

export function multipliedOut({ weights: [W1, W2], biases: [b1, [c]] }) {
  const times = (from) => W1[2 * from] * W2[0] + W1[2 * from + 1] * W2[1];
  return { W: [times(0), times(1)], b: b1[0] * W2[0] + b1[1] * W2[1] + c };
}

export function flat({ W, b }, X, out) {
  for (let i = 0; i < out.length; i += 1) out[i] = X[2 * i] * W[0] + X[2 * i + 1] * W[1] + b;
  return out;
}

// How far the stack and the single layer are apart where they are farthest; what rounding leaves is 0.
export function gap(one, other) {
  let most = 0;
  for (let i = 0; i < one.length; i += 1) most = Math.max(most, Math.abs(one[i] - other[i]));
  return most < 1e-12 ? 0 : most;
}
