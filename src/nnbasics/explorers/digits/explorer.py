"""A digit, chosen or drawn, passes through a network; every neuron shows its sum (chapter 4)."""
from itertools import pairwise

import numpy as np
import traitlets

from nnbasics.explorers.arguments import arguments, between, perhaps, several, whole
from nnbasics.explorers.controls import group, picked_slider, slider
from nnbasics.explorers.digit_images import (
    FULL,
    a_digit,
    check_digit_network,
    check_digits,
    digit_slider,
    ink,
)
from nnbasics.explorers.digit_picture import digit_png
from nnbasics.explorers.explorer import NetworkExplorer
from nnbasics.explorers.view import NetworkView, scalar
from nnbasics.figures.style import number

REACH = 3.0  # how far the slider of a weight or a bias goes


class DigitView(NetworkView):
    digit = traitlets.Int(0).tag(sync=True)
    pixels = traitlets.List(traitlets.Int()).tag(sync=True)  # what it sees: a digit, or a drawing
    reached = scalar()
    digits = traitlets.Bytes().tag(sync=True)  # a byte a pixel
    labels = traitlets.List(traitlets.Int()).tag(sync=True)


class DigitExplorer(NetworkExplorer):
    """Forward propagation of one image of 8 × 8 pixels, layer by layer, and the sum of any neuron.

    network: 64 inputs, hidden layers, a softmax over ten digits.
    X: the digits to choose from, shape (n, 64), ink from 0 to 1 in steps of 1/16 as in `datasets.digits`.
    labels: what they are, 0 to 9, shape (n,).
    digit, reached, neuron: to start with, which digit, how many layers the pass has come, and (layer, index)
        of the neuron whose sum is shown, layers counted from 1.

    ``explorer.example`` is what the network sees, also what the reader has drawn.
    ValueError for another kind of network and for digits of another shape or range.
    Introduced in chapter 4, "Predict & Forward propagation (ideal case)".
    """

    @arguments(reached=perhaps(between()))
    def __init__(self, network, X, labels, *, digit=0, reached=None, neuron=(1, 0)):
        check_digit_network(network)
        self.X, self.labels = check_digits(X, labels)
        pixels = ink(self.X)
        last = len(network.layers)
        digit = whole(0, len(pixels) - 1)("digit", digit)
        reached = float(last) if reached is None else between(0, last)("reached", reached)
        layer, index = several(whole(0, 10**9), 2)("neuron", neuron)
        layer = whole(1, last)("neuron, layer", layer)
        index = whole(0, network.sizes[layer] - 1)("neuron, index", index)
        view = DigitView(
            digit=digit, pixels=pixels[digit].tolist(),
            digits=pixels.tobytes(), labels=self.labels.tolist(),
            reached=reached, picked=_bias(network, layer, index),
        )
        view.show(network)
        choice = digit_slider(view, len(pixels))
        picked = picked_slider(view, -REACH, REACH)
        picked.add_class("nn-long-label").add_class("nn-picked-slider")
        reach = slider(view, "reached", "layers reached", 0, last, 0.05).add_class("nn-named-value")
        controls = (
            group("One digit", choice, reach),
            group("What is picked", picked),
        )
        super().__init__(view, controls, network)
        view.observe(
            lambda change: setattr(view, "pixels", pixels[change["new"]].tolist()), names="digit")

    @property
    def example(self):
        """What the network sees: ink from 0 to 1, shape (1, 64)."""
        return np.array([self.view.pixels]) / FULL

    def check(self, network):
        super().check(network)
        check_digit_network(network)

    def describe(self):
        trace = self.network.forward(self.example)
        output = trace.activations[-1][0]
        first, second = output.argsort()[::-1][:2]
        layer, index = _neuron(self.network, self.view.picked)
        weights = self.network.layers[layer - 1].weights[:, index]
        products = trace.activations[layer - 1][0] @ weights
        return (
            f"A network of {_sizes(self.network)} neurons sees test digit {self.view.digit}, "
            f"meant as {a_digit(self.labels[self.view.digit])}. It reads {a_digit(first)}, with "
            f"probability {number(output[first])}; next comes {second} with "
            f"{number(output[second])}. Neuron {index + 1} of layer {layer} sums "
            f"{len(weights)} products to {number(products)}, adds its bias "
            f"{number(self.network.layers[layer - 1].biases[index])}, and has the activation "
            f"{number(trace.activations[layer][0, index])}."
        )

    def picture(self):
        trace = self.network.forward(self.example)
        return digit_png(self.network, trace)


def _bias(network, layer, index):
    """The place among the parameters of the bias of a neuron, its layer counted from 1."""
    layers = pairwise(network.sizes[:layer])
    before = sum((fan_in + 1) * fan_out for fan_in, fan_out in layers)
    return before + network.sizes[layer - 1] * network.sizes[layer] + index


def _neuron(network, place):
    """(layer, index) of the neuron that a parameter belongs to."""
    for layer, (fan_in, fan_out) in enumerate(pairwise(network.sizes), start=1):
        if place < (fan_in + 1) * fan_out:
            return layer, place % fan_out  # weights stand row by row, then come the biases
        place -= (fan_in + 1) * fan_out
    raise ValueError(f"picked: {network.num_parameters} parameters, wanted a place below that")


def _sizes(network):
    return ", ".join(map(str, network.sizes[:-1])) + f" and {network.sizes[-1]}"
