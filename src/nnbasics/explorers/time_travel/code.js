// The moment as Python: the training up to the epoch of the cursor, and each branch from where it left.

import { branchOf } from "./settings.js";

export function pythonCode({ recipe, recipeCode, epoch, branches, shown }) {
  const parts = branches.map((branch, i) =>
    branch.length && shown[i + 1] ? branchCode(branchOf(branch), "ab"[i], epoch, recipe, recipeCode) : "",
  );
  return `import numpy as np
from nnbasics import SGD, Adam, Network, RMSProp, fit
${recipeCode(recipe, "shown", epoch)}

def report(name, net):
    print(f"{name}-loss {net.loss(X_train, labels_train)}")
    print(f"{name}-accuracy {net.accuracy(X_train, labels_train)}")
    print(f"{name}-test-loss {net.loss(X_test, labels_test)}")
    print(f"{name}-test-accuracy {net.accuracy(X_test, labels_test)}")
    trace = net.forward(X_test)
    print(f"{name}-dead {sum(np.all(a == 0, axis=0).sum() for a in trace.activations[1:-1])}")
    counts = np.zeros((10, 10), int)
    np.add.at(counts, (labels_test, trace.activations[-1].argmax(axis=1)), 1)
    for is_a, read in np.ndindex(10, 10):
        print(f"{name}-confusion-{is_a}-{read} {counts[is_a, read]}")

report("main", shown)
${parts.join("")}`;
}

function branchCode({ at, python, rate, batchSize, seed }, name, epoch, recipe, recipeCode) {
  const lines = recipeCode({ ...recipe, source: "" }, "branch", at).trim();
  const on =
    epoch > at
      ? `
fit(branch, X_train, labels_train,
    epochs=${epoch - at}, batch_size=${batchSize}, optimizer=${python(rate)}, seed=${seed})`
      : "";
  return `
${lines}${on}
report("${name}", branch)
`;
}
