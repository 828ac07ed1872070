// What a classifier's outputs cost: the squared differences from what was wanted, added up over the ten outputs.

export function wantedFor(label) {
  return Array.from({ length: 10 }, (_, i) => (i === label ? 1 : 0));
}

// outputs: rows of ten, one after another; the cost of each row.
export function costsOf(outputs, labels) {
  return labels.map((label, row) =>
    wantedFor(label).reduce((sum, wanted, i) => sum + (outputs[10 * row + i] - wanted) ** 2, 0),
  );
}

export function mean(values) {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
