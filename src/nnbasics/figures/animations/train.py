"""Train with sample dataset: batch by batch, step by step, until every example was seen: an epoch."""
import numpy as np
from matplotlib.colors import to_rgb

from nnbasics.datasets import digits, split
from nnbasics.figures import digit_network, film
from nnbasics.figures.style import STROKES, canvas, colors, number, panel, points
from nnbasics.optimizers import SGD
from nnbasics.training import fit

BATCH, RATE, EPOCHS = 10, 0.1, 2
ALONE = 3  # steps that are shown one at a time
WINDOW = 15  # steps over which the curve is averaged
SHOWN = 45  # then one batch in so many is shown: more could not be seen, and would fill the file


class Scene(film.Scene):
    title = "A sample data set, ten digits at a time: step, batch and epoch"

    scale = 1.5

    def __init__(self):
        (self.X, self.labels), (X_test, labels_test) = split(*digits())
        self.per_epoch = -(-len(self.X) // BATCH)
        self.steps = EPOCHS * self.per_epoch
        self._train(X_test, labels_test)
        alone = [((f"step {step}", 0.5), 1.2) for step in range(1, ALONE + 1)]
        self.timeline = film.Timeline(
            0.2, ("begin", 0.4), 1.2, *[part for each in alone for part in each],
            ("epoch 1", 2.0), 2.0, ("epoch 2", 2.0), 2.2, ("clear", 0.3))
        self.poster = self.timeline.end("epoch 1")
        right = [f"{100 * share:.0f} %" for share in self.right]
        self.description = (
            f"{BATCH} training digits come in, a batch. The network is told how wrong it was on them, and "
            "its weights take one step. Then the next ten, and the next step. The counters tell the words "
            f"apart: after {self.per_epoch} steps all {len(self.X):,} digits were seen once, and that is "
            f"one epoch. At the right the loss of the batches, averaged over {WINDOW} steps, falls from "
            f"{number(self.curve[0])} to {number(self.curve[-1])} after {EPOCHS} epochs. Of the test digits "
            f"{right[0]} are read right before, {right[1]} after one epoch, {right[2]} after two.")
        self._draw()
        self.update(0)

    def _train(self, X_test, labels_test):
        network = digit_network.untrained()
        self.right = [network.accuracy(X_test, labels_test)]
        self.losses, self.batches, self.reads = [], [], []
        for epoch in range(EPOCHS):
            order = np.random.default_rng(epoch).permutation(len(self.X))
            for start in range(0, len(order), BATCH):
                batch = order[start:start + BATCH]
                self.batches.append(batch)
                self.reads.append(network.predict(self.X[batch]).argmax(axis=1))
                self.losses.append(network.loss(self.X[batch], self.labels[batch]))
                fit(network, self.X[batch], self.labels[batch], epochs=1, batch_size=len(batch),
                    optimizer=SGD(RATE))
            self.right.append(network.accuracy(X_test, labels_test))
        self.curve = [np.mean(self.losses[max(0, i - WINDOW):i + 1]) for i in range(self.steps)]

    def update(self, frame):
        done = self.timeline.done(frame)
        place = sum(done[f"step {step}"] for step in range(1, ALONE + 1))
        place += (self.per_epoch - ALONE) * done["epoch 1"] + (self.steps - self.per_epoch) * done["epoch 2"]
        step = int(place + 1e-9)
        kept = done["begin"] * (1 - done["clear"])
        shown = step if step < ALONE + 1 else max(ALONE, step - step % SHOWN)
        now = min(shown, self.steps - 1)
        self.words.set_text(f"A batch: {BATCH} digits, and what is read" if step <= ALONE
                            else f"Faster: one batch in {SHOWN} is shown")
        batch = self.batches[now]
        for image, text, which, read in zip(self.images, self.answers, batch, self.reads[now], strict=False):
            image.set_data(self._shades(self.X[which]))
            right = read == self.labels[which]
            text.set(text=f"{read}" if right else f"{read} ✗", color=colors()["ink" if right else "accent"])
        for spare in range(len(batch), BATCH):
            self.images[spare].set_data(self._shades(np.zeros(64)))
            self.answers[spare].set_text("")
        self.counts[0].set_text(f"{step}")
        self.counts[1].set_text(f"{sum(map(len, self.batches[:step])):,}")
        self.counts[2].set_text(f"{step // self.per_epoch}")
        self.line.set_data(np.arange(step), self.curve[:step])
        for artist in self.all:
            artist.set_alpha(kept)

    def _draw(self):
        palette = colors()
        write = {"fontsize": points(film.TEXT), "va": "center_baseline"}
        self.figure, page = canvas((film.WIDTH, 452))
        self.words = page.text(20, 424, "", **write)
        self.images, self.answers = [], []
        for i in range(BATCH):
            x, y = 24 + (i % 5) * 106, 330 - (i // 5) * 84
            self.images.append(page.imshow(self._shades(np.zeros(64)), extent=(x, x + 60, y, y + 60),
                                           interpolation="nearest", aspect="auto", zorder=1))
            self.answers.append(page.text(x + 66, y + 30, "", **write))
        rows = (182, 124, 66)
        names = [page.text(20, y, name, **write)
                 for y, name in zip(rows, ("steps", "digits seen", "epochs"), strict=True)]
        self.counts = [page.text(250, y, "", ha="right", color=palette["accent"], **write) for y in rows]
        ax = panel(self.figure, 320, 46, 216, 148)
        ax.set(xlim=(0, self.steps), ylim=(0, 2.6), xticks=(0, self.per_epoch, self.steps), yticks=(0, 1, 2))
        ax.tick_params(labelsize=points(film.TEXT), length=0)
        self.line, = ax.plot([], [], color=palette["ink"], linewidth=points(STROKES["edge"]))
        head = page.text(320, 214, "loss", color=palette["muted"], **write)
        page.set(xlim=(0, film.WIDTH), ylim=(0, 452))
        self.all = [self.words, *self.images, *self.answers, *names, *self.counts, self.line, head]

    @staticmethod
    def _shades(image):
        paper, ink = (np.array(to_rgb(colors()[name])) for name in ("paper", "ink"))
        return paper + (ink - paper) * image.reshape(8, 8)[..., None]
