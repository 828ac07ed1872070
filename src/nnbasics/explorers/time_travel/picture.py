"""The picture of a training to travel in: its two losses, and what the network confuses at the cursor."""
import numpy as np

from nnbasics.explorers.picture import small_png
from nnbasics.figures.encoding import mix_colors, text_on
from nnbasics.figures.style import SMALL, TEXT, canvas, colors, panel, points, theme

SIZE = (784, 360)


def travel_png(losses, epoch, network, test) -> bytes:
    """losses: on training and on test digits, after every epoch.  test: (X, labels).  As a PNG."""
    with theme("light"):
        figure, _ = canvas(SIZE)
        _curves(panel(figure, 60, 60, 320, 250), losses, epoch)
        _confusion(panel(figure, 460, 50, 280, 270), network, *test)
        return small_png(figure)


def _curves(ax, losses, epoch):
    palette = colors()
    for values, name, dash in zip(losses, ("training", "test"), ("-", "--"), strict=True):
        ax.plot(values, dash, color=palette["ink"])
        ax.annotate(f" {name}", (len(values) - 1, values[-1]), va="bottom" if name == "test" else "center",
                    annotation_clip=False, fontsize=points(SMALL))
        ax.plot(epoch, values[epoch], "o", color=palette["accent"], zorder=3)
    ax.set(xlabel="epoch", ylim=(0, None), xlim=(0, len(losses[0]) - 1))
    ax.set_title("loss", loc="left")


def _confusion(ax, network, X, labels):
    palette, counts = colors(), np.zeros((10, 10), int)
    np.add.at(counts, (labels, network.predict(X).argmax(axis=1)), 1)
    for is_a, read in np.ndindex(10, 10):
        count = counts[is_a, read]
        color = mix_colors(palette["paper"], palette["positive" if is_a == read else "negative"],
                           min(1, count / 50))
        ax.fill([read, read + 1, read + 1, read], [9 - is_a, 9 - is_a, 10 - is_a, 10 - is_a], color=color)
        if count:
            ax.text(read + 0.5, 9.5 - is_a, count, ha="center", va="center_baseline", fontsize=points(SMALL),
                    color=text_on(color))
    ticks = np.arange(10) + 0.5
    ax.set(xlim=(0, 10), ylim=(0, 10), xticks=ticks, xticklabels=range(10), yticks=ticks,
           yticklabels=range(9, -1, -1), xlabel="what is read", ylabel="what it is")
    ax.set_title("test digits", loc="left", fontsize=points(TEXT))
