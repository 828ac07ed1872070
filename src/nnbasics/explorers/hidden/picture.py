"""The picture of chapter 3's explorer at rest: the network, the plane of its inputs, and the plane bent."""
from nnbasics.explorers.picture import small_png
from nnbasics.figures.bent import bent
from nnbasics.figures.network_drawing import NetworkDrawing
from nnbasics.figures.plane import plane
from nnbasics.figures.style import canvas, panel, theme

WIDTH, HEIGHT = 784, 300


def hidden_picture(network, X, Y, classes, span, units, example) -> bytes:
    """PNG of the three panels.  ``span``: the range of both inputs; ``units``: the hidden neurons on show."""
    limits = (*span, *span)
    with theme("light"):
        figure, ax = canvas((WIDTH, HEIGHT))
        NetworkDrawing(
            ax, network, box=(44, 60, 190, HEIGHT - 60), spacing=80, input_names=["x₁", "x₂"],
        ).show(network.forward([example]))
        plane(panel(figure, 272, 62, 210, 210), network, X, Y, classes, ("x₁", "x₂"), limits=limits)
        right = panel(figure, 556, 62, 210, 210)
        bent(right, network, X, Y, limits, units)
        return small_png(figure)
