"""The picture of an explorer's first state: for paper, a page without JavaScript, a notebook at rest."""
import io

import matplotlib.pyplot as plt
from PIL import Image  # which Matplotlib brings along

from nnbasics.figures.network_drawing import NetworkDrawing
from nnbasics.figures.style import RADII, canvas, panel, theme

WIDTH, HEIGHT = 784, 320


def png(network, example, names, draw) -> bytes:
    """The network with one example in it, at the left, and what ``draw(ax)`` draws, at the right, as a PNG.

    ``names`` are those of the inputs, the weights of the one neuron and its bias.
    """
    inputs, weights, bias = names
    with theme("light"):
        figure, ax = canvas((WIDTH, HEIGHT))
        drawing = NetworkDrawing(
            ax, network, box=(70, 80, 300, HEIGHT - 80), radius=RADII["neuron-large"], input_names=inputs,
            output_names=["output"], parameters=[(weights, bias)], spacing=130,
        )
        drawing.show(network.forward(example))
        draw(panel(figure, 470, 60, WIDTH - 490, HEIGHT - 90))
        return small_png(figure)


def small_png(figure) -> bytes:
    """The figure as a PNG, and the figure closed."""
    file = io.BytesIO()
    figure.savefig(file, format="png", dpi=150)
    plt.close(figure)
    # A palette makes the file a quarter as large, and the eye sees no difference.
    small = io.BytesIO()
    Image.open(file).convert("RGB").quantize(128, dither=Image.Dither.NONE).save(small, "PNG", optimize=True)
    return small.getvalue()
