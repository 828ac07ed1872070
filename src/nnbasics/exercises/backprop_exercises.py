"""Chapter 6, first half: backpropagation in small steps, its training, and finite differences to check it."""
from itertools import pairwise

import numpy as np

from nnbasics.exercises import backprop as bp
from nnbasics.exercises.exercise import Exercise, slopes
from nnbasics.network import Network
from nnbasics.optimizers import SGD
from nnbasics.training import fit

SQUARE = [4, 4, 4]  # layers of one size, so that a transposed product runs too, and is told


def outputs(rng):
    return bp.softmax(rng.normal(size=(5, 3))), one_hot(rng, 5, 3)


def one_hot(rng, examples, classes):
    return np.eye(classes)[rng.integers(classes, size=examples)]


def network(rng, sizes=SQUARE):
    weights = [rng.normal(size=shape) for shape in pairwise(sizes)]
    return weights, [rng.normal(size=n) for n in sizes[1:]]


def examples(rng):
    weights, biases = network(rng)
    return rng.normal(size=(6, SQUARE[0])), one_hot(rng, 6, SQUARE[-1]), weights, biases


def normals(*shapes):
    return lambda rng: tuple(rng.normal(size=shape) for shape in shapes)


def parameters_and_slopes(rng):
    return network(rng, [3, 4, 2])[0], network(rng, [3, 4, 2])[0], float(rng.uniform(0.1, 0.5))


def delta_truth(output, wanted):
    z = np.log(output)  # whose softmax it is
    return slopes(lambda z: -np.log((bp.softmax(z) * wanted).sum(axis=1)).mean(), z)


def gradients_truth(a, delta):
    W, b = np.zeros((a.shape[1], delta.shape[1])), np.zeros(delta.shape[1])
    return slopes(lambda W: ((a @ W + b) * delta).sum(), W), slopes(lambda b: ((a @ W + b) * delta).sum(), b)


def before_truth(delta, weights, z):
    return slopes(lambda z: (np.maximum(z, 0) @ weights * delta).sum(), z)


def backward_truth(X, Y, weights, biases):
    def of(parts, l):
        def loss(part):
            changed = [part if k == l else other for k, other in enumerate(parts)]
            return bp.loss(X, Y, *((changed, biases) if parts is weights else (weights, changed)))
        return slopes(loss, parts[l])
    return [of(weights, l) for l in range(len(weights))], [of(biases, l) for l in range(len(biases))]


def step_truth(parameters, slopes, learning_rate):
    return [np.reshape([p - learning_rate * s for p, s in zip(some.flat, theirs.flat, strict=True)],
                       some.shape)
            for some, theirs in zip(parameters, slopes, strict=True)]


def learn_truth(X, Y, weights, biases, batch_size, learning_rate):
    net = Network(SQUARE, hidden="relu", output="softmax")
    for layer, W, b in zip(net.layers, weights, biases, strict=True):
        layer.weights, layer.biases = W, b
    fit(net, X, Y, epochs=1, batch_size=batch_size, optimizer=SGD(learning_rate), shuffle=False)
    return [layer.weights for layer in net.layers], [layer.biases for layer in net.layers]


def learn_without(what):
    """`learn` with one thing done otherwise."""
    def function(X, Y, weights, biases, batch_size, learning_rate):
        first, size = (weights, biases), len(X) if what == "batches" else batch_size
        for start in range(0, size if what == "the rest" else len(X), size):
            batch = slice(start, start + size)
            now = first if what == "new weights" else (weights, biases)
            of_weights, of_biases = bp.backward(X[batch], Y[batch], *now)
            weights = bp.step(weights, of_weights, learning_rate)
            biases = biases if what == "biases" else bp.step(biases, of_biases, learning_rate)
        return weights, biases
    return function


def cubes(array):
    return float((array ** 3 / 3 + array).sum())


def one_sided(loss, array, h):
    moved = array + h * np.eye(array.size).reshape(-1, *array.shape)
    return np.reshape([(loss(each) - loss(array)) / h for each in moved], array.shape)


