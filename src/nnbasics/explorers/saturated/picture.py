"""The picture of the saturated neuron at rest: its output while it trains, both losses' slopes along z."""
from nnbasics.explorers.picture import small_png
from nnbasics.figures.style import STROKES, TEXT, canvas, colors, dashes, panel, points, theme

WIDTH, HEIGHT = 784, 320


def saturated_picture(ways, deltas, z) -> bytes:
    """PNG: at the left the outputs over the steps, by loss; at the right delta over z, the start marked."""
    with theme("light"):
        figure, _ = canvas((WIDTH, HEIGHT))
        left, right = (panel(figure, x, 56, 320, HEIGHT - 90) for x in (56, 446))
        palette, width = colors(), points(STROKES["curve"])
        styles = [dict(color=palette["ink"], dashes=dashes("guide", "curve")), dict(color=palette["accent"])]
        for (name, outputs), style, place in zip(ways.items(), styles, (190, 60), strict=True):
            left.plot(outputs, linewidth=width, **style)
            left.text(place, outputs[place] + 0.04, name, color=style["color"], fontsize=points(TEXT))
        for (at, delta), style in zip(deltas.values(), styles, strict=True):
            right.plot(at, delta, linewidth=width, **style)
        right.axvline(z, color=palette["muted"], linewidth=points(STROKES["hair"]))
        left.set(ylim=(0, 1.05), xlim=(0, len(outputs) - 1), xlabel="steps", title="output, 0 is wanted")
        right.set(ylim=(0, 1.05), xlabel="sum z; the line is the start", title="slope of the loss along z, δ")
        return small_png(figure)
