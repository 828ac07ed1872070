"""The picture of the explorer of paths at rest: the loss over two weights, the ways of three batch sizes."""
import numpy as np

from nnbasics.explorers.picture import small_png
from nnbasics.figures.style import STROKES, canvas, colors, panel, points, theme

WIDTH, HEIGHT = 784, 400
NAMES = ("batch size 1", "batch size 10", "all at once")


def paths_picture(X, Y, walks, reach) -> bytes:
    """PNG of the map with each walk's points, (steps + 1, 2)."""
    across, up = (np.linspace(*ends, 61) for ends in reach)
    w, v = np.meshgrid(across, up)
    z = w[..., None] * X[:, 0] + v[..., None] * X[:, 1]
    loss = (np.logaddexp(0, z) - Y[:, 0] * z).mean(axis=-1)
    with theme("light"):
        figure, _ = canvas((WIDTH, HEIGHT))
        ax, palette = panel(figure, 200, 50, 400, HEIGHT - 80), colors()
        levels = loss.min() + np.ptp(loss) * (np.arange(0.5, 9) / 9) ** 2
        ax.contour(w, v, loss, levels=levels, colors=palette["line"], linewidths=points(STROKES["hair"]))
        for walk, name, role, style in zip(walks, NAMES, ("ink", "accent", "positive"), ("-", "-", ":"),
                                           strict=True):
            ax.plot(*walk.T, style, color=palette[role], linewidth=points(STROKES["line"]))
            ax.annotate(name, walk[-1], xytext=(8, 0), textcoords="offset points", color=palette[role])
        ax.set(xlabel="weight w₁", ylabel="weight w₂")
        return small_png(figure)
