"""The slope is real: the loss over one weight with its tangent, over two with its gradient (chapter 6)."""
from itertools import pairwise

import numpy as np
import traitlets

from nnbasics.explorers.arguments import arguments, between, flag, numbers, whole
from nnbasics.explorers.controls import group, menu, picked_slider, slider, whole_slider
from nnbasics.explorers.explorer import NetworkExplorer
from nnbasics.explorers.slope.picture import slope_picture
from nnbasics.explorers.view import NetworkView, scalar
from nnbasics.figures.style import number

REACH = 4.0  # of the weights
SUBSCRIPTS = "₁₂₃₄₅₆₇₈₉"


class SlopeView(NetworkView):
    x, wanted = (traitlets.List().tag(sync=True) for _ in range(2))
    output, loss = (traitlets.Unicode().tag(sync=True) for _ in range(2))
    mode, other, power = (traitlets.Int(0).tag(sync=True) for _ in range(3))
    learning_rate = scalar(1.0)
    reach = scalar(REACH)


class SlopeExplorer(NetworkExplorer):
    """The exact loss over one or two weights of a small network, for one example.

    network: two layers, no more than 4 neurons in each, sigmoid outputs and a loss between 0 and 1, so "mse".
    x, wanted: the example.  picked, other: places in `Network.parameters` of the first and the second weight.
    two: whether both are shown, as a map; else the first alone, as a curve.
    power: the step of the finite difference is 10 to the minus this.

    ValueError for other networks, and for an example that does not fit.
    Introduced in chapter 6, "Overview of backpropagation".
    """

    @arguments(x=numbers, wanted=numbers, two=flag, power=whole(0, 14), learning_rate=between(0.1, 20))
    def __init__(self, network, *, x, wanted, picked=6, other=0, two=False, power=1, learning_rate=4.0):
        self.check(network)
        x, wanted = network.checked(np.reshape(x, (1, -1)), np.reshape(wanted, (1, -1)), ("x", "wanted"))
        self.example = x, wanted
        picked, other = (whole(0, network.num_parameters - 1)(name, place)
                         for name, place in (("picked", picked), ("other", other)))
        view = SlopeView(x=x[0].tolist(), wanted=wanted[0].tolist(), output=network.output,
                         loss=network.loss_name, mode=int(two), other=other, power=power,
                         learning_rate=learning_rate, picked=picked)
        view.show(network)
        hold = picked_slider(view, -REACH, REACH, grows=False)
        hold.add_class("nn-picked-slider")
        step = whole_slider(view, "power", "step h = 10⁻ᵏ, k", 0, 14)
        step.add_class("nn-of-one")
        second = menu(view, "other", "second weight", parameter_names(network.sizes))
        rate = slider(view, "learning_rate", "learning rate η", 0.1, 20, 0.1)
        for each in (second, rate):
            each.add_class("nn-of-two")
        controls = group("What you picked", hold), group(
            "What to see", menu(view, "mode", "loss over", ["one weight", "two weights"]), step, second, rate)
        super().__init__(view, controls, network)

    def check(self, network):
        sizes = list(getattr(network, "sizes", []))
        if len(sizes) != 3 or max(sizes) > 4 or (network.output, network.loss_name) != ("sigmoid", "mse"):
            raise ValueError("network: wanted one hidden layer, at most 4 neurons in each, output 'sigmoid' "
                             f"and loss 'mse'; got {network!r}")
        if hasattr(self, "_network"):
            super().check(network)

    def describe(self):
        net, (x, wanted), place = self.network, self.example, self.view.picked
        names, slope = parameter_names(net.sizes), net.backward(net.forward(x), wanted).flat
        text = (f"The loss of a small network over its weight {names[place]}, all others held: at "
                f"{number(net.parameters[place])} it is {number(net.loss(x, wanted))}, and the tangent there "
                f"has the slope {number(slope[place])}, as backpropagation says.")
        if self.view.mode == 1:
            other = self.view.other
            text += (f" Along {names[other]}, the second weight of the map, the slope is "
                     f"{number(slope[other])}.")
        return text

    def picture(self):
        places = [self.view.picked, self.view.other] if self.view.mode == 1 else [self.view.picked]
        names = parameter_names(self.network.sizes)
        return slope_picture(self.network, *self.example, places, [names[place] for place in places], REACH)


def parameter_names(sizes):
    """w(x₁→h₁), …, b(h₁), …: names of a small network's parameters, in the order of `Network.parameters`."""
    letters = ["x", *"h" * (len(sizes) - 2), "y"]
    neurons = [[letter + (SUBSCRIPTS[i] if size > 1 else "") for i in range(size)]
               for letter, size in zip(letters, sizes, strict=True)]
    return [name for before, after in pairwise(neurons)
            for name in [*(f"w({start}→{end})" for start in before for end in after),
                         *(f"b({end})" for end in after)]]
