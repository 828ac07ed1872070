"""The picture of chapter 6's stepper at rest: the network forward, and its deltas and slopes backward."""
from nnbasics.explorers.picture import small_png
from nnbasics.figures.network_drawing import NetworkDrawing
from nnbasics.figures.style import RADII, SMALL, TEXT, canvas, colors, number, points, theme

WIDTH, HEIGHT = 784, 330


def stepper_picture(network, x, wanted) -> bytes:
    """PNG: at the left the activations; at the right the deltas below each neuron, and a list of slopes."""
    trace = network.forward(x)
    grads = network.backward(trace, wanted)
    with theme("light"):
        figure, ax = canvas((WIDTH, HEIGHT))
        names = [f"x{'₁₂'[i]}" for i in range(network.sizes[0])]
        drawing = NetworkDrawing(ax, network, box=(76, 80, 430, HEIGHT - 60),
                                 radius=RADII["neuron-large"], spacing=100,
                                 input_names=names)
        drawing.show(trace)
        accent, size = colors()["accent"], points(TEXT)
        for centers, deltas in zip(drawing.centers[1:], grads.deltas, strict=True):
            for (across, up), delta in zip(centers, deltas[0], strict=True):
                ax.text(across, up - 42, f"δ = {number(delta)}", color=accent, ha="center", fontsize=size)
        ax.text(430, 26,
                f"wanted {' and '.join(number(y) for y in wanted[0])}, loss "
                f"{number(network.loss(x, wanted))}",
                ha="center", fontsize=size)
        ax.text(540, HEIGHT - 40, "slopes of the loss", fontsize=size)
        lines = [f"layer {l}: " + ", ".join(number(value) for value in row)
                 for l, layer in enumerate(grads.weights) for row in layer]
        for row, line in enumerate([*lines, *(f"biases: {', '.join(map(number, b))}" for b in grads.biases)]):
            ax.text(540, HEIGHT - 70 - 24 * row, line, color=accent, fontsize=points(SMALL))
        return small_png(figure)
