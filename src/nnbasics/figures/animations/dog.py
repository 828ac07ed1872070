"""A working network: silhouettes go in, one number comes out, dog or cat."""
import numpy as np
from matplotlib.patches import Circle

from nnbasics.datasets import cats_dogs, split
from nnbasics.figures import film
from nnbasics.figures.encoding import SHARES, edge_color, edge_dash, edge_width, parameter_scale
from nnbasics.figures.numbers import format_number
from nnbasics.figures.silhouettes import gray, place
from nnbasics.figures.style import RADII, STROKES, canvas, colors, fill, points
from nnbasics.network import Network
from nnbasics.optimizers import Adam
from nnbasics.training import fit

EPOCHS, HIDDEN = 20, 16
ANIMALS = ("cat", "dog")
SQUARE, OUTPUT = (24, 92, 244, 312), (450, 202)  # of the picture; the middle of the output neuron


class Scene(film.Scene):
    title = "Two animals that the network knows, and one that it mistakes"

    def __init__(self):
        train, (X, Y) = split(*cats_dogs())
        self.network = Network([784, HIDDEN, 1], hidden="relu", output="sigmoid", seed=0)
        fit(self.network, *train, epochs=EPOCHS, batch_size=32, optimizer=Adam(0.001), seed=0)
        outputs = self.network.predict(X)[:, 0]
        error = abs(outputs - Y[:, 0])
        dogs, cats = (np.flatnonzero((Y[:, 0] == is_dog) & (error < 0.01)) for is_dog in (1, 0))
        chosen = [dogs[0], cats[0], error.argmax()]
        self.X, self.labels, self.outputs = X[chosen], Y[chosen, 0].astype(int), outputs[chosen]
        self.hidden = self.network.forward(self.X).activations[1]
        parts = [((f"see {i}", 0.4), 1.2, (f"pass {i}", 0.5), 0.6, (f"say {i}", 0.3), 2.2) for i in range(3)]
        self.timeline = film.Timeline(0.2, *[step for part in parts for step in part], ("clear", 0.3))
        self.poster = self.timeline.end("say 0")
        said = [format_number(output) for output in self.outputs]
        right = 100 * self.network.accuracy(X, Y)
        self.description = (
            f"A white silhouette on black, 28 × 28 pixels, passes through {HIDDEN} hidden neurons to one "
            f"output, near 1 for a dog and near 0 for a cat. A {ANIMALS[self.labels[0]]} gives {said[0]}, a "
            f"{ANIMALS[self.labels[1]]} gives {said[1]}, and both are right. A third, a "
            f"{ANIMALS[self.labels[2]]}, gives {said[2]}, and that is wrong, as sure as the network is. It "
            f"gets {right:.1f} % of the {len(X)} test pictures right.")
        self._draw()
        self.update(0)

    def update(self, frame):
        done = self.timeline.done(frame)
        now = max((i for i in range(3) if done[f"see {i}"] > 0), default=0)
        kept = 1 - done["clear"]
        seen, passed, says = (done[f"{step} {now}"] * kept for step in ("see", "pass", "say"))
        self.image.set_data(gray(self.X[now]))
        self.image.set_alpha(seen)
        scale = abs(self.hidden[now]).max()
        products = self.hidden[now] * self.network.layers[1].weights[:, 0]
        for circle, line, activation, product in zip(self.circles, self.lines, self.hidden[now], products,
                                                     strict=True):
            circle.set_facecolor(fill(activation * passed, scale))
            width = edge_width(product, parameter_scale(products), STROKES["dense-max"])
            dash = (0, [length / width for length in edge_dash(product)]) if product < 0 else "solid"
            line.set(color=colors()[edge_color(product)], linewidth=points(width), linestyle=dash,
                     alpha=passed)
        output, label = self.outputs[now], self.labels[now]
        self.output.set_facecolor(fill(output * says, 1.0))
        right = (output > 0.5) == label
        self.number.set(text=format_number(output), alpha=says)
        self.verdict.set(text=ANIMALS[int(output > 0.5)] + ("" if right else " ✗"), alpha=says,
                         color=colors()["ink" if right else "accent"])
        self.words.set(text=f"A test picture: a {ANIMALS[label]}", alpha=seen)

    def _draw(self):
        palette = colors()
        write = {"fontsize": points(film.TEXT), "va": "center_baseline"}
        self.figure, page = canvas((film.WIDTH, 404))
        self.words = page.text(24, 374, "", **write)
        self.image = place(page, gray(self.X[0]), SQUARE)
        heights = np.linspace(346, 58, HIDDEN)
        radius = SHARES["gap"] * (heights[0] - heights[1])
        outline = dict(edgecolor=palette["line"], linewidth=points(STROKES["outline"]), zorder=3)
        self.lines = [page.plot([330, OUTPUT[0]], [y, OUTPUT[1]], zorder=2)[0] for y in heights]
        self.circles = [page.add_patch(Circle((330, y), radius, **outline)) for y in heights]
        self.output = page.add_patch(Circle(OUTPUT, RADII["neuron-film"], **outline))
        self.number = page.text(OUTPUT[0], OUTPUT[1] - 58, "", ha="center", **write)
        self.verdict = page.text(OUTPUT[0], OUTPUT[1] + 58, "", ha="center", fontweight="bold", **write)
        page.text(134, 24, "784 pixels", ha="center", color=palette["muted"], **write)
        page.text(330, 24, f"{HIDDEN} hidden", ha="center", color=palette["muted"], **write)
        page.text(OUTPUT[0] + 8, 24, "is it a dog?", ha="center", color=palette["muted"], **write)
        page.set(xlim=(0, film.WIDTH), ylim=(0, 404))

