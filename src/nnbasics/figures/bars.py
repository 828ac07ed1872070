"""Bars from 0 to 1, one a row, with their numbers: what the outputs of a network say."""
import numpy as np
from matplotlib.patches import Rectangle

from nnbasics.figures.style import SMALL, colors, number, points

THICKNESS = 14


class Bars:
    """Horizontal bars in axes that count in pixels; built once, then moved.

    left, width : where a bar begins, and how long it is at the value 1, in pixels.
    rows : the heights of the bars' middles.
    color : a color token.
    decimals : of the numbers behind the bars.
    text, gap : height of their type, and how far behind the bars they stand.
    """

    def __init__(self, ax, left, width, rows, color="positive", decimals=2, text=SMALL + 1, gap=8):
        palette = colors()
        self.width, self.decimals = width, decimals
        corners = [(left, row - THICKNESS / 2) for row in rows]
        self.tracks = [ax.add_patch(Rectangle(corner, width, THICKNESS, zorder=1,
                                              facecolor=palette["surface"])) for corner in corners]
        self.bars = [ax.add_patch(Rectangle(corner, 0, THICKNESS, zorder=2,
                                            facecolor=palette[color])) for corner in corners]
        self.words = [ax.text(left + width + gap, row, "", va="center_baseline",
                              fontsize=points(text)) for row in rows]

    def show(self, values, share=1.0):
        """Draw the bars for ``values``, from 0 to 1.

        share : how far they have come, from 0 to 1; one number, or one for each bar.
        """
        shares = np.broadcast_to(share, len(values))
        for bar, words, value, s in zip(self.bars, self.words, values, shares, strict=True):
            bar.set_width(self.width * value * s)
            words.set(text=number(value, self.decimals), alpha=s)
