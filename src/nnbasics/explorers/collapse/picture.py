"""The picture of chapter 8's stack of linear layers at rest: its map, and the map with one ReLU put in."""
import numpy as np

from nnbasics.explorers.picture import small_png
from nnbasics.figures.network_drawing import NetworkDrawing
from nnbasics.figures.style import STROKES, canvas, colors, dashes, panel, points, theme

WIDTH, HEIGHT = 784, 320


def collapse_picture(network, maps, span) -> bytes:
    """PNG: the network; lines of equal output, straight without activation function, folded by one ReLU."""
    with theme("light"):
        figure, page = canvas((WIDTH, HEIGHT))
        palette = colors()
        drawing = NetworkDrawing(page, network, box=(56, 70, 200, HEIGHT - 70), spacing=110,
                                 input_names=["x₁", "x₂"])
        drawing.show(network.forward([[-1.0, -0.5]]))
        side = np.linspace(-span, span, len(maps[0]))
        first = network.layers[0]
        across, up = np.meshgrid(side, side)
        fold = across * first.weights[0, 0] + up * first.weights[1, 0] + first.biases[0]
        for left, heights, title in zip((290, 556), maps, ("without: a plane", "one ReLU: folded"),
                                        strict=True):
            ax = panel(figure, left, 60, 200, 200)
            ax.contour(side, side, heights, levels=np.arange(-12, 13, 1), colors=palette["muted"],
                       linewidths=points(STROKES["hair"]), linestyles="solid")
            ax.contour(side, side, heights, levels=[0], colors=palette["ink"],
                       linewidths=points(STROKES["curve"]))
            if heights is not maps[0]:
                line = ax.contour(side, side, fold, levels=[0], colors=palette["accent"],
                                  linewidths=points(STROKES["line"]))
                line.set_linestyle((0, dashes("guide", "line")))
            ax.set(xlabel="x₁", ylabel="x₂", title=title)
        return small_png(figure)
