"""The picture of the explorer of slopes at rest: the loss over one weight, with its tangent, or over two."""
import numpy as np

from nnbasics.explorers.picture import small_png
from nnbasics.figures.network_drawing import NetworkDrawing
from nnbasics.figures.style import RADII, STROKES, canvas, colors, panel, points, theme

WIDTH, HEIGHT = 784, 320


def slope_picture(network, x, wanted, places, names, reach) -> bytes:
    """PNG: the network at the left; at the right its loss over the parameters at one or two places."""
    trace = network.forward(x)
    slope = network.backward(trace, wanted).flat[places]
    at, loss = network.parameters[places], network.loss(x, wanted)
    values = np.linspace(-reach, reach, 81)
    with theme("light"):
        figure, page = canvas((WIDTH, HEIGHT))
        NetworkDrawing(page, network, box=(70, 70, 300, HEIGHT - 70),
                       radius=RADII["neuron-large"], spacing=110,
                       input_names=[f"x{'₁₂₃₄'[i]}" for i in range(network.sizes[0])]).show(trace)
        ax = panel(figure, 420, 60, 340, HEIGHT - 90)
        mark = dict(color=colors()["accent"], linewidth=points(STROKES["curve"]))
        if len(places) == 1:
            ax.plot(values, [loss_at(network, x, wanted, places, [value]) for value in values])
            ax.plot(at + np.array([-1.6, 1.6]), loss + slope * np.array([-1.6, 1.6]), **mark)
            ax.set(xlabel=names[0], ylabel="loss", ylim=(0, 1), xlim=(-reach, reach))
        else:
            height = [[loss_at(network, x, wanted, places, [w, v]) for w in values[::2]] for v in values[::2]]
            ax.contour(values[::2], values[::2], height, levels=10, colors=colors()["muted"],
                       linewidths=points(STROKES["hair"]))
            ax.annotate("", at - 4 * slope, at, arrowprops=dict(arrowstyle="->", **mark))
            ax.set(xlabel=names[0], ylabel=names[1])
        ax.plot(at[0], at[1] if len(places) > 1 else loss, "o", color=mark["color"])
        return small_png(figure)


def loss_at(network, x, wanted, places, values):
    """The loss with other numbers at these places of the parameters."""
    moved = network.copy()
    moved.parameters[places] = values
    return moved.loss(x, wanted)
