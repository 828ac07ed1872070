"""The plane after a hidden layer: the examples where it puts them, on the bent grid of their inputs."""
import numpy as np
from contourpy import contour_generator
from matplotlib.collections import LineCollection

from nnbasics.figures.plane import MARKERS
from nnbasics.figures.style import RADII, STROKES, colors, points

STRETCHES = 48  # of a grid line: enough for a bend to look round


def bent(ax, network, X, Y, limits, units=(0, 1)):
    """Draw the examples by the activations of two hidden neurons; the layer bends the grid of their plane.

    ax : the axes.
    network : two inputs, one hidden layer, one sigmoid output, a `nnbasics.Network`.
    X, Y : examples, shape (n, 2), and classes 0 or 1, shape (n, 1) or (n,).
    limits : left, right, bottom, top of the plane of the inputs.
    units : the hidden neurons on the two axes, counted from 0.
    With two hidden neurons the boundary is the straight line that the output neuron draws; with more, the
    shadow of the boundary of the input plane; a single one leaves a line, cut where it changes sides.
    Raises ValueError for a network of another shape, or a unit that it has not.
    """
    count = network.sizes[1]
    if network.sizes != [2, count, 1] or network.output != "sigmoid":
        raise ValueError(f"network: wanted sizes [2, h, 1] and a sigmoid output, got {network!r}")
    if not all(0 <= unit < count for unit in units):
        raise ValueError(f"units: wanted two of 0 to {count - 1}, got {tuple(units)}")
    palette, classes = colors(), np.asarray(Y).ravel()

    def after(points_of_plane):
        hidden = network.forward(points_of_plane).activations[1]
        # A second axis that repeats the first would draw a slope where there is only a line.
        second = hidden[:, units[1]] if count > 1 else np.zeros(len(hidden))
        return np.column_stack([hidden[:, units[0]], second])

    lines, heavy = _grid(limits)
    ax.add_collection(LineCollection(
        after(lines.reshape(-1, 2)).reshape(lines.shape), zorder=1,
        colors=[palette["ink" if is_axis else "line"] for is_axis in heavy],
        linewidths=[points(STROKES["line" if is_axis else "fine"]) for is_axis in heavy],
    ))
    ax.autoscale_view()
    if count <= 2:
        _straight_cut(ax, network, units, palette)
    else:
        x, y = np.linspace(*limits[:2], 121), np.linspace(*limits[2:], 121)
        where = np.stack(np.meshgrid(x, y), axis=-1).reshape(-1, 2)
        sums = network.forward(where).preactivations[1].reshape(121, 121)
        ax.add_collection(LineCollection([after(line) for line in contour_generator(x, y, sums).lines(0.0)],
                                         color=palette["ink"], linewidth=points(STROKES["curve"]), zorder=2))
    for value, (color, marker) in enumerate(MARKERS):
        ax.scatter(*after(np.asarray(X)[classes == value]).T, marker=marker,
                   s=points(2 * RADII["point"]) ** 2, color=palette[color], edgecolor=palette["paper"],
                   linewidth=points(STROKES["fine"]), zorder=3)
    ax.set(xlabel=f"activation of h{_subscript(units[0])}",
           ylabel=f"activation of h{_subscript(units[1])}" if count > 1 else "")


def _grid(limits):
    """Lines at whole numbers, shape (lines, points, 2), and for each whether it is an axis."""
    left, right, bottom, top = limits
    share = np.linspace(0, 1, STRETCHES + 1)
    columns, rows = np.arange(np.ceil(left), right + 1e-9), np.arange(np.ceil(bottom), top + 1e-9)
    upright = [np.column_stack([np.full_like(share, x), bottom + share * (top - bottom)]) for x in columns]
    level = [np.column_stack([left + share * (right - left), np.full_like(share, y)]) for y in rows]
    return np.array(upright + level), [*(columns == 0), *(rows == 0)]


def _straight_cut(ax, network, units, palette):
    """The sides of the output neuron and the line between them, over the whole drawing."""
    weights, bias = network.layers[1].weights.ravel(), network.layers[1].biases.item()
    (left, right), (bottom, top) = ax.get_xlim(), ax.get_ylim()
    x, y = np.linspace(left, right, 61), np.linspace(bottom, top, 61)
    second = weights[units[1]] if len(weights) > 1 else 0
    sums = weights[units[0]] * x[None, :] + second * y[:, None] + bias
    ax.contourf(x, y, sums, levels=[-np.inf, 0, np.inf], zorder=0,
                colors=[palette["negative-soft"], palette["positive-soft"]])
    ax.add_collection(LineCollection(contour_generator(x, y, sums).lines(0.0), color=palette["ink"],
                                     linewidth=points(STROKES["curve"]), zorder=2))
    ax.set(xlim=(left, right), ylim=(bottom, top))


def _subscript(unit):
    return str(unit + 1).translate(str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉"))
