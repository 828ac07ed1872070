"""What we usually get: the same digit, the same network untrained, and what its answer costs."""
import numpy as np
from matplotlib.patches import Circle

from nnbasics.figures import digit_network, film
from nnbasics.figures.bars import Bars
from nnbasics.figures.style import STROKES, TEXT, canvas, colors, fill, number, points, text_on

DIGIT = 3
LAYERS = (1, 2, 3)
WORDS = {
    "arrive": f"The same {DIGIT}, the same network, but untrained",
    1: "Its weights are random …",
    2: "Its weights are random …",
    3: "… and so is what comes out: a bit of everything",
    "wanted": f"Wanted was 1 for the {DIGIT} and 0 for all others",
    "squares": "Every output is wrong by a difference; we square it",
    "cost": "Their sum is the cost: one number for how bad it is",
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
        self.costs.show(self.squares, rows * kept)
        self.sum.set_text(number(self.squares[rows == 1].sum(), 3))
        for artist in self.wanted_column:
            artist.set_alpha(done["wanted"] * kept)
        for artist in self.squares_column:
            artist.set_alpha(rows[0] * kept)
        self.total.set_alpha(done["cost"] * kept)

    def _draw(self):
        palette = colors()
        middle = {"ha": "center", "va": "center_baseline"}
        right = {"ha": "right", "va": "center_baseline"}
        self.figure, page = canvas((784, 504))
        self.words = page.text(24, 474, "", fontsize=points(TEXT + 3), va="center")
        self.drawing = digit_network.draw(page, self.network, (76, 100, 384, 408), cell=14)
        rows = self.drawing.centers[-1][:, 1]
        for name, row in zip(digit_network.NAMES, rows, strict=True):
            page.text(412, row, name, fontsize=points(TEXT + 2), **middle)
        heads = ((474, "got"), (580, "wanted"), (692, "(got − wanted)²"))
        _, wanted, squares = [page.text(x, 434, text, color=palette["muted"], **middle)
                              for x, text in heads]
        self.bars = Bars(page, 430, 60, rows)
        self.wanted_column = [wanted]
        for row, value in zip(rows, self.wanted, strict=True):
            self.wanted_column += [
                page.add_patch(Circle((580, row), 11, facecolor=fill(value), zorder=1,
                                      edgecolor=palette["line"],
                                      linewidth=points(STROKES["outline"]))),
                page.text(580, row, number(value, 0), color=text_on(fill(value)), **middle)]
        self.costs = Bars(page, 632, 76, rows, color="accent", decimals=3)
        line, = page.plot([632, 752], [80, 80], color=palette["line"],
                          linewidth=points(STROKES["hair"]))
        self.sum = page.text(752, 62, "", fontsize=points(TEXT - 1), **right)
        self.squares_column = [squares, line, self.sum, *self.costs.tracks]
        self.total = page.text(752, 32, f"cost = {number(self.squares.sum(), 3)}",
                               color=palette["accent"], fontsize=points(TEXT + 3), **right)
