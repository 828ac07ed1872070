"""Backpropagation as the reader of chapter 6 writes it: plain functions on lists of weights and biases.

Hidden layers are ReLU, the output a softmax, the loss the cross-entropy: what reads digits in chapter 4.
"""
import numpy as np


def softmax(z):
    e = np.exp(z - z.max(axis=1, keepdims=True))
    return e / e.sum(axis=1, keepdims=True)


def forward(X, weights, biases):
    """([z of each layer], [X, a of each layer]): one row an example."""
    zs, activations = [], [X]
    for W, b in zip(weights, biases, strict=True):
        zs.append(activations[-1] @ W + b)
        activations.append(np.maximum(zs[-1], 0) if len(zs) < len(weights) else softmax(zs[-1]))
    return zs, activations


def loss(X, Y, weights, biases):
    """The mean over the examples of −ln of what was said for the right class."""
    return -np.log((forward(X, weights, biases)[1][-1] * Y).sum(axis=1)).mean()


def output_delta(output, wanted):
    return (output - wanted) / len(wanted)


def layer_gradients(a, delta):
    return a.T @ delta, delta.sum(axis=0)


def delta_before(delta, weights, z):
    return (delta @ weights.T) * (z > 0)


def backward(X, Y, weights, biases):
    zs, activations = forward(X, weights, biases)
    delta = output_delta(activations[-1], Y)
    slopes = [None] * len(weights)
    for layer in reversed(range(len(weights))):
        slopes[layer] = layer_gradients(activations[layer], delta)
        if layer > 0:
            delta = delta_before(delta, weights[layer], zs[layer - 1])
    return [of_weights for of_weights, _ in slopes], [of_biases for _, of_biases in slopes]


def step(parameters, slopes, learning_rate):
    return [parameter - learning_rate * slope for parameter, slope in zip(parameters, slopes, strict=True)]


def learn(X, Y, weights, biases, batch_size, learning_rate):
    return learn_with(backward, X, Y, weights, biases, batch_size, learning_rate)


def learn_with(backward, X, Y, weights, biases, batch_size, learning_rate):
    """One epoch with any function for the slopes, be it a broken one."""
    for start in range(0, len(X), batch_size):
        batch = slice(start, start + batch_size)
        of_weights, of_biases = backward(X[batch], Y[batch], weights, biases)
        weights, biases = step(weights, of_weights, learning_rate), step(biases, of_biases, learning_rate)
    return weights, biases


def numerical_gradient(loss, array, h):
    slopes = np.zeros_like(array)
    for place in np.ndindex(array.shape):
        above, below = array.copy(), array.copy()
        above[place] += h
        below[place] -= h
        slopes[place] = (loss(above) - loss(below)) / (2 * h)
    return slopes


def with_parts(output_delta=output_delta, layer_gradients=layer_gradients, delta_before=delta_before):
    """`backward` made of other parts, so that each can be broken by itself."""
    def backward(X, Y, weights, biases):
        zs, activations = forward(X, weights, biases)
        delta, slopes = output_delta(activations[-1], Y), []
        for layer in reversed(range(len(weights))):
            slopes.insert(0, layer_gradients(activations[layer], delta))
            if layer > 0:
                delta = delta_before(delta, weights[layer], zs[layer - 1])
        return [of_weights for of_weights, _ in slopes], [of_biases for _, of_biases in slopes]
    return backward


# Five mistakes that run, train a little, and are wrong: for the reader's finite differences to catch.
BROKEN = {
    "sign": with_parts(output_delta=lambda output, wanted: (wanted - output) / len(wanted)),
    "missing bias": with_parts(layer_gradients=lambda a, delta: (a.T @ delta, np.zeros(delta.shape[1]))),
    "forgotten average": with_parts(output_delta=lambda output, wanted: output - wanted),
    "f' at the wrong place": with_parts(delta_before=lambda delta, W, z: (delta * (z > 0)) @ W.T),
    "transposed product": with_parts(delta_before=lambda delta, W, z: (delta @ W) * (z > 0)),
}
