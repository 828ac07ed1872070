"""The picture of the explorer of the softmax at rest: logits with pushes, outputs, the outputs end to end."""
import numpy as np

from nnbasics.explorers.picture import small_png
from nnbasics.figures.style import STROKES, canvas, colors, number, panel, points, theme

WIDTH, HEIGHT = 784, 300


def softmax_picture(names, logits, outputs, slopes, wanted) -> bytes:
    """PNG: the logits with an arrow against each slope; at the right the outputs, each and end to end."""
    rows = np.arange(len(names))[::-1]
    with theme("light"):
        figure, page = canvas((WIDTH, HEIGHT))
        palette = colors()
        left = panel(figure, 90, 50, 280, HEIGHT - 90)
        left.barh(rows, logits, height=0.4,
                  color=[palette["positive" if z >= 0 else "negative"] for z in logits])
        for row, z, slope in zip(rows, logits, slopes, strict=True):
            left.annotate("", (z - 3 * slope, row - 0.36), (z, row - 0.36),
                          arrowprops=dict(arrowstyle="->", color=palette["accent"],
                                          linewidth=points(STROKES["curve"])))
        left.axvline(0, color=palette["line"], linewidth=points(STROKES["hair"]))
        left.set(yticks=rows, xlim=(-6.5, 6.5),
                 yticklabels=[f"{name}: {number(z)}" for name, z in zip(names, logits, strict=True)],
                 xlabel=f"logits; the truth is {names[wanted]}", ylim=(-0.7, len(names) - 0.5))
        right = panel(figure, 480, 110, 270, HEIGHT - 150)
        right.barh(rows, outputs, height=0.4, color=palette["positive"])
        right.set(yticks=rows,
                  yticklabels=[f"{name}: {number(p, 3)}" for name, p in zip(names, outputs, strict=True)],
                  xlim=(0, 1), xlabel="outputs")
        whole = panel(figure, 480, 30, 270, 26)
        for name, p, end in zip(names, outputs, np.cumsum(outputs), strict=True):
            whole.barh(0, p, left=end - p, height=1, color=palette["positive-soft"],
                       edgecolor=palette["line"])
            if p > 0.2:
                whole.text(end - p / 2, 0, name, ha="center", va="center")
        whole.set(xlim=(0, 1), ylim=(-0.5, 0.5), xticks=[], yticks=[])
        return small_png(figure)
