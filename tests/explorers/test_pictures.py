"""Curves and lines of equal height in the pictures that stand in for explorers, against their formulas."""

import matplotlib.pyplot as plt
import numpy as np
import pytest

import nnbasics.explorers as all_of_them
from nnbasics import Network
from nnbasics.explorers import (
    ApproximateExplorer,
    BumpExplorer,
    CollapseExplorer,
    CurvesExplorer,
    DyingExplorer,
    PathsExplorer,
    SaturatedExplorer,
    SlopeExplorer,
    SpikingExplorer,
    StepExplorer,
    SurpriseExplorer,
)

from .test_arguments import NEEDED

sigmoid = lambda z: 1 / (1 + np.exp(-z))
relu = lambda z: np.maximum(z, 0)


@pytest.fixture
def figure_of(monkeypatch):
    """figure_of(explorer): its picture, before it becomes a PNG."""
    figures = []
    monkeypatch.setattr(plt, "close", figures.append)

    def draw(explorer):
        explorer.picture()
        return figures.pop()

    yield draw
    monkeypatch.undo()
    plt.close("all")


@pytest.fixture
def axes_of(figure_of):
    """axes_of(explorer): the axes of its picture; pages without scale left out."""
    return lambda explorer: [ax for ax in figure_of(explorer).axes if ax.axison]


@pytest.mark.parametrize("name", all_of_them.__all__)
def test_all_panels_of_a_picture_are_on_it_with_their_names_and_numbers(name, figure_of):
    figure = figure_of(getattr(all_of_them, name)(**NEEDED.get(name, {})))
    left, bottom, right, top = figure.bbox.extents
    for ax in figure.axes:
        x0, y0, x1, y1 = ax.get_tightbbox().extents
        assert left - 1 <= x0 < x1 <= right + 1 and bottom - 1 <= y0 < y1 <= top + 1


# By axes: where its dots are, if there are any, and its curves as they are drawn: formula, first and last x.


def surprise(wanted):
    chance = lambda p: p if wanted else 1 - p
    of_z = lambda loss: (lambda z: loss(sigmoid(z)), -8, 8)
    entropy, square = (lambda p: -np.log(chance(p))), (lambda p: (1 - chance(p)) ** 2)
    return SurpriseExplorer(z=1.2, wanted=wanted), [
        (sigmoid(1.2), [(entropy, 0, 1), (square, 0, 1)]),
        (1.2, [of_z(entropy), of_z(square)]),
    ]


def curves(name, f, slope):
    return CurvesExplorer(name, z=1.5), [(1.5, [(f, -6, 6)]), (1.5, [(slope, -6, 6)])]


def step():
    return StepExplorer(weight=2.0, bias=1.0, x=-0.5), [(-0.5, [(lambda x: sigmoid(2 * x + 1), -3, 3)])]


def bump():
    """y = 2 h₁ − h₂ + 0.5."""
    h1, h2 = (lambda x: sigmoid(3 * x + 6)), (lambda x: sigmoid(5 * x - 10))
    numbers = dict(hidden_weights=(3, 5), hidden_biases=(6, -10), output_weights=(2, -1), output_bias=0.5)
    parts = [lambda x: 2 * h1(x), lambda x: -h2(x), lambda x: 2 * h1(x) - h2(x) + 0.5]
    return BumpExplorer(**numbers), [(None, [(part, -5, 5) for part in parts])]


def saturated():
    """The input is 1 and 0 is wanted; weight and bias, 2 each, have the same slope, so z moves by both."""
    slopes = [lambda z: 2 * sigmoid(z) ** 2 * sigmoid(-z), sigmoid]  # of (σ − 0)² and of −ln(1 − σ)

    def outputs(slope):
        ways = [4.0]
        while len(ways) <= 300:
            ways.append(ways[-1] - 2 * 0.075 * slope(ways[-1]))
        return lambda steps: sigmoid(np.array(ways))[steps.astype(int)]

    ways = [(outputs(slope), 0, 300) for slope in slopes]
    return SaturatedExplorer(), [(None, ways), (None, [(slope, -8, 8) for slope in slopes])]


