"""The arithmetic of one neuron in columns: products under their factors, the sum, then f(sum)."""
import numpy as np

from nnbasics.figures.style import TEXT, colors, number, points

COLUMN = 104  # pixels from one term to the next


class WeightedSum:
    """Words that say how a neuron gets from its inputs to its activation: built once, rewritten.

    ax : axes that count in pixels, see `style.canvas`.
    left, bottom : the middle of the first product.
    terms : how many inputs the neuron has.
    """

    def __init__(self, ax, left, bottom, terms):
        self.palette = colors()
        middles = left + COLUMN * np.array([*range(terms + 2), terms + 2.5])
        *self.products, self.bias, self.sum, self.activation = [
            self._column(ax, x, bottom) for x in middles]
        self.signs = [self._column(ax, x + COLUMN / 2, bottom)[1] for x in middles[:terms + 1]]

    def write(self, inputs, weights, bias, function, z, activation, digits=1):
        """Write the sum of one neuron.

        inputs, weights : shape (terms,), shown with ``digits`` decimals and with one.
        bias, z, activation : numbers, from the `Trace` they belong to.
        function : the symbol of the activation function, such as ``"σ"``.
        """
        terms = inputs * weights
        for column, x, w, term in zip(self.products, inputs, weights, terms, strict=False):
            factor = number(w, 1) if w >= 0 else f"({number(w, 1)})"
            self._write(column, f"{number(x, digits)} × {factor}", term,
                        signed=column is self.products[0])
        self._write(self.bias, "bias", bias, signed=False)
        self._write(self.sum, "sum z", z, signed=True)
        for sign, value in zip(self.signs, [*terms[1:], bias], strict=False):
            sign.set_text("+" if value >= 0 else "−")
        self.signs[-1].set_text("=")
        above, below = self.activation
        above.set_text(f"{function}(z)")
        below.set_text(f"{function}({number(z, 2)}) = {number(activation)}")

    def reveal(self, products=1.0, bias=1.0, activation=1.0):
        """How much is seen, from 0 to 1: of each product or of all, of bias and sum, of the end."""
        shares = np.broadcast_to(products, len(self.products))
        for share, column in zip(shares, self.products, strict=False):
            _fade(share, *column)
        for share, sign in zip(shares[1:], self.signs, strict=False):
            _fade(share, sign)
        _fade(bias, *self.bias, *self.sum, *self.signs[-2:])
        _fade(activation, *self.activation)

    def _column(self, ax, x, bottom):
        look = {"ha": "center", "va": "center_baseline"}
        return (ax.text(x, bottom + 28, "", color=self.palette["muted"], **look),
                ax.text(x, bottom, "", fontsize=points(TEXT + 3), **look))

    def _write(self, column, above, value, signed):
        sign = "positive" if value > 0 else "negative" if value < 0 else "muted"
        column[0].set_text(above)
        column[1].set(text=number(value if signed else abs(value), 2), color=self.palette[sign])


def _fade(share, *artists):
    for artist in artists:
        artist.set_alpha(share)
