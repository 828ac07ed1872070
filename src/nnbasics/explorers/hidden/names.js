// What the weights and biases of a network with one hidden layer are called.

const SUBSCRIPTS = "₁₂₃₄₅₆₇₈₉";

export function unitName(unit) {
  return `h${SUBSCRIPTS[unit]}`;
}

// Of an edge or a neuron of the drawing: "x₁ → h₂", "h₁ → output", "bias of h₁".
export function parameterInWords({ kind, layer, from, to, index }) {
  if (kind === "neuron") return `bias of ${layer === 1 ? unitName(index) : "output"}`;
  return layer === 0 ? `x${SUBSCRIPTS[from]} → ${unitName(to)}` : `${unitName(from)} → output`;
}
