"""Plane, curve, bars and the weighted sum show the numbers they are given."""

import numpy as np
import pytest
from matplotlib.collections import LineCollection, PathCollection
from matplotlib.colors import to_hex

from nnbasics.datasets import iris
from nnbasics.figures.bars import Bars
from nnbasics.figures.curve import curve
from nnbasics.figures.plane import plane
from nnbasics.figures.style import canvas, panel
from nnbasics.figures.weighted_sum import WeightedSum
from nnbasics.look import TOKENS
from nnbasics.network import Network

PALETTE = TOKENS["colors"]["light"]


@pytest.fixture
def ax():
    return panel(canvas((600, 400))[0], 60, 60, 500, 320)


@pytest.fixture
def neuron():
    """The boundary of this neuron is the line length + 2 · width = 8."""
    neuron = Network([2, 1], output="sigmoid")
    neuron.layers[0].weights[:] = [[1], [2]]
    neuron.layers[0].biases[:] = -8
    return neuron


def boundary(ax):
    (lines,) = [artist for artist in ax.collections if isinstance(artist, LineCollection)]
    return np.concatenate(lines.get_segments())


def test_shading_is_the_probability(ax, neuron):
    X, Y = iris()
    plane(ax, neuron, X, Y, limits=(3, 7, 1, 2), resolution=5)
    length, width = np.meshgrid([3, 4, 5, 6, 7], [1, 1.25, 1.5, 1.75, 2])
    expected = 1 / (1 + np.exp(8 - length - 2 * width))
    assert ax.images[0].get_array().data == pytest.approx(expected)
    assert ax.images[0].get_extent() == [3, 7, 1, 2] and ax.images[0].origin == "lower"


def test_boundary_is_where_the_sum_is_zero(ax, neuron):
    update = plane(ax, neuron, *iris())
    x, y = boundary(ax).T
    assert len(x) > 10 and x + 2 * y == pytest.approx(8, abs=1e-3)
    neuron.layers[0].biases[:] = -7
    update(neuron)
    x, y = boundary(ax).T
    assert x + 2 * y == pytest.approx(7, abs=1e-3)


def test_every_example_is_drawn_in_color_and_shape_of_its_class(ax, neuron):
    X, Y = iris()
    plane(ax, neuron, X, Y)
    squares, circles = [artist for artist in ax.collections if isinstance(artist, PathCollection)]
    assert np.array_equal(squares.get_offsets(), X[Y[:, 0] == 0])
    assert np.array_equal(circles.get_offsets(), X[Y[:, 0] == 1])
    assert to_hex(squares.get_facecolor()) == PALETTE["negative"]
    assert to_hex(circles.get_facecolor()) == PALETTE["positive"]
    assert len(squares.get_paths()[0].vertices) < len(circles.get_paths()[0].vertices)


def test_classes_are_named_on_their_side_and_on_no_point(ax, neuron):
    X, Y = iris()
    plane(ax, neuron, X, Y, labels=("versicolor", "virginica"))
    ax.figure.canvas.draw()
    points = ax.transData.transform(X)
    for text, side in zip(ax.texts, (-1, 1), strict=True):
        box = text.get_window_extent()
        assert not box.count_contains(points)
        corners = ax.transData.inverted().transform(box.corners())
        assert (np.sign(corners @ [1, 2] - 8) == side).all()


def test_names_of_classes_stay_apart_where_the_network_sees_one_class_only(ax, neuron):
    neuron.layers[0].biases[:] = -100
    plane(ax, neuron, np.zeros((2, 2)), [0, 1], labels=("one", "two"))
    neuron.layers[0].biases[:] = 100
    plane(ax, neuron, np.zeros((2, 2)), [1, 1], labels=("one", "two"))
    ax.figure.canvas.draw()
    one, other, alone = [text.get_window_extent() for text in ax.texts]
    assert not one.overlaps(other)


