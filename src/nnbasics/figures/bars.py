"""Bars from 0 to 1, one a row, with their numbers: what the outputs of a network say."""
from matplotlib.patches import Rectangle

from nnbasics.figures.style import SMALL, colors, number, points


class Bars:
    """Horizontal bars in axes that count in pixels; built once, then moved.

    left, width : where a bar begins, and how long it is at the value 1, in pixels.
    rows : the heights of the bars' middles.
    """

    def __init__(self, ax, left, width, rows, thickness=14):
        palette = colors()
        self.left, self.width, self.palette = left, width, palette
        for row in rows:
            ax.add_patch(Rectangle((left, row - thickness / 2), width, thickness, facecolor=palette["surface"],
                                   edgecolor="none", zorder=1))
        self.bars = [ax.add_patch(Rectangle((left, row - thickness / 2), 0, thickness, zorder=2,
                                            facecolor=palette["positive"])) for row in rows]
        self.words = [ax.text(left + width + 8, row, "", va="center_baseline", fontsize=points(SMALL + 1))
                      for row in rows]

    def show(self, values, share=1.0):
        """Draw the bars for ``values``, from 0 to 1; ``share`` is how far they have come, from 0 to 1."""
        for bar, words, value in zip(self.bars, self.words, values):
            bar.set_width(self.width * value * share)
            words.set(text=number(value, decimals=2), alpha=share)
