"""What the checks of `backprop_exercises` feed in, and the truths that they compare with."""
from itertools import pairwise

import numpy as np

from nnbasics.exercises import backprop as bp
from nnbasics.exercises.exercise import slopes
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


def cubes(array):
    return float((array ** 3 / 3 + array).sum())
