"""The figure of the bent plane: its points, its grid and its cut are the network's, worked out by hand."""

import matplotlib.pyplot as plt
import numpy as np
import pytest
from matplotlib.collections import LineCollection, PathCollection

from nnbasics import Network
from nnbasics.figures.bent import bent

X, Y = np.array([[1.0, 2.0], [-1.0, 0.5], [2.0, -2.0]]), [1, 0, 1]
LIMITS = (-3, 3, -2, 2)


@pytest.fixture
def ax():
    figure, ax = plt.subplots()
    yield ax
    plt.close(figure)


def network(units, hidden="tanh"):
    return Network([2, units, 1], hidden=hidden, output="sigmoid", seed=4)


def scattered(ax):
    return np.vstack(
        [
            np.asarray(dots.get_offsets())
            for dots in ax.collections
            if isinstance(dots, PathCollection) and len(dots.get_offsets())
        ]
    )


def lines(ax):
    """The grid, and the boundary, as lists of polylines."""
    grid, boundary = [found.get_segments() for found in ax.collections if isinstance(found, LineCollection)]
    return grid, boundary


@pytest.mark.parametrize("units, pair", [(2, (0, 1)), (4, (3, 1))])
def test_the_examples_lie_at_the_activations(ax, units, pair):
    net = network(units)
    bent(ax, net, X, Y, LIMITS, pair)
    hidden = np.tanh(X @ net.layers[0].weights + net.layers[0].biases)[:, pair]
    assert scattered(ax) == pytest.approx(hidden[[1, 0, 2]])  # class 0 first


def test_the_grid_stays_within_what_is_shown(ax):
    net = network(2)
    bent(ax, net, X, Y, (-2.5, 2.5, -1.5, 1.25))
    grid, _ = lines(ax)
    assert len(grid) == 5 + 3  # x from −2 to 2, y from −1 to 1
    first = np.tanh(np.array([-2.0, -1.5]) @ net.layers[0].weights + net.layers[0].biases)
    assert grid[0][0] == pytest.approx(first)


def test_the_grid_has_a_line_for_every_whole_number_and_bends(ax):
    net = network(2)
    bent(ax, net, X, Y, LIMITS)
    grid, _ = lines(ax)
    assert len(grid) == 7 + 5
    corner = np.tanh(np.array([-3.0, -2.0]) @ net.layers[0].weights + net.layers[0].biases)
    assert grid[0][0] == pytest.approx(corner)
    bend = [np.abs(np.diff(line, 2, axis=0)).max() for line in grid]
    assert max(bend) > 1e-3


def test_a_linear_layer_does_not_bend_the_grid(ax):
    bent(ax, network(2, "linear"), X, Y, LIMITS)
    assert max(np.abs(np.diff(line, 2, axis=0)).max() for line in lines(ax)[0]) < 1e-12


def test_the_cut_of_two_is_the_straight_line_of_the_output_neuron(ax):
    net = network(2)
    bent(ax, net, X, Y, LIMITS)
    cut = np.vstack(lines(ax)[1])
    (v1, v2), c = net.layers[1].weights.ravel(), net.layers[1].biases.item()
    assert v1 * cut[:, 0] + v2 * cut[:, 1] + c == pytest.approx(0, abs=1e-9)
    assert np.ptp(cut[:, 0]) > 1


def test_the_shadow_of_more_is_where_the_output_is_a_half(ax):
    net = network(3)
    bent(ax, net, X, Y, LIMITS, (0, 1))
    shadow = np.vstack(lines(ax)[1])
    # Turn two activations back into the inputs that gave them: two equations, two unknowns.
    first = net.layers[0]
    inputs = (np.arctanh(shadow) - first.biases[:2]) @ np.linalg.inv(first.weights[:, :2])
    assert net.predict(inputs) == pytest.approx(0.5, abs=2e-3)


def test_one_neuron_leaves_a_line(ax):
    bent(ax, network(1), X, Y, LIMITS, (0, 0))
    assert (scattered(ax)[:, 1] == 0).all()


@pytest.mark.parametrize(
    "net, units, message",
    [
        (Network([2, 1], output="sigmoid"), (0, 0), r"sizes \[2, h, 1\]"),
        (Network([2, 2, 1], output="linear"), (0, 1), "sigmoid output"),
        (network(2), (0, 2), "two of 0 to 1, got"),
    ],
)
def test_what_it_cannot_draw_is_refused(ax, net, units, message):
    with pytest.raises(ValueError, match=message):
        bent(ax, net, X, Y, LIMITS, units)