def dying():
    """Before the first step, and after 60 of them along the mean squared error."""
    x = np.array([-1, -0.5, 0.5, 1, 1.5, 2])
    now = np.array([1.5, 0.5])
    for _ in range(60):
        z = now[0] * x + now[1]
        deltas = 2 * (relu(z) - relu(1.5 * x - 0.5)) * (z > 0) / len(x)
        now = now - 0.1 * np.array([deltas @ x, deltas.sum()])
    lines = lambda w, b: (
        None,
        [(lambda x: w * x + b, -1.5, 2.5), (lambda x: relu(w * x + b), -1.5, 2.5)],
    )
    return DyingExplorer(weight=1.5, bias=0.5, learning_rate=0.1), [lines(1.5, 0.5), lines(*now)]


def slope_network(**arguments):
    """The explorer at the input (1, −1), 1 wanted, and the outputs of its hidden neurons, by hand."""
    net = Network([2, 2, 1], "sigmoid", output="sigmoid", loss="mse")
    net.parameters[:] = 0.5, -1, 1, 0.25, 0.1, -0.2, 1.5, -2, 0.3
    h1, h2 = sigmoid(0.5 - 1 + 0.1), sigmoid(-1 - 0.25 - 0.2)
    return SlopeExplorer(net, x=[1, -1], wanted=[1], **arguments), h1, h2


def slope():
    """The loss over the weight from h₁ to y."""
    explorer, h1, h2 = slope_network(picked=6)
    return explorer, [(1.5, [(lambda weight: (sigmoid(h1 * weight - 2 * h2 + 0.3) - 1) ** 2, -4, 4)])]


def spiking():
    """20 ms to charge, 2 ms to rest; −65 mV and 10 mV more for each nA, the threshold at −50 mV."""
    voltage = lambda t: np.where(t < 20 * np.log(4), -65 + 20 * -np.expm1(-t / 20), np.nan)
    fires = lambda current: np.where(current > 1.5, current, np.inf)
    rate = lambda current: (current > 1.5) * 1000 / (2 - 20 * np.log1p(-1.5 / fires(current)))
    return SpikingExplorer(current=2.0), [
        (None, [(voltage, 0, 500)]),  # until the first spike
        (
            None,
            [(rate, 0, 5), (lambda current: np.full(current.shape, np.nan), 0, 5)],
        ),  # the second is fitted
    ]


def approximate():
    """A wave, and what six sigmoid steps make of it, by hand and not yet trained."""
    wave = lambda x: 0.5 + 0.4 * np.sin(2 * np.pi * x)
    explorer = ApproximateExplorer()

    def output(network):
        (w, b), (v, c) = ((layer.weights, layer.biases) for layer in network.layers)
        return lambda x: (sigmoid(x[:, None] * w + b) @ v + c)[:, 0]

    both = [output(network) for network in (explorer.hand, explorer.network)]
    return explorer, [(None, [(wave, 0, 1), (each, -0.2, 1.2)]) for each in both]


PICTURES = {
    "surprise": lambda: surprise(wanted=1),
    "surprise, 0 wanted": lambda: surprise(wanted=0),
    "sigmoid": lambda: curves("sigmoid", sigmoid, lambda z: sigmoid(z) * sigmoid(-z)),
    "tanh": lambda: curves("tanh", np.tanh, lambda z: np.cosh(z) ** -2.0),
    "relu": lambda: curves("relu", relu, lambda z: z > 0),
    **{each.__name__: each for each in (step, bump, saturated, dying, slope, spiking, approximate)},
}


@pytest.mark.parametrize("name", PICTURES)
def test_curves_dots_and_tangents_are_where_the_formulas_have_them(name, axes_of):
    explorer, wanted = PICTURES[name]()
    drawn = [ax for ax in axes_of(explorer) if ax.lines]
    for ax, (at, curves) in zip(drawn, wanted, strict=True):
        lines = [line.get_xydata().T for line in ax.lines if line.get_transform() == ax.transData]
        long = [line for line in lines if len(line[0]) > 50]
        for (x, y), (formula, first, last) in zip(long, curves, strict=True):
            assert [x.min(), x.max()] == pytest.approx([first, last], abs=(last - first) / 400)
            told = formula(x)
            with np.errstate(invalid="ignore"):
                told = np.where(np.isnan(told), y, told)
            assert y == pytest.approx(told, rel=1e-6, abs=1e-9)
        if at is None:
            continue
        heights = [formula(np.array([at]))[0] for formula, *_ in curves]
        dots = [line for line in lines if len(line[0]) == 1]
        assert np.ravel(dots) == pytest.approx(np.ravel([(at, height) for height in heights]))
        tangents = [line for line in lines if len(line[0]) == 2]
        for (x, y), (formula, *_), height in zip(tangents, curves, heights, strict=False):
            low, high = formula(np.array([at - 1e-5, at + 1e-5]))
            assert [x.mean(), y.mean()] == pytest.approx([at, height])
            assert np.diff(y) / np.diff(x) == pytest.approx((high - low) / 2e-5, rel=1e-6)


