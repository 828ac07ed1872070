"""An artificial neuron is a logistic regression: the petal of one flower passes through it."""
from matplotlib.patches import BoxStyle, Circle, FancyBboxPatch

from nnbasics.activations import sigmoid
from nnbasics.datasets import iris
from nnbasics.figures import film
from nnbasics.figures.curve import curve
from nnbasics.figures.network_drawing import NetworkDrawing
from nnbasics.figures.style import RADII, STROKES, canvas, colors, fill, number, panel, points, text_on
from nnbasics.figures.weighted_sum import WeightedSum
from nnbasics.network import Network

# What chapter 1 works out by hand, before anything is fitted: a flower, measured from a middling one, and
# a neuron.
FLOWER, MIDDLING = 78, [4.9, 1.7]
WEIGHTS, BIAS = [2.0, -1.0], -0.5
WORDS = {
    "arrive": "A flower's petal: two numbers arrive",
    "length": "Each is multiplied by its weight …",
    "width": "Each is multiplied by its weight …",
    "bias": "… and summed up, with the bias",
    "squash": "The sigmoid squashes the sum …",
    "answer": "… to the probability of a virginica",
}


class Scene(film.Scene):
    title = "An artificial neuron at work on one flower"

    def __init__(self):
        self.network = Network([2, 1], output="sigmoid")
        self.network.parameters[:] = *WEIGHTS, BIAS
        petals, _ = iris()
        self.trace = self.network.forward([(petals[FLOWER] - MIDDLING).round(1)])
        self.inputs = self.trace.activations[0][0]
        layer, = self.network.layers
        self.weights, self.bias = layer.weights[:, 0], layer.biases[0]
        self.terms = self.inputs * self.weights
        self.sum, self.output = self.trace.preactivations[0][0, 0], self.trace.activations[1][0, 0]
        self.timeline = film.Timeline(
            0.3, ("arrive", 0.4), 1.2, ("length", 0.4), 1.0, ("width", 0.4), 1.0, ("bias", 0.4),
            1.6, ("squash", 0.4), 1.4, ("answer", 0.4), 2.6, ("clear", 0.3))
        self.poster = self.timeline.end("answer")
        self.description = (
            "The petal of one flower enters an artificial neuron at two inputs: "
            f"{number(self.inputs[0], 1)} and {number(self.inputs[1], 1)}, by so many centimeters "
            "it is longer and wider than a middling petal. They are multiplied by the weights "
            f"{number(self.weights[0], 1)} and {number(self.weights[1], 1)}, which gives "
            f"{number(self.terms[0], 2)} and {number(self.terms[1], 2)}. With the bias of "
            f"{number(self.bias, 1)} the sum is {number(self.sum, 2)}. The sigmoid turns it into "
            f"{number(self.output)}: the probability that the flower is a virginica.")
        self._draw()
        self.update(0)

    def update(self, frame):
        now, _ = self.timeline.latest(frame)
        done = self.timeline.done(frame)
        kept = 1 - done["clear"]
        self.words.set_text(WORDS.get(now, ""))
        self.drawing.show(self.trace, reached=[done["arrive"] * kept, 0])
        self.drawing.pulse(1, self.trace, [[done["length"]], [done["width"]]])
        partial = ["Σ", *(number(total, 2) for total in (*self.terms.cumsum(), self.sum))]
        arrived = sum(done[name] == 1 for name in ("length", "width", "bias"))
        self.sum_words.set_text(partial[arrived if kept == 1 else 0])
        self.arithmetic.reveal([done["length"] * kept, done["width"] * kept], done["bias"] * kept,
                               done["answer"] * kept)
        at_curve = done["squash"] > 0 and kept == 1
        self.move_point(sigmoid, self.sum * done["squash"] if at_curve else None)
        share = done["answer"] * kept
        color = fill(self.output * share)
        self.answer.set_facecolor(color)
        self.answer_words.set(color=text_on(color), alpha=share)

    def _draw(self):
        palette = colors()
        write = {"fontsize": points(film.TEXT), "va": "center_baseline", "zorder": 9}
        muted = {**write, "color": palette["muted"]}
        self.figure, page = canvas((film.WIDTH, 620))
        self.words = page.text(20, 592, "", **write)
        page.add_patch(FancyBboxPatch(
            (300, 150), 240, 406, boxstyle=BoxStyle("Round", pad=0, rounding_size=RADII["panel"]), zorder=0,
            facecolor=palette["surface"], edgecolor="none"))
        page.text(526, 533, "the neuron", ha="right", **muted)
        self.drawing = NetworkDrawing(
            page, self.network, (70, 350, 400, 494), radius=RADII["neuron-film"], spacing=144,
            parameters=[(["w₁", "w₂"], ["b"])], type_sizes=film.TYPE)
        for (x, y), words in zip(self.drawing.centers[0], ("cm longer", "cm wider"), strict=True):
            page.text(x, y - 58, words, ha="center", **muted)
        x, y = self.drawing.centers[1][0]
        self.sum_words = page.text(x, y, "Σ", ha="center", **write)
        page.text(x + 52, y, "sum z", **muted)
        ax = panel(self.figure, 330, 196, 140, 118)
        page.text(484, 292, "σ(z)", **muted)
        ax.set(ylim=(0, 1.08), facecolor="none")
        ax.set_yticks((0, 1), ("0", "1"))
        ax.set_xticks((-4, 0, 4), ("−4", "0", "4"))
        ax.tick_params(labelsize=points(film.TEXT), length=0)
        self.move_point = curve(ax, sigmoid, (-6, 6), text=film.TEXT)
        for start, end in ((y - 44, 326), (160, 118)):
            page.annotate("", (x, end), (x, start), arrowprops={
                "arrowstyle": "-|>", "color": palette["line"], "linewidth": points(STROKES["line"])})

        self.answer = page.add_patch(Circle((x, 76), RADII["neuron-film"], edgecolor=palette["line"],
                                            linewidth=points(STROKES["outline"])))
        self.answer_words = page.text(x, 76, number(self.output), ha="center", **write)
        page.text(x, 18, "probability of virginica", ha="center", **muted)
        self.arithmetic = WeightedSum(page, 20, 270, 222, terms=2)
        self.arithmetic.write(self.inputs, self.weights, self.bias, "σ", self.sum, self.output)
