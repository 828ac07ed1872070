"""The picture of a truth table's explorer at rest: the network, and the plane with its four corners."""
from nnbasics.explorers.picture import small_png
from nnbasics.figures.network_drawing import NetworkDrawing
from nnbasics.figures.plane import plane
from nnbasics.figures.style import RADII, canvas, number, panel, theme

WIDTH, HEIGHT = 784, 330
LIMITS = (-0.45, 1.45, -0.45, 1.45)


def gates_picture(network, X, wanted, row) -> bytes:
    """PNG; ``row`` is the row of X in the drawing."""
    single = len(network.layers) == 1
    parameters = [(["w₁", "w₂"], ["b"])] if single else [([], ["b₁", "b₂"]), (["v₁", "v₂"], ["c"])]
    with theme("light"):
        figure, page = canvas((WIDTH, HEIGHT))
        drawing = NetworkDrawing(
            page, network, box=(64, 80, 330, HEIGHT - 80), radius=RADII["neuron-large"], spacing=150,
            input_names=["x₁", "x₂"],
            output_names=["y"], parameters=parameters,
        )
        drawing.show(network.forward(X), row)
        ax = panel(figure, 450, 54, 290, HEIGHT - 80)
        plane(ax, network, X, wanted, ("wanted: no", "wanted: yes"), ("x₁", "x₂"), limits=LIMITS)
        ax.set(xticks=[0, 0.5, 1], yticks=[0, 0.5, 1])
        for (x1, x2), said in zip(X, network.predict(X)[:, 0], strict=True):
            ax.annotate(number(said, decimals=2), (x1, x2), xytext=(7, 6), textcoords="offset points")
        return small_png(figure)