@pytest.mark.parametrize(
    "X, Y, message",
    [
        (np.zeros((3, 4)), [0, 1, 1], r"got \(3, 4\)"),
        (np.zeros((3, 2)), [0, 1], r"got \(3, 2\) and \(2,\)"),
        (np.zeros((3, 2)), [0, 1, 2], r"wanted classes 0 and 1, got \[0 1 2\]"),
    ],
)
def test_plane_says_what_it_wants(ax, neuron, X, Y, message):
    with pytest.raises(ValueError, match=message):
        plane(ax, neuron, X, Y)


def test_plane_wants_a_probability(ax):
    with pytest.raises(ValueError, match="one sigmoid output"):
        plane(ax, Network([2, 1], output="linear"), *iris())


def test_curve_goes_through_its_points(ax):
    ax.set_ylim(0, 1)
    update = curve(ax, lambda x: x**2, (-1, 1), mark=0.5, samples=5)
    line, drops, point = ax.lines
    (words,) = ax.texts
    assert line.get_xydata().tolist() == [[-1, 1], [-0.5, 0.25], [0, 0], [0.5, 0.25], [1, 1]]
    assert point.get_xydata().tolist() == [[0.5, 0.25]]
    assert drops.get_xydata().tolist() == [[0.5, 0], [0.5, 0.25], [-1, 0.25]]
    assert words.get_text() == "0.250" and words.get_ha() == "right"  # off a curve that rises
    update(lambda x: -x, -1)
    assert line.get_ydata().tolist() == [1, 0.5, 0, -0.5, -1]
    assert words.get_text() == "1.00" and words.get_ha() == "left"
    update(lambda x: -x)
    assert not point.get_visible() and not words.get_visible() and len(ax.lines) == 3


def test_curve_refuses_what_is_not_finite(ax):
    with pytest.raises(ValueError, match="finite y from -1 to 1"), np.errstate(divide="ignore"):
        curve(ax, lambda x: 1 / x, (-1, 1), samples=3)


def test_bars_are_as_long_as_their_values(page):
    bars = Bars(page, left=100, width=80, rows=[300, 200, 100])
    bars.show(np.array([1, 0.25, 0.5]), share=[1, 1, 0.5])
    assert [bar.get_width() for bar in bars.bars] == [80, 20, 20]
    assert [words.get_text() for words in bars.words] == ["1.00", "0.25", "0.50"]
    assert bars.words[2].get_alpha() == 0.5


def test_weighted_sum_writes_the_sum(page):
    arithmetic = WeightedSum(page, 60, 300, 200, terms=2)
    arithmetic.write(np.array([4.9, -1.8]), np.array([5.8, -10.4]), -45.3, "σ", 1.84, 0.863)
    assert lines(page) == [
        ["4.9 × 5.8", "28.42"],
        ["−1.8 × (−10.4)", "18.72"],
        ["bias", "−45.30"],
        ["sum z", "1.84"],
        ["σ(1.84)", "0.863"],
    ]
    (stroke,) = page.lines
    heights = sorted({text.get_position()[1] for text in page.texts}, reverse=True)
    assert heights[2] > stroke.get_ydata()[0] > heights[3], "the sum stands below the line"
    arithmetic.write(np.array([1.0, 2.0]), np.array([2.0, -3.0]), 0.5, "tanh", -3.5, -0.998)
    assert [right for _, right in lines(page)] == ["2.00", "−6.00", "0.50", "−3.50", "−0.998"]


def lines(page):
    """What is written, from top to bottom, and from left to right."""
    texts = sorted(page.texts, key=lambda text: (-text.get_position()[1], text.get_position()[0]))
    written = [text.get_text() for text in texts]
    return [written[i : i + 2] for i in range(0, len(written), 2)]


def test_weighted_sum_appears_term_by_term(page):
    arithmetic = WeightedSum(page, 60, 300, 200, terms=2)
    arithmetic.write(np.array([1, 2]), np.array([1, 1]), 1, "σ", 4, 0.982)
    arithmetic.reveal([1, 0.5], 0, 0)
    numbers = sorted(
        (text for text in page.texts if text.get_position()[0] == 300), key=lambda t: -t.get_position()[1]
    )
    assert [text.get_alpha() for text in numbers] == [1, 0.5, 0, 0, 0]
