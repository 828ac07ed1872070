"""How the output of a neuron varies with its weight and its bias."""
import numpy as np

from nnbasics.figures import film
from nnbasics.figures.curve import curve
from nnbasics.figures.network_drawing import NetworkDrawing
from nnbasics.figures.style import RADII, STROKES, canvas, colors, dashes, number, panel, points
from nnbasics.network import Network

# Weight, bias, and what to see when they have got there.
STOPS = [
    (1, 0, "One input: a soft step from 0 to 1"),
    (2, 0, "A larger weight makes the step steeper …"),
    (4, 0, "A larger weight makes the step steeper …"),
    (8, 0, "… until it is almost a switch"),
    (-4, 0, "A negative weight turns it round"),
    (4, 0, "A positive weight turns it back"),
    (4, -8, "A negative bias shifts it to the right"),
    (4, 8, "A positive bias shifts it to the left"),
    (4, 0, "In the middle again"),
    (1, 0, "One input: a soft step from 0 to 1"),
]
STEEPEST, SHIFTED = STOPS[3], STOPS[6]
LIMITS = (-5, 5)  # of the input x
RANGE = 8  # the weight and the bias go from −8 to 8


class Scene(film.Scene):
    title = "How the output of a neuron varies with its weight and bias"

    def __init__(self):
        self.network = Network([1, 1], output="sigmoid")
        self.inputs = np.linspace(*LIMITS, 401)
        self.timeline = film.Timeline(
            1.0, *(step for stop in range(1, len(STOPS)) for step in ((stop, 0.4), 1.3)))
        self.poster = self.timeline.end(STOPS.index(SHIFTED))
        self._describe()
        self._draw()
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
        for knob, value in zip(self.knobs, (weight, bias), strict=True):
            knob(value)
        has_step = abs(weight) > 0.2  # a weight of 0 makes a flat line, which steps nowhere
        for artist in (self.step, self.place):
            artist.set_visible(has_step)
        if has_step:
            at = -bias / weight
            self.step.set_data([at, at], [0, 1])
            self.place.set(x=at, text=f"step at −b/w = {number(at, decimals=2)}")

    def _draw(self):
        palette = colors()
        write = {"fontsize": points(film.TEXT), "ha": "center", "va": "center_baseline"}
        self.figure, page = canvas((film.WIDTH, 580))
        self.words = page.text(20, 552, "", **{**write, "ha": "left"})
        # The drawing measures all widths by the largest weight to come.
        self.set_parameters(RANGE, RANGE)
        self.drawing = NetworkDrawing(page, self.network, (90, 436, 330, 436), radius=RADII["neuron-film"],
                                      parameters=[(["w"], ["b"])], type_sizes=film.TYPE)
        for (x, y), symbol in zip(np.concatenate(self.drawing.centers), "xσ", strict=True):
            page.text(x, y + 1, symbol, zorder=9, **write)
        page.annotate("", (440, 436), (374, 436), arrowprops={
            "arrowstyle": "-|>", "color": palette["line"], "linewidth": points(STROKES["line"])})
        page.text(488, 436, "output", color=palette["muted"], **write)
        self.knobs = [_track(page, symbol, left) for symbol, left in (("w", 74), ("b", 350))]

        ax = panel(self.figure, 74, 64, 456, 196)
        ax.set(ylim=(-0.03, 1.03), yticks=(0, 0.5, 1), xticks=range(-4, 5, 2))
        ax.tick_params(labelsize=points(film.TEXT), length=0)
        page.text(302, 18, "input x", color=palette["muted"], **write)
        self.before, = ax.plot([], [], color=palette["line"], linewidth=points(STROKES["line"]),
                               dashes=dashes("guide", "line"))
        self.step, = ax.plot([], [], color=palette["accent"], linewidth=points(STROKES["line"]))
        self.move_curve = curve(ax, self.output, LIMITS)
        self.place = ax.text(0, 1.07, "", color=palette["accent"], ha="center", va="bottom",
                             fontsize=points(film.TEXT))

    def _describe(self):
        self.set_parameters(*STEEPEST[:2])
        low, high = self.output(np.array([-0.5, 0.5]))
        weight, bias, _ = SHIFTED
        self.description = (
            "A neuron with one input x, one weight w and one bias b, above the curve of its "
            f"output σ(wx + b). As w grows from {STOPS[0][0]} to {STEEPEST[0]} the step of the "
            f"curve gets steeper: in the end it climbs from {number(low)} at x = −0.5 to "
            f"{number(high)} at x = 0.5. A negative w turns the step round. The bias shifts it "
            "without changing its shape: a line marks its middle at x = −b/w, which is "
            f"{number(-bias / weight, 0)} for w = {weight} and b = {number(bias, 0)}.")


def _track(page, symbol, left):
    """A slider drawn on the page; gives the function that moves its knob."""
    palette = colors()
    middle, right, height = left + 90, left + 180, 352
    write = {"fontsize": points(film.TEXT), "ha": "center", "va": "center_baseline"}
    page.text(left - 26, height, symbol, **write)
    page.plot([left, right], [height, height], color=palette["line"], linewidth=points(STROKES["strong"]),
              solid_capstyle="round")
    page.plot([middle, middle], [height - 7, height + 7], color=palette["line"],
              linewidth=points(STROKES["hair"]))
    for value, end in zip((-RANGE, 0, RANGE), (left, middle, right), strict=True):
        page.text(end, height - 27, number(value, decimals=0), color=palette["muted"], **write)
    knob, = page.plot([], [], "o", color=palette["ink"], markersize=points(2 * RADII["knob"]), zorder=5)
    return lambda value: knob.set_data([middle + value / RANGE * (right - middle)], [height])
