"""What each input argued: against finite differences, and by hand."""

import numpy as np
import pytest

from nnbasics import Network
from nnbasics.contributions import contributions


def test_of_one_neuron_they_are_the_terms_of_its_sum():
    net = Network([3, 1], output="sigmoid")
    net.layers[0].weights, net.layers[0].biases = [[2], [-1], [0.5]], [0.25]
    each, rest, z = contributions(net, [[1, 2, 0]])
    assert each.tolist() == [[2, -2, 0]] and rest.tolist() == [0.25] and z.tolist() == [0.25]


@pytest.mark.parametrize("hidden", ["relu", "tanh", "leaky_relu", "gelu"])
@pytest.mark.parametrize("sizes", [[5, 4, 1], [5, 6, 3, 1]])
def test_they_are_inputs_times_slopes(sizes, hidden):
    rng = np.random.default_rng(1)
    net = Network(sizes, hidden=hidden, output="sigmoid", seed=2)
    net.parameters[:] += rng.normal(0, 0.3, net.num_parameters)
    X, small = rng.normal(size=(7, 5)), 1e-6
    z = lambda X: net.forward(X).preactivations[-1][:, 0]
    slopes = np.column_stack(
        [(z(X + small * step) - z(X - small * step)) / (2 * small) for step in np.eye(5)]
    )
    each, rest, found = contributions(net, X)
    np.testing.assert_allclose(each, X * slopes, atol=1e-8)
    np.testing.assert_allclose(each.sum(axis=1) + rest, found)
    np.testing.assert_array_equal(found, z(X))


def test_of_relus_without_biases_nothing_is_left_over():
    net = Network([5, 6, 3, 1], hidden="relu", output="sigmoid", seed=2)
    _, rest, z = contributions(net, np.random.default_rng(3).normal(size=(7, 5)))
    np.testing.assert_allclose(rest, 0, atol=1e-12)
    assert abs(z).max() > 0.1


def test_one_output_is_wanted():
    with pytest.raises(ValueError, match="net: wanted one output, got 2"):
        contributions(Network([3, 2], output="softmax"), [[1, 2, 3]])
