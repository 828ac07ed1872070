"""An image of 8 × 8 numbers as squares that can move: blue is positive, orange and a dash negative."""
import numpy as np
from matplotlib.collections import LineCollection, PolyCollection

from nnbasics.figures.encoding import STROKES, activation_fill, text_on
from nnbasics.figures.style import colors, points

SIDE = 8
CORNERS = np.array([(-1, -1), (1, -1), (1, 1), (-1, 1)]) / 2
DASH = np.array([(-1, 0), (1, 0)]) / 5
SEEN = 0.04  # share of the full color from which a negative number has its dash, as in web/digits/image.js


def grid(left, bottom, cell):
    """The centers of the squares, shape (64, 2), first row on top, from the image's lower left corner on."""
    row, column = np.divmod(np.arange(SIDE * SIDE), SIDE)
    return np.column_stack([left + cell * (column + 0.5), bottom + cell * (SIDE - row - 0.5)])


class Squares:
    """The 64 squares of one image, built once, then moved.

    ax : axes that count in pixels, see `style.canvas`.
    values : shape (64,), full color is ±``scale``; by default their largest.
    centers, size : where they are at first, and how wide.
    zorder : what they lie over.
    """

    def __init__(self, ax, values, centers, size, scale=None, zorder=1):
        palette = colors()
        self.centers, self.size = centers, size
        scale = scale or np.abs(values).max()
        fills = [activation_fill(value, scale, palette) for value in values]
        self.negative = np.asarray(values) < -SEEN * scale
        self.squares = ax.add_collection(PolyCollection(
            [], facecolor=fills, edgecolor=palette["grid"], linewidth=points(STROKES["fine"]), zorder=zorder),
            autolim=False)
        self.dashes = ax.add_collection(LineCollection(
            [], linewidth=points(STROKES["outline"]), zorder=zorder,
            color=[text_on(fills[i]) for i in np.flatnonzero(self.negative)]), autolim=False)
        self.move()

    def move(self, share=0.0, to=(0, 0), size=0.0):
        """Put each square ``share`` of its way to a place ``to``, where it is as wide as ``size``.

        All of them may be one for the image, or one for each square.
        """
        share, size = (np.broadcast_to(each, len(self.centers))[:, None] for each in (share, size))
        middles = (self.centers + share * (np.asarray(to) - self.centers))[:, None]
        sizes = (self.size + share * (size - self.size))[:, None]
        self.squares.set_verts(middles + sizes * CORNERS)
        self.dashes.set_segments((middles + sizes * DASH)[self.negative])

    def set_alpha(self, alpha):
        """How much of them is seen, from 0 to 1."""
        for artist in (self.squares, self.dashes):
            artist.set_alpha(alpha)
            artist.set_visible(alpha > 0)
