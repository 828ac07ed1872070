"""Let's summarize their opinions: six digits, what each wants of six weights, and the average."""
import numpy as np
from matplotlib.colors import to_rgb
from matplotlib.patches import Rectangle

from nnbasics.datasets import digits, split
from nnbasics.figures import digit_network, film
from nnbasics.figures.encoding import text_on
from nnbasics.figures.style import STROKES, canvas, colors, fill, number, points

ROWS, COLUMNS, OUTPUT = 6, 6, 8
LEFT, TOP, WIDE, HIGH = 88, 382, 78, 46  # of the table, and of its cells
EPOCHS = 2


class Scene(film.Scene):
    title = "Six digits, what each wants of six weights, and their average"

    def __init__(self):
        (X, labels), _ = split(*digits())
        self.network = digit_network.trained(EPOCHS)
        self.X, self.labels = X[:ROWS], labels[:ROWS]
        trace = self.network.forward(self.X)
        each = self.network.backward(trace, self.labels, per_example=True)
        busy = np.sort(trace.activations[2].mean(axis=0).argsort()[-COLUMNS:])  # the neurons that speak most
        self.wishes = -each.weights[2][:, busy, OUTPUT]
        self.average = -self.network.backward(trace, self.labels).weights[2][busy, OUTPUT]
        self.timeline = film.Timeline(
            0.2, ("digits", 0.5), 0.9, ("wishes", 2.0), 2.2, ("average", 1.8), 3.2, ("clear", 0.3))
        self.poster = self.timeline.end("average")
        self.description = (
            f"A table. Its rows are {ROWS} training digits, {', '.join(map(str, self.labels))}; its columns "
            f"are {COLUMNS} weights into the output for {OUTPUT}. In each cell stands what that digit wants "
            "of that weight, minus its gradient, blue and with a plus or orange and with a minus: the "
            f"{OUTPUT}s want these weights larger, most others smaller. Then the average of each column "
            "appears in a last row, smaller than most of the wishes: "
            f"{', '.join(_signed(value) for value in self.average)}. It is what backpropagation gives for "
            "the batch, with the opposite sign.")
        self._draw()
        self.update(0)

    def update(self, frame):
        now, _ = self.timeline.latest(frame)
        done = self.timeline.done(frame)
        kept = 1 - done["clear"]
        self.words.set_text({
            "digits": "Six digits of one batch",
            "wishes": f"What each wants of {COLUMNS} weights",
            "average": "Their average: one step for all",
        }.get(now, ""))
        self.words.set_alpha(kept)
        self.images.set_alpha(done["digits"] * kept)
        for row, cells in enumerate(self.cells):
            share = float(np.clip(ROWS * done["wishes"] - row, 0, 1)) * kept
            for artist in cells:
                artist.set_alpha(share)
        for column, cell in enumerate(self.foot):
            share = float(np.clip(COLUMNS * done["average"] - column, 0, 1)) * kept
            for artist in cell:
                artist.set_alpha(share)
        for artist in self.frame:
            artist.set_alpha(min(1, 4 * done["average"]) * kept)

    def _draw(self):
        palette = colors()
        self.figure, page = canvas((film.WIDTH, 440))
        self.words = page.text(20, 414, "", fontsize=points(film.TEXT), va="center")
        picture = np.ones((ROWS * 9 - 1, 8))  # the digits below each other, with a line of paper between
        for row, image in enumerate(self.X):
            picture[row * 9:row * 9 + 8] = 1 - image.reshape(8, 8)
        ink, paper = (np.array(to_rgb(palette[name])) for name in ("ink", "paper"))
        shades = ink + (paper - ink) * picture[..., None]
        side = HIGH * 8 / 9
        self.images = page.imshow(shades, interpolation="nearest", aspect="auto", zorder=1,
                                  extent=(24, 24 + side, TOP - HIGH * ROWS + (HIGH - side), TOP))
        page.set(xlim=(0, film.WIDTH), ylim=(0, 440))
        scale = np.abs(self.wishes).max()
        middle = [TOP - HIGH * (row + 0.5) + 2 for row in range(ROWS)]
        self.cells = [[artist for column, wish in enumerate(wishes)
                       for artist in self._cell(page, column, y, wish, scale)]
                      for y, wishes in zip(middle, self.wishes, strict=True)]
        bottom = middle[-1] - HIGH - 16
        self.foot = [self._cell(page, column, bottom, value, scale)
                     for column, value in enumerate(self.average)]
        self.frame = [
            page.text(24, bottom, "mean", fontsize=points(film.TEXT), va="center_baseline"),
            page.add_patch(Rectangle((LEFT - 4, bottom - HIGH / 2 - 2), COLUMNS * WIDE + 4, HIGH + 4,
                                     facecolor="none", edgecolor=palette["accent"],
                                     linewidth=points(STROKES["edge"])))]

    @staticmethod
    def _cell(page, column, y, wish, scale):
        color = fill(np.sign(wish) * np.sqrt(abs(wish)), np.sqrt(scale))
        x = LEFT + column * WIDE
        return [page.add_patch(Rectangle((x, y - HIGH / 2 + 2), WIDE - 4, HIGH - 4, facecolor=color,
                                         edgecolor="none")),
                page.text(x + WIDE / 2 - 2, y, _signed(wish), color=text_on(color), ha="center",
                          va="center_baseline", fontsize=points(film.TEXT))]


def _signed(value):
    text = number(value, 2)
    return text if value < 0 else f"+{text}"
