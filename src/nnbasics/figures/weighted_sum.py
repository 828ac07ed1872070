"""The arithmetic of one neuron as at school: a product a line, the bias, a stroke, the sum, then f(sum)."""
import numpy as np

from nnbasics.figures.film import TEXT
from nnbasics.figures.style import STROKES, colors, number, points

LINE = 33  # pixels from one line to the next


class WeightedSum:
    """Lines that say how a neuron gets from its inputs to its activation: built once, rewritten.

    ax : axes that count in pixels, see `style.canvas`.
    left, right : where words begin, and where numbers end.
    top : the middle of the first product; bias, sum and activation follow below the last.
    terms : how many inputs the neuron has.
    """

    def __init__(self, ax, left, right, top, terms):
        self.palette = colors()
        self.words = [[ax.text(x, top - LINE * row, "", ha=side, va="center_baseline", fontsize=points(TEXT))
                       for x, side in ((left, "left"), (right, "right"))] for row in range(terms + 3)]
        stroke = top - LINE * (terms + 0.53)
        self.stroke, = ax.plot([left, right], [stroke, stroke], color=self.palette["line"],
                               linewidth=points(STROKES["outline"]))

    def write(self, inputs, weights, bias, function, z, activation, digits=1):
        """Write the sum of one neuron.

        inputs, weights : shape (terms,), shown with ``digits`` decimals and with one.
        bias, z, activation : numbers, from the `Trace` they belong to.
        function : the symbol of the activation function, such as ``"σ"``.
        """
        *products, last, total, end = self.words
        for words, x, w in zip(products, inputs, weights, strict=True):
            factor = number(w, 1) if w >= 0 else f"({number(w, 1)})"
            self._write(words, f"{number(x, digits)} × {factor}", x * w)
        self._write(last, "bias", bias)
        self._write(total, "sum z", z)
        end[0].set_text(f"{function}({number(z, 2)})")
        end[1].set_text(number(activation))

    def reveal(self, products=1.0, bias=1.0, activation=1.0):
        """How much is seen, from 0 to 1: of each product or of all, of bias and sum, of the end."""
        terms = len(self.words) - 3
        shares = [*np.broadcast_to(products, terms), bias, bias, activation]
        for share, words in zip(shares, self.words, strict=True):
            for artist in words:
                artist.set_alpha(share)
        self.stroke.set_alpha(bias)

    def _write(self, words, name, value):
        words[0].set(text=name, color=self.palette["muted"])
        words[1].set(text=number(value, 2),
                     color=self.palette["positive" if value > 0 else "negative" if value < 0 else "muted"])
