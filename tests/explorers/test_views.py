"""What a view draws of its state and what it leaves behind, in a page of its own: no book, no kernel."""

import re

import numpy as np
import pytest

import nnbasics.explorers as all_of_them
from nnbasics import Network

from .test_arguments import NEEDED
from .test_pictures import PICTURES, paths, sigmoid, slope_map


@pytest.mark.parametrize("name", all_of_them.__all__)
def test_a_view_that_is_gone_no_longer_listens(name, show):
    """In a notebook each run of its cell leaves one: it would go on answering for what is shown now."""
    page = show(getattr(all_of_them, name)(**NEEDED.get(name, {})))
    assert page.evaluate("model.listening.length") > 0
    assert page.evaluate("(close(), model.listening)") == []
    assert page.context.errors == []


def number(text):
    return float(text.replace("−", "-"))


class Drawing:
    """A drawing with axes, read in their numbers: the ticks say where those are."""

    def __init__(self, drawing):
        self.drawing = drawing
        ticks = drawing.locator(".nn-tick").evaluate_all(
            "ticks => ticks.map((tick) => [tick.getAttribute('d'), tick.nextElementSibling.textContent])"
        )
        read = lambda at, end: [
            [float(re.findall(r"[\d.]+", d)[at]), number(text)] for d, text in ticks if d.endswith(end)
        ]
        x, y = (np.transpose(read(at, end)) for at, end in enumerate(("v5", "h-5")))
        self.unit = np.array([np.polyfit(number, pixel, 1)[0] for pixel, number in (x, y)])
        self.zero = np.array([np.polyfit(number, pixel, 1)[1] for pixel, number in (x, y)])

    def paths(self, *selectors):
        """(x, y) of each path, in the order of the selectors."""
        parts = [self.drawing.locator(selector).all() for selector in selectors]
        drawn = [part.get_attribute("d") for same in parts for part in same]
        return [
            ((np.reshape(re.findall(r"-?[\d.]+", d), (-1, 2)).astype(float) - self.zero) / self.unit).T
            for d in drawn
        ]

    def dots(self, *selectors):
        parts = [self.drawing.locator(selector).all() for selector in selectors]
        centers = [[float(dot.get_attribute(at)) for at in ("cx", "cy")] for same in parts for dot in same]
        return (np.reshape(centers, (-1, 2)) - self.zero) / self.unit

    def lies_on(self, x, y, formula):
        """To half a pixel: up and down, or across where the curve is steep."""
        across, up = 0.5 / abs(self.unit)
        with np.errstate(all="ignore"):  # beyond the ends of ln
            heights = [formula(np.atleast_1d(x + part * across)) for part in (-1, -0.5, 0, 0.5, 1)]
        assert (np.nanmin(heights, axis=0) - up <= y).all() and (y <= np.nanmax(heights, axis=0) + up).all()


# The curves of a view, in the order of its picture; of two, the second has the second dot and tangent.
CURVES = {
    **{name: [".nn-curve"] for name in ("sigmoid", "tanh", "relu", "step", "slope")},
    **{name: [".nn-curve", ".nn-square-loss"] for name in ("surprise", "surprise, 0 wanted")},
    "bump": [".nn-summand", ".nn-curve"],
    "approximate": [".nn-wanted-curve", ".nn-curve"],
}
SECOND = ".nn-of-square"
DOTS = [f".nn-dot:not({SECOND})", f".nn-dot{SECOND}"]
TANGENTS = [
    f":is(.nn-tangent, .nn-curves-tangent, .nn-loss-tangent):not({SECOND})",
    f".nn-loss-tangent{SECOND}",
]


@pytest.mark.parametrize("name", CURVES)
def test_curves_dots_and_tangents_are_where_the_formulas_have_them(name, show):
    explorer, wanted = PICTURES[name]()
    drawings = [Drawing(each) for each in show(explorer).locator(".nn-curve-drawing").all()]
    for drawing, (at, curves) in zip(drawings, wanted, strict=True):
        for (x, y), (formula, first, last) in zip(drawing.paths(*CURVES[name]), curves, strict=True):
            drawing.lies_on(x, y, formula)
            assert len(x) > 50 and first - 0.01 <= x.min() and x.max() <= last + 0.01
        if at is None:
            continue
        for (x, y), (formula, *_) in zip(drawing.dots(*DOTS), curves, strict=True):
            assert x == pytest.approx(at, abs=0.2 / drawing.unit[0])
            drawing.lies_on(x, y, formula)
        for line, (formula, *_) in zip(drawing.paths(*TANGENTS), curves, strict=False):
            low, high = formula(np.array([at - 1e-5, at + 1e-5]))
            along = np.array([1, (high - low) / 2e-5]) * drawing.unit  # in pixels
            seen = (line[:, 1] - line[:, 0]) * drawing.unit
            beside = (line[:, 0] - (at, (low + high) / 2)) * drawing.unit
            for part in (seen, beside):
                assert abs(part[0] * along[1] - part[1] * along[0]) / np.hypot(*along) < 0.3


