"""The weights and biases of a small network in words, beside its edges and over its neurons."""
from itertools import product

import numpy as np

from nnbasics.figures.numbers import format_number
from nnbasics.figures.style import SMALL, TEXT, points

WORDS = 5  # lies over the drawing
GAP = 4  # pixels between an edge and the words beside it
SHARES = (0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8)  # places along an edge, the best first


class ParameterWords:
    """The words beside one layer of a `NetworkDrawing`: ``w₁ = 5.80`` and ``b = −45.3``.

    symbols : those of the weights, in the order of the flattened matrix, and those of the biases.
    starts, ends : the centers of the neurons that its edges join.
    radii : of the neurons at the starts and at the ends.
    colors : gives the color of a parameter.
    type_sizes : heights of the smallest and of the usual type.
    """

    def __init__(self, ax, symbols, starts, ends, radii, colors, type_sizes=(SMALL, TEXT)):
        self.symbols, self.colors, self.starts, self.ends, self.radii = (
            symbols, colors, starts, ends, radii)
        self.size = float(np.clip(0.42 * radii[1], type_sizes[0], type_sizes[1] + 1))
        look = {"ha": "center", "fontsize": points(self.size), "zorder": WORDS}
        self.weights, self.biases = ([ax.text(0, 0, "", va=va, **look) for _ in names]
                                     for names, va in zip(symbols, ("center", "bottom"), strict=True))

    def update(self, layer, widths):
        """Write the parameters of the layer beside edges that are ``widths`` pixels wide."""
        edges, taken = list(product(self.starts, self.ends)), []
        for words, symbol, edge, weight, width in zip(
                self.weights, self.symbols[0], edges, layer.weights.flat, widths, strict=False):
            text = f"{symbol} = {format_number(weight)}"
            half = np.array([0.31 * self.size * len(text), 0.5 * self.size])
            taken.append((self._place(edge, width, half, edges, widths, taken), half))
            words.set(text=text, color=self.colors(weight), position=taken[-1][0])
        for words, symbol, center, bias in zip(
                self.biases, self.symbols[1], self.ends, layer.biases, strict=True):
            words.set(text=f"{symbol} = {format_number(bias)}", color=self.colors(bias),
                      position=center + (0, self.radii[1] + 10))

    def _place(self, edge, width, half, edges, widths, taken):
        """The place for words of this half width and height: outside the fan, and on nothing."""
        outside = sum(edge)[1] / 2 >= self.ends[:, 1].mean()
        places = [np.array(beside(*edge, share, *(2 * half), width, above))
                  for share, above in product(SHARES, (outside, not outside))]
        return min(places, key=lambda place: self._covered(place, half, edges, widths, taken))

    def _covered(self, place, half, edges, widths, taken):
        along = np.linspace(0, 1, 61)[:, None]
        hits = sum((np.abs(start + along * (end - start) - place) < half + width / 2).all(axis=1).any()
                   for (start, end), width in zip(edges, widths, strict=True))
        for centers, radius in zip((self.starts, self.ends), self.radii, strict=True):
            hits += (np.abs(centers - place) < half + radius).all(axis=1).sum()
        return hits + sum((np.abs(other - place) < half + size).all() for other, size in taken)


def beside(start, end, share, width, height, stroke, above=True):
    """The center of words of this ``width`` and ``height`` beside the edge from start to end.

    They stand ``share`` of the way along, so far off that no corner touches the stroke.
    """
    (x0, y0), (x1, y1) = start, end
    slope = (y1 - y0) / (x1 - x0)
    # A sloping edge climbs by slope × width / 2 under half the words; a thick one reaches out more.
    away = height / 2 + abs(slope) * width / 2 + stroke / 2 * np.hypot(1, slope) + GAP
    return x0 + share * (x1 - x0), y0 + share * (y1 - y0) + (away if above else -away)
