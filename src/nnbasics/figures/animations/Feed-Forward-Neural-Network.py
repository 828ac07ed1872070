"""One forward pass through a network with one hidden layer, neuron by neuron, with its numbers."""
import numpy as np

from nnbasics.datasets import circle
from nnbasics.figures import film
from nnbasics.figures.network_drawing import NetworkDrawing
from nnbasics.figures.plane import plane
from nnbasics.figures.style import STROKES, TEXT, canvas, colors, number, panel, points
from nnbasics.figures.weighted_sum import WeightedSum
from nnbasics.network import Network
from nnbasics.optimizers import Adam
from nnbasics.penalties import L2
from nnbasics.training import fit

POINT = (2.4, -3.2)  # in the ring, on the wrong side of one hidden neuron's line
NEURONS = ["h₁", "h₂", "h₃", "y"]  # in the order in which they are computed
WORDS = {
    None: "",
    "arrive": "A point arrives: two numbers",
    "h₁": "Hidden neuron h₁: inputs × weights, plus bias, through tanh",
    "h₂": "Hidden neuron h₂: inputs × weights, plus bias, through tanh",
    "h₃": "Hidden neuron h₃: inputs × weights, plus bias, through tanh",
    "y": "The output neuron does the same with h₁, h₂, h₃, and a sigmoid",
    "whole": "The probability that the point is in the blue disk is low: it is in the ring",
    "clear": "",
}


def trained_network(X, Y):
    """2-3-1, trained to tell the disk from the ring, weights and biases rounded to one decimal.

    Rounded, the sums in the film can be checked by hand; it still puts every example right.
    """
    network = Network([2, 3, 1], hidden="tanh", output="sigmoid")
    fit(network, X, Y, epochs=300, batch_size=20, optimizer=Adam(0.02), penalty=L2(0.002))
    for layer in network.layers:
        layer.weights[:] = np.round(layer.weights, 1)
        layer.biases[:] = np.round(layer.biases, 1)
    return network


class Scene(film.Scene):
    title = "A forward pass through one hidden layer"

    def __init__(self):
        self.X, self.Y = circle()
        self.network = trained_network(self.X, self.Y)
        self.trace = self.network.forward(np.array([POINT]))
        self.timeline = film.Timeline(
            0.3, ("arrive", 0.4), 1.2, *(step for name in NEURONS for step in ((name, 0.4), 2.0)),
            ("whole", 0.3), 2.6, ("clear", 0.3))
        self.poster = self.timeline.end("whole")
        hidden, output = self.trace.activations[1][0], self.trace.activations[2][0, 0]
        self.description = (
            f"The point x₁ = {number(POINT[0], 1)}, x₂ = {number(POINT[1], 1)} passes through a "
            "trained network from left to right. Each of the three hidden neurons multiplies the "
            "two inputs by its weights, adds its bias and applies tanh: they come to "
            f"{number(hidden[0], 2)}, {number(hidden[1], 2)} and {number(hidden[2], 2)}. The "
            "output neuron does the same with these three and a sigmoid, and gives "
            f"{number(output)}: the probability that the point belongs to the blue disk, which a "
            "map beside the network shows.")
        self._draw()
        self.update(0)

    def update(self, frame):
        now, share = self.timeline.latest(frame)
        done = self.timeline.done(frame)
        kept = 1 - done["clear"]
        arrived = [float(done[name] == 1) * kept for name in NEURONS]
        self.words.set_text(WORDS[now])
        self.point.set_alpha(done["arrive"] * kept)
        self.drawing.show(self.trace, reached=[done["arrive"] * kept, arrived[:3], arrived[3]])
        self.drawing.pulse(1, self.trace, [done[name] for name in NEURONS[:3]])
        self.drawing.pulse(2, self.trace, done["y"])
        self.drawing.focus()
        for arithmetic in self.arithmetic:
            arithmetic.reveal(0, 0, 0)
        if now in NEURONS:
            layer, neuron = divmod(NEURONS.index(now), 3)
            self.drawing.focus(layer + 1, neuron)
            self._write(layer, neuron, share, arrived[NEURONS.index(now)])
        elif now in ("whole", "clear"):
            self._write(1, 0, kept, kept)

    def _write(self, layer, neuron, share, answer):
        here, inputs = self.network.layers[layer], self.trace.activations[layer][0]
        arithmetic = self.arithmetic[layer]
        arithmetic.write(
            inputs, here.weights[:, neuron], here.biases[neuron], ("tanh", "σ")[layer],
            self.trace.preactivations[layer][0, neuron],
            self.trace.activations[layer + 1][0, neuron], digits=(1, 2)[layer])
        arithmetic.reveal(share, share, answer)

    def _draw(self):
        palette = colors()
        self.figure, page = canvas()
        self.words = page.text(24, 390, "", fontsize=points(TEXT + 3), va="center")
        self.drawing = NetworkDrawing(page, self.network, (76, 132, 416, 326), radius=27,
                                      spacing=97, input_names=["x₁", "x₂"])
        x, y = self.drawing.centers[2][0]
        page.text(x, y - 38, "probability\nof blue", color=palette["muted"], ha="center", va="top")
        for name, (x, y) in zip(NEURONS, self.drawing.centers[1], strict=False):
            page.text(x - 16, y + 36, name, ha="right", va="center")
        self.arithmetic = [WeightedSum(page, 170, 44, terms=2), WeightedSum(page, 120, 44, terms=3)]
        ax = panel(self.figure, 536, 112, 224, 224)
        plane(ax, self.network, self.X, self.Y, labels=("ring", "disk"), axis_labels=("x₁", "x₂"),
              limits=(-6, 6, -6, 6))
        ax.set(xticks=(), yticks=())
        self.point, = ax.plot(*POINT, "o", markersize=points(15), markerfacecolor="none",
                              markeredgecolor=palette["accent"], zorder=6,
                              markeredgewidth=points(STROKES["edge"] + 1))
