"""Pictures of 28 × 28 pixels: white on black, or numbers with a sign in blue and orange."""
import matplotlib.pyplot as plt
import numpy as np
from matplotlib.colors import to_rgb

from nnbasics.figures.style import DPI, SMALL, TEXT, colors, points

SIDE = 28


def gray(picture):
    """Pixels, (784,), from 0 black to 1 white, as colors (28, 28, 3); the animal is light in both themes."""
    palette = colors()
    dark, light = sorted((to_rgb(palette["paper"]), to_rgb(palette["ink"])), key=sum)
    return _mixed(dark, light, np.clip(picture, 0, 1))


def signed(values, scale=None):
    """Numbers, (784,), as colors (28, 28, 3): paper at 0, full blue at ``scale``, full orange at −``scale``.

    scale : if not given, the largest absolute number.
    """
    palette, values = colors(), np.asarray(values)
    share = np.clip(values / (scale or abs(values).max() or 1), -1, 1)
    positive, negative = (_mixed(to_rgb(palette["paper"]), to_rgb(palette[name]), abs(share))
                          for name in ("positive", "negative"))
    return np.where(share.reshape(SIDE, SIDE, 1) >= 0, positive, negative)


def place(ax, image, box):
    """Put such an image into axes that count in pixels; box: left, bottom, right, top.  Gives the artist."""
    left, bottom, right, top = box
    artist = ax.imshow(image, extent=(left, right, bottom, top), interpolation="nearest", zorder=1,
                       aspect="auto")
    ax.set(xlim=ax.get_xlim(), ylim=ax.get_ylim())
    return artist


def gallery(images, words=None, columns=8, width=784, title=None):
    """A figure of many such images, each with its words below it."""
    rows = -(-len(images) // columns)
    cell, line = width / columns, 18 if words is not None else 2
    above = 30 if title else 6
    height = rows * (cell + line) + above
    figure = plt.figure(figsize=(width / DPI, height / DPI), dpi=DPI)
    ax = figure.add_axes((0, 0, 1, 1), xlim=(0, width), ylim=(0, height))
    ax.set_axis_off()
    for i, image in enumerate(images):
        left, top = cell * (i % columns) + 3, height - above - (i // columns) * (cell + line)
        place(ax, image, (left, top - cell + 6, left + cell - 6, top))
        if words is not None:
            ax.text(left + cell / 2 - 3, top - cell - 3, words[i], ha="center", va="center_baseline",
                    fontsize=points(SMALL + 1))
    ax.set(xlim=(0, width), ylim=(0, height))
    if title:
        ax.text(3, height - 14, title, va="center_baseline", fontsize=points(TEXT))
    return figure


def _mixed(start, end, shares):
    shares = np.asarray(shares, float).reshape(SIDE, SIDE, 1)
    return np.array(start) + (np.array(end) - np.array(start)) * shares
