// The state of the explorer of the softmax as Python that prints its numbers.

import { pythonNumber } from "../../web/draw/numbers.js";

export function softmaxCode({ names, logits, shift, temperature, wanted, terms, sum }) {
  const each = (kind, array) =>
    names.map((name, i) => `print("${kind}-${name}", ${array}[0, ${i}])`).join("\n");
  const finite = names.flatMap((name, i) =>
    Number.isFinite(terms[i]) ? [`print("term-${name}", np.exp(s[0, ${i}]))`] : [],
  );
  const written = Number.isFinite(sum)
    ? [...finite, 'print("sum", np.exp(s).sum())']
    : [
        ...finite,
        `# np.exp(${pythonNumber(Math.max(...logits) + shift)} / ${pythonNumber(temperature)}) is too large for a float, so there is no sum`,
      ];
  return `import numpy as np
from nnbasics.activations import softmax
from nnbasics.losses import cce

z = np.array([[${logits.map(pythonNumber).join(", ")}]])
wanted = np.array([[${names.map((_, i) => Number(i === wanted)).join(", ")}]])
temperature, shift = ${pythonNumber(temperature)}, ${pythonNumber(shift)}

s = (z + shift) / temperature
p = softmax(s)
slopes = cce.delta(s, p, wanted, softmax, 1) / temperature

${each("output", "p")}
print("sum-of-outputs", p.sum())
print("loss", cce(s, p, wanted))
${each("slope", "slopes")}

# as the formula is written
${written.join("\n")}

# with the largest subtracted
safe = np.exp(s - s.max())
${each("safe-term", "safe")}
print("safe-sum", safe.sum())
`;
}
