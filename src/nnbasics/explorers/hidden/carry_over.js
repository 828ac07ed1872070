// A network with more hidden units or fewer that goes on from where another was.

const GOLDEN_ANGLE = 2.4; // new units look in directions that no other unit has

// Units that stay keep their numbers.  A new one looks in a direction of its own, and nobody listens to it yet, its
// weight to the output being 0: so the picture stays, until training or the reader gives it a say.
export function carryOver(from, to) {
  const [before, after] = [from.sizes[1], to.sizes[1]];
  for (let unit = 0; unit < after; unit += 1) {
    const kept = unit < before;
    const angle = GOLDEN_ANGLE * unit;
    to.weights[0][unit] = kept ? from.weights[0][unit] : 0.5 * Math.cos(angle);
    to.weights[0][after + unit] = kept ? from.weights[0][before + unit] : 0.5 * Math.sin(angle);
    to.biases[0][unit] = kept ? from.biases[0][unit] : 0;
    to.weights[1][unit] = kept ? from.weights[1][unit] : 0;
  }
  to.biases[1][0] = from.biases[1][0];
}
