"""Forward propagation, the ideal case: one neuron's sum, then all sixteen, then three digits."""
import numpy as np
from matplotlib.patches import BoxStyle, Circle, FancyBboxPatch

from nnbasics.figures import digit_network, film
from nnbasics.figures.bars import Bars
from nnbasics.figures.encoding import activation_fill, activation_scale, bead_radius, text_on
from nnbasics.figures.squares import Squares, grid
from nnbasics.figures.style import RADII, STROKES, canvas, colors, number, points

DIGITS = (3, 4, 7)  # the first test digit of each kind
NEURON = 3  # of the first hidden layer: the chapter works out the same one
CELL, FOOT = 18, 246  # of the three pictures: the width of a square, and where all stand
SUM, PLACE = (362, 178), (468, 96)  # where the products go, and where the neuron is
BAR = 48  # pixels, of an output of 1
NUMBERS = "pixels", "weights", "products"  # the pictures, and the steps in which they come
WORDS = {
    "pixels": f"A handwritten {DIGITS[0]}: 64 pixels",
    "weights": f"Neuron {NEURON + 1} has a weight for each",
    "products": "Each pixel times its weight",
    "sum": "The 64 products become one sum",
    "bias": "The sum plus the bias is z",
    "fill": "z is positive: the ReLU passes it on",
    "zoom": "That was one neuron of sixteen",
    "sixteen": "The same sixteen times",
    "second": "The second layer: the same again",
    "output": "And the ten outputs",
    "digit 1": f"Another digit: a {DIGITS[1]}",
    "digit 2": f"Another digit: a {DIGITS[2]}",
}


