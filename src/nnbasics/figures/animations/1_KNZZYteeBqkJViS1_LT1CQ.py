"""How the output of a neuron varies with its weight and its bias."""
import numpy as np

from nnbasics.figures import film
from nnbasics.figures.curve import curve
from nnbasics.figures.network_drawing import NetworkDrawing
from nnbasics.figures.style import STROKES, TEXT, canvas, colors, number, panel, points
from nnbasics.network import Network

# Weight, bias, and what to see when they have got there.
STOPS = [
    (1, 0, "A neuron with one input: a soft step from 0 to 1"),
    (2, 0, "A larger weight makes the step steeper …"),
    (4, 0, "A larger weight makes the step steeper …"),
    (8, 0, "… until it is almost a switch"),
    (-4, 0, "A negative weight turns it round"),
    (4, 0, "A positive weight turns it back"),
    (4, -8, "A negative bias shifts the step to the right"),
    (4, 8, "A positive bias shifts it to the left"),
    (4, 0, "In the middle again"),
    (1, 0, "A neuron with one input: a soft step from 0 to 1"),
]
LIMITS = (-5, 5)  # of the input x
RANGE = 8  # the weight and the bias go from −8 to 8


class Scene(film.Scene):
    title = "How the output of a neuron varies with its weight and bias"

    def __init__(self):
        self.network = Network([1, 1], output="sigmoid")
        self.inputs = np.linspace(*LIMITS, 401)
        self.timeline = film.Timeline(
            1.0, *(step for stop in range(1, len(STOPS)) for step in ((stop, 0.4), 1.3)))
        self.poster = self.timeline.end(6)
        self._describe()

        palette = colors()
        self.figure, page = canvas()
        self.words = page.text(24, 384, "", fontsize=points(TEXT + 3), va="center")
        self.set_parameters(RANGE, RANGE)  # the drawing measures all widths by the largest weight to come
        self.drawing = NetworkDrawing(page, self.network, (60, 262, 254, 262), radius=36,
                                      parameters=[(["w"], ["b"])])
        for center, symbol in zip(self.drawing.centers, "xσ"):
            page.text(*center[0] + (0, 2), symbol, fontsize=points(20), ha="center", va="center_baseline",
                      zorder=9)
        page.annotate("", (344, 262), (291, 262), arrowprops={
            "arrowstyle": "-|>", "color": palette["line"], "linewidth": points(STROKES["line"])})
        page.text(318, 272, "output", color=palette["muted"], ha="center", va="bottom")
        self.knobs = [_track(page, symbol, (70, 300), height) for symbol, height in (("w", 128), ("b", 78))]

        self.ax = panel(self.figure, 412, 78, 340, 250)
        self.ax.set(ylim=(-0.03, 1.03), yticks=(0, 0.5, 1), xlabel="input x", ylabel="output σ(wx + b)")
        self.before, = self.ax.plot([], [], color=palette["line"], linewidth=points(STROKES["line"]),
                                    dashes=(4, 2))
        self.step, = self.ax.plot([], [], color=palette["accent"], linewidth=points(STROKES["line"]))
        self.move_curve = curve(self.ax, self.output, LIMITS)
        self.place = self.ax.text(0, 1.06, "", color=palette["accent"], ha="center", va="bottom")
        self.update(0)

    def set_parameters(self, weight, bias):
        self.network.layers[0].weights[:] = weight
        self.network.layers[0].biases[:] = bias

    def output(self, x):
        return self.network.forward(x[:, None]).activations[-1][:, 0]

    def update(self, frame):
        now, share = self.timeline.latest(frame)
        now = now or 0
        (w0, b0, _), (w1, b1, words) = STOPS[max(now - 1, 0)], STOPS[now]
        weight, bias = w0 + share * (w1 - w0), b0 + share * (b1 - b0)

        self.set_parameters(w0, b0)
        self.before.set_data(self.inputs, self.output(self.inputs))
        self.set_parameters(weight, bias)
        self.drawing.update()
        self.move_curve(self.output)
        self.words.set_text(words)
        for knob, value in zip(self.knobs, (weight, bias)):
            knob(value)
        has_step = abs(weight) > 0.2  # a weight of 0 makes a flat line, which steps nowhere
        for artist in (self.step, self.place):
            artist.set_visible(has_step)
        if has_step:
            at = -bias / weight
            self.step.set_data([at, at], [0, 1])
            self.place.set(x=at, text=f"step at −b/w = {number(at, decimals=2)}")

    def _describe(self):
        steepest, shifted = STOPS[3], STOPS[6]
        self.set_parameters(*steepest[:2])
        low, high = self.output(np.array([-0.5, 0.5]))
        self.description = (
            "A neuron with one input x, one weight w and one bias b, beside the curve of its output "
            f"σ(wx + b). As w grows from {STOPS[0][0]} to {steepest[0]} the step of the curve gets steeper: "
            f"in the end it climbs from {number(low)} at x = −0.5 to {number(high)} at x = 0.5. "
            "A negative w turns the step round. The bias shifts it without changing its shape: a line marks "
            f"its middle at x = −b/w, which is {number(-shifted[1] / shifted[0])} for w = {shifted[0]} and "
            f"b = {number(shifted[1])}.")


def _track(page, symbol, ends, height):
    """A slider drawn on the page; gives the function that moves its knob."""
    palette = colors()
    page.text(ends[0] - 26, height, symbol, fontsize=points(TEXT + 1), ha="center", va="center_baseline")
    page.plot(ends, [height, height], color=palette["line"], linewidth=points(3), solid_capstyle="round")
    middle = sum(ends) / 2
    page.plot([middle, middle], [height - 7, height + 7], color=palette["line"], linewidth=points(1))
    for value, end in zip((-RANGE, 0, RANGE), (ends[0], middle, ends[1])):
        page.text(end, height - 20, number(value, decimals=0), color=palette["muted"], fontsize=points(11),
                  ha="center", va="center")
    knob, = page.plot([], [], "o", color=palette["ink"], markersize=points(14), zorder=5)
    return lambda value: knob.set_data([middle + value / RANGE * (ends[1] - middle)], [height])
