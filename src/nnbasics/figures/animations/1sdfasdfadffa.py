"""Two neurons: two steps, added and subtracted, become a staircase and a bump."""
import numpy as np

from nnbasics.figures import film
from nnbasics.figures.curve import curve
from nnbasics.figures.network_drawing import NetworkDrawing
from nnbasics.figures.style import RADII, STROKES, canvas, colors, dashes, number, panel, points
from nnbasics.network import Network

WEIGHT = 6  # of both hidden neurons: steps steep enough to be seen as steps
LIMITS = (-5, 5)  # of the input x
# Where the two neurons step, their weights to the output, and what to see.
STOPS = [
    (-2, 2, 1, 0, "The first neuron alone: one step"),
    (-2, 2, 0, 1, "The second alone: further right"),
    (-2, 2, 1, 1, "Both together: a staircase"),
    (-2, 2, 1, -1, "The first minus the second: a bump"),
    (-1, 1, 1, -1, "Hidden biases: where it begins and ends"),
    (-1, 1, 2, -2, "Output weights: how high it is …"),
    (-1, 1, -1, 1, "… and whether it is a bump or a dip"),
    (-2, 2, 1, 0, "The first neuron alone: one step"),
]
BUMP = 3  # the stop at which the bump is there


class Scene(film.Scene):
    title = "Two neurons make a bump"

    def __init__(self):
        self.network = Network([1, 2, 1], hidden="sigmoid", output="linear")
        self.inputs = np.linspace(*LIMITS, 401)
        self.timeline = film.Timeline(
            1.5, *(step for stop in range(1, len(STOPS)) for step in ((stop, 0.4), 1.8)))
        self.poster = self.timeline.end(BUMP)
        self._describe()
        self._draw()
        self.update(0)

    def set_parameters(self, first_step, second_step, v1, v2):
        hidden, output = self.network.layers
        hidden.weights[:] = WEIGHT
        hidden.biases[:] = -WEIGHT * first_step, -WEIGHT * second_step
        output.weights[:, 0] = v1, v2

    def values(self, x):
        """The activations of the two hidden neurons and the output, shape (3, n), at inputs x."""
        _, hidden, output = self.network.forward(x[:, None]).activations
        return np.column_stack([hidden, output]).T

    def update(self, frame):
        now, share = self.timeline.latest(frame)
        now = now or 0
        start, end = np.array(STOPS[max(now - 1, 0)][:4]), np.array(STOPS[now][:4])
        self.set_parameters(*start)
        self.before.set_ydata(self.values(self.inputs)[2])
        self.set_parameters(*(start + share * (end - start)))
        self.drawing.update()
        for row, move in enumerate(self.curves):
            move(lambda x, row=row: self.values(x)[row])
        self.words.set_text(STOPS[now][-1])

    def _draw(self):
        palette = colors()
        write = {"fontsize": points(film.TEXT), "va": "center_baseline"}
        self.figure, page = canvas((film.WIDTH, 650))
        self.words = page.text(20, 622, "", **write)
        self.set_parameters(*STOPS[0][:4])  # with the largest weight and bias of the film
        self.drawing = NetworkDrawing(
            page, self.network, (62, 374, 498, 526), radius=RADII["neuron-film"], spacing=152,
            parameters=[(["w₁", "w₂"], ["b₁", "b₂"]), (["v₁", "v₂"], ["c"])], type_sizes=film.TYPE)
        symbols = ["x", "h₁", "h₂", "y"]
        for (x, y), symbol in zip(np.concatenate(self.drawing.centers), symbols, strict=True):
            page.text(x, y + 1, symbol, ha="center", zorder=9, **write)
        self.curves = [
            self._plot((46, 196, 180, 76), "h₁ = σ(w₁x + b₁)", (0, 1)),
            self._plot((46, 44, 180, 76), "h₂ = σ(w₂x + b₂)", (0, 1)),
            self._plot((296, 44, 244, 228), "y = v₁h₁ + v₂h₂ + c", (-1, 0, 1, 2)),
        ]
        self.before, = self.figure.axes[-1].plot(
            self.inputs, self.inputs, color=palette["line"], linewidth=points(STROKES["line"]),
            dashes=dashes("guide", "line"), zorder=1)

    def _plot(self, place, title, ticks):
        ax = panel(self.figure, *place)
        room = 0.1 * (ticks[-1] - ticks[0]) + 0.05
        ax.set(ylim=(ticks[0] - room, ticks[-1] + room))
        ax.set_yticks(ticks, [number(tick, 0) for tick in ticks])
        ax.set_xticks((-4, 0, 4), ("−4", "0", "4"))
        ax.tick_params(labelsize=points(film.TEXT), length=0)
        ax.set_title(title, loc="left", fontsize=points(film.TEXT))
        return curve(ax, np.zeros_like, LIMITS)

    def _describe(self):
        first, second, *_ = STOPS[BUMP]
        self.set_parameters(*STOPS[BUMP][:4])
        outside, inside = self.values(np.array([2.0 * first, (first + second) / 2]))[2]
        self.description = (
            "A network with one input x, two hidden sigmoid neurons and one output, drawn above "
            f"three curves: the steps of the hidden neurons, at x = {number(first, 0)} and x = "
            f"{number(second, 0)}, and the output, which is their weighted sum. With output "
            "weights 1 and 1 the sum is a staircase. With 1 and −1 it is a bump: "
            f"{number(outside, 2)} outside, {number(inside, 2)} between the two steps. Moving the "
            "hidden biases makes the bump narrower; larger output weights make it higher, and a "
            "change of their signs makes it a dip.")
