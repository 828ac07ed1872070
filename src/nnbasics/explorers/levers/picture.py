"""The picture of the levers at rest: the neuron, and the loss that each lever leaves."""
from nnbasics.explorers.picture import small_png
from nnbasics.figures.network_drawing import NetworkDrawing
from nnbasics.figures.style import RADII, canvas, number, panel, theme

WIDTH, HEIGHT = 784, 300


def levers_picture(network, activations, losses) -> bytes:
    """PNG: the neuron with what comes in, at the left; a bar for each loss, at the right."""
    with theme("light"):
        figure, page = canvas((WIDTH, HEIGHT))
        names = [f"h{'₁₂₃₄₅₆'[i]}" for i in range(len(activations))]
        NetworkDrawing(page, network, box=(80, 40, 300, HEIGHT - 40), spacing=66,
                       radius=RADII["neuron-large"],
                       input_names=names).show(network.forward([activations]))
        ax = panel(figure, 480, 50, 270, HEIGHT - 90)
        ax.barh(list(losses)[::-1], list(losses.values())[::-1])
        for row, loss in enumerate(list(losses.values())[::-1]):
            ax.text(loss, row, f" {number(loss)}", va="center")
        ax.set(xlabel="loss", xlim=(0, 1.25 * max(losses.values())))
        return small_png(figure)