class Scene(film.Scene):
    title = "One neuron's sum, then all sixteen, then three digits"
    scale = 1.25

    def __init__(self):
        self.network = digit_network.trained()
        self.trace = self.network.forward(np.concatenate([digit_network.first(digit) for digit in DIGITS]))
        self.outputs = self.trace.activations[-1]
        self.reads = self.outputs.argmax(axis=1)
        layer, self.pixels = self.network.layers[0], self.trace.activations[0][0]
        self.weights, self.bias = layer.weights[:, NEURON], layer.biases[NEURON]
        self.products = self.pixels * self.weights
        self.z, self.activation = (values[0, NEURON] for values in (
            self.trace.preactivations[0], self.trace.activations[1]))
        self.timeline = film.Timeline(
            0.2, ("pixels", 0.4), 0.8, ("weights", 0.4), 1.1, ("products", 0.5), 1.1, ("sum", 1.5), 0.5,
            ("bias", 0.3), 1.0, ("fill", 0.3), 1.3, ("zoom", 0.6), 0.4, ("sixteen", 1.4), 0.4,
            ("second", 0.4), 0.6, ("output", 0.4), 1.6, ("digit 1", 1.0), 1.1, ("digit 2", 1.0), 1.6,
            ("clear", 0.3))
        self.poster = self.timeline.end("fill")
        accuracy = self.network.accuracy(*digit_network.test_digits())
        self.description = (
            f"First, one neuron. The 64 pixels of a handwritten {DIGITS[0]} are multiplied by the 64 weights "
            f"of neuron {NEURON + 1}, blue for positive and orange for negative. The products collapse into "
            f"their sum, {number(self.products.sum(), 3)}; with the bias of {number(self.bias, 3)}, z is "
            f"{number(self.z, 3)}, and the ReLU passes it on. The other fifteen neurons of the layer do the "
            f"same, then the second layer and the ten outputs: {number(self.outputs[0].max(), 3)} for the "
            f"{self.reads[0]} is the largest. Two more digits follow, a {DIGITS[1]} and a {DIGITS[2]}, and "
            f"are read as {self.reads[1]} and {self.reads[2]}. Of all test digits this network reads "
            f"{number(100 * accuracy)} %.")
        self._draw()
        self.update(0)

    def update(self, frame):
        now, _ = self.timeline.latest(frame)
        done = self.timeline.done(frame)
        self._show_neuron(done)
        answered = self._show_network(done) or now == "clear"
        said = f"The network reads a {self.reads[self.example]}"
        self.words.set(text=said if answered else WORDS.get(now, ""), alpha=1 - done["clear"])

    def _show_neuron(self, done):
        zoom = done["zoom"]
        left = max(0, 1 - 3 * zoom)  # what the network has no room for leaves at once
        self.pictures[0].move(zoom, self.drawing.centers[0], 2 * self.drawing.radii[0])
        for picture, names, step in zip(self.pictures, self.names, NUMBERS, strict=True):
            picture.set_alpha(done[step] * left)
            for name in names:
                name.set_alpha(done[step] * left)
        self.pictures[0].set_alpha(done["pixels"] * (zoom < 1))
        arrived = (1.8 * done["sum"] - np.linspace(0.8, 0, 64)).clip(0, 1)  # the lowest row leaves first
        self.flying.move(arrived, SUM, np.where(arrived < 1, CELL / 3, 0))
        self.flying.set_alpha(float(0 < done["sum"] < 1))
        self.pictures[2].set_alpha((1 - 0.75 * done["sum"]) * done["products"] * left)
        self.sums[0][1].set_text(number(self.products[arrived == 1].sum(), 3))
        for words, step in zip(self.sums, ("sum", "bias", "bias"), strict=True):
            for artist in words:
                artist.set_alpha(min(1, 4 * done[step]) * left)
        self._show_circle(done, left)

    def _show_circle(self, done, left):
        zoom, neuron = done["zoom"], self.drawing.centers[1][NEURON]
        center = np.asarray(PLACE) + zoom * (neuron - PLACE)
        radius = RADII["neuron-film"] + zoom * (self.drawing.radii[1] - RADII["neuron-film"])
        seen = done["weights"] * (zoom < 1)
        color = activation_fill(self.activation * done["fill"], self.full, self.palette)
        self.circle.set(center=center, radius=radius, facecolor=color, alpha=seen)
        self.bead.set(center=center + (0, radius), alpha=done["bias"] * seen,
                      radius=bead_radius(self.bias, self.drawing.bias_scale, radius))
        self.inside.set(position=center, color=text_on(color), alpha=done["fill"] * left)
        self.label.set_alpha(seen * left)
        for artist in self.arrow:
            artist.set_alpha(done["fill"] * left)

    def _show_network(self, done):
        seen = max(0, (3 * done["zoom"] - 1) / 2) * (1 - done["clear"])
        fills = self._fills(done)
        self.drawing.show(self.trace, self.example, reached=fills)
        self.drawing.light(self.trace, self.example)
        for index, edges in enumerate(self.drawing.edges):
            alpha = edges.get_alpha().reshape(self.network.layers[index].weights.shape)
            edges.set_alpha((alpha * fills[index + 1] * (seen == 1)).ravel())  # once their neuron is full
        for layer, step in ((2, "second"), (3, "output")):
            self.drawing.pulse(layer, self.trace, done[step])
        self.drawing.neurons[0].set_alpha(seen * (done["zoom"] == 1))
        for artist in self.parts:
            artist.set_alpha(seen)
        answered = fills[-1] == 1 and seen == 1
        self.bars.show(self.outputs[self.example], fills[-1] * seen)
        for track in self.bars.tracks:
            track.set_alpha(seen)
        self.winner.set(visible=answered, y=self.drawing.centers[-1][self.reads[self.example], 1] - 18)
        return answered

    def _fills(self, done):
        """How full the neurons of each layer are, 0 or 1; sets whose digit it is."""
        self.example = sum(done[f"digit {example}"] > 0 for example in (1, 2))
        if self.example:
            # Without pulses, which are what a film's bytes go to.
            share = done[f"digit {self.example}"]
            return [float(share >= start) for start in (0, 0.3, 0.7, 1)]
        others = np.arange(16) - (np.arange(16) > NEURON)  # the neuron of before does not count
        first = np.where(np.arange(16) == NEURON, done["zoom"] == 1, 15 * done["sixteen"] > others + 0.5)
        return [1.0, first.astype(float), float(done["second"] == 1), float(done["output"] == 1)]

    def _draw(self):
        self.palette = palette = colors()
        write = {"fontsize": points(film.TEXT), "va": "center_baseline", "zorder": 9}
        muted = {**write, "color": palette["muted"], "ha": "center"}
        line = {"edgecolor": palette["line"], "linewidth": points(STROKES["outline"])}
        self.figure, page = canvas((film.WIDTH, 480))
        self.words = page.text(20, 452, "", **write)
        self.drawing = digit_network.draw(page, self.network, (78, 32, 366, 410), cell=14)
        rows = self.drawing.centers[-1][:, 1]
        self.parts = [*self.drawing.neurons[1:], *(bead for layer in self.drawing.beads for bead in layer)]
        self.parts += [page.text(402, row, name, ha="center", **write)
                       for name, row in zip(digit_network.NAMES, rows, strict=True)]
        self.bars = Bars(page, 422, BAR, rows, decimals=3, text=film.TEXT)
        self.winner = page.add_patch(FancyBboxPatch(
            (346, 0), 206, 36, boxstyle=BoxStyle("Round", pad=0, rounding_size=RADII["panel"]),
            facecolor="none", edgecolor=palette["accent"], linewidth=points(STROKES["edge"])))

        lefts, values = (20, 208, 396), (self.pixels, self.weights, self.products)
        grids = [grid(left, FOOT, CELL) for left in lefts]
        self.pictures = [Squares(page, each, centers, CELL)
                         for each, centers in zip(values, grids, strict=True)]
        self.flying = Squares(page, self.products, grids[-1], CELL, zorder=8)
        self.names = [[page.text(left + 72, 412, name, **muted)]
                      for left, name in zip(lefts, NUMBERS, strict=True)]
        for left, sign, names in zip(lefts[1:], "×=", self.names[1:], strict=True):
            names.append(page.text(left - 22, FOOT + 72, sign, **muted))
        self.sums = [
            [page.text(20, row, name, **write), page.text(344, row, number(value, 3), ha="right", **write)]
            for row, name, value in zip((SUM[1], 140, PLACE[1]), ("sum of the products", "+ bias", "= z"),
                                        (0, self.bias, self.z), strict=True)]
        self.sums[2] += page.plot([20, 344], [118, 118], color=palette["line"], linewidth=line["linewidth"])
        self.full = activation_scale(self.trace.activations[1])
        self.circle = page.add_patch(Circle(PLACE, 0, zorder=6, **line))
        self.bead = page.add_patch(Circle(PLACE, 0, zorder=7, color=palette["positive"]))
        self.inside = page.text(*PLACE, number(self.activation, 3), ha="center", **write)
        self.label = page.text(PLACE[0], 32, f"neuron {NEURON + 1}", **muted)
        self.arrow = [page.annotate("", (PLACE[0] - 44, PLACE[1]), (356, PLACE[1]), arrowprops={
            "arrowstyle": "-|>", "color": palette["line"], "linewidth": points(STROKES["line"])}).arrow_patch,
            page.text(390, PLACE[1] + 20, "ReLU", **muted)]