EXERCISES = {
    "6-1": Exercise(bp.output_delta, outputs, delta_truth, {
        "You left out the average: the loss is a mean over the examples, so each counts for its share.":
            lambda output, wanted: output - wanted,
        "You divided by the number of all outputs. This loss is a mean over the examples alone.":
            lambda output, wanted: (output - wanted) / wanted.size,
        "You multiplied by a (1 − a) once more. Cross-entropy and softmax leave the plain difference.":
            lambda output, wanted: (output - wanted) * output * (1 - output) / len(wanted),
        "That is the delta of the squared error before any activation. Here the loss is the cross-entropy.":
            lambda output, wanted: 2 * (output - wanted) / wanted.size,
    }),
    "6-2": Exercise(bp.layer_gradients, normals((6, 4), (6, 3)), gradients_truth, {
        "You averaged once more. The average over the examples is in delta already.":
            lambda a, delta: (a.T @ delta / len(a), delta.mean(axis=0)),
        "The biases' slopes are missing. A bias comes in with 1: add up delta over the examples.":
            lambda a, delta: (a.T @ delta, np.zeros(delta.shape[1])),
        "For the biases you added up over everything. Each neuron has its own: add up over examples.":
            lambda a, delta: (a.T @ delta, delta.sum()),
        "For the biases you added up along the neurons. Add up over the examples, which are the rows.":
            lambda a, delta: (a.T @ delta, delta.sum(axis=1)),
    }),
    "6-3": Exercise(bp.delta_before, normals((5, 4), (4, 4), (5, 4)), before_truth, {
        "The slope of the ReLU is missing. Where z was below 0 nothing got through, and nothing comes back.":
            lambda delta, W, z: delta @ W.T,
        "You multiplied by what the ReLU says. What counts is its slope: 1 where z > 0, else 0.":
            lambda delta, W, z: (delta @ W.T) * np.maximum(z, 0),
        "The weights are the wrong way round. Backward the product is with their transpose.":
            lambda delta, W, z: (delta @ W) * (z > 0),
        "The slope is at the wrong place: it is that of the layer before, and comes after the product.":
            lambda delta, W, z: (delta * (z > 0)) @ W.T,
    }),
    "6-4": Exercise(bp.backward, examples, backward_truth, {
        "The sign is wrong at the output: delta is what was got minus what was wanted.": bp.BROKEN["sign"],
        "The biases get no slope.": bp.BROKEN["missing bias"],
        "The average over the examples is forgotten.": bp.BROKEN["forgotten average"],
        "On the way to the layer before, the product must be with the transpose of the weights.":
            bp.BROKEN["transposed product"],
        "The slope of the ReLU is forgotten on the way to the layer before.":
            bp.with_parts(delta_before=lambda delta, W, z: delta @ W.T),
        "The slopes come in the wrong order: wanted is layer 0 first.":
            lambda *given: tuple(part[::-1] for part in bp.backward(*given)),
    }),
    "6-5": Exercise(bp.step, parameters_and_slopes, step_truth, {
        "You went uphill: against the slope is minus.":
            lambda P, S, rate: [p + rate * s for p, s in zip(P, S, strict=True)],
        "The learning rate is missing.": lambda P, S, rate: [p - s for p, s in zip(P, S, strict=True)],
        "That is the step alone. Wanted is where it leads: the parameters after it.":
            lambda P, S, rate: [-rate * s for s in S],
        "Only the first array has moved.": lambda P, S, rate: [P[0] - rate * S[0], *P[1:]],
    }),
    "6-6": Exercise(bp.learn, lambda rng: (*examples(rng), 4, float(rng.uniform(0.1, 0.5))), learn_truth, {
        "You took one step from all examples at once. Take one for each batch, one after the other.":
            learn_without("batches"),
        "You took one step and stopped. An epoch sees every example.": learn_without("the rest"),
        "Each step must start its forward pass from the weights that the step before it left.":
            learn_without("new weights"),
        "The biases never move.": learn_without("biases"),
    }),
    "6-7": Exercise(bp.numerical_gradient, lambda rng: (cubes, rng.uniform(0.5, 2, size=(2, 3)), 1e-5),
                    lambda loss, array, h: array ** 2 + 1, {
        "You went to one side only. With a step to either side the error is far smaller.": one_sided,
        "The two points are 2h apart, so divide by 2h.":
            lambda loss, array, h: 2 * bp.numerical_gradient(loss, array, h),
        "The division by the step is missing.":
            lambda loss, array, h: 2 * h * bp.numerical_gradient(loss, array, h),
        "You moved all numbers at once. Each has a slope of its own: move one and leave the others.":
            lambda loss, array, h: np.full(array.shape, (loss(array + h) - loss(array - h)) / (2 * h)),
    }),
}
