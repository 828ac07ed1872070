"""A feed-forward network, drawn left to right: inputs left, edges under neurons, outputs right.

What width, color, dash and fill say stands in `encoding`, and is the same in the whole book.  The bead on top
of a neuron is its bias: full where positive, hollow where negative, larger the larger the bias.
"""
import numpy as np
from matplotlib.collections import LineCollection, PatchCollection
from matplotlib.patches import Circle, Rectangle

from nnbasics.figures.encoding import (
    RADII,
    SHARES,
    STROKES,
    activation_fill,
    activation_scale,
    bead_radius,
    edge_color,
    edge_dash,
    edge_width,
    mix_colors,
    parameter_scale,
    pulse_width,
    text_on,
)
from nnbasics.figures.layout import places
from nnbasics.figures.numbers import format_short
from nnbasics.figures.parameter_words import ParameterWords
from nnbasics.figures.style import SMALL, TEXT, colors, points

EDGES, PULSES, NEURONS, BEADS, WORDS = range(1, 6)  # what lies over what


class NetworkDrawing:
    """The drawing of one network; its artists are built once, its methods move them.

    ax : axes that count in pixels, see `style.canvas`.
    network : the `nnbasics.Network`; after its parameters have changed, call `update`.
    box : left, bottom, right and top of the rectangle that the centers of the neurons fill.
    radius, spacing : of neurons, and from one to the next; smaller where a layer has no room.
    grid, cell : (rows, columns) if the inputs are an image, and the width of one of its cells.
    input_names, output_names : words beside the first and the last layer.
    parameters : for each layer the symbols of its weights and its biases, ``[(["w₁", "w₂"],
        ["b"])]``; then each stands with its number beside its edge or over its neuron.  There is no
        room for this where layers of more than two neurons meet.
    edge_max : width of the edge with the largest weight of its layer; the others are in proportion.  The
        drawing measures by the parameters that the network has when it is made, so that in a film an edge
        grows with its weight: `weight_scales` are the weights of full width, layer by layer, for
        `encoding.scale_words`.
    type_sizes : heights of the smallest and of the usual type; a film has larger ones.
    """

    def __init__(self, ax, network, box, radius=RADII["neuron"], spacing=90, grid=None, cell=18,
                 input_names=(), output_names=(), parameters=(), edge_max=STROKES["edge-max"],
                 type_sizes=(SMALL, TEXT)):
        self.ax, self.network, self.edge_max, self.palette = ax, network, edge_max, colors()
        self.type_sizes = type_sizes
        self.centers, self.radii = places(network.sizes, box, radius, spacing, cell, grid)
        self.weight_scales = [parameter_scale(layer.weights) for layer in network.layers]
        self.bias_scale = parameter_scale(np.concatenate([layer.biases for layer in network.layers]))
        self.edges = [self._lines(EDGES, "butt") for _ in network.layers]
        self.pulses = [self._lines(PULSES, "round") for _ in network.layers]
        self.neurons = [self._neurons(index, grid is not None and index == 0)
                        for index in range(len(network.sizes))]
        self.beads = [[ax.add_patch(Circle(center + (0, r), 0, zorder=BEADS)) for center in layer]
                      for layer, r in zip(self.centers[1:], self.radii[1:], strict=False)]
        self.values = [self._values(index) for index in range(len(network.sizes))]
        self.parameters = [
            ParameterWords(ax, symbols, *self.centers[index:index + 2],
                           self.radii[index:index + 2], self._color, type_sizes)
            for index, symbols in enumerate(parameters)]
        for layer, names, side in ((0, input_names, -1), (-1, output_names, 1)):
            for (x, y), name in zip(self.centers[layer], names, strict=False):
                ax.text(x + side * (self.radii[layer] + 8), y, name, zorder=WORDS,
                        ha="right" if side < 0 else "left", va="center_baseline",
                        fontsize=points(type_sizes[1]))
        self.update()

    def update(self):
        """Draw the weights and biases that the network has now."""
        for index, (layer, edges) in enumerate(zip(self.network.layers, self.edges, strict=False)):
            weights = layer.weights.ravel()
            widths = np.array([edge_width(w, self.weight_scales[index], self.edge_max) for w in weights])
            edges.set_segments(self._ends(index))
            edges.set_linewidths(points(widths))
            edges.set_linestyles([_pattern(edge_dash(w), width)
                                  for w, width in zip(weights, widths, strict=False)])
            edges.set_color([self._color(w) for w in weights])
            for bead, bias in zip(self.beads[index], layer.biases, strict=False):
                color = self._color(bias)
                bead.set(radius=bead_radius(bias, self.bias_scale, self.radii[index + 1]),
                         edgecolor=color, facecolor=color if bias > 0 else self.palette["paper"],
                         linewidth=points(STROKES["outline"]))
            if self.parameters:
                self.parameters[index].update(layer, widths)

    def show(self, trace, example=0, reached=None):
        """Fill the neurons with the activations of one example.

        trace : what `Network.forward` gave.
        reached : for each layer how far its neurons have come, from 0, still empty, to 1: one
            number for the layer or one for each neuron.  Without it, all are full.
        Raises ValueError for activations that are not finite.
        """
        for index, activations in enumerate(trace.activations):
            if not np.isfinite(activations).all():
                raise ValueError(f"trace: wanted finite activations, got {activations} in layer {index}")
            scale = activation_scale(activations)
            shares = np.broadcast_to(1.0 if reached is None else reached[index],
                                     activations[example].shape)
            fills = [mix_colors(self.palette["paper"], activation_fill(a, scale, self.palette), share)
                     for a, share in zip(activations[example], shares, strict=False)]
            self.neurons[index].set_facecolor(fills)
            for words, a, color, share in zip(
                    self.values[index], activations[example], fills, shares, strict=False):
                words.set(text=format_short(a), color=text_on(color), alpha=share)

    def pulse(self, layer, trace, progress, example=0):
        """Send weights × activations along the edges into ``layer``; 1 is the first after inputs.

        progress : from 0, leaving, to 1, arrived: one number, or one for each neuron they travel
            to.  At both ends nothing is seen.  A pulse is as wide as |weight × activation|.
        """
        said = self._said(layer, trace, example)
        share = np.broadcast_to(progress, said.shape).ravel()
        starts, ends = np.moveaxis(self._ends(layer - 1), 1, 0)
        tails, heads = np.clip([share - SHARES["pulse"], share], 0, 1)[..., None]
        widths = [pulse_width(part, 1, self.edge_max) for part in said.ravel()]
        seen = (share > 0) & (share < 1)
        pulses = self.pulses[layer - 1]
        pulses.set_segments(np.stack([starts + tails * (ends - starts),
                                      starts + heads * (ends - starts)], axis=1))
        pulses.set_linewidths(points(np.where(seen, widths, 0)))
        pulses.set_color(self.palette["accent"])

    def focus(self, layer=None, neuron=None):
        """Let only the edges into one neuron of ``layer`` stand out; all without arguments."""
        for index, edges in enumerate(self.edges):
            alpha = np.full(self.network.layers[index].weights.shape, 1 if layer is None else SHARES["faint"])
            if layer == index + 1:
                alpha[:, neuron] = 1
            edges.set_alpha(alpha.ravel())

    def light(self, trace, example=0, reached=None):
        """Let an edge stand out as much as its weight × activation does among those of its layer.

        Edges that say next to nothing are not seen.  ``reached`` is, for each layer of edges, from
        0 to 1 how far it has come.  For networks whose edges are too many to be told apart.
        """
        for index, edges in enumerate(self.edges):
            said = self._said(index + 1, trace, example).ravel()
            edges.set_alpha(np.where(said >= SHARES["quiet"], np.minimum(1.5 * said, 1), 0)
                            * (1 if reached is None else reached[index]))

    def _said(self, layer, trace, example):
        # |weight × activation| of each edge into a layer, as a share of the largest.
        activations = trace.activations[layer - 1][example]
        said = np.abs(self.network.layers[layer - 1].weights * activations[:, None])
        return said / (said.max() or 1)

    def _ends(self, index):
        fan_in, fan_out = self.network.layers[index].weights.shape
        return np.stack([np.repeat(self.centers[index], fan_out, axis=0),
                         np.tile(self.centers[index + 1], (fan_in, 1))], axis=1)

    def _lines(self, zorder, capstyle):
        lines = LineCollection([], zorder=zorder, capstyle=capstyle)
        return self.ax.add_collection(lines, autolim=False)

    def _neurons(self, index, image):
        radius, centers = self.radii[index], self.centers[index]
        shapes = ([Rectangle(center - radius, 2 * radius, 2 * radius) for center in centers]
                  if image else [Circle(center, radius) for center in centers])
        return self.ax.add_collection(PatchCollection(
            shapes, zorder=NEURONS, facecolor=self.palette["paper"],
            edgecolor=self.palette["grid" if image else "line"],
            linewidth=points(STROKES["fine" if image else "outline"])), autolim=False)

    def _values(self, index):
        smallest, usual = self.type_sizes
        size = min(usual + 3, 0.55 * self.radii[index])
        if size < smallest:
            return []
        return [self.ax.text(*center, "", ha="center", va="center_baseline", zorder=WORDS,
                             fontsize=points(size)) for center in self.centers[index]]

    def _color(self, value):
        return self.palette[edge_color(value)]


def _pattern(dash, width):
    # Matplotlib multiplies a pattern by the width of the line.
    return (0, [length / width for length in dash]) if dash else "solid"
