"""One forward pass through a network with one hidden layer, neuron by neuron, with its numbers."""
import numpy as np

from nnbasics.datasets import circle
from nnbasics.figures import film
from nnbasics.figures.network_drawing import NetworkDrawing
from nnbasics.figures.plane import plane
from nnbasics.figures.style import RADII, STROKES, canvas, colors, number, panel, points
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
    "h₁": "Hidden neuron h₁: a sum, through tanh",
    "h₂": "Hidden neuron h₂: the same, other weights",
    "h₃": "Hidden neuron h₃: and once more",
    "y": "The output: the same with h₁, h₂, h₃, and σ",
    "whole": "Hardly in the blue disk: it is in the ring",
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
            "map below the network shows.")
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
        write = {"fontsize": points(film.TEXT), "va": "center_baseline"}
        muted = {**write, "color": palette["muted"]}
        self.figure, page = canvas((film.WIDTH, 640))
        self.words = page.text(20, 612, "", **write)
        self.drawing = NetworkDrawing(page, self.network, (90, 324, 450, 524), radius=RADII["neuron-film"],
                                      spacing=100, input_names=["x₁", "x₂"], type_sizes=film.TYPE)
        x, y = self.drawing.centers[2][0]
        for below, words in ((62, "probability"), (90, "of the disk")):
            page.text(x, y - below, words, ha="center", **muted)
        for name, (x, y) in zip(NEURONS, self.drawing.centers[1], strict=False):
            page.text(x + 32, y + 47, name, **write)
        self.arithmetic = [WeightedSum(page, 20, 268, 198, terms=2), WeightedSum(page, 20, 268, 222, terms=3)]
        ax = panel(self.figure, 308, 24, 232, 232)
        plane(ax, self.network, self.X, self.Y, labels=("ring", "disk"), limits=(-6, 6, -6, 6),
              text=film.TEXT)
        ax.set(xticks=(), yticks=())
        for place, name, side in (((0.97, 0.06), "x₁", "right"), ((0.03, 0.93), "x₂", "left")):
            ax.text(*place, name, ha=side, transform=ax.transAxes, zorder=6, **write)
        self.point, = ax.plot(*POINT, "o", markersize=points(2 * (RADII["point"] + RADII["ring"])),
                              markerfacecolor="none", markeredgecolor=palette["accent"], zorder=6,
                              markeredgewidth=points(STROKES["strong"]))
