"""One point moves along z: above the activation function with its tangent, below the tangent's slope."""
import numpy as np

from nnbasics.activations import relu, sigmoid, tanh
from nnbasics.figures import film
from nnbasics.figures.style import RADII, STROKES, canvas, colors, dashes, number, panel, points

REACH, FAR = 5.0, 4.5  # of z: what is drawn, and how far the point moves
TANGENT = 1.5  # how far it is drawn to either side
ACTS = [  # function, its formula, limits and ticks of f, what to see
    (sigmoid, "sigmoid: f(z) = 1 / (1 + e⁻ᶻ)", (-0.15, 1.25), (0, 0.5, 1), "hardly any slope at both ends"),
    (tanh, "tanh: f(z) = tanh z", (-1.3, 1.5), (-1, 0, 1), "steeper, but flat at both ends too"),
    (relu, "relu: f(z) = max(0, z)", (-1, 5.5), (0, 2, 4), "slope 0 at the left, 1 at the right"),
]
SLOPES = (-0.1, 1.2)  # one scale for all three


class Scene(film.Scene):
    title = "Three activation functions, and how steep each is where the point stands"

    def __init__(self):
        moves = [((f"{f.name} comes", 0.2), 0.4, (f"{f.name} climbs", 1.9), 0.6, (f"{f.name} goes on", 1.9),
                  1.0)
                 for f, *_ in ACTS]
        self.timeline = film.Timeline(*(step for each in moves for step in each), ("again", 0.2))
        self.poster = self.timeline.end("sigmoid climbs")
        far, middle = (np.array([z]) for z in (FAR, 0.0))
        slope = {f.name: (f.derivative(far).item(), f.derivative(middle).item()) for f, *_ in ACTS}
        self.description = (
            f"A point moves along z from −{FAR} to {FAR}, on the curve of an activation function, and "
            "carries the tangent with it. Below, a second point draws the slope of that tangent. The "
            f"sigmoid's slope is at most {number(slope['sigmoid'][1])}, in the middle, and "
            f"{number(slope['sigmoid'][0])} at the ends. That of tanh is {number(slope['tanh'][1])} in the "
            f"middle and {number(slope['tanh'][0])} at the ends. That of relu is 0 left of 0 and 1 right of "
            "it.")
        self._draw()
        self.update(0)

    def update(self, frame):
        begun = self.timeline.latest(frame)[0] or "sigmoid comes"
        f, formula, limits, ticks, words = next((act for act in ACTS if begun.startswith(act[0].name)),
                                                ACTS[0])
        way = [self.timeline.progress(f"{f.name} {half}", frame) for half in ("climbs", "goes on")]
        at = -FAR if begun == "again" else FAR * (sum(way) - 1)
        z = np.array([at])
        a, slope = f(z).item(), f.derivative(z).item()
        self.formula.set_text(formula)
        self.words.set_text(words)
        self.numbers[0].set_text(f"f = {number(a, decimals=3)}")
        self.numbers[1].set_text(f"slope {number(slope, decimals=3)}")
        self.upper.set(ylim=limits, yticks=ticks)
        self.curve.set_ydata(f(self.z))
        run = TANGENT / np.hypot(1, slope * 2 * REACH / (limits[1] - limits[0]) * self.shape)
        self.tangent.set_data([at - run, at + run], [a - slope * run, a + slope * run])
        self.point.set_data([at], [a])
        so_far = self.z[self.z <= at]
        self.slopes.set_data(np.append(so_far, at), np.append(f.derivative(so_far), slope))
        self.slope_point.set_data([at], [slope])
        for line in self.drops:
            line.set_xdata([at, at])
        self.drops[0].set_ydata([limits[0], a])
        self.drops[1].set_ydata([slope, SLOPES[1]])

    def _draw(self):
        palette = colors()
        write = {"fontsize": points(film.TEXT), "va": "center_baseline"}
        self.figure, page = canvas((film.WIDTH, 480))
        self.formula = page.text(20, 452, "", weight="bold", **write)
        self.words = page.text(20, 422, "", color=palette["muted"], **write)
        self.upper = panel(self.figure, 60, 196, 330, 204)
        self.lower = panel(self.figure, 60, 48, 330, 118)
        self.shape = 204 / 330
        self.numbers = [page.text(408, 300, "", color=palette["positive"], **write),
                        page.text(408, 110, "", color=palette["accent"], **write)]
        page.text(396, 48, "z", color=palette["muted"], **write)
        self.z = np.linspace(-REACH, REACH, 401)
        for ax, limits in ((self.upper, ACTS[0][2]), (self.lower, SLOPES)):
            ax.set(xlim=(-REACH, REACH), ylim=limits, xticks=(-4, -2, 0, 2, 4))
            ax.tick_params(labelsize=points(film.TEXT), length=0)
            ax.axhline(0, color=palette["grid"], linewidth=points(STROKES["hair"]), zorder=0)
        self.upper.set_xticklabels([])
        self.lower.set_yticks((0, 0.5, 1))
        line = dict(linewidth=points(STROKES["strong"]), solid_capstyle="round")
        self.curve, = self.upper.plot(self.z, 0 * self.z, color=palette["positive"], **line)
        self.tangent, = self.upper.plot([], [], color=palette["accent"], **line)
        self.slopes, = self.lower.plot([], [], color=palette["accent"], **line)
        dot = dict(marker="o", linestyle="", markersize=points(2 * RADII["dot"]),
                   markeredgecolor=palette["paper"], zorder=5)
        self.point, = self.upper.plot([], [], color=palette["positive"], **dot)
        self.slope_point, = self.lower.plot([], [], color=palette["accent"], **dot)
        self.drops = [ax.plot([], [], color=palette["muted"], linewidth=points(STROKES["line"]),
                              dashes=dashes("drop", "line"))[0]
                      for ax in (self.upper, self.lower)]
        page.set(xlim=(0, film.WIDTH), ylim=(0, 480))
