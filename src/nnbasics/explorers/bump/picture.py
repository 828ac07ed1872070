"""The picture of the explorer of two steps at rest: the network, each neuron's part, the sum, the goal."""
import numpy as np

from nnbasics.explorers.picture import small_png
from nnbasics.figures.network_drawing import NetworkDrawing
from nnbasics.figures.style import RADII, SMALL, STROKES, canvas, colors, dashes, number, panel, points, theme

WIDTH, HEIGHT = 784, 330
LEVELS = (-1.6, 2.6)  # of the plot


def bump_picture(network, x, goal, limits, tolerance, apart) -> bytes:
    """PNG.  ``goal``, ``tolerance`` and ``apart`` as in `bump`, ``limits`` the first and the last input."""
    with theme("light"):
        figure, page = canvas((WIDTH, HEIGHT))
        drawing = NetworkDrawing(
            page, network, box=(54, 90, 310, HEIGHT - 90), radius=RADII["neuron-large"], spacing=140,
            input_names=["x"],
            output_names=["y"], parameters=[(["w₁", "w₂"], ["b₁", "b₂"]), (["v₁", "v₂"], ["c"])],
        )
        drawing.show(network.forward([[x]]))
        for name, (across, up) in zip(("h₁", "h₂"), drawing.centers[1], strict=True):
            page.text(across, up - 40, name, ha="center", va="center", color=colors()["muted"])
        ax = panel(figure, 410, 50, WIDTH - 430, HEIGHT - 90)
        ax.set(xlim=limits, ylim=LEVELS, xlabel="x")
        ax.set_title("y = v₁h₁ + v₂h₂ + c, and in gray the lanes of the goal", loc="left",
                     fontsize=points(SMALL + 1))
        _lanes(ax, goal, limits, tolerance, apart)
        _curves(ax, network, limits)
        return small_png(figure)


def _lanes(ax, goal, limits, tolerance, apart):
    ends = [limits[0] - apart, *goal["edges"], limits[1] + apart]
    for level, left, right in zip(goal["levels"], ends[:-1], ends[1:], strict=True):
        ax.fill_between([left + apart, right - apart], level - tolerance, level + tolerance,
                        color=colors()["grid"], edgecolor=colors()["line"], linewidth=points(STROKES["hair"]))


def _curves(ax, network, limits):
    palette = colors()
    x = np.linspace(*limits, 401)
    _, hidden, output = network.forward(x[:, None]).activations
    for i, (weight, values) in enumerate(zip(network.layers[1].weights[:, 0], hidden.T, strict=True)):
        color = palette["positive" if weight >= 0 else "negative"]
        ax.plot(x, weight * values, color=color, linewidth=points(STROKES["line"]),
                linestyle="-" if weight >= 0 else "--")
        place = 360 - 60 * i
        ax.annotate(f"v{'₁₂'[i]}h{'₁₂'[i]}", (x[place], weight * values[place]), xytext=(0, 4),
                    textcoords="offset points", color=color, ha="center")
        w, b = network.layers[0].weights[0, i], network.layers[0].biases[i]
        if w and limits[0] <= -b / w <= limits[1]:
            ax.axvline(-b / w, color=palette["muted"], linewidth=points(STROKES["hair"]),
                       dashes=dashes("guide", "hair"))
            ax.text(-b / w, LEVELS[0] + 0.08, f" s{'₁₂'[i]} = {number(-b / w)}", fontsize=points(SMALL))
    ax.plot(x, output[:, 0], color=palette["ink"], linewidth=points(STROKES["strong"]))
