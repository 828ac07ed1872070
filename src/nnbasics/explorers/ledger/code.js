// The ledger as Python: `per_example=True` gives its rows, `backward` its foot.

import { recipeCode } from "../../web/digits/recipe.js";
import { pythonNumber } from "../../web/draw/numbers.js";
import { SILENT } from "./opinions.js";

// cell: { row, place }; columns: the places of what stands in numbers; measured: the batches too.
export function pythonCode({ recipe, model, epochs, cell, columns, measured }) {
  const list = (trait) => `[${model.get(trait).join(", ")}]`;
  const count = model.get("labels").length;
  return `import numpy as np
from nnbasics import Adam, Network, fit
from nnbasics.angle import angle
${recipeCode(recipe, "shown", epochs[model.get("moment")])}

X = X_train[:${count}]
labels = np.array(${list("labels")})  # what each is said to be
says = np.array(${list("says")})  # how often each is counted
batch = np.repeat(np.arange(${count}), says)

trace = shown.forward(X)
gradients = shown.backward(trace, labels, per_example=True)
wishes, average = -gradients.flat, np.zeros(shown.num_parameters)
if len(batch):
    average = -shown.backward(shown.forward(X[batch]), labels[batch]).flat
norms, together = np.linalg.norm(wishes, axis=1), np.linalg.norm(average)

after = shown.copy()
after.parameters = shown.parameters + ${pythonNumber(model.get("rate"))} * average
before = np.array([shown.loss(X[[i]], labels[[i]]) for i in range(${count})])
later = np.array([after.loss(X[[i]], labels[[i]]) for i in range(${count})])
for i in range(${count}):
    print(f"digit-{i}-norm {norms[i]}")
    print(f"digit-{i}-loss {before[i]}")
    print(f"digit-{i}-loss-after {later[i]}")
    if min(norms[i], together) >= ${SILENT}:
        print(f"digit-{i}-angle {angle(wishes[i], average)}")

print("average-norm", together)
if len(batch):
    print("average-loss", before[batch].mean())
    print("average-loss-after", later[batch].mean())
    print("agreement", together / norms[batch].mean())
print("voices", len(batch))
print("helped", np.sum(later < before))
print("hurt", np.sum(later > before))

place = ${cell.place}  # of a weight or bias among shown.parameters
${cell.row < count ? cellCode(cell.row) : 'print("cell-wish", average[place])'}
${columns ? columnsCode(columns) : ""}${measured ? batchesCode(model) : ""}`;
}

function cellCode(row) {
  return `print("cell-wish", wishes[${row}, place])
for layer, a in zip(range(len(shown.layers)), trace.activations):
    W = shown.layers[layer].weights
    if place < W.size + W.shape[1]:  # the weights row by row, then the biases
        neuron = place % W.shape[1]
        print("cell-delta", gradients.deltas[layer][${row}, neuron])
        print("cell-activation", a[${row}, place // W.shape[1]] if place < W.size else 1)
        break
    place -= W.size + W.shape[1]
`;
}

function columnsCode(places) {
  return `
for k, place in enumerate([${places.join(", ")}]):
    print(f"average-wish-{k} {average[place]}")
    for i in range(len(X)):
        print(f"digit-{i}-wish-{k} {wishes[i, place]}")
`;
}

function batchesCode(model) {
  return `
full = shown.backward(shown.forward(X_train), labels_train).flat
order, rng = np.arange(len(X_train), dtype=np.int32), np.random.default_rng(0)
for size in ${JSON.stringify(model.get("batch_sizes"))}:
    angles = []
    for _ in range(${model.get("batches")}):
        rng.shuffle(order)
        few = order[:size]
        gradient = shown.backward(shown.forward(X_train[few]), labels_train[few]).flat
        angles.append(angle(gradient, full))
    print(f"median-angle-{size} {np.median(angles)}")
`;
}
