"""One training step taken apart: forward, loss, backward, step, number by number (chapter 6)."""
from itertools import pairwise

import ipywidgets as widgets
import numpy as np
import traitlets

from nnbasics.explorers.arguments import arguments, between, numbers, whole
from nnbasics.explorers.controls import group, menu, picked_slider, slider, whole_slider
from nnbasics.explorers.explorer import NetworkExplorer
from nnbasics.explorers.stepper.code_lines import code_lines
from nnbasics.explorers.stepper.picture import stepper_picture
from nnbasics.explorers.view import NetworkView, scalar
from nnbasics.figures.style import number
from nnbasics.network import Network

SHAPES = [[1, 1, 1], [2, 2, 1], [2, 3, 2]]
ACTIVATIONS = ["tanh", "sigmoid", "relu", "linear"]
ENDINGS = {  # output and loss
    "sigmoid, squared error": ("sigmoid", "mse"),
    "sigmoid, cross-entropy": ("sigmoid", "bce"),
    "linear, squared error": ("linear", "mse"),
    "softmax, cross-entropy": ("softmax", "cce"),  # with two outputs
}
# Weights and biases with which each shape is shown first: rounded, so that each sum can be checked by hand.
STARTS = [
    [0.8, -0.3, -1.2, 0.4],
    [0.6, -0.4, 0.8, 0.5, 0.1, -0.2, -0.9, 0.7, 0.2],
    [0.6, -0.4, 0.3, 0.8, 0.5, -0.7, 0.1, -0.2, 0.3, -0.9, 0.4, 0.7, -0.5, 0.6, 0.8, 0.2, -0.1],
]
REACH = 3.0  # how far weights, inputs and targets can be moved
FASTEST = 4.0  # the largest learning rate


class StepperView(NetworkView):
    x1, x2, wanted1, wanted2, learning_rate = (scalar() for _ in range(5))
    # The single step on show, and how many follow the first.
    at, last = (traitlets.Int(0).tag(sync=True) for _ in range(2))
    # By index, as menus count.
    shape, activation, ending = (traitlets.Int(0).tag(sync=True) for _ in range(3))
    shapes = traitlets.List(SHAPES).tag(sync=True)
    starts = traitlets.List(STARTS).tag(sync=True)
    activations = traitlets.List(ACTIVATIONS).tag(sync=True)
    endings = traitlets.List(list(map(list, ENDINGS.values()))).tag(sync=True)
    lines = traitlets.Dict(code_lines()).tag(sync=True)

    def show(self, network):
        with self.hold_trait_notifications():
            super().show(network)
            self.shape = SHAPES.index(list(network.sizes))
            self.activation = ACTIVATIONS.index(network.hidden[0])
            self.ending = list(ENDINGS.values()).index((network.output, network.loss_name))
            self.last = number_of_steps(network.sizes) - 1


