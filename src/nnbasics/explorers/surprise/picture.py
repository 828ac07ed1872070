"""The picture of the explorer of surprise at rest: both losses over p and over z, with their tangents."""
import numpy as np

from nnbasics.explorers.picture import small_png
from nnbasics.figures.style import STROKES, canvas, colors, dashes, panel, points, theme

WIDTH, HEIGHT = 784, 330


def surprise_picture(z, wanted) -> bytes:
    """PNG: cross-entropy solid and squared error dashed, at the left over p, at the right over z."""
    sign = 1 if wanted else -1  # by which z argues for what is true
    given = 1 / (1 + np.exp(-sign * z))
    p, over = np.linspace(1e-4, 1, 400), np.linspace(-8, 8, 200)
    right = 1 / (1 + np.exp(-over))
    with theme("light"):
        figure, _ = canvas((WIDTH, HEIGHT))
        for left, x, chance, at, by, high, name in (
                (50, p, p, given, 1, 6, "output p"),
                (440, over, right, sign * z, given * (1 - given), 8, "sum z")):
            ax, palette = panel(figure, left, 55, 320, HEIGHT - 85), colors()
            mirror = (1 - x, 1 - at) if name == "output p" else (-x, -at)
            x, at = (x, at) if wanted else mirror
            ax.plot(x, -np.log(chance), color=palette["positive"])
            ax.plot(x, (1 - chance) ** 2, color=palette["negative"], dashes=dashes("negative", "edge"))
            reach = np.array([-1, 1]) * (0.12 if name == "output p" else 2)
            for loss, slope in ((-np.log(given), -1 / given), ((1 - given) ** 2, -2 * (1 - given))):
                ax.plot(at + reach, loss + sign * slope * by * reach, color=palette["accent"],
                        linewidth=points(STROKES["line"]))
                ax.plot(at, loss, "o", color=palette["accent"])
            ax.set(xlabel=name, ylabel="loss", xlim=(min(x), max(x)), ylim=(0, high))
        return small_png(figure)
