// Decisions by a threshold: dog (1) where the output is above it, else cat (0); and what moving it trades.

// The four numbers of a confusion matrix, by [true][decided].
export function confusionOf(outputs, labels, threshold) {
  const counts = [
    [0, 0],
    [0, 0],
  ];
  labels.forEach((label, i) => (counts[label][outputs[i] > threshold ? 1 : 0] += 1));
  return counts;
}

// Of the dogs, the share found; of the cats, the share taken for dogs; of all, the share right.
export function ratesOf([[spared, taken], [missed, found]]) {
  const all = spared + taken + missed + found;
  return { found: found / (missed + found), taken: taken / (spared + taken), right: (spared + found) / all };
}

// The places of one cell's pictures, the worst first: the lowest output for what it is.
export function worstFirst(outputs, labels, threshold, label, decided) {
  const own = (i) => (label ? outputs[i] : 1 - outputs[i]);
  const places = Array.from(labels.keys()).filter(
    (i) => labels[i] === label && outputs[i] > threshold === (decided === 1),
  );
  return places.sort((i, j) => own(i) - own(j) || i - j);
}

// For every threshold at once: from "all are dogs" to "all are cats", what is taken and what is found.
export function tradeOf(outputs, labels) {
  const order = Array.from(labels.keys()).sort((i, j) => outputs[i] - outputs[j]);
  const dogs = labels.filter((label) => label === 1).length,
    cats = labels.length - dogs;
  let found = dogs,
    taken = cats;
  const points = [[1, 1]];
  order.forEach((place, k) => {
    if (labels[place]) found -= 1;
    else taken -= 1;
    const tied = k + 1 < order.length && outputs[order[k + 1]] === outputs[place];
    if (!tied) points.push([taken / cats, found / dogs]);
  });
  return points;
}
