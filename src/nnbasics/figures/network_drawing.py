"""A feed-forward network, drawn left to right: inputs left, edges under neurons, outputs right.

The encoding is the same in the whole book.  An edge is as wide as its weight is large, solid blue where
the weight is positive, dashed orange where it is negative.  A neuron is filled with its activation: blue
above zero, orange below, paper at zero.  Its bias is a bead on its top: full where positive, hollow where
negative, larger the larger the bias.
"""
import numpy as np
from matplotlib.collections import LineCollection, PatchCollection
from matplotlib.patches import Circle, Rectangle

from nnbasics.figures.layout import beside, places
from nnbasics.figures.style import (RADII, SMALL, STROKES, TEXT, colors, fill, mix, number, points,
                                    text_on)

EDGES, PULSES, NEURONS, BEADS, WORDS = range(1, 6)  # what lies over what
BOUNDED = ("sigmoid", "tanh", "softmax", "step")  # activations that are full at 1
BEAD = 7  # radius in pixels of the bead of the largest bias
PULSE = 0.12  # length of a pulse, as a share of its edge
FADED = 0.1  # opacity of the edges not looked at


class NetworkDrawing:
    """The drawing of one network; its artists are built once, its methods move them.

    ax : axes that count in pixels, see `style.canvas`.
    network : the `nnbasics.Network`; after its parameters have changed, call `update`.
    box : left, bottom, right and top of the rectangle that the centers of the neurons fill.
    radius, spacing : of neurons and from one to the next; smaller where a layer has no room for them.
    grid, cell : (rows, columns) if the inputs are an image, and the width of one of its cells.
    input_names, output_names : words beside the first and the last layer.
    parameters : for each layer the symbols of its weights and of its biases, ``[(["w₁", "w₂"], ["b"])]``;
        then each weight stands beside its edge and each bias over its bead.  Where layers of more than two
        neurons meet there is no room for this.
    edge_max : width of the edge with the largest weight; all widths are proportional to |weight|.
    """

    def __init__(self, ax, network, box, radius=RADII["neuron"], spacing=90, grid=None, cell=18,
                 input_names=(), output_names=(), parameters=(), edge_max=STROKES["edge-max"]):
        self.ax, self.network, self.edge_max, self.palette = ax, network, edge_max, colors()
        sizes = network.sizes
        self.centers, self.radii = places(sizes, box, radius, spacing, cell, grid)
        self.weight_scale = max(np.abs(layer.weights).max() for layer in network.layers) or 1
        self.bias_scale = max(np.abs(layer.biases).max() for layer in network.layers) or 1
        self.edges = [self._lines(EDGES, "butt") for _ in network.layers]
        self.pulses = [self._lines(PULSES, "round") for _ in network.layers]
        self.neurons = [self._neurons(index, grid if index == 0 else None) for index in range(len(sizes))]
        self.beads = [[ax.add_patch(Circle(center + (0, radius), 1, zorder=BEADS)) for center in layer]
                      for layer, radius in zip(self.centers[1:], self.radii[1:])]
        self.values = [self._values(index) for index in range(len(sizes))]
        self.parameters, self.type_size = parameters, float(np.clip(0.42 * radius, SMALL, TEXT + 1))
        self.weights = [[self._words(self.type_size) for _ in names] for names, _ in parameters]
        self.biases = [[self._words(self.type_size, va="bottom") for _ in names] for _, names in parameters]
        for layer, names, side in ((0, input_names, -1), (-1, output_names, 1)):
            for (x, y), name in zip(self.centers[layer], names):
                self._words(TEXT, ha="right" if side < 0 else "left", va="center_baseline").set(
                    text=name, position=(x + side * (self.radii[layer] + 8), y))
        self.update()

    def update(self):
        """Draw the weights and biases that the network has now."""
        for index, layer in enumerate(self.network.layers):
            weights = layer.weights.ravel()
            widths = self.edge_max * np.abs(weights) / self.weight_scale
            ends = self._ends(index)
            self.edges[index].set_segments(ends)
            self.edges[index].set_linewidths(points(widths))
            self.edges[index].set_linestyles([_dashes(w, points(width)) for w, width in zip(weights, widths)])
            self.edges[index].set_color([self._color(w) for w in weights])
            for bead, bias in zip(self.beads[index], layer.biases):
                bead.set(radius=min(BEAD, 0.35 * self.radii[index + 1]) * np.sqrt(abs(bias) / self.bias_scale),
                         edgecolor=self._color(bias), linewidth=points(STROKES["outline"]),
                         facecolor=self._color(bias) if bias > 0 else self.palette["paper"])
            if self.weights:
                self._write_parameters(index, ends, weights, widths, layer.biases)

    def show(self, trace, example=0, reached=None):
        """Fill the neurons with the activations of one example.

        trace : what `Network.forward` gave.
        reached : for each layer how far its neurons have come, from 0, still empty, to 1: one number for
            the layer or one for each neuron.  Without it, all have their full activation.
        """
        for index, activations in enumerate(trace.activations):
            bounded = index and self.network.layers[index - 1].activation.name in BOUNDED
            scale = 1.0 if bounded else np.abs(activations).max()
            share = np.broadcast_to(1.0 if reached is None else reached[index], activations[example].shape)
            full = [fill(a, scale) for a in activations[example]]
            fills = [mix(self.palette["paper"], end, s) for end, s in zip(full, share)]
            self.neurons[index].set_facecolor(fills)
            for words, a, color, s in zip(self.values[index], activations[example], fills, share):
                words.set(text=_short(a), color=text_on(color), alpha=s)

    def pulse(self, layer, trace, progress, example=0):
        """Send weights × activations along the edges into ``layer`` (1 is the first after the inputs).

        progress : from 0, leaving, to 1, arrived: one number, or one for each neuron they travel to.
            At both ends nothing is seen.  A pulse is as wide as |weight × activation| is large.
        """
        said = self._said(layer, trace, example)
        share = np.broadcast_to(progress, said.shape).ravel()
        starts, ends = np.moveaxis(self._ends(layer - 1), 1, 0)
        tails, heads = np.clip([share - PULSE, share], 0, 1)[..., None]
        self.pulses[layer - 1].set_segments(
            np.stack([starts + tails * (ends - starts), starts + heads * (ends - starts)], axis=1))
        widths = 1.6 * self.edge_max * said.ravel()
        seen = (share > 0) & (share < 1) & (widths > 0.4 * STROKES["hair"])
        self.pulses[layer - 1].set_linewidths(points(np.where(seen, widths, 0)))
        self.pulses[layer - 1].set_color(self.palette["accent"])

    def focus(self, layer=None, neuron=None):
        """Let only the edges into one neuron of ``layer`` stand out; all of them without arguments."""
        for index, edges in enumerate(self.edges):
            alpha = np.full(self.network.layers[index].weights.shape, 1.0 if layer is None else FADED)
            if layer == index + 1:
                alpha[:, neuron] = 1.0
            edges.set_alpha(alpha.ravel())

    def light(self, trace, example=0, reached=None):
        """Let an edge stand out as much as its weight × activation does among those of its layer.

        Edges that say next to nothing are not seen.  ``reached`` is, for each layer but the first, from 0 to
        1 how far its edges have come.  For networks whose edges are too many to be seen one by one.
        """
        for index, edges in enumerate(self.edges):
            said = self._said(index + 1, trace, example).ravel()
            edges.set_alpha(np.where(said > 0.15, np.minimum(1.5 * said, 1), 0)
                            * (1 if reached is None else reached[index]))

    def _said(self, layer, trace, example):
        # |weight × activation| of each edge into a layer, as a share of the largest.
        said = np.abs(self.network.layers[layer - 1].weights * trace.activations[layer - 1][example][:, None])
        return said / (said.max() or 1)

    def _ends(self, index):
        fan_in, fan_out = self.network.layers[index].weights.shape
        return np.stack([np.repeat(self.centers[index], fan_out, axis=0),
                         np.tile(self.centers[index + 1], (fan_in, 1))], axis=1)

    def _lines(self, zorder, capstyle):
        return self.ax.add_collection(LineCollection([], zorder=zorder, capstyle=capstyle), autolim=False)

    def _neurons(self, index, grid):
        radius = self.radii[index]
        if grid is not None:
            shapes = [Rectangle(center - radius, 2 * radius, 2 * radius) for center in self.centers[index]]
        else:
            shapes = [Circle(center, radius) for center in self.centers[index]]
        return self.ax.add_collection(PatchCollection(
            shapes, zorder=NEURONS, facecolor=self.palette["paper"],
            edgecolor=self.palette["grid" if grid is not None else "line"],
            linewidth=points(STROKES["hair" if grid is not None else "outline"])), autolim=False)

    def _values(self, index):
        size = min(16, 0.55 * self.radii[index])
        if size < SMALL:
            return []
        return [self._words(size, va="center_baseline", position=center) for center in self.centers[index]]

    def _words(self, size, ha="center", va="center", position=(0, 0)):
        return self.ax.text(*position, "", ha=ha, va=va, fontsize=points(size), zorder=WORDS)

    def _write_parameters(self, index, ends, weights, widths, biases):
        share = 0.5 if 1 in self.network.layers[index].weights.shape else 0.26
        symbols, bias_symbols = self.parameters[index]
        for words, symbol, (start, end), weight, width in zip(
                self.weights[index], symbols, ends, weights, widths):
            words.set(text=f"{symbol} = {number(weight)}", color=self._color(weight))
            words.set_position(beside(start, end, share, 0.6 * self.type_size * len(words.get_text()),
                                      self.type_size, width, self._words_above(index, start, end)))
        for words, symbol, center, bias in zip(
                self.biases[index], bias_symbols, self.centers[index + 1], biases):
            words.set(text=f"{symbol} = {number(bias)}", color=self._color(bias),
                      position=center + (0, self.radii[index + 1] + BEAD + 3))

    def _words_above(self, index, start, end):
        # Words stand outside the fan of edges; those of two edges that cross, inside it.
        middle = self.centers[index + 1][:, 1].mean()
        height = (start[1] + end[1]) / 2 - middle
        return height > 0 if abs(height) > 1 else end[1] >= start[1]

    def _color(self, value):
        return self.palette["positive" if value > 0 else "negative" if value < 0 else "muted"]


def _dashes(weight, width):
    # Matplotlib multiplies a pattern by the width; thin edges still need dashes that can be seen.
    return "solid" if weight >= 0 else (0, (1.4 + 3 / max(width, 0.1), 0.9 + 2 / max(width, 0.1)))


def _short(activation):
    # Three digits are what fits on a neuron.
    return number(activation, decimals=2 if abs(activation) < 10 else 1 if abs(activation) < 100 else 0)
