"""Two classes in the plane of two inputs, and what a network says of every point in it."""
import numpy as np
from contourpy import contour_generator
from matplotlib.collections import LineCollection
from matplotlib.colors import LinearSegmentedColormap
from matplotlib.patheffects import withStroke

from nnbasics.figures.style import DPI, RADII, STROKES, TEXT, colors, points

MARKERS = (("negative", "s"), ("positive", "o"))  # color and shape of class 0 and class 1
MARGIN = 0.08  # room around the points, as a share of their range


def plane(ax, network, X, Y, labels=("class 0", "class 1"), axis_labels=("", ""), limits=None,
          resolution=121, text=TEXT):
    """Draw the examples over the network's probability of class 1 and its boundary at one half.

    ax : the axes.
    network : two inputs and one sigmoid output, a `nnbasics.Network`.
    X, Y : examples, shape (n, 2), and classes 0 or 1, shape (n, 1) or (n,).
    labels : the names of the classes, written beside their points.
    limits : left, right, bottom, top; without it, a little more than the points need.
    resolution : points of the shading across and up.
    text : height of the type of the names.
    Class 0 is orange squares, class 1 blue circles; the shading is paper at one half.
    Returns ``update(network)``, which moves shading and boundary to another state of the network.
    Raises ValueError for a network or examples of another shape, or other classes.
    """
    X, classes = np.asarray(X, dtype=float), np.asarray(Y).ravel()
    if X.ndim != 2 or X.shape[1] != 2 or len(X) != len(classes):
        raise ValueError(f"X, Y: wanted shape (n, 2) and one class an example, got {X.shape} and "
                         f"{np.shape(Y)}")
    if not np.isin(classes, (0, 1)).all():
        raise ValueError(f"Y: wanted classes 0 and 1, got {np.unique(classes)}")
    palette = colors()
    left, right, bottom, top = limits or _around(X)
    x, y = np.linspace(left, right, resolution), np.linspace(bottom, top, resolution)
    where = np.stack(np.meshgrid(x, y), axis=-1).reshape(-1, 2)
    tints = LinearSegmentedColormap.from_list("probability", [
        palette["negative-soft"], palette["paper"], palette["positive-soft"]])
    shading = ax.imshow(np.full((resolution, resolution), 0.5), cmap=tints, vmin=0, vmax=1,
                        extent=(left, right, bottom, top), origin="lower", aspect="auto",
                        interpolation="bilinear")
    boundary = LineCollection([], color=palette["ink"], linewidth=points(STROKES["curve"]))
    ax.add_collection(boundary, autolim=False)
    for value, (color, marker) in enumerate(MARKERS):
        ax.scatter(*X[classes == value].T, marker=marker, s=points(2 * RADII["point"]) ** 2,
                   color=palette[color], edgecolor=palette["paper"], linewidth=points(STROKES["fine"]),
                   zorder=3)
    ax.set(xlim=(left, right), ylim=(bottom, top), xlabel=axis_labels[0], ylabel=axis_labels[1])

    def update(network):
        probability = network.predict(where)
        if probability.shape[1] != 1 or network.output != "sigmoid":
            raise ValueError(f"network: wanted one sigmoid output, got {network!r}")
        probability = probability.reshape(resolution, resolution)
        shading.set_data(probability)
        boundary.set_segments(contour_generator(x, y, probability).lines(0.5))
        return probability

    side, taken = update(network) > 0.5, []
    halo = [withStroke(linewidth=points(STROKES["halo"]), foreground=palette["paper"])]
    for value, (color, _) in enumerate(MARKERS):
        own = classes == value
        if own.any():
            taken.append(_free_place(ax, X, own, labels[value], side == value, taken, text))
            ax.text(*taken[-1], labels[value], color=palette[color], fontweight="bold", zorder=5,
                    fontsize=points(text),
                    ha="center", va="center", transform=ax.transAxes, path_effects=halo)
    return update


def _around(X):
    low, high = X.min(axis=0), X.max(axis=0)
    room = np.where(high > low, MARGIN * (high - low), 1)
    return (low[0] - room[0], high[0] + room[0], low[1] - room[1], high[1] + room[1])


def _free_place(ax, X, own, label, home, taken, text):
    """Where the name of a class fits, in shares of the axes: at home, on no point, near its own."""
    size = ax.get_window_extent().size * DPI / ax.figure.dpi
    half = np.array([0.33 * len(label), 0.6]) * text / size  # half of the words, with some air
    spots = ax.transAxes.inverted().transform(ax.transData.transform(X))
    grid = np.stack(np.meshgrid(*(np.linspace(h, 1 - h, 31) for h in half)), axis=-1).reshape(-1, 2)
    crowd = _covers(grid, spots, half + 1.5 * RADII["point"] / size)
    overlap = _covers(grid, np.reshape(taken, (-1, 2)), 2 * half)
    corners = grid[:, None] + half * [[-1, -1], [-1, 1], [1, -1], [1, 1]]
    column, row = np.moveaxis(np.rint(corners * (len(home) - 1)).astype(int), -1, 0)
    astray = ~home[row, column].all(axis=1)
    far = np.abs(grid - spots[own].mean(axis=0)).sum(axis=1)
    return grid[np.lexsort((far, crowd, astray, overlap))[0]]


def _covers(centers, spots, reach):
    return (np.abs(spots - centers[:, None]) < reach).all(axis=2).sum(axis=1)
