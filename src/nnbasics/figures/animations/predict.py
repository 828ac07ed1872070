"""Forward propagation, the ideal case: a digit flows through the trained network."""
from matplotlib.patches import BoxStyle, FancyBboxPatch

from nnbasics.figures import digit_network, film
from nnbasics.figures.bars import Bars
from nnbasics.figures.style import RADII, STROKES, canvas, colors, number, points

DIGIT = 3
LAYERS = (1, 2, 3)
BAR = 64  # pixels, of an output of 1


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
            1: "First layer: 16 sums of the pixels",
            2: "Second layer: 16 sums of those",
            3: f"Output: the network reads a {self.output.argmax()}",
        }.get(now, ""))

    def _draw(self):
        palette = colors()
        write = {"fontsize": points(film.TEXT)}
        self.figure, page = canvas((film.WIDTH, 480))
        self.words = page.text(20, 452, "", va="center", **write)
        self.drawing = digit_network.draw(page, self.network, (78, 32, 366, 410), cell=14)
        rows = self.drawing.centers[-1][:, 1]
        for name, row in zip(digit_network.NAMES, rows, strict=True):
            page.text(402, row, name, ha="center", va="center_baseline", **write)
        self.bars = Bars(page, 422, BAR, rows, text=film.TEXT)
        self.winner = page.add_patch(FancyBboxPatch(
            (346, rows[self.output.argmax()] - 18), 202, 36, facecolor="none",
            boxstyle=BoxStyle("Round", pad=0, rounding_size=RADII["panel"]), edgecolor=palette["accent"],
            linewidth=points(STROKES["edge"])))
