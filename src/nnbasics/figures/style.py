"""The look of every Matplotlib figure: the design tokens of the book as a style.

Sizes are pixels of the page, as in the style sheet: a figure is 784 wide, text is 13, a neuron has
radius 20.  Matplotlib counts type and strokes in points; `points` converts.
"""
from contextlib import contextmanager
from math import isfinite

import matplotlib as mpl
import matplotlib.pyplot as plt
from matplotlib.colors import to_hex

from nnbasics.figures.encoding import (  # noqa: F401, for who draws
    DASHES,
    RADII,
    STROKES,
    activation_fill,
    text_on,
)
from nnbasics.figures.numbers import format_fixed, format_number
from nnbasics.look import TOKENS

DPI = 100  # pixels an inch at which a figure of the given size appears in the page
PANEL = (360, 280)  # one plot; sizes are width and height in pixels
WIDE = (784, 420)  # the width of the page's column: two plots beside each other
TEXT, SMALL = 13, 11  # heights of type; nothing is set smaller, and films have larger type: film.py


def points(pixels):
    """Pixels of the page in Matplotlib's points, for type and strokes."""
    return pixels * 72 / DPI


def dashes(kind, stroke):
    """The dashes and gaps of a kind of line for `plot`, which multiplies them by the ``stroke``'s width."""
    return [length / STROKES[stroke] for length in DASHES[kind]]


def use(name="light"):
    """Draw all figures that follow in the theme ``"light"`` or ``"dark"``."""
    mpl.rcParams.update(_parameters(name))


@contextmanager
def theme(name="light"):
    """Draw the figures made within this context in the theme ``"light"`` or ``"dark"``."""
    with mpl.rc_context(_parameters(name)):
        yield


def colors():
    """The color tokens of the theme in force, by name: ``positive``, ``negative``, ``ink`` …"""
    paper = to_hex(mpl.rcParams["figure.facecolor"])
    dark = TOKENS["colors"]["dark"]
    return dark if paper == dark["paper"] else TOKENS["colors"]["light"]


def canvas(size=WIDE):
    """A figure of ``size`` pixels, and all over it axes without a frame that count in pixels."""
    width, height = size
    figure = plt.figure(figsize=(width / DPI, height / DPI), dpi=DPI)
    ax = figure.add_axes((0, 0, 1, 1), xlim=(0, width), ylim=(0, height))
    ax.set_axis_off()
    return figure, ax


def panel(figure, left, bottom, width, height):
    """Axes for a plot inside a figure, placed in pixels from its lower left corner."""
    across, up = figure.get_size_inches() * DPI
    return figure.add_axes((left / across, bottom / up, width / across, height / up))


def number(value, decimals=None):
    """A number as the book writes it, with three significant digits or so many ``decimals``, for a figure.

    Raises ValueError for NaN and infinities, which no figure may show.
    """
    if not isfinite(value):
        raise ValueError(f"a figure shows finite numbers only, got {value}")
    return format_number(value) if decimals is None else format_fixed(value, decimals)


def fill(value, scale=1.0):
    """The fill of a neuron in the theme in force; see `encoding.activation_fill`."""
    return activation_fill(value, scale, colors())


def _parameters(name):
    if name not in TOKENS["colors"]:
        raise ValueError(f"theme must be one of {', '.join(TOKENS['colors'])}; got {name!r}")
    palette = TOKENS["colors"][name]
    cycle = [palette[role] for role in ("positive", "negative", "accent", "muted")]
    return {
        "figure.figsize": [pixels / DPI for pixels in PANEL],
        "figure.dpi": DPI,
        "savefig.dpi": 2 * DPI,  # sharp on screens with two dots a pixel
        "figure.facecolor": palette["paper"],
        "savefig.facecolor": palette["paper"],
        "axes.facecolor": palette["paper"],
        "axes.edgecolor": palette["line"],
        "axes.labelcolor": palette["ink"],
        "axes.titlecolor": palette["ink"],
        "axes.titlesize": points(TEXT),
        "axes.labelsize": points(TEXT),
        "axes.linewidth": points(STROKES["hair"]),
        "axes.spines.top": False,
        "axes.spines.right": False,
        "axes.prop_cycle": mpl.cycler(color=cycle),
        "axes.unicode_minus": True,
        "text.color": palette["ink"],
        "xtick.color": palette["line"],
        "ytick.color": palette["line"],
        "xtick.labelcolor": palette["muted"],
        "ytick.labelcolor": palette["muted"],
        "xtick.labelsize": points(SMALL),
        "ytick.labelsize": points(SMALL),
        "grid.color": palette["grid"],
        "lines.linewidth": points(STROKES["edge"]),
        "font.family": "DejaVu Sans",  # ships with Matplotlib: the same letters on every machine
        "font.size": points(TEXT),
        "mathtext.fontset": "dejavusans",
        "legend.frameon": False,
    }
