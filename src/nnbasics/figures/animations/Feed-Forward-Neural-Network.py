"""The plane of the inputs on its way through a hidden layer, until one straight cut parts the classes."""
import numpy as np
from contourpy import contour_generator
from matplotlib.collections import LineCollection
from matplotlib.colors import LinearSegmentedColormap

from nnbasics.datasets import xor
from nnbasics.figures import film
from nnbasics.figures.encoding import SHARES
from nnbasics.figures.network_drawing import NEURONS, NetworkDrawing
from nnbasics.figures.plane import MARKERS
from nnbasics.figures.style import RADII, STROKES, canvas, colors, dashes, number, panel, points
from nnbasics.network import Network

REACH = 6  # the sheet of the inputs, to all sides
# From where to where both axes are seen, before the layer and after each of its three parts.
WINDOWS = ((-6.1, 6.1), (-4.65, 3.45), (-4.65, 3.45), (-1.1, 1.1))
ROOM = 1.04  # around the examples, so that their marks are whole
FINE = 121  # points of the shading across and up
STEEP = 5  # of z: beyond it tanh is ±1, and no point of the sheet comes there
NAMES = {"x": 0, "z": 2, "h": 3}  # of the axes, and where they hold: inputs, sums, activations
WORDS = {
    None: "",
    "inputs": "Orange and blue, in four corners",
    "line": "No straight line parts the two classes",
    "weights": "The weights turn and stretch the plane",
    "biases": "The biases shift it",
    "tanh": "tanh squashes it: the plane bends",
    "cut": "Now one straight cut parts them",
    "back": "Carried back, the cut bends: two arms",
    "clear": "",
}


def four_corners():
    """The examples of chapter 3: two classes, each in two opposite corners."""
    X, Y = xor(600, seed=0)
    corners = np.abs(X).min(axis=1) > 3
    return X[corners], Y[corners]


def by_hand():
    """The network of chapter 3: h₁ looks for the top left, h₂ for the bottom right."""
    network = Network([2, 2, 1], hidden="tanh", output="sigmoid")
    network.layers[0].weights[:], network.layers[0].biases[:] = [[-0.3, 0.25], [0.2, -0.3]], -1.2
    network.layers[1].weights[:], network.layers[1].biases[:] = -5, -4.5
    return network


def turned(weights, share):
    """A share of the way to the weights: the plane turns as a whole while it stretches."""
    (a, b), (c, d) = weights
    angle = np.arctan2(b - c, a + d)
    stretch = weights @ _turn(-angle)  # symmetric: what is left of the weights without the turn
    return (np.eye(2) + share * (stretch - np.eye(2))) @ _turn(share * angle)


def carried(X, layer, way):
    """Where points lie: from 0 to 1 the weights take them, to 2 the biases, to 3 the tanh."""
    stretched, shifted, squashed = np.clip(way - np.arange(3), 0, 1)
    Z = X @ turned(layer.weights, stretched) + shifted * layer.biases
    return Z + squashed * (np.tanh(Z) - Z)


def _turn(angle):
    return np.array([[np.cos(angle), np.sin(angle)], [-np.sin(angle), np.cos(angle)]])