@pytest.mark.parametrize("maps", [paths, slope_map])
def test_a_map_of_the_loss_has_nine_lines_each_of_equal_loss(maps, show):
    """Closer together where the loss is low: at odd eighteenths of the way up, squared."""
    explorer, [(across, up, [loss])] = maps()
    drawing = Drawing(show(explorer).locator(".nn-plane-drawing"))
    [points] = drawing.paths(".nn-contours")
    x, y = np.meshgrid(np.linspace(*across, 200), np.linspace(*up, 200))
    heights = loss(x.ravel(), y.ravel())
    levels = heights.min() + np.ptp(heights) * (np.arange(1, 18, 2) / 18) ** 2
    off = abs(loss(*points)[:, None] - levels)
    assert off.min(1).max() < 0.02 * np.ptp(heights) and set(off.argmin(1)) == set(range(9))


def network(parameters, *sizes, **functions):
    net = Network(sizes, output="sigmoid", **functions)
    net.parameters[:] = parameters
    return net


def bends(parameters, units):
    net = network(parameters, 2, units, 1, hidden="tanh")
    return all_of_them.HiddenLayerExplorer(network=net, datasets=NEEDED["HiddenLayerExplorer"]["datasets"])


# The explorer, and of each of its planes the sum that is 0 on the boundary.
BOUNDARIES = {
    "one neuron": lambda: (
        all_of_them.GatesExplorer(network([2, -1, -0.3], 2, 1)),
        [lambda x, y: 2 * x - y - 0.3],
    ),
    "two neurons": lambda: (
        all_of_them.GatesExplorer(network([3, -2, 2, 3, -1, -0.5, 4, 3, -3], 2, 2, 1, hidden="sigmoid")),
        [lambda x, y: 4 * sigmoid(3 * x + 2 * y - 1) + 3 * sigmoid(-2 * x + 3 * y - 0.5) - 3],
    ),
    "two hidden neurons": lambda: (
        bends([1, 0.5, -1, 1, 0.3, -0.2, 1.5, 1, -0.4], 2),
        [
            lambda x, y: 1.5 * np.tanh(x - y + 0.3) + np.tanh(0.5 * x + y - 0.2) - 0.4,
            lambda h1, h2: 1.5 * h1 + h2 - 0.4,
        ],
    ),
    "one hidden neuron": lambda: (
        bends([1, -1, 0.3, 1.5, 0.4], 1),
        [lambda x, y: 1.5 * np.tanh(x - y + 0.3) + 0.4, lambda h1, _: 1.5 * h1 + 0.4],
    ),
}


@pytest.mark.parametrize("name", BOUNDARIES)
def test_on_the_boundary_of_a_plane_the_sum_is_0(name, show):
    explorer, sums = BOUNDARIES[name]()
    panels = show(explorer).locator(".nn-plane-drawing:has(.nn-boundary[d*='M'])").all()
    for drawing, formula in zip(map(Drawing, panels), sums, strict=True):
        x, y = np.hstack(drawing.paths(".nn-boundary"))
        h = 1e-5
        slopes = np.hypot(
            (formula(x + h, y) - formula(x - h, y)) / (2 * h * drawing.unit[0]),
            (formula(x, y + h) - formula(x, y - h)) / (2 * h * drawing.unit[1]),
        )
        assert (
            len(x) > 20 and abs(formula(x, y) / slopes).max() < 1.5
        )  # pixels; of a grid, straight in between


@pytest.mark.parametrize("drawn", [paths, slope_map, *BOUNDARIES.values()])
def test_what_is_shaded_takes_the_colors_of_another_theme(drawn, show):
    """Light paper by day and dark by night; a shade painted once would stay as it was."""
    page = show(drawn()[0])
    brightest = lambda: (
        page.evaluate("""() => [...document.querySelectorAll("canvas.nn-shade")].map((canvas) =>
        Math.max(...canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height).data
            .filter((_, i) => i % 4 === 1)))""")
    )
    by_day = brightest()
    page.evaluate("(document.documentElement.dataset.theme = 'dark', painted())")
    assert min(by_day) > 200 and len(by_day) == len(brightest()) and max(brightest()) < 150
