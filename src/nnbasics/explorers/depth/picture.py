"""The picture of chapter 8's deep network at rest: the mean size of delta in each layer, in powers of ten."""
from nnbasics.explorers.picture import small_png
from nnbasics.figures.style import SMALL, canvas, colors, number, panel, points, theme

WIDTH, HEIGHT = 784, 360
LOW, HIGH = 1e-9, 1e6


def depth_picture(sizes, title) -> bytes:
    """PNG: a bar for each layer, the first at the top."""
    with theme("light"):
        figure, _ = canvas((WIDTH, HEIGHT))
        ax = panel(figure, 110, 56, 540, HEIGHT - 96)
        names = [f"layer {l + 1}" for l in range(len(sizes) - 1)] + ["output layer"]
        ax.barh(range(len(sizes)), [max(size, LOW) for size in sizes], color=colors()["positive"], height=0.6)
        ax.set(xscale="log", xlim=(LOW, HIGH), yticks=range(len(sizes)), xlabel="mean size of delta",
               title=title)
        ax.set_yticklabels(names)
        ax.invert_yaxis()
        for row, size in enumerate(sizes):
            ax.annotate(number(size), (HIGH, row), xytext=(8, 0), textcoords="offset points", va="center",
                        fontsize=points(SMALL), annotation_clip=False)
        return small_png(figure)