class Scene(film.Scene):
    title = "A hidden layer bends the plane"
    scale = 1  # the grid is all in motion, which weighs

    def __init__(self):
        self.X, self.Y = four_corners()
        self.network = by_hand()
        self.timeline = film.Timeline(
            0.3, ("inputs", 0.2), 1.3, ("line", 1.2), 0.5, ("weights", 1.0), 1.0, ("biases", 0.6), 1.0,
            ("tanh", 1.2), 1.2, ("cut", 0.3), 2.2, ("back", 1.1), 2.2, ("clear", 0.2))
        self.poster = self.timeline.end("cut")
        right = round(len(self.X) * self.network.accuracy(self.X, self.Y))
        bias, weight = self.network.layers[0].biases[0], self.network.layers[1].weights[0, 0]
        self.description = (
            f"{len(self.X)} examples of two classes, orange and blue, lie in the four corners of a plane, "
            "and no straight line parts them. Above it a network with two inputs, two hidden neurons and one "
            "output lights up layer by layer, while it carries the plane along with its grid: the weights "
            f"turn and stretch it, the biases, both {number(bias, 1)}, shift it, and tanh squashes it. "
            "The grid bends into an elbow. There the output neuron, which hears both hidden neurons with "
            f"the weight {number(weight, 0)}, parts the classes with one straight cut: {right} examples are "
            "right. Carried back to the inputs, that cut has two arms.")
        self._draw()
        self.update(0)

    def update(self, frame):
        now, _ = self.timeline.latest(frame)
        done = self.timeline.done(frame)
        kept = 1 - done["clear"]
        self.words.set_text(WORDS[now])
        there = done["weights"] + done["biases"] + done["tanh"]
        self.way = there * (1 - done["back"])  # see `carried`
        self._light(done, kept)
        self._swing(done["line"])
        self._carry(done["cut"] * kept)

    def _light(self, done, kept):
        """The network: what has had its turn stands out."""
        lit = [done["inputs"], done["weights"], done["biases"], done["tanh"], done["cut"]]
        inputs, weights, biases, hidden, output = (share * kept for share in lit)
        faint = SHARES["faint"]
        for edges, share in zip(self.drawing.edges, (weights, output), strict=True):
            edges.set_alpha(faint + (1 - faint) * share)
        for beads, share in zip(self.drawing.beads, (biases, output), strict=True):
            for bead in beads:
                bead.set_alpha(share)
        for rings, share in zip(self.rings, (inputs, hidden, output), strict=True):
            rings.set_alpha(share)

    def _swing(self, share):
        """A straight line tries all directions."""
        ends = np.array([-2, 2]) * REACH
        self.line.set_data(ends * np.cos(np.pi * share), ends * np.sin(np.pi * share))
        self.line.set_alpha(min(1, 8 * share * (1 - share)))

    def _carry(self, cut):
        layer, way = self.network.layers[0], self.way
        low, high = (np.interp(way, range(4), ends) for ends in zip(*WINDOWS, strict=True))
        # In the middle of the turn the corners are far out: the window is as wide as they want.
        middle, far = (low + high) / 2, np.abs(carried(self.X, layer, way) - (low + high) / 2).max()
        half = max((high - low) / 2, ROOM * far)
        window = middle - half, middle + half
        self.ax.set(xlim=window, ylim=window)
        self.sheet.set_segments(carried(self.lines, layer, way))
        for examples, own in self.examples:
            examples.set_offsets(carried(own, layer, way))
        axis = np.linspace(*window, FINE)
        sums = self._sums(axis)
        self.shading.set(data=1 / (1 + np.exp(-sums)), extent=(*window, *window), alpha=cut)
        self.boundary.set_segments(contour_generator(axis, axis, sums).lines(0.0))
        self.boundary.set_alpha(cut)
        for name, place in NAMES.items():
            for words in self.names[name]:
                words.set_alpha(max(0, 1 - abs(way - place) / 0.4))

    def _sums(self, axis):
        """The output neuron's sum at each point of the window, masked where the layer brings nothing."""
        hidden, output = self.network.layers
        if self.way <= 2:
            V = np.stack(np.meshgrid(axis, axis), axis=-1)
            stretched, shifted = min(self.way, 1), max(self.way - 1, 0)
            X = (V - shifted * hidden.biases) @ np.linalg.inv(turned(hidden.weights, stretched))
            Z = X @ hidden.weights + hidden.biases
        else:
            z = np.linspace(-STEEP, STEEP, 2001)
            z = np.interp(axis, z + (self.way - 2) * (np.tanh(z) - z), z, left=np.nan, right=np.nan)
            Z = np.stack(np.meshgrid(z, z), axis=-1)
        return np.ma.masked_invalid((np.tanh(Z) @ output.weights + output.biases)[..., 0])

    def _draw(self):
        palette = colors()
        write = {"fontsize": points(film.TEXT), "va": "center_baseline"}
        self.figure, page = canvas((film.WIDTH, 640))
        self.words = page.text(film.WIDTH / 2, 614, "", ha="center", fontweight="bold", **write)
        self.drawing = NetworkDrawing(page, self.network, (130, 488, 430, 560), radius=RADII["neuron-large"],
                                      spacing=66, type_sizes=film.TYPE)
        for names, centers in zip((("x₁", "x₂"), ("h₁", "h₂"), ("y",)), self.drawing.centers, strict=True):
            for name, (x, y) in zip(names, centers, strict=True):
                page.text(x, y, name, ha="center", zorder=6, **write)
        self.rings = [page.scatter(*centers.T, s=points(2 * radius) ** 2, facecolor="none", zorder=NEURONS,
                                   edgecolor=palette["accent"], linewidth=points(STROKES["strong"]))
                      for centers, radius in zip(self.drawing.centers, self.drawing.radii, strict=True)]
        self.ax = ax = panel(self.figure, 66, 20, 428, 428)
        ax.set(xticks=(), yticks=())
        for spine in ax.spines.values():
            spine.set(visible=True, color=palette["grid"])
        self.names = {name: [page.text(504, 32, name + "₁", **write),
                             page.text(56, 436, name + "₂", ha="right", **write)] for name in NAMES}
        tints = LinearSegmentedColormap.from_list("probability", [
            palette["negative-soft"], palette["paper"], palette["positive-soft"]])
        self.shading = ax.imshow(np.zeros((FINE, FINE)), cmap=tints, vmin=0, vmax=1, origin="lower",
                                 aspect="auto", interpolation="bilinear")
        zero = dict(color=palette["line"], linewidth=points(STROKES["hair"]), dashes=dashes("drop", "hair"),
                    zorder=1)
        ax.axhline(0, **zero)
        ax.axvline(0, **zero)
        at, along = np.arange(-REACH, REACH + 1, 2), np.linspace(-REACH, REACH, 97)
        upright = np.stack(np.broadcast_arrays(at[:, None], along), axis=-1)
        self.lines = np.concatenate([upright, upright[..., ::-1]])
        is_axis = np.tile(at == 0, 2)
        self.sheet = ax.add_collection(LineCollection(
            [], zorder=1, colors=np.where(is_axis, palette["ink"], palette["line"]),
            linewidths=points(np.where(is_axis, STROKES["line"], STROKES["fine"]))), autolim=False)
        self.boundary = ax.add_collection(LineCollection(
            [], zorder=4, color=palette["ink"], linewidth=points(STROKES["strong"])), autolim=False)
        self.line, = ax.plot([], [], color=palette["accent"], linewidth=points(STROKES["curve"]), zorder=4,
                             dashes=dashes("guide", "curve"))
        self.examples = [
            (ax.scatter([], [], marker=marker, s=points(2 * RADII["dot"]) ** 2, color=palette[color],
                        edgecolor=palette["paper"], linewidth=points(STROKES["fine"]), zorder=3),
             self.X[self.Y.ravel() == value])
            for value, (color, marker) in enumerate(MARKERS)]
