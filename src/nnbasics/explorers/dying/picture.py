"""The picture of the dying ReLU at rest: the neuron before and after its training, over the examples."""
import numpy as np

from nnbasics.explorers.picture import small_png
from nnbasics.figures.style import RADII, STROKES, canvas, colors, dashes, panel, points, theme

WIDTH, HEIGHT = 784, 320


def dying_picture(moments, X, Y) -> bytes:
    """PNG: for each moment the output over the input, the sum z dashed, and what was wanted as dots."""
    x = np.linspace(-1.5, 2.5, 161)[:, None]
    with theme("light"):
        figure, _ = canvas((WIDTH, HEIGHT))
        palette = colors()
        for (name, neuron), left in zip(moments.items(), (56, 446), strict=True):
            ax = panel(figure, left, 56, 320, HEIGHT - 90)
            trace = neuron.forward(x)
            ax.plot(x, trace.preactivations[0], color=palette["muted"], linewidth=points(STROKES["line"]),
                    dashes=dashes("guide", "line"))
            ax.plot(x, trace.activations[-1], color=palette["positive"], linewidth=points(STROKES["strong"]))
            ax.plot(X, Y, "o", color=palette["accent"], markersize=points(2 * RADII["dot"]))
            ax.set(ylim=(-5, 8), xlim=(-1.5, 2.5), xlabel="input x; dashed: the sum z",
                   title=f"output {name}")
        return small_png(figure)
