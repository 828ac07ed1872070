// What the neurons, weights and biases of a small network are called: x₁, h₂, y, w(x₁→h₂), b(h₂).

const SUBSCRIPTS = "₁₂₃₄₅₆₇₈₉";

// layer counts as the sizes do.  One neuron alone in its layer needs no number.
export function neuronName(sizes, layer, index) {
  const letter = layer === 0 ? "x" : layer === sizes.length - 1 ? "y" : "h";
  return sizes[layer] === 1 ? letter : letter + SUBSCRIPTS[index];
}

// layer counts as the weights do; without `from` it is a bias.
export function parameterName(sizes, { layer, from, to }) {
  const end = neuronName(sizes, layer + 1, to);
  return from === undefined ? `b(${end})` : `w(${neuronName(sizes, layer, from)}→${end})`;
}

// Of an edge or a neuron of the drawing.
export function pickedName(sizes, { kind, layer, from, to, index }) {
  return kind === "edge"
    ? parameterName(sizes, { layer, from, to })
    : parameterName(sizes, { layer: layer - 1, to: index });
}
