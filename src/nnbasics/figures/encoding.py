"""What a drawing says with color, dash, width and fill.  web/draw/encoding.js is the same.

An edge is as wide as its weight is large among the weights of its layer, solid blue where the weight is
positive, dashed orange where it is negative.  A neuron is filled with its activation: paper at 0, full blue
at 1, full orange at −1; where a layer goes beyond 1, full is its largest.  The bead of a bias has an area as
large as the bias among those of the network.  Lengths are pixels of the page.
"""
import numpy as np
from matplotlib.colors import to_rgb

from nnbasics.figures.numbers import format_number
from nnbasics.look import TOKENS

STROKES, DASHES, RADII, SHARES, RANGES = (TOKENS[kind]
                                          for kind in ("strokes", "dashes", "radii", "shares", "ranges"))


def mix_colors(start, end, share):
    """The color ``share`` of the way from ``start`` to ``end``: red, green and blue in 0 to 1."""
    return tuple(a + (b - a) * share for a, b in zip(to_rgb(start), to_rgb(end), strict=True))


def text_on(color):
    """Black or white, whichever stands out more on ``color``: at least 4.5:1 on any color."""
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in to_rgb(color)]
    luminance = 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]  # WCAG 2, 1.4.3
    return "#000000" if luminance > 0.179 else "#ffffff"


def activation_scale(activations):
    """The activation that is drawn in full, for all activations of a layer."""
    return _largest(activations, RANGES["activation"])


def activation_fill(activation, scale, palette):
    """The fill of a neuron: paper of ``palette`` at 0, full blue at ``scale``, full orange at ``-scale``."""
    end = palette["negative" if activation < 0 else "positive"]
    return mix_colors(palette["paper"], end, min(abs(activation) / scale, 1.0))


def parameter_scale(parameters):
    """The weight whose edge is drawn widest in a layer, or the bias whose bead is drawn largest in a network.

    A layer of thin weights can thus be seen beside one of thick ones.  Where all are next to nothing none is
    drawn
    large: the scale does not fall below ``RANGES["parameter"]``.
    """
    return _largest(parameters, RANGES["parameter"])


def edge_color(weight):
    """The color token of a weight, or of a bias."""
    return "positive" if weight > 0 else "negative" if weight < 0 else "muted"


def edge_dash(weight):
    """The dashes and gaps of an edge; none where it is solid."""
    return DASHES["negative"] if weight < 0 else []


def edge_width(weight, scale, widest=STROKES["edge-max"]):
    """The width of an edge, ``widest`` at ``scale``; a weight of 0 leaves a hair, which can be picked."""
    return max(STROKES["edge-min"], widest * abs(weight) / scale)


def scale_words(scales):
    """What the caption of a drawing says: the weight that the widest edge into each layer stands for."""
    if len(scales) == 1:
        return f"Widest edge: ±{format_number(scales[0])}"
    return "Widest edge: " + ", ".join(f"±{format_number(scale)} into layer {l}"
                                       for l, scale in enumerate(scales, 1))


def bead_radius(bias, scale, radius):
    """The radius of a bias's bead on a neuron of this ``radius``: its area is proportional to the bias."""
    return min(RADII["bead"], SHARES["bead"] * radius) * np.sqrt(abs(bias) / scale)


def pulse_width(product, scale, widest):
    """The width of the pulse that carries weight × activation along an edge; 0 for next to nothing."""
    share = abs(product) / scale
    return SHARES["pulse-width"] * widest * share if share >= SHARES["quiet"] else 0.0


def _largest(values, least):
    return max(least, float(np.abs(values).max()))
