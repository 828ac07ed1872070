"""Small networks with all their numbers, worked on paper."""

import numpy as np
import pytest

from nnbasics import SGD, Network, fit


def test_one_neuron():
    """z = 0.5·1 − 0.25·2 + 0 = 0, so a = ½; wanted 1: loss ln 2, delta = ½ − 1."""
    net = Network([2, 1], output="sigmoid")
    net.layers[0].weights = [[0.5], [-0.25]]
    trace = net.forward([[1, 2]])
    assert trace.preactivations[0] == 0 and trace.activations[-1] == 0.5
    assert net.loss([[1, 2]], [[1]]) == pytest.approx(np.log(2), rel=1e-15)
    gradients = net.backward(trace, [[1]])
    assert gradients.deltas[0].tolist() == [[-0.5]]
    assert gradients.weights[0].tolist() == [[-0.5], [-1]]
    assert gradients.biases[0].tolist() == [-0.5]
    fit(net, [[1, 2]], [[1]], epochs=1, optimizer=SGD(0.1))
    np.testing.assert_allclose(net.parameters, [0.55, -0.15, 0.05], rtol=1e-15)


def test_one_hidden_neuron():
    """x = 3: z = 2·3 + 1 = 7, a = 7, output −7 + 4 = −3; wanted 1: loss 16, delta 2·(−4) = −8."""
    net = Network([1, 1, 1], hidden="relu", output="linear")
    net.parameters = [2, 1, -1, 4]  # w₀, b₀, w₁, b₁
    trace = net.forward([[3]])
    assert [z.item() for z in trace.preactivations] == [7, -3]
    assert net.loss([[3]], [[1]]) == 16
    gradients = net.backward(trace, [[1]])
    assert [delta.item() for delta in gradients.deltas] == [8, -8]
    assert gradients.flat.tolist() == [24, 8, -56, -8]


def test_a_batch_of_two_averages():
    """a = w x with w = 1, for x = 1, 2 and wanted 0, 4: errors 1, −2, loss (1 + 4) / 2."""
    net = Network([1, 1])
    net.parameters = [1, 0]
    X, Y = [[1], [2]], [[0], [4]]
    assert net.loss(X, Y) == 2.5
    gradients = net.backward(net.forward(X), Y)
    assert gradients.deltas[0].tolist() == [[1], [-2]]  # 2 · error / 2 examples
    assert gradients.flat.tolist() == [-3, -1]
    each = net.backward(net.forward(X), Y, per_example=True)
    assert each.weights[0].ravel().tolist() == [2, -8]
    assert each.biases[0].ravel().tolist() == [2, -4]


def test_softmax_of_three():
    """z = 0, ln 2, ln 5 gives 1/8, 2/8, 5/8; wanted the second: loss ln 4, delta a − y."""
    net = Network([1, 3], output="softmax", initializer="zeros")
    net.layers[0].biases = np.log([1, 2, 5])
    np.testing.assert_allclose(net.predict([[0]]), [[1 / 8, 2 / 8, 5 / 8]], rtol=1e-15)
    assert net.loss([[0]], np.array([1])) == pytest.approx(np.log(4), rel=1e-14)
    delta = net.backward(net.forward([[0]]), np.array([1])).deltas[0]
    np.testing.assert_allclose(delta, [[1 / 8, -6 / 8, 5 / 8]], rtol=1e-14)


def test_a_published_example():
    """Matt Mazur, "A Step by Step Backpropagation Example" (2015): two inputs, hidden, outputs.

    His error, half the sum of two squares, is our mean of two squares.
    """
    net = Network([2, 2, 2], hidden="sigmoid", output="sigmoid", loss="mse")
    net.layers[0].weights, net.layers[0].biases = [[0.15, 0.25], [0.20, 0.30]], [0.35, 0.35]
    net.layers[1].weights, net.layers[1].biases = [[0.40, 0.50], [0.45, 0.55]], [0.60, 0.60]
    X, Y = [[0.05, 0.10]], [[0.01, 0.99]]
    trace = net.forward(X)
    np.testing.assert_allclose(trace.activations[1], [[0.593269992, 0.596884378]], atol=5e-10)
    np.testing.assert_allclose(trace.activations[2], [[0.75136507, 0.772928465]], atol=5e-9)
    assert net.loss(X, Y) == pytest.approx(0.298371109, abs=5e-10)
    gradients = net.backward(trace, Y)
    assert gradients.weights[1][0, 0] == pytest.approx(0.082167041, abs=5e-10)
    assert gradients.weights[0][0, 0] == pytest.approx(0.000438568, abs=5e-10)
    fit(net, X, Y, epochs=1, optimizer=SGD(0.5))
    np.testing.assert_allclose(
        net.layers[0].weights.T.ravel(), [0.149780716, 0.19956143, 0.24975114, 0.29950229], atol=5e-9
    )
    np.testing.assert_allclose(
        net.layers[1].weights.T.ravel(), [0.35891648, 0.408666186, 0.511301270, 0.561370121], atol=5e-9
    )
