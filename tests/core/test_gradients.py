"""Backpropagation against finite differences: every activation, every loss, every depth."""

import numpy as np
import pytest

from nnbasics import Network
from nnbasics.activations import ACTIVATIONS

HIDDEN = [hidden for hidden in ACTIVATIONS if hidden not in ("softmax", "step")]
OUTPUTS = [(output, "mse") for output in ACTIVATIONS if output != "step"]
OUTPUTS += [("sigmoid", "bce"), ("softmax", "cce")]
CASES = [(None, output, loss, 0) for output, loss in OUTPUTS] + [
    (hidden, *output, depth) for hidden in HIDDEN for output in OUTPUTS for depth in (1, 2, 3)
]


def name(case):
    return "-".join(map(str, case))


def example(hidden, output, loss, depth, seed=0):
    """A small network away from the corners of its activations, with inputs and wanted outputs."""
    rng = np.random.default_rng(seed)
    net = Network([2, *[3] * depth, 3], hidden or "tanh", output, loss, seed=seed)
    net.parameters = rng.normal(size=net.num_parameters)
    X = rng.normal(size=(4, 2))
    Y = np.eye(3)[rng.integers(0, 3, 4)] if loss == "cce" else rng.uniform(size=(4, 3))
    if min(abs(z).min() for z in net.forward(X).preactivations) < 1e-3:
        return example(hidden, output, loss, depth, seed + 1)
    return net, X, Y


def slopes(function, array, h=1e-5):
    """d function() / d array, number by number."""
    found = np.empty_like(array)
    for index in np.ndindex(array.shape):
        before = array[index]
        array[index] = before + h
        up = function()
        array[index] = before - h
        found[index] = (up - function()) / (2 * h)
        array[index] = before
    return found


def assert_same_slopes(ours, numerical):
    scale = max(1e-3, abs(numerical).max())
    np.testing.assert_allclose(ours, numerical, rtol=1e-6, atol=1e-6 * scale)


@pytest.mark.parametrize("case", CASES, ids=name)
def test_gradients_of_weights_and_biases(case):
    net, X, Y = example(*case)
    gradients = net.backward(net.forward(X), Y)
    for l, layer in enumerate(net.layers):
        assert_same_slopes(gradients.weights[l], slopes(lambda: net.loss(X, Y), layer.weights))
        assert_same_slopes(gradients.biases[l], slopes(lambda: net.loss(X, Y), layer.biases))


@pytest.mark.parametrize("case", [case for case in CASES if case[3] in (0, 2)], ids=name)
def test_deltas_are_slopes_by_the_preactivations(case):
    net, X, Y = example(*case)
    trace = net.forward(X)
    deltas = net.backward(trace, Y).deltas

    for l, z in enumerate(trace.preactivations):

        def loss_from_here():
            ahead, a = z, net.layers[l].activation(z)
            for layer in net.layers[l + 1 :]:
                ahead = a @ layer.weights + layer.biases
                a = layer.activation(ahead)
            return net.loss_function(ahead, a, Y)

        assert_same_slopes(deltas[l], slopes(loss_from_here, z))


@pytest.mark.parametrize("case", CASES[::7], ids=name)
def test_per_example_is_each_example_alone(case):
    net, X, Y = example(*case)
    each, mean = net.backward(net.forward(X), Y, per_example=True), net.backward(net.forward(X), Y)
    np.testing.assert_allclose(each.flat.mean(axis=0), mean.flat, rtol=1e-12, atol=1e-15)
    for n in range(len(X)):
        alone = net.backward(net.forward(X[[n]]), Y[[n]])
        for l in range(len(net.layers)):
            for ours, theirs in (
                (each.weights[l][n], alone.weights[l]),
                (each.biases[l][n], alone.biases[l]),
                (each.deltas[l][n], alone.deltas[l][0]),
            ):
                np.testing.assert_allclose(ours, theirs, rtol=1e-12, atol=1e-15)


def test_shapes_with_and_without_per_example():
    net = Network([2, 4, 3], output="softmax")
    trace, labels = net.forward(np.ones((5, 2))), np.arange(5) % 3
    mean, each = net.backward(trace, labels), net.backward(trace, labels, per_example=True)
    assert [w.shape for w in mean.weights] == [(2, 4), (4, 3)]
    assert [b.shape for b in mean.biases] == [(4,), (3,)]
    assert [w.shape for w in each.weights] == [(5, 2, 4), (5, 4, 3)]
    assert [b.shape for b in each.biases] == [(5, 4), (5, 3)]
    assert [d.shape for d in mean.deltas] == [d.shape for d in each.deltas] == [(5, 4), (5, 3)]


def test_integer_labels_mean_one_hot_rows():
    net, X = Network([2, 4, 3], output="softmax"), np.random.default_rng(0).normal(size=(5, 2))
    labels = np.array([0, 2, 1, 1, 0])
    ours, one_hot = (net.backward(net.forward(X), Y) for Y in (labels, np.eye(3)[labels]))
    np.testing.assert_array_equal(ours.flat, one_hot.flat)
    assert net.loss(X, labels) == net.loss(X, np.eye(3)[labels])


def test_fused_gradients_survive_confident_mistakes():
    """Far out the sigmoid is flat, but delta = a − y is not: who errs most learns most."""
    for output in ("sigmoid", "softmax"):
        net = Network([1, 2], output=output, initializer="zeros")
        net.layers[0].biases = [1e4, -1e4]
        gradients = net.backward(net.forward([[1.0]]), [[0.0, 1.0]])
        scale = 2 if output == "sigmoid" else 1  # bce is a mean over outputs
        np.testing.assert_array_equal(gradients.biases[0] * scale, [1, -1])


def test_backward_leaves_the_trace_alone():
    net, X, Y = example("tanh", "sigmoid", "bce", 2)
    trace, fresh = net.forward(X), net.forward(X)
    net.backward(trace, Y)
    net.backward(trace, Y, per_example=True)
    for ours, theirs in (
        (trace.activations, fresh.activations),
        (trace.preactivations, fresh.preactivations),
    ):
        for one, other in zip(ours, theirs, strict=True):
            np.testing.assert_array_equal(one, other)
