"""Figures are drawn without a screen, and none outlives its test."""

import matplotlib
import pytest

matplotlib.use("agg")


@pytest.fixture(autouse=True)
def close_figures():
    yield
    matplotlib.pyplot.close("all")


@pytest.fixture
def page():
    """Axes that count in pixels."""
    from nnbasics.figures.style import canvas

    return canvas((600, 400))[1]
