"""The curve of a function of one number, with one of its points marked."""
import numpy as np

from nnbasics.figures.style import RADII, STROKES, TEXT, colors, dashes, number, points


def curve(ax, function, limits, mark=None, color="positive", samples=401, text=TEXT):
    """Draw y = function(x) and, at ``x = mark``, the point with its drop lines and its number.

    ax : the axes; set their y limits yourself, so that they stay when the curve moves.
    function : takes an array of x, shape (n,), and gives y of the same shape.
    limits : the first and the last x.
    color : a color token, such as ``"positive"``.
    samples : how many x the curve goes through.
    text : height of the type of the number.
    Returns ``update(function, mark)``, which moves the same artists to another function or point.
    Raises ValueError where the function is not finite.
    """
    palette = colors()
    x = np.linspace(*limits, samples)
    line, = ax.plot(x, np.zeros_like(x), color=palette[color], solid_capstyle="round",
                    linewidth=points(STROKES["curve"]))
    drops, = ax.plot([], [], color=palette["muted"], linewidth=points(STROKES["hair"]),
                     dashes=dashes("drop", "hair"))
    point, = ax.plot([], [], "o", color=palette["accent"], markeredgecolor=palette["paper"],
                     markersize=points(2 * RADII["dot"]), zorder=4, clip_on=False)
    words = ax.annotate("", (0, 0), xytext=(0, points(9)), textcoords="offset points",
                        color=palette["ink"], fontsize=points(text), annotation_clip=False)
    ax.set_xlim(*limits)

    def update(function, mark=None):
        y = function(x)
        if not np.isfinite(y).all():
            raise ValueError(f"function: wanted finite y from {limits[0]} to {limits[1]}, got {y}")
        line.set_ydata(y)
        for artist in (drops, point, words):
            artist.set_visible(mark is not None)
        if mark is not None:
            height, beyond = function(np.array([mark, mark + 1e-6 * (limits[1] - limits[0])]))
            drops.set_data([mark, mark, ax.get_xlim()[0]], [ax.get_ylim()[0], height, height])
            point.set_data([mark], [height])
            words.xy = (mark, height)
            words.set(text=number(height), ha="right" if beyond >= height else "left")

    update(function, mark)
    return update
