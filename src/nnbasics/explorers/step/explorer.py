"""How the output varies with weight and bias: the curve σ(wx + b) and the place of its step (chapter 1)."""
import traitlets

from nnbasics.explorers.arguments import arguments, between
from nnbasics.explorers.controls import group, menu, slider, weight_slider
from nnbasics.explorers.explorer import NetworkExplorer
from nnbasics.explorers.picture import png
from nnbasics.explorers.view import View, scalar
from nnbasics.figures.curve import curve
from nnbasics.figures.style import number
from nnbasics.network import Network

RANGE = (-3, 3)  # of the input
WAYS = ("bias", "step position")  # what the second slider moves


class StepView(View):
    x, w, b, s = scalar(), scalar(), scalar(), scalar()
    control = traitlets.Int(0).tag(sync=True)  # which of the WAYS: browsers link a menu by its index


class StepExplorer(NetworkExplorer):
    """One input, one weight, one bias; or, once that is understood, the weight and s = −b/w.

    weight, bias, x: the state to start with.

    The output is 0.5 where wx + b = 0, which is at x = s.  The idea of moving s itself comes from
    Michael Nielsen, "Neural Networks and Deep Learning", chapter 4.
    Introduced in chapter 1, "How the output varies with different weights".
    """

    @arguments(weight=between(-10, 10), bias=between(-30, 30), x=between(*RANGE))
    def __init__(self, *, weight=3.0, bias=-1.0, x=0.5):
        position = -bias / weight if weight else 0.0
        view = StepView(x=x, w=weight, b=bias, s=min(max(position, RANGE[0]), RANGE[1]))
        network = Network([1, 1], output="sigmoid")
        network.layers[0].weights[0, 0] = weight
        network.layers[0].biases[0] = bias
        choice = menu(view, "control", "second slider", WAYS)
        by_bias = weight_slider(view, "b", "bias b", -30, 30)
        by_bias.add_class("nn-by-bias")
        by_position = slider(view, "s", "step at s = −b/w", *RANGE, step=0.05)
        by_position.add_class("nn-by-position")
        controls = (
            group("Weight and bias", weight_slider(view, "w", "weight w", -10, 10), by_bias, by_position),
            group("Example", slider(view, "x", "input x", *RANGE, step=0.05), choice),
        )
        super().__init__(view, controls, network, ["w", "b"])

    def describe(self):
        weight, bias = self.network.layers[0].weights.item(), self.network.layers[0].biases.item()
        output = self.network.predict([[self.view.x]]).item()
        step = "no step"
        if weight:
            step = f"a step at {number(-bias / weight)}, with slope {number(weight / 4)} there"
        return (
            f"The output of a neuron with weight {number(weight)} and bias {number(bias)} for inputs from −3 "
            f"to 3: a curve with {step}. For the input {number(self.view.x)} the output is {number(output)}."
        )

    def picture(self):
        return png(self.network, [[self.view.x]], (["x"], ["w"], ["b"]), self._draw_curve)

    def _draw_curve(self, ax):
        ax.set(ylim=(0, 1.05), xlabel="x", ylabel="output")
        curve(ax, lambda x: self.network.predict(x.reshape(-1, 1)).ravel(), RANGE, mark=self.view.x)
