"""Chapter 4: forward propagation through any number of layers."""
from itertools import pairwise

import numpy as np

from nnbasics.exercises.exercise import Exercise


def relu(z):
    return np.maximum(z, 0)


def softmax(z, axis=1):
    return np.exp(z) / np.exp(z).sum(axis=axis, keepdims=True)


def predict(x, weights, biases):
    for W, b in zip(weights[:-1], biases[:-1], strict=True):
        x = relu(x @ W + b)
    return softmax(x @ weights[-1] + biases[-1])


def some_network(rng):
    sizes = [int(size) for size in rng.integers(3, 6, size=rng.integers(3, 6))]
    weights = [rng.normal(size=shape) for shape in pairwise(sizes)]
    biases = [rng.normal(size=size) for size in sizes[1:]]
    return rng.normal(size=(4, sizes[0])), weights, biases


def neuron_by_neuron(x, weights, biases):
    """One example, one neuron, one product at a time."""
    def one(a):
        for layer, (W, b) in enumerate(zip(weights, biases, strict=True), start=1):
            z = [sum(a[i] * W[i, j] for i in range(len(a))) + b[j] for j in range(len(b))]
            a = [max(each, 0.0) for each in z] if layer < len(weights) else z
        shares = [np.exp(each - max(a)) for each in a]
        return [share / sum(shares) for share in shares]
    return np.array([one(list(row)) for row in x])


def with_layers(hidden=relu, output=softmax, bias=1.0):
    """`predict` with other activation functions, or with the biases weighed."""
    def function(x, weights, biases):
        for W, b in zip(weights[:-1], biases[:-1], strict=True):
            x = hidden(x @ W + bias * b)
        return output(x @ weights[-1] + bias * biases[-1])
    return function


EXERCISES = {
    "4-2": Exercise(predict, some_network, neuron_by_neuron, {
        "You left out the biases.":
            with_layers(bias=0),
        "There is no ReLU: all the hidden layers together are then one linear layer.":
            with_layers(hidden=lambda z: z),
        "The last layer went through the ReLU as well, before the softmax. It has the softmax alone.":
            with_layers(output=lambda z: softmax(relu(z))),
        "The last layer has a ReLU. It needs the softmax instead, which makes probabilities of the ten sums.":
            with_layers(output=relu),
        "These are the sums of the last layer. The softmax is missing.":
            with_layers(output=lambda z: z),
        "You divided by the sum over all examples. Each row is one example, and must sum to 1: sum with "
        "axis=1, keepdims=True.":
            with_layers(output=lambda z: softmax(z, axis=None)),
        "Your columns sum to 1. Each row is one example, and must sum to 1: sum with axis=1, keepdims=True.":
            with_layers(output=lambda z: softmax(z, axis=0)),
        "You divided the sums by their sum, without the e to the power of them.":
            with_layers(output=lambda z: z / z.sum(axis=1, keepdims=True)),
        "The hidden layers have a sigmoid. These have the ReLU: what is negative becomes 0.":
            with_layers(hidden=lambda z: 1 / (1 + np.exp(-z))),
    }),
}
