"""The arithmetic of one neuron in columns: each product under its factors, then the sum, then f(sum)."""
from nnbasics.figures.style import TEXT, colors, number, points

COLUMN = 104  # pixels from one term to the next


class WeightedSum:
    """Words that say how a neuron gets from its inputs to its activation; built once, then rewritten.

    ax : axes that count in pixels, see `style.canvas`.
    left, bottom : the middle of the first product.
    terms : how many inputs the neuron has.
    """

    def __init__(self, ax, left, bottom, terms):
        self.palette = colors()
        bias = left + COLUMN * terms
        self.products = [self._column(ax, left + COLUMN * index, bottom) for index in range(terms)]
        self.bias = self._column(ax, bias, bottom)
        self.sum = self._column(ax, bias + COLUMN, bottom)
        self.activation = self._column(ax, bias + 2.5 * COLUMN, bottom)
        self.signs = [self._column(ax, left + COLUMN * (index + 0.5), bottom)[1]
                      for index in range(terms + 1)]

    def write(self, inputs, weights, bias, function, z, activation, digits=1):
        """Write the sum of one neuron.

        inputs, weights : shape (terms,), shown with ``digits`` decimals and with one; products have two.
        bias, z, activation : numbers, from the `Trace` they belong to.
        function : the symbol of the activation function, such as ``"σ"``.
        """
        terms = inputs * weights
        for index, (column, x, w, term) in enumerate(zip(self.products, inputs, weights, terms)):
            self._write(column, f"{number(x, digits)} × {_factor(w)}", term, signed=index == 0)
        self._write(self.bias, "bias", bias, signed=False)
        self._write(self.sum, "sum z", z, signed=True)
        for sign, value in zip(self.signs, [*terms[1:], bias]):
            sign.set_text("+" if value >= 0 else "−")
        self.signs[-1].set_text("=")
        above, below = self.activation
        above.set_text(f"{function}(z)")
        below.set_text(f"{function}({number(z, 2)}) = {number(activation)}")

    def reveal(self, products=1.0, bias=1.0, activation=1.0):
        """How much of it is seen, from 0 to 1: of each product (or of all), of bias and sum, of the end."""
        shares = [products] * len(self.products) if isinstance(products, (int, float)) else products
        for column, share in zip(self.products, shares):
            _fade(share, *column)
        _fade(bias, *self.bias, *self.sum, *self.signs[-2:])
        for sign, share in zip(self.signs[:-2], shares[1:]):
            _fade(share, sign)
        _fade(activation, *self.activation)

    def _column(self, ax, x, bottom):
        look = {"ha": "center", "va": "center_baseline"}
        return (ax.text(x, bottom + 28, "", color=self.palette["muted"], fontsize=points(TEXT), **look),
                ax.text(x, bottom, "", color=self.palette["ink"], fontsize=points(TEXT + 3), **look))

    def _write(self, column, above, value, signed):
        color = self.palette["positive" if value > 0 else "negative" if value < 0 else "muted"]
        column[0].set_text(above)
        column[1].set(text=number(value if signed else abs(value), 2), color=color)


def _factor(weight):
    return number(weight, 1) if weight >= 0 else f"({number(weight, 1)})"


def _fade(share, *artists):
    for artist in artists:
        artist.set_alpha(share)
