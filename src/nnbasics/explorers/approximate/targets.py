"""The curves to be approximated on [0, 1], as points, and the staircase that follows one (chapter 11)."""
import numpy as np

HUNDREDTHS = np.arange(101) / 100
NODES = 21  # of a drawn curve, evenly from 0 to 1, straight in between
GRID = 200  # the recipe sets places and levels in such parts of 1, as the sliders do
TARGETS = [  # "code" gives y for x; "x", where it is other than hundredths, too
    {"name": "A wave", "code": "0.5 + 0.4 * np.sin(2 * np.pi * x)"},
    {"name": "A curve of Nielsen's",
     "code": "0.2 + 0.4 * x**2 + 0.3 * x * np.sin(15 * x) + 0.05 * np.cos(50 * x)"},
    {"name": "A corner", "code": "abs(2 * x - 1)"},
    # At a jump both values are asked for at one place: no continuous curve has both.
    {"name": "A jump, not continuous", "x": "np.insert(np.arange(101) / 100, 50, 0.5)",
     "code": "np.where(np.arange(102) > 50, 0.8, 0.2)"},
]
OWN = {"name": "Your own: draw it on the right"}


def target_points(target, drawn):
    """(x, y) of this target, about a hundred points; the last one is ``drawn``, the heights of its nodes."""
    if target == len(TARGETS):
        return HUNDREDTHS, np.interp(HUNDREDTHS, np.arange(NODES) / (NODES - 1), drawn)
    if target == 3:
        return np.insert(HUNDREDTHS, 50, 0.5), np.where(np.arange(102) > 50, 0.8, 0.2)
    x = HUNDREDTHS
    return x, [
        lambda: 0.5 + 0.4 * np.sin(2 * np.pi * x),
        lambda: 0.2 + 0.4 * x**2 + 0.3 * x * np.sin(15 * x) + 0.05 * np.cos(50 * x),
        lambda: abs(2 * x - 1),
    ][target]()


def recipe(x, y, units):
    """(places, heights) of evenly set steps whose staircase follows the points, in parts of ``GRID``."""
    edges = np.linspace(0, 1, units + 1)
    levels = np.floor(np.interp(edges, x, y) * GRID + 0.5) / GRID
    places = np.floor((edges[1:] + edges[:-1]) / 2 * GRID + 0.5) / GRID
    return places, np.diff(levels)
