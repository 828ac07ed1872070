"""Forward propagation, the ideal case: a digit flows through the trained network."""
from matplotlib.patches import FancyBboxPatch

from nnbasics.figures import digit_network, film
from nnbasics.figures.bars import Bars
from nnbasics.figures.style import STROKES, TEXT, canvas, colors, number, points

DIGIT = 3
LAYERS = (1, 2, 3)


class Scene(film.Scene):
    title = "A digit flows through a trained network"
    scale = 1.5

    def __init__(self):
        self.network = digit_network.trained()
        self.trace = self.network.forward(digit_network.first(DIGIT))
        self.output = self.trace.activations[-1][0]
        self.timeline = film.Timeline(
            0.2, ("arrive", 0.4), 1.4, (1, 0.4), 1.4, (2, 0.4), 1.4, (3, 0.4), 3.4, ("clear", 0.3))
        self.poster = self.timeline.end(3)
        accuracy = self.network.accuracy(*digit_network.test_digits())
        self.description = (
            f"A handwritten {DIGIT} of 8 × 8 pixels flows from left to right through a network "
            "with two hidden layers of 16 neurons and ten outputs. Layer by layer the edges that "
            "carry much light up, blue for positive and dashed orange for negative weights, and "
            "the neurons fill with their activations. At the right one output stands out: "
            f"{number(self.output[DIGIT])} for the {DIGIT}. The network has been trained, and "
            f"reads {number(100 * accuracy)} % of the digits it has never seen.")
        self._draw()
        self.update(0)

    def update(self, frame):
        now, _ = self.timeline.latest(frame)
        done = self.timeline.done(frame)
        kept = 1 - done["clear"]
        reached = [float(done[layer] == 1 and kept == 1) for layer in LAYERS]
        self.drawing.show(self.trace, reached=[done["arrive"] * kept, *reached])
        self.drawing.light(self.trace, reached=reached)
        for layer in LAYERS:
            self.drawing.pulse(layer, self.trace, done[layer])
        self.bars.show(self.output, reached[-1])
        self.winner.set_visible(reached[-1] == 1)
        self.words.set_text({
            "arrive": f"A handwritten {DIGIT}: 64 pixels, 64 inputs",
            1: "First hidden layer: 16 weighted sums of the pixels",
            2: "Second hidden layer: 16 weighted sums of those",
            3: f"Output: the network reads a {self.output.argmax()}",
        }.get(now, ""))

    def _draw(self):
        palette = colors()
        self.figure, page = canvas((784, 472))
        self.words = page.text(24, 442, "", fontsize=points(TEXT + 3), va="center")
        self.drawing = digit_network.draw(page, self.network, (98, 40, 590, 400))
        rows = self.drawing.centers[-1][:, 1]
        for name, row in zip(digit_network.NAMES, rows, strict=True):
            page.text(622, row, name, fontsize=points(TEXT + 2), ha="center", va="center_baseline")
        self.bars = Bars(page, 642, 80, rows)
        self.winner = page.add_patch(FancyBboxPatch(
            (570, rows[self.output.argmax()] - 15), 200, 30, facecolor="none",
            boxstyle="round,pad=0,rounding_size=8", edgecolor=palette["accent"],
            linewidth=points(STROKES["edge"])))
