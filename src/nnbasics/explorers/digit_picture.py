"""The picture of an explorer with a digit in a network: the drawing, and ten outputs as bars."""
from nnbasics.explorers.picture import small_png
from nnbasics.figures import digit_network
from nnbasics.figures.bars import Bars
from nnbasics.figures.style import TEXT, canvas, colors, number, points, theme

SIZE = (784, 430)
WANTED = 700  # where the columns of numbers beside the bars stand, in pixels from the left
SQUARE = 770


def digit_png(network, trace, wanted=None) -> bytes:
    """The network with the first example of the trace in it and its outputs, as a PNG.

    wanted : array, shape (10,)
        If given, it stands beside the outputs, with the squared differences and the cost.
    """
    output = trace.activations[-1][0]
    with theme("light"):
        figure, page = canvas(SIZE)
        right = 590 if wanted is None else 470
        drawing = digit_network.draw(page, network, (98, 40, right - 40, 380))
        drawing.show(trace)
        drawing.light(trace)
        rows = drawing.centers[-1][:, 1]
        write = {"ha": "right", "va": "center_baseline", "fontsize": points(TEXT),
                 "color": colors()["ink"]}
        for name, row in zip(digit_network.NAMES, rows, strict=True):
            page.text(right, row, name, **write)
        bars = Bars(page, right + 12, 90, rows)
        bars.show(output)
        bars.words[output.argmax()].set_fontweight("bold")
        if wanted is not None:
            for x, head in ((WANTED, "wanted"), (SQUARE, "diff.²")):
                page.text(x, 408, head, **write)
            for row, want, got in zip(rows, wanted, output, strict=True):
                page.text(WANTED, row, f"{want:.0f}", **write)
                page.text(SQUARE, row, number((want - got) ** 2, decimals=3), **write)
            cost = ((wanted - output) ** 2).sum()
            page.text(SQUARE, 16, f"cost: {number(cost, decimals=3)}", **write)
        return small_png(figure)
