"""AND, OR and XOR of two inputs, by one neuron or by two neurons and an output neuron (chapter 2)."""
import numpy as np
import traitlets

from nnbasics.explorers.arguments import arguments, choice, whole
from nnbasics.explorers.controls import group, menu, weight_slider
from nnbasics.explorers.explorer import NetworkExplorer
from nnbasics.explorers.gates.picture import gates_picture
from nnbasics.explorers.view import View, scalar
from nnbasics.figures.style import number
from nnbasics.network import Network

X = np.array([[0, 0], [0, 1], [1, 0], [1, 1]])
GOALS = {  # what is wanted for each row of X
    "AND": {"name": "AND: 1 if both inputs are 1", "wanted": [0, 0, 0, 1], "parity": False},
    "OR": {"name": "OR: 1 if at least one input is 1", "wanted": [0, 1, 1, 1], "parity": False},
    "XOR": {"name": "XOR: 1 if exactly one input is 1", "wanted": [0, 1, 1, 0], "parity": True},
}
REACH = 20  # how far the sliders go


class GatesView(View):
    names = traitlets.List().tag(sync=True)  # the traits in the order of Network.parameters
    goals = traitlets.List(list(GOALS.values())).tag(sync=True)
    goal = traitlets.Int(0).tag(sync=True)  # by index, as browsers link menus
    row = traitlets.Int(3).tag(sync=True)  # of X: the inputs in the drawing


class OneNeuronGatesView(GatesView):
    w1, w2, b = scalar(), scalar(), scalar()


class TwoNeuronsGatesView(GatesView):
    w11, w12, w21, w22 = scalar(), scalar(), scalar(), scalar()  # wᵢⱼ: from input i to hidden neuron j
    b1, b2 = scalar(), scalar()
    v1, v2, c = scalar(), scalar(), scalar()


class GatesExplorer(NetworkExplorer):
    """A truth table to be reached: what is wanted beside what the network says; its boundary in the plane.

    network: one neuron, ``Network([2, 1], output="sigmoid")``, or two neurons and an output neuron,
        ``Network([2, 2, 1], hidden="sigmoid", output="sigmoid")``.  Without it, one neuron that copies x₁.
    goal: "AND", "OR" or "XOR".
    row: which row of the truth table goes through the drawing, 0 to 3.

    One neuron reaches AND and OR.  XOR it cannot: z(0, 0) + z(1, 1) and z(0, 1) + z(1, 0) are the same sum,
    w₁ + w₂ + 2b, and XOR wants the first below 0 and the second above (Minsky and Papert, "Perceptrons",
    1969).  ValueError for other networks and goals.
    Introduced in chapter 2, "Two inputs".
    """

    @arguments(goal=choice(list(GOALS)), row=whole(0, len(X) - 1))
    def __init__(self, network=None, *, goal="AND", row=2):
        if network is None:
            network = Network([2, 1], output="sigmoid", initializer="zeros")
            network.parameters[:] = 2, -1, -0.5
        if goal not in GOALS:
            raise ValueError(f"goal: wanted one of {', '.join(GOALS)}, got {goal!r}")
        _check(network)
        kind, controls, names = (_one_neuron, _two_neurons)[len(network.layers) - 1]()
        view = kind(names=names, goal=list(GOALS).index(goal), row=row,
                    **dict(zip(names, network.parameters.tolist(), strict=True)))
        goals = menu(view, "goal", "goal", [one["name"] for one in GOALS.values()])
        sliders = [
            group(title, *(weight_slider(view, trait, label, -REACH, REACH) for trait, label in ours))
            for title, ours in controls
        ]
        super().__init__(view, [*sliders, group("Goal", goals)], network, names)

    def check(self, network):
        super().check(network)
        _check(network)

    @property
    def wanted(self):
        """What the goal wants, shape (4, 1): one row for each row of the truth table."""
        return np.array(list(GOALS.values())[self.view.goal]["wanted"]).reshape(-1, 1)

    def describe(self):
        said, wanted = self.network.predict(X), self.wanted
        sure = np.where(wanted == 1, said, 1 - said)
        rows = "; ".join(
            f"for ({x1}, {x2}) wanted {want}, got {number(y)}"
            for (x1, x2), want, y in zip(X, wanted[:, 0], said[:, 0], strict=True)
        )
        who = "One neuron" if len(self.network.layers) == 1 else "Two hidden neurons and an output neuron"
        end = "not reached"
        if (sure > 0.5).all():
            end = f"reached, the least sure answer has {number(sure.min())}"
        return (
            f"{who} with two inputs, 0 or 1 each. {_say_parameters(self.network)} Goal: "
            f"{list(GOALS.values())[self.view.goal]['name']}. The truth table: {rows}. "
            f"{int((sure > 0.5).sum())} of 4 are right: {end}."
        )

    def picture(self):
        return gates_picture(self.network, X, self.wanted, self.view.row)


def _one_neuron():
    sliders = [("Weights and bias", [("w1", "weight w₁"), ("w2", "weight w₂"), ("b", "bias b")])]
    return OneNeuronGatesView, sliders, ["w1", "w2", "b"]


def _two_neurons():
    sliders = [
        ("Neuron h₁", [("w11", "w₁₁ from x₁"), ("w21", "w₂₁ from x₂"), ("b1", "bias b₁")]),
        ("Neuron h₂", [("w12", "w₁₂ from x₁"), ("w22", "w₂₂ from x₂"), ("b2", "bias b₂")]),
        ("Output neuron", [("v1", "v₁ from h₁"), ("v2", "v₂ from h₂"), ("c", "bias c")]),
    ]
    return TwoNeuronsGatesView, sliders, ["w11", "w12", "w21", "w22", "b1", "b2", "v1", "v2", "c"]


def _check(network):
    shape = (getattr(network, name, None) for name in ("sizes", "hidden", "output"))
    shape = tuple(list(part) if isinstance(part, tuple) else part for part in shape)
    if shape not in (([2, 1], [], "sigmoid"), ([2, 2, 1], ["sigmoid"], "sigmoid")):
        raise ValueError(f"network: wanted sizes [2, 1] or [2, 2, 1], all neurons sigmoid; got {network!r}")


def _say_parameters(network):
    hidden = len(network.layers) > 1
    names = [["Neuron h₁", "neuron h₂"], ["the output neuron"]] if hidden else [["It"]]
    neurons = [
        f"{name} has weights {number(w1)} and {number(w2)} and bias {number(bias)}"
        for names_of_layer, layer in zip(names, network.layers, strict=True)
        for name, (w1, w2), bias in zip(names_of_layer, layer.weights.T, layer.biases, strict=True)
    ]
    return f"{', '.join(neurons)}."
