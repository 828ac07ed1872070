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
STEPS = ["h₁", "h₂", "h₃", "y"]


def trained_network(X, Y):
    """2-3-1, trained to tell the disk from the ring, weights and biases rounded to one decimal.

    Rounded, the sums in the film can be checked by hand; it still puts every example right.
    """
    network = Network([2, 3, 1], hidden="tanh", output="sigmoid")
    fit(network, X, Y, epochs=300, batch_size=20, optimizer=Adam(0.02), penalty=L2(0.002))
    for layer in network.layers:
        layer.weights[:], layer.biases[:] = np.round(layer.weights, 1), np.round(layer.biases, 1)
    return network


class Scene(film.Scene):
    title = "A forward pass through one hidden layer"

    def __init__(self):
        X, Y = circle()
        self.network = trained_network(X, Y)
        self.trace = self.network.forward(np.array([POINT]))
        self.timeline = film.Timeline(
            0.3, ("arrive", 0.4), 1.2, *(step for name in STEPS for step in ((name, 0.4), 2.0)),
            ("whole", 0.3), 2.2, ("clear", 0.3))
        self.poster = self.timeline.end("whole")
        hidden, self.output = self.trace.activations[1][0], self.trace.activations[2][0, 0]
        self.description = (
            f"The point x₁ = {number(POINT[0], 1)}, x₂ = {number(POINT[1], 1)} passes through a trained "
            "network from left to right. Each of the three hidden neurons multiplies the two inputs by its "
            "weights, adds its bias and applies tanh: they come to "
            f"{number(hidden[0], 2)}, {number(hidden[1], 2)} and {number(hidden[2], 2)}. The output neuron "
            f"does the same with these three and a sigmoid, and gives {number(self.output)}: the "
            "probability that the point belongs to the blue disk, which a map beside the network shows.")

        palette = colors()
        self.figure, page = canvas()
        self.words = page.text(24, 390, "", fontsize=points(TEXT + 3), va="center")
        self.drawing = NetworkDrawing(page, self.network, (76, 132, 416, 326), radius=27, spacing=97,
                                      input_names=["x₁", "x₂"])
        center = self.drawing.centers[2][0]
        page.text(center[0], center[1] - 38, "probability\nof blue", color=palette["muted"], ha="center",
                  va="top")
        for name, place in zip(STEPS, self.drawing.centers[1]):
            page.text(place[0] - 16, place[1] + 36, name, ha="right", va="center")
        ax = panel(self.figure, 536, 112, 224, 224)
        plane(ax, self.network, X, Y, labels=("ring", "disk"), axis_labels=("x₁", "x₂"), limits=(-6, 6, -6, 6))
        ax.set(xticks=(), yticks=())
        self.point, = ax.plot(*POINT, "o", markersize=points(15), markerfacecolor="none",
                              markeredgecolor=palette["accent"], markeredgewidth=points(STROKES["edge"] + 1))
        self.arithmetic = {terms: WeightedSum(page, left, 44, terms) for terms, left in ((2, 170), (3, 120))}
        self.update(0)

    def update(self, frame):
        done = {name: self.timeline.progress(name, frame) for name in self.timeline.spans}
        now, share = self.timeline.latest(frame)
        kept = 1 - done["clear"]
        arrived = [float(done[name] == 1) * kept for name in STEPS]
        self.point.set_alpha(done["arrive"] * kept)
        self.drawing.show(self.trace, reached=[done["arrive"] * kept, arrived[:3], arrived[3]])
        self.drawing.pulse(1, self.trace, [done[name] for name in STEPS[:3]])
        self.drawing.pulse(2, self.trace, done["y"])
        self.words.set_text({
            None: "", "arrive": "A point arrives: two numbers", "y": "The output neuron does the same with h₁, h₂, h₃",
            "whole": f"The point is in the blue disk with probability {number(self.output)}: no", "clear": "",
        }.get(now, f"Hidden neuron {now}: inputs × weights, plus bias, through tanh"))
        for arithmetic in self.arithmetic.values():
            arithmetic.reveal(0, 0, 0)
        self.drawing.focus()
        if now in STEPS:
            layer, neuron = divmod(STEPS.index(now), 3)
            self.drawing.focus(layer + 1, neuron)
            self._write(layer, neuron, share)
        elif now in ("whole", "clear"):
            self._write(1, 0, kept)

    def _write(self, layer, neuron, share):
        here, inputs = self.network.layers[layer], self.trace.activations[layer][0]
        arithmetic = self.arithmetic[len(inputs)]
        arithmetic.write(inputs, here.weights[:, neuron], here.biases[neuron], ("tanh", "σ")[layer],
                         self.trace.preactivations[layer][0, neuron],
                         self.trace.activations[layer + 1][0, neuron], digits=(1, 2)[layer])
        arithmetic.reveal(share, share, float(share == 1))
