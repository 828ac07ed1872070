"""What we usually get: the same digit, the same network untrained, and what its answer costs."""
import numpy as np

from nnbasics.figures import digit_network, film
from nnbasics.figures.bars import Bars
from nnbasics.figures.style import RADII, STROKES, canvas, colors, number, points

DIGIT = 3
LAYERS = (1, 2, 3)
BAR = 100  # pixels, of an output of 1
WORDS = {
    "arrive": f"The same {DIGIT}, the network untrained",
    1: "Its weights are random …",
    2: "Its weights are random …",
    3: "… and so is what comes out",
    "wanted": f"Wanted: 1 for the {DIGIT}, 0 for the others",
    "squares": "How far off is each? That, squared",
    "cost": "Their sum is the cost: how bad it is",
}


class Scene(film.Scene):
    title = "The same network, untrained: trash, and its cost"
    scale = 1.5

    def __init__(self):
        self.network = digit_network.untrained()
        self.trace = self.network.forward(digit_network.first(DIGIT))
        self.got = self.trace.activations[-1][0]
        self.wanted = np.eye(10)[DIGIT]
        self.squares = (self.got - self.wanted) ** 2
        self.timeline = film.Timeline(
            0.2, ("arrive", 0.3), 0.5, (1, 0.3), 0.3, (2, 0.3), 0.3, (3, 0.3), 1.8, ("wanted", 0.3),
            1.6, ("squares", 2.0), 1.2, ("cost", 0.3), 3.2, ("clear", 0.3))
        self.poster = self.timeline.end("cost")
        accuracy = self.network.accuracy(*digit_network.test_digits())
        self.description = (
            f"The same handwritten {DIGIT} flows through the same network before any training. All "
            f"ten outputs come out between {number(self.got.min(), 2)} and "
            f"{number(self.got.max(), 2)}, the largest for the {self.got.argmax()}; wanted was 1 "
            f"for the {DIGIT} and 0 for the others. The squared differences between got and wanted "
            f"add up to the cost, {number(self.squares.sum(), 3)}. Of all test digits this network "
            f"reads {number(100 * accuracy)} %, which is what guessing gives.")
        self._draw()
        self.update(0)

    def update(self, frame):
        now, _ = self.timeline.latest(frame)
        done = self.timeline.done(frame)
        kept = 1 - done["clear"]
        reached = [float(done[layer] == 1 and kept == 1) for layer in LAYERS]
        self.words.set_text(WORDS.get(now, ""))
        self.drawing.show(self.trace, reached=[done["arrive"] * kept, *reached])
        self.drawing.light(self.trace, reached=reached)
        for layer in LAYERS:
            self.drawing.pulse(layer, self.trace, done[layer])
        rows = (10 * done["squares"] - np.arange(10)).clip(0, 1)  # one row after the other
        self.bars.show(self.got, reached[-1])
        for words, share in zip(self.costs, rows, strict=True):
            words.set_alpha(share * kept)
        self.sum.set_text(number(self.squares[rows == 1].sum(), 3))
        for artist in self.wanted_column:
            artist.set_alpha(done["wanted"] * kept)
        for artist in self.squares_column:
            artist.set_alpha(rows[0] * kept)
        self.total.set_alpha(done["cost"] * kept)

    def _draw(self):
        palette = colors()
        write = {"fontsize": points(film.TEXT), "va": "center_baseline"}
        right, muted = {**write, "ha": "right"}, {**write, "color": palette["muted"]}
        self.figure, page = canvas((film.WIDTH, 580))
        self.words = page.text(20, 552, "", **write)
        self.drawing = digit_network.draw(page, self.network, (62, 96, 226, 478), cell=10)
        rows = self.drawing.centers[-1][:, 1]
        for name, row in zip(digit_network.NAMES, rows, strict=True):
            page.text(262, row, name, ha="center", **write)
        page.text(282, 510, "got", **muted)
        self.bars = Bars(page, 282, BAR, rows, text=film.TEXT, gap=16)
        marks, = page.plot(282 + BAR * self.wanted, rows, "o", markersize=points(2 * RADII["dot"]), zorder=4,
                           markerfacecolor=palette["paper"], markeredgecolor=palette["accent"],
                           markeredgewidth=points(STROKES["edge"]))
        wanted = page.text(336, 510, "○ wanted", color=palette["accent"], **write)
        self.wanted_column = [wanted, marks]
        self.costs = [page.text(544, row, number(square, 3), **right)
                      for row, square in zip(rows, self.squares, strict=True)]
        line, = page.plot([474, 544], [70, 70], color=palette["line"], linewidth=points(STROKES["outline"]))
        squared = page.text(544, 510, "squared", ha="right", **muted)
        self.sum = page.text(544, 48, "", **right)
        self.squares_column = [squared, line, self.sum]
        self.total = page.text(462, 48, "cost", color=palette["accent"], fontweight="bold", **right)
