"""An artificial neuron is a logistic regression: the petal of one flower passes through it."""
import numpy as np
from matplotlib.patches import Circle, FancyBboxPatch

from nnbasics.datasets import iris
from nnbasics.figures import film
from nnbasics.figures.curve import curve
from nnbasics.figures.network_drawing import NetworkDrawing
from nnbasics.figures.style import STROKES, TEXT, canvas, colors, fill, number, panel, points, text_on
from nnbasics.figures.weighted_sum import WeightedSum
from nnbasics.network import Network
from nnbasics.optimizers import SGD
from nnbasics.training import fit

FLOWER = 73  # a virginica near the boundary: the neuron is fairly, not wholly, sure
MIDDLE = 226  # height of the neuron in the drawing
WORDS = {
    "arrive": "The petal of one flower: two numbers arrive",
    "length": "Each is multiplied by its weight …",
    "width": "Each is multiplied by its weight …",
    "bias": "… and summed up, together with the bias",
    "squash": "The sigmoid squashes the sum to a number between 0 and 1 …",
    "answer": "… the probability that the flower is a virginica",
}


def fitted_neuron(X, Y):
    """The logistic regression of Y on X, weights and bias rounded to one decimal.

    Rounded, all sums in the film are exact, and can be checked by hand.
    """
    middle, spread = X.mean(axis=0), X.std(axis=0)
    scaled = Network([2, 1], output="sigmoid")
    fit(scaled, (X - middle) / spread, Y, epochs=4000, batch_size=len(X), optimizer=SGD(1.0, momentum=0.9))
    # z = w · (x − middle) / spread + b, written for x in centimeters.
    weights = scaled.layers[0].weights[:, 0] / spread
    neuron = Network([2, 1], output="sigmoid")
    neuron.layers[0].weights[:, 0] = np.round(weights, 1)
    neuron.layers[0].biases[:] = np.round(scaled.layers[0].biases - weights @ middle, 1)
    return neuron


class Scene(film.Scene):
    title = "An artificial neuron at work on one flower"

    def __init__(self):
        X, Y = iris()
        self.network = fitted_neuron(X, Y)
        self.trace = self.network.forward(X[FLOWER:FLOWER + 1])
        self.inputs = self.trace.activations[0][0]
        self.weights, self.bias = self.network.layers[0].weights[:, 0], self.network.layers[0].biases[0]
        self.terms = self.inputs * self.weights
        self.sum, self.output = self.trace.preactivations[0][0, 0], self.trace.activations[1][0, 0]
        self.timeline = film.Timeline(
            0.3, ("arrive", 0.4), 1.2, ("length", 0.4), 1.0, ("width", 0.4), 1.0, ("bias", 0.4), 1.6,
            ("squash", 0.4), 1.4, ("answer", 0.4), 2.6, ("clear", 0.3))
        self.poster = self.timeline.end("answer")
        self.description = (
            f"A petal {number(self.inputs[0], 1)} cm long and {number(self.inputs[1], 1)} cm wide enters an "
            f"artificial neuron at two inputs. They are multiplied by the weights {number(self.weights[0], 1)} "
            f"and {number(self.weights[1], 1)}, which gives {number(self.terms[0], 2)} and "
            f"{number(self.terms[1], 2)}. With the bias of {number(self.bias, 1)} the sum is "
            f"{number(self.sum, 2)}. The sigmoid turns it into {number(self.output)}: the probability that "
            "the flower is a virginica.")
        self._draw()
        self.update(0)

    def _draw(self):
        palette = colors()
        self.figure, page = canvas()
        self.words = page.text(24, 390, "", fontsize=points(TEXT + 3), va="center")
        page.add_patch(FancyBboxPatch((308, 106), 332, 250, boxstyle="round,pad=0,rounding_size=12",
                                      facecolor=palette["surface"], edgecolor="none", zorder=0))
        page.text(322, 338, "the neuron", color=palette["muted"], va="center")
        self.drawing = NetworkDrawing(
            page, self.network, (136, 150, 366, 302), radius=38, spacing=152,
            input_names=["petal\nlength\nx₁, cm", "petal\nwidth\nx₂, cm"],
            parameters=[(["w₁", "w₂"], ["b"])])
        self.sum_words = page.text(366, MIDDLE, "Σ", fontsize=points(17), ha="center", va="center_baseline",
                                   zorder=9)
        page.text(366, MIDDLE - 54, "sum z", color=palette["muted"], ha="center", va="center")
        for ends in ((406, 448), (628, 672)):
            page.annotate("", (ends[1], MIDDLE), (ends[0], MIDDLE), arrowprops={
                "arrowstyle": "-|>", "color": palette["line"], "linewidth": points(STROKES["line"])})

        self.ax = panel(self.figure, 478, 152, 142, 138)
        self.ax.set(ylim=(0, 1.08), yticks=(0, 0.5, 1), xticks=(-4, 0, 4), facecolor="none")
        self.ax.set_yticks((0, 0.5, 1), ("0", "0.5", "1"))
        self.ax.set_xticks((-4, 0, 4), ("−4", "0", "4"))
        page.text(549, 318, "sigmoid σ(z)", color=palette["muted"], ha="center", va="center")
        self.move_point = curve(self.ax, lambda z: 1 / (1 + np.exp(-z)), (-6, 6))

        self.answer = page.add_patch(Circle((714, MIDDLE), 38, edgecolor=palette["line"],
                                            linewidth=points(STROKES["outline"])))
        self.answer_words = page.text(714, MIDDLE, number(self.output), fontsize=points(16), ha="center",
                                      va="center_baseline")
        page.text(714, MIDDLE - 54, "probability of\nvirginica", color=palette["muted"], ha="center", va="top")
        self.arithmetic = WeightedSum(page, 116, 40, terms=2)
        self.arithmetic.write(self.inputs, self.weights, self.bias, "σ", self.sum, self.output)

    def update(self, frame):
        done = {name: self.timeline.progress(name, frame) for name in self.timeline.spans}
        kept = 1 - done["clear"]
        now, _ = self.timeline.latest(frame)
        self.words.set_text(WORDS.get(now, ""))
        self.drawing.show(self.trace, reached=[done["arrive"] * kept, 0])
        on_the_way = "length" if done["length"] < 1 else "width"
        self.drawing.pulse(1, self.trace, [[done["length"]], [done["width"]]])
        partial = [self.terms[0], self.terms.sum(), self.sum]
        arrived = sum(done[name] == 1 for name in ("length", "width", "bias"))
        self.sum_words.set_text(number(partial[arrived - 1], 2) if arrived and kept == 1 else "Σ")
        self.arithmetic.reveal([done["length"] * kept, done["width"] * kept], done["bias"] * kept,
                               done["answer"] * kept)
        at_curve = done["squash"] > 0 and kept == 1
        self.move_point(lambda z: 1 / (1 + np.exp(-z)), self.sum * done["squash"] if at_curve else None)
        share = done["answer"] * kept
        color = fill(self.output * share)
        self.answer.set_facecolor(color)
        self.answer_words.set(color=text_on(color), alpha=share)
