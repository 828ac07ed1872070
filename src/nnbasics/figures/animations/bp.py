"""Each training data has his/her own saying: three digits pull at the same weights, each its own way."""
import numpy as np

from nnbasics.datasets import digits, split
from nnbasics.figures import digit_network, film
from nnbasics.figures.style import canvas, number, points

PLACES = (5, 15, 21)  # of training digits: one that is read right, two that are not
EPOCHS = 2
FAINT = 0.03  # share of the largest wish below which an edge is left out


class Scene(film.Scene):
    title = "Three training digits pull at the same weights"
    scale = 1.25

    def __init__(self):
        (X, labels), _ = split(*digits())
        self.network = digit_network.trained(EPOCHS)
        self.X, self.labels = X[list(PLACES)], labels[list(PLACES)]
        self.trace = self.network.forward(self.X)
        self.reads = self.trace.activations[-1].argmax(axis=1)
        gradients = self.network.backward(self.trace, self.labels, per_example=True)
        self.wishes = -gradients.flat
        self.loud = np.linalg.norm(self.wishes, axis=1)
        steps = [((f"see {i}", 0.3), 0.9, (f"pull {i}", 0.3), 2.6, (f"leave {i}", 0.2), 0.2)
                 for i in range(len(PLACES))]
        self.timeline = film.Timeline(0.2, *[step for each in steps for step in each])
        self.poster = self.timeline.end("pull 1")
        pulls = "; ".join(f"a {label} read as {self._a(read)} pulls with {number(loud)}" for label, read, loud
                          in zip(self.labels, self.reads, self.loud, strict=True))
        self.description = (
            f"A network that reads digits has been trained for {EPOCHS} epochs. Three training digits "
            "pass through it, one after the other, and each shows what it wants of every weight: solid "
            "blue edges should grow, dashed orange ones shrink, and the wider, the more. "
            f"{pulls.capitalize()}. The digit that is read right has next to nothing to say, and the "
            "other two want different things of the same weights.")
        self._draw()
        self.update(0)

    def update(self, frame):
        done = self.timeline.done(frame)
        begun = [i for i in range(len(PLACES)) if done[f"see {i}"] > 0]
        now = begun[-1] if begun else 0
        kept = 1 - done[f"leave {now}"]
        pulled = done[f"pull {now}"]
        self._show_wishes(now)
        self.drawing.show(self.trace, now, reached=[done[f"see {now}"] * kept] * 4)
        for edges, strengths in zip(self.drawing.edges, self.strengths, strict=True):
            edges.set_alpha(strengths * pulled * kept)
        for bead in [bead for layer in self.drawing.beads for bead in layer]:
            bead.set_alpha(pulled * kept)
        label, read = self.labels[now], self.reads[now]
        self.words.set_text(f"A {label}, read as {self._a(read)}" if done[f"see {now}"] else "")
        self.words.set_alpha(kept)
        self.voice.set_text(f"Its pull at all weights: {number(self.loud[now])}" if pulled else "")
        self.voice.set_alpha(pulled * kept)

    def _show_wishes(self, now):
        if now == self.shown:
            return
        self.shown, self.pull.parameters = now, self.wishes[now]
        self.drawing.update()
        self.strengths = []
        for edges, wishes in zip(self.drawing.edges, self.pull.layers, strict=True):
            share = np.abs(wishes.weights.ravel()) / self.largest
            # Thousands of hairs would cost a second a frame, and nobody would see them.
            edges.set_segments([ends if s > FAINT else ends[:1]
                                for ends, s in zip(edges.get_segments(), share, strict=True)])
            self.strengths.append(np.minimum(1, 2.5 * np.sqrt(share)))

    def _draw(self):
        self.figure, page = canvas((film.WIDTH, 496))
        text = {"fontsize": points(film.TEXT), "va": "center"}
        self.words = page.text(24, 468, "", **text)
        self.voice = page.text(24, 436, "", **text)
        # The drawing is of a network whose weights are the wishes, all three on one scale.
        self.pull, self.shown = self.network.copy(), None
        self.largest = np.abs(self.wishes).max()
        self.drawing = digit_network.draw(page, self.pull, (90, 36, 490, 396), cell=15)
        self.drawing.weight_scale = self.drawing.bias_scale = self.largest
        for name, center in zip(digit_network.NAMES, self.drawing.centers[-1], strict=True):
            page.text(522, center[1], name, ha="center", va="center_baseline",
                      fontsize=points(film.TEXT))

    @staticmethod
    def _a(digit):
        return f"{'an' if digit == 8 else 'a'} {digit}"
