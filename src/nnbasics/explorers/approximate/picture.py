"""The picture of the explorer of approximation at rest: both networks' curves in the band that is wanted."""
import numpy as np

from nnbasics.explorers.picture import small_png
from nnbasics.figures.style import SMALL, STROKES, canvas, colors, dashes, number, panel, points, theme

WIDTH, HEIGHT = 784, 330
RANGE, LEVELS = (-0.2, 1.2), (-0.25, 1.25)


def approximation_png(networks, x, y, epsilon) -> bytes:
    """PNG.  networks: pairs of a name and a network; x, y: the points of what is wanted."""
    with theme("light"):
        figure, _ = canvas((WIDTH, HEIGHT))
        for place, (name, network) in enumerate(networks):
            ax = panel(figure, 50 + 380 * place, 50, 330, HEIGHT - 90)
            ax.set(xlim=RANGE, ylim=LEVELS, xlabel="x")
            units, off = network.sizes[1], abs(network.predict(x[:, None])[:, 0] - y).max()
            ax.set_title(f"{name}: {units} hidden neurons, off by {number(off)}", loc="left",
                         fontsize=points(SMALL + 1))
            ax.fill_between(x, y - epsilon, y + epsilon, color=colors()["grid"], edgecolor=colors()["line"],
                            linewidth=points(STROKES["hair"]))
            ax.plot(x, y, color=colors()["muted"], linewidth=points(STROKES["hair"]),
                    dashes=dashes("guide", "hair"))
            along = np.linspace(*RANGE, 401)
            ax.plot(along, network.predict(along[:, None]), color=colors()["ink"],
                    linewidth=points(STROKES["strong"]))
        return small_png(figure)
