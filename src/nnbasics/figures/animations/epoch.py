"""Let's propagate forward and backward, with many epochs: the weights move, and the losses fall."""
import numpy as np
from matplotlib.colors import to_rgb

from nnbasics.datasets import digits, split
from nnbasics.figures import digit_network, film
from nnbasics.figures.style import RADII, STROKES, canvas, colors, number, panel, points

EPOCHS = 30
STOPS = (1, 2, 5, 30)  # where the film rests
STEP = 52  # from one picture of weights to the next
SHOWN = 6  # test digits


class Scene(film.Scene):
    title = "Thirty epochs: the weights move, and the losses fall"

    def __init__(self):
        self.train, self.test = split(*digits())
        self.networks = digit_network.snapshots(EPOCHS)
        self.losses = np.array([[net.loss(*part) for net in self.networks]
                                for part in (self.train, self.test)])
        self.right = [net.accuracy(*self.test) for net in self.networks]
        self.reads = [net.predict(self.test[0][:SHOWN]).argmax(axis=1) for net in self.networks]
        legs = [((f"epoch {stop}", seconds), 1.2)
                for stop, seconds in zip(STOPS, (0.8, 0.6, 0.8, 2.0), strict=False)]
        self.timeline = film.Timeline(
            0.2, ("begin", 0.4), 1.2, *[step for leg in legs for step in leg], 1.6, ("clear", 0.3))
        self.poster = self.timeline.end(f"epoch {EPOCHS}")
        first, second, last = (number(100 * self.right[epoch]) for epoch in (0, 2, EPOCHS))
        self.description = (
            "The training of the network that reads digits, epoch by epoch. At the left, how far the weights "
            "of the 16 neurons of its first hidden layer have moved from where they began, as pictures: "
            "blank at first, then with more and more shape. At the right, its loss on training digits, a "
            "solid line, and on test digits, a dashed one: both fall steeply in the first epochs, from "
            f"{number(self.losses[0, 0])}; then the training loss goes on to {number(self.losses[0, -1])} "
            f"while the test loss stays at about {number(self.losses[1, -1], 2)}. Below, the same test "
            f"digits with what is read. Of all test digits {first} % are read right before training, "
            f"{second} % after two epochs, {last} % at the end.")
        self._draw()
        self.update(0)

    def update(self, frame):
        done = self.timeline.done(frame)
        place = sum((stop - before) * done[f"epoch {stop}"]
                    for before, stop in zip((0, *STOPS), STOPS, strict=False))
        epoch, kept = int(place + 1e-9), done["begin"] * (1 - done["clear"])
        self.image.set_data(self._shades(self._moved(epoch)))
        for values, line, dot in zip(self.losses, self.lines, self.dots, strict=False):
            passed = np.append(np.arange(epoch + 1), place)
            line.set_data(passed, np.interp(passed, np.arange(EPOCHS + 1), values))
            dot.set_data([place], [np.interp(place, np.arange(EPOCHS + 1), values)])
        self.words.set_text(f"After {epoch} epoch{'s' * (epoch != 1)}: {100 * self.right[epoch]:.0f} % read "
                            "right")
        for read, label, text in zip(self.reads[epoch], self.test[1], self.answers, strict=False):
            text.set(text=f"{read}" if read == label else f"{read} ✗",
                     color=colors()["ink" if read == label else "accent"])
        for artist in self.all:
            artist.set_alpha(kept)

    def _draw(self):
        palette = colors()
        self.figure, page = canvas((film.WIDTH, 450))
        write = {"fontsize": points(film.TEXT)}
        self.words = page.text(20, 424, "", va="center", **write)
        heads = [page.text(x, 384, text, va="center_baseline", color=palette["muted"],
                           fontsize=points(film.TEXT))
                 for x, text in ((20, "weights: moved by"), (292, "loss"))]
        self.scale = np.abs(self._moved(EPOCHS)).max()
        across = 4 * STEP
        self.image = page.imshow(np.zeros((1, 1, 3)), extent=(20, 20 + across, 160, 160 + across),
                                 interpolation="nearest", aspect="auto", zorder=1)
        page.set(xlim=(0, film.WIDTH), ylim=(0, 450))
        ax = panel(self.figure, 292, 178, 240, 190)
        ax.set(xlim=(0, EPOCHS), ylim=(0, 2.6), xticks=(0, 10, 20, 30), yticks=(0, 1, 2))
        ax.tick_params(labelsize=points(film.TEXT), length=0)
        dash = dict(zip("01", ("-", "--"), strict=False))
        self.lines = [ax.plot([], [], dash[key], color=palette["ink"], linewidth=points(STROKES["edge"]))[0]
                      for key in "01"]
        self.dots = [ax.plot([], [], "o", color=palette["accent"], markersize=points(2 * radius),
                             clip_on=False)[0]
                     for radius in (RADII["cursor"], RADII["point"])]
        names = [ax.text(EPOCHS, y, name, ha="right", va="center_baseline", fontsize=points(film.TEXT))
                 for y, name in ((1.05, "— training"), (0.72, "- - test"))]
        self.answers, pictures = [], []
        paper, ink = (np.array(to_rgb(palette[name])) for name in ("paper", "ink"))
        for i, image in enumerate(self.test[0][:SHOWN]):
            x = 24 + i * 90
            shades = paper + (ink - paper) * image.reshape(8, 8)[..., None]
            pictures.append(page.imshow(shades, extent=(x, x + 64, 60, 124), interpolation="nearest",
                                        aspect="auto", zorder=1))
            self.answers.append(page.text(x + 32, 34, "", ha="center", va="center_baseline", **write))
        page.set(xlim=(0, film.WIDTH), ylim=(0, 450))
        self.all = [self.words, *heads, self.image, *pictures, *self.answers, *self.lines, *self.dots, *names]

    def _moved(self, epoch):
        return self.networks[epoch].layers[0].weights - self.networks[0].layers[0].weights

    def _shades(self, weights):
        """Sixteen pictures of 8 × 8 weights in a square of four by four, with paper between them."""
        palette = colors()
        paper, more, less = (np.array(to_rgb(palette[name])) for name in ("paper", "positive", "negative"))
        picture = np.zeros((4 * 9, 4 * 9))
        for neuron, values in enumerate(weights.T):
            row, column = divmod(neuron, 4)
            picture[row * 9:row * 9 + 8, column * 9:column * 9 + 8] = values.reshape(8, 8) / self.scale
        share = np.sqrt(np.abs(picture))[..., None]
        return paper + (np.where(picture[..., None] < 0, less, more) - paper) * share