class StepperExplorer(NetworkExplorer):
    """A network small enough for every number, one example, and one training step in single steps.

    network: 1-1-1, 2-2-1 or 2-3-2, hidden one of ``ACTIVATIONS``, output and loss one of ``ENDINGS``; without
        it 2-2-1.
    x, wanted: the example, as many inputs and outputs as the network has.
    learning_rate: of the step.  at: the single step on show first.

    Each step stands there as a rule, with the numbers in it, and as the line of the core that does it.
    ValueError for other networks and examples.
    Introduced in chapter 6, "Overview of backpropagation".
    """

    @arguments(x=numbers, wanted=numbers, learning_rate=between(0.05, FASTEST))
    def __init__(self, network=None, *, x=(1.0, 0.5), wanted=(1.0, 0.0), learning_rate=0.5, at=6):
        network = small_network() if network is None else network
        self.check(network)
        (x1, x2), (wanted1, wanted2) = _pair(x, "x"), _pair(wanted, "wanted")
        at = whole(0, number_of_steps(network.sizes) - 1)("at", at)
        view = StepperView(x1=x1, x2=x2, wanted1=wanted1, wanted2=wanted2, learning_rate=learning_rate, at=at)
        view.show(network)
        picked = picked_slider(view, -REACH, REACH)
        picked.add_class("nn-picked-slider")
        single = whole_slider(view, "at", "single step", 0, view.last)
        widgets.jsdlink((view, "last"), (single, "max"))
        second = (slider(view, "x2", "input x₂", -REACH, REACH, 0.05),
                  slider(view, "wanted2", "wanted y₂", -REACH, REACH, 0.05))
        for each, needs in zip(second, ("nn-two-inputs", "nn-two-outputs"), strict=True):
            each.add_class(needs)
        controls = (
            group("What you picked", picked),
            group("The way through", single,
                  slider(view, "learning_rate", "learning rate η", 0.05, FASTEST, 0.05)),
            group("The example", slider(view, "x1", "input x₁", -REACH, REACH, 0.05), second[0],
                  slider(view, "wanted1", "wanted y₁", -REACH, REACH, 0.05), second[1]),
            group("The network",
                  menu(view, "shape", "shape", ["-".join(map(str, shape)) for shape in SHAPES]),
                  menu(view, "activation", "hidden", ACTIVATIONS),
                  menu(view, "ending", "output, loss", list(ENDINGS))),
        )
        super().__init__(view, controls, network)
        view.observe(self._follow_ending, names=["ending"])

    @property
    def example(self):
        """(x, wanted) on the screen, each with one row."""
        view, (inputs, *_, outputs) = self.view, self.view.sizes
        return np.array([[view.x1, view.x2][:inputs]]), np.array([[view.wanted1, view.wanted2][:outputs]])

    def check(self, network):
        if (list(getattr(network, "sizes", [])) not in SHAPES or network.hidden[0] not in ACTIVATIONS
                or (network.output, network.loss_name) not in ENDINGS.values()
                or (network.output == "softmax" and network.sizes[-1] == 1)):
            raise ValueError(f"network: wanted sizes {', '.join(map(str, SHAPES))}, hidden one of "
                             f"{', '.join(ACTIVATIONS)}, output and loss one of {'; '.join(ENDINGS)}; got "
                             f"{network!r}")

    def describe(self):
        net, (x, wanted) = self.network, self.example
        trace = net.forward(x)
        grads = net.backward(trace, wanted)
        after = net.copy()
        after.parameters -= self.view.learning_rate * grads.flat
        said = lambda numbers: " and ".join(number(value) for value in numbers)
        return (
            f"One training step of a {'-'.join(map(str, net.sizes))} network. Forward: the inputs "
            f"{said(x[0])} give {said(trace.activations[-1][0])}, wanted was {said(wanted[0])}: the loss is "
            f"{number(net.loss(x, wanted))}. Backward: the output's delta is {said(grads.deltas[-1][0])}, "
            f"the hidden neurons have {said(grads.deltas[0][0])}. After a step with learning rate "
            f"{number(self.view.learning_rate)} the loss is {number(after.loss(x, wanted))}."
        )

    def picture(self):
        return stepper_picture(self.network, *self.example)

    def _follow_ending(self, change):
        output, loss = list(ENDINGS.values())[change["new"]]
        if output == "softmax" and self._network.sizes[-1] == 1:
            return  # the view takes another shape, and says so
        network = Network(self._network.sizes, self._network.hidden, output, loss)
        network.parameters = self._network.parameters
        self._network = network


def small_network():
    """The 2-2-1 network of chapter 6."""
    network = Network([2, 2, 1], hidden="tanh", output="sigmoid", loss="mse")
    network.parameters = STARTS[1]
    return network


def number_of_steps(sizes):
    """z and a of each neuron, the loss, its deltas, slope and update of each parameter, the loss again."""
    neurons = sum(sizes[1:])
    parameters = sum((fan_in + 1) * fan_out for fan_in, fan_out in pairwise(sizes))
    return 3 * neurons + 2 * parameters + 2


def _pair(numbers, name):
    numbers = [float(value) for value in np.ravel(numbers)]
    if not 1 <= len(numbers) <= 2 or not np.isfinite(numbers).all() or max(map(abs, numbers)) > REACH:
        raise ValueError(f"{name}: wanted one or two numbers from {-REACH:g} to {REACH:g}, got {numbers}")
    return (*numbers, 0.0)[:2]
