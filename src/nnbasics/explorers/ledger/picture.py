"""The picture of the ledger: its loudest digits, what they want of each layer, and the average."""
import numpy as np

from nnbasics.explorers.picture import small_png
from nnbasics.figures.style import STROKES, TEXT, canvas, colors, fill, number, points, theme

ROWS, WIDTH, ROW, TOP = 7, 784, 46, 40
LEFTS = (250, 500, 640)  # where the pictures of the layers begin, in pixels


def ledger_png(network, X, labels, wishes, average) -> bytes:
    """The loudest digits and, below, the average, as a PNG.  wishes: (count, parameters)."""
    norms = np.linalg.norm(wishes, axis=1)
    loudest = norms.argsort()[::-1][:ROWS]
    reads = network.predict(X[loudest]).argmax(axis=1)
    height = TOP + ROW * (ROWS + 1) + 16
    with theme("light"):
        figure, page = canvas((WIDTH, height))
        write = {"fontsize": points(TEXT), "va": "center_baseline"}
        heads = ("digit", "reads", "how loud",
                 *(f"wants of layer {l}" for l in range(1, len(network.layers) + 1)))
        for x, head in zip((20, 90, 150, *LEFTS), heads, strict=True):
            page.text(x, height - 20, head, color=colors()["muted"], **write)
        for at, i in enumerate(loudest):
            middle = height - TOP - ROW * (at + 0.5)
            page.imshow(X[i].reshape(8, 8), cmap="gray_r", vmin=0, vmax=1, zorder=2,
                        extent=(20, 56, middle - 18, middle + 18), interpolation="nearest")
            page.text(64, middle, str(labels[i]), **write)
            sign = "right" if reads[at] == labels[i] else "wrong"
            page.text(90, middle, f"{reads[at]}, {sign}", **write)
            page.text(170, middle, number(norms[i]), **write)
            _layers(page, network, wishes[i], middle, np.abs(wishes).max() / 3)
        middle = 16 + ROW / 2
        page.plot([20, WIDTH - 20], [middle + ROW / 2] * 2, color=colors()["line"],
                  linewidth=points(STROKES["hair"]))
        page.text(20, middle, "average of all", **write)
        page.text(170, middle, number(np.linalg.norm(average)), **write)
        _layers(page, network, average, middle, np.abs(wishes).max() / 3)
        page.set(xlim=(0, WIDTH), ylim=(0, height), aspect="auto")
        return small_png(figure)


def _layers(page, network, wishes, middle, scale):
    """The wishes for the weights of each layer as a picture, a column for each input."""
    place = 0
    for left, layer in zip(LEFTS, network.layers, strict=True):
        part = wishes[place:place + layer.weights.size].reshape(layer.weights.shape).T
        place += layer.weights.size + layer.biases.size
        strong = np.sign(part) * np.sqrt(np.minimum(1, np.abs(part) / scale))
        page.imshow([[fill(value) for value in row] for row in strong], interpolation="nearest", zorder=2,
                    extent=(left, left + 3 * layer.fan_in + 10, middle - 18, middle + 18))
