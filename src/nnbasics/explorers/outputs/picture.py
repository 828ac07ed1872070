"""The picture of the explorer of outputs at rest: each run with its boundary, or with its curve."""
import numpy as np

from nnbasics.explorers.picture import small_png
from nnbasics.figures.style import RADII, STROKES, canvas, colors, panel, points, theme

SIDE, TALL, GAP, TOP = 214, 130, 40, 46
ACROSS, UP = (-2.4, 8.2), (-1.8, 1.8)  # of the plane
NAMES = {"mse": "squared error", "bce": "cross-entropy", "cce": "cross-entropy"}


def outputs_picture(X, Y, networks, kind) -> bytes:
    """PNG, three runs in a row; ``networks`` are those of `OutputsExplorer.networks`."""
    rows = -(-len(networks) // 3)
    height = rows * (TALL + TOP) + 16
    with theme("light"):
        figure, _ = canvas((3 * (SIDE + GAP), height))
        for i, ((output, loss), network) in enumerate(networks.items()):
            row, column = divmod(i, 3)
            if row:
                column += 1  # below the run with the same output
            left, bottom = 30 + column * (SIDE + GAP), height - (row + 1) * (TALL + TOP) + 14
            ax, palette = panel(figure, left, bottom, SIDE - 8, TALL - 8), colors()
            ax.set_title(f"{output}, {NAMES[loss]}", loc="left")
            if kind == "classes":
                ax.set(xlim=ACROSS, ylim=UP, xticks=[], yticks=[])
                _boundary(ax, network, palette)
                for label, shape, role in ((0, "s", "negative"), (1, "o", "positive")):
                    ax.plot(*X[Y[:, 0] == label].T, shape, color=palette[role],
                            markersize=points(2 * RADII["speck"]))
            else:
                along = np.linspace(-2.2, 2.2, 81)
                ax.set(xlim=(-2.2, 2.2), ylim=(-3.6, 3.6))
                ax.plot(X[:, 0], Y[:, 0], "o", color=palette["positive"],
                        markersize=points(2 * RADII["speck"]))
                ax.plot(along, network.predict(along[:, None])[:, 0], color=palette["accent"],
                        linewidth=points(STROKES["curve"]))
        return small_png(figure)


def _boundary(ax, network, palette):
    x, y = np.meshgrid(np.linspace(*ACROSS, 61), np.linspace(*UP, 41))
    output = network.predict(np.column_stack([x.ravel(), y.ravel()]))[:, -1].reshape(x.shape)
    ax.contourf(x, y, output, levels=[-1e9, 0.5, 1e9],
                colors=[palette["negative-soft"], palette["positive-soft"]])
    ax.contour(x, y, output, levels=[0.5], colors=[palette["ink"]], linewidths=points(STROKES["curve"]))