def test_the_steps_of_the_bump_have_their_names_where_they_are(axes_of):
    """A step is where w x + b = 0; one that is not in the picture has no name."""
    (ax,) = axes_of(BumpExplorer(hidden_weights=(3, 5), hidden_biases=(6, -10)))
    names = {text.get_text().strip(): text.get_position()[0] for text in ax.texts if " = " in text.get_text()}
    assert names == {"s₁ = −2.00": pytest.approx(-2), "s₂ = 2.00": pytest.approx(2)}
    (ax,) = axes_of(BumpExplorer(hidden_weights=(0.5, 0), hidden_biases=(4, 1)))
    assert not [text for text in ax.texts if " = " in text.get_text()]  # at −8, and nowhere


# The same for lines of equal height: over which part of the plane, and the formula of each set of lines.


def paths():
    """The mean cross-entropy of one neuron without bias over its two weights."""
    rng = np.random.default_rng(4)
    X = rng.normal(size=(30, 2))
    Y = (X @ [[1.0], [-1.0]] + rng.normal(size=(30, 1)) > 0).astype(float)

    def loss(w, v):
        z = w[:, None] * X[:, 0] + v[:, None] * X[:, 1]
        return np.where(Y[:, 0] == 1, -np.log(sigmoid(z)), -np.log(sigmoid(-z))).mean(1)

    return PathsExplorer(X, Y, source="", reach=((-2, 3), (-4, 3))), [((-2, 3), (-4, 3), [loss])]


def collapse():
    """Two neurons without activation function and an output of their sums; then a ReLU on the first."""
    h1, h2 = (lambda x, y: x + y + 0.5), (lambda x, y: -x + 0.5 * y - 0.25)
    flat = lambda x, y: 1.5 * h1(x, y) - h2(x, y)
    folded = lambda x, y: 1.5 * relu(h1(x, y)) - h2(x, y)
    side = (-2, 2)
    net = Network([2, 2, 1], "linear", output="linear")
    net.parameters[:] = 1, -1, 1, 0.5, 0.5, -0.25, 1.5, -1, 0
    return CollapseExplorer(net), [(side, side, [flat, flat]), (side, side, [folded, folded, h1])]


def slope_map():
    """The loss over the weights from h₁ and from h₂ to y, the input (1, −1), 1 wanted."""
    explorer, h1, h2 = slope_network(picked=6, other=7, two=True)
    loss = lambda w, v: (sigmoid(h1 * w + h2 * v + 0.3) - 1) ** 2
    return explorer, [((-4, 4), (-4, 4), [loss])]


@pytest.mark.parametrize("maps", [paths, collapse, slope_map])
def test_lines_of_equal_height_are_as_high_as_they_say(maps, axes_of):
    explorer, wanted = maps()
    drawn = [ax for ax in axes_of(explorer) if ax.collections]
    for ax, (across, up, formulas) in zip(drawn, wanted, strict=True):
        assert [*ax.get_xlim(), *ax.get_ylim()] == pytest.approx([*across, *up])
        for lines, formula in zip(ax.collections, formulas, strict=True):
            x, y = np.meshgrid(np.linspace(*across, 60), np.linspace(*up, 60))
            span = np.ptp(formula(x.ravel(), y.ravel()))
            assert sum(len(path.vertices) > 20 for path in lines.get_paths()) >= min(5, len(lines.levels))
            for level, path in zip(lines.levels, lines.get_paths(), strict=True):
                if len(path.vertices):  # straight between the points of a grid
                    assert abs(formula(*path.vertices.T) - level).max() < 0.02 * span
