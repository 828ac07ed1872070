"""Two steps and their weighted sum: a staircase, a bump, a dip (chapter 2)."""
import numpy as np
import traitlets

from nnbasics.explorers.arguments import arguments, between, several, whole
from nnbasics.explorers.bump.picture import bump_picture
from nnbasics.explorers.controls import group, menu, slider, weight_slider
from nnbasics.explorers.explorer import NetworkExplorer
from nnbasics.explorers.view import View, scalar
from nnbasics.figures.style import number
from nnbasics.network import Network

RANGE = (-5, 5)  # of the input
GOALS = [  # what is wanted left of the first edge, between the two, and right of the second
    {"name": "A bump: 1 from −1 to 1, 0 elsewhere", "levels": [0, 1, 0], "edges": [-1, 1]},
    {"name": "Another bump: 1 from 1 to 3, 0 elsewhere", "levels": [0, 1, 0], "edges": [1, 3]},
    {"name": "A dip: −1 from −1 to 1, 1 elsewhere", "levels": [1, -1, 1], "edges": [-1, 1]},
    {"name": "Stairs down: 2, then 1 from −2 on, then 0 from 1 on", "levels": [2, 1, 0], "edges": [-2, 1]},
]
TOLERANCE = 0.1  # the goal is reached where the sum is nowhere farther from it
APART = 0.5  # nothing is asked so near to an edge, where the goal jumps and a smooth curve cannot


class BumpView(View):
    x = scalar()
    w1, b1, w2, b2 = scalar(), scalar(), scalar(), scalar()
    v1, v2, c = scalar(), scalar(), scalar()
    goal = traitlets.Int(0).tag(sync=True)  # which of the goals: browsers link a menu by its index
    goals = traitlets.List(GOALS).tag(sync=True)
    range = traitlets.List(list(RANGE)).tag(sync=True)
    tolerance, apart = scalar(TOLERANCE), scalar(APART)


class BumpExplorer(NetworkExplorer):
    """Two sigmoid neurons on one input, and a linear neuron that weighs and adds what they say.

    hidden_weights, hidden_biases: of the neurons h₁ and h₂, two numbers each.
    output_weights, output_bias: v₁ and v₂, and c.
    x: the input to start with.
    goal: which of ``GOALS`` to draw; the first is 0.

    A neuron steps at s = −b/w.  The output is y = v₁h₁ + v₂h₂ + c.
    The idea of two steps that make a bump comes from Michael Nielsen, "Neural Networks and Deep Learning",
    chapter 4.  Introduced in chapter 2, "Two neurons".
    """

    @arguments(hidden_weights=several(between(-10, 10), 2), hidden_biases=several(between(-30, 30), 2),
               output_weights=several(between(-3, 3), 2), output_bias=between(-3, 3), x=between(*RANGE),
               goal=whole(0, len(GOALS) - 1))
    def __init__(self, *, hidden_weights=(6.0, 6.0), hidden_biases=(6.0, -6.0), output_weights=(1.0, 1.0),
                 output_bias=0.0, x=0.0, goal=0):
        network = Network([1, 2, 1], hidden="sigmoid", output="linear")
        network.parameters[:] = *hidden_weights, *hidden_biases, *output_weights, output_bias
        names = ["w1", "w2", "b1", "b2", "v1", "v2", "c"]
        view = BumpView(x=x, goal=goal, **dict(zip(names, network.parameters.tolist(), strict=True)))
        goals = menu(view, "goal", "goal", [goal["name"] for goal in GOALS])
        controls = group(
            "Neuron h₁", weight_slider(view, "w1", "weight w₁", -10, 10),
            weight_slider(view, "b1", "bias b₁", -30, 30),
        ), group(
            "Neuron h₂", weight_slider(view, "w2", "weight w₂", -10, 10),
            weight_slider(view, "b2", "bias b₂", -30, 30),
        ), group(
            "Output neuron", weight_slider(view, "v1", "weight v₁", -3, 3),
            weight_slider(view, "v2", "weight v₂", -3, 3),
            weight_slider(view, "c", "bias c", -3, 3),
        ), group("Goal and example", goals,
                 slider(view, "x", "input x", *RANGE, step=0.05).add_class("nn-named-value"))
        super().__init__(view, controls, network, names)

    @property
    def goal(self):
        """What is to be drawn: its name, its three levels and the two edges between them."""
        return GOALS[self.view.goal]

    def gap(self):
        """The largest distance of the output from the goal, and the input x at which it is so far off.

        Judged at every tenth of x that is at least ``APART`` away from an edge.
        """
        tenths = np.arange(10 * RANGE[0], 10 * RANGE[1] + 1)  # whole numbers compare exactly
        left, right = (10 * edge for edge in self.goal["edges"])
        wanted = np.select([tenths <= left, tenths <= right], self.goal["levels"][:2], self.goal["levels"][2])
        away = abs(self.network.predict(tenths[:, None] / 10).ravel() - wanted)
        judged = (abs(tenths - left) >= 10 * APART) & (abs(tenths - right) >= 10 * APART)
        worst = np.where(judged, away, -1).argmax()
        return away[worst], tenths[worst] / 10

    def describe(self):
        hidden, output = self.network.layers
        steps = " and ".join(
            f"at {number(-b / w)}" if w else "nowhere"
            for w, b in zip(hidden.weights[0], hidden.biases, strict=True)
        )
        v1, v2 = map(number, output.weights[:, 0])
        trace = self.network.forward([[self.view.x]])
        h1, h2 = map(number, trace.activations[1][0])
        gap, at = self.gap()
        return (
            f"Two neurons with one input each make a step, {steps}. The output neuron adds what they say, "
            f"with weights {v1} and {v2} and bias {number(output.biases[0])}. For x = {number(self.view.x)} "
            f"the neurons say {h1} and {h2}, and the sum is {number(trace.activations[2].item())}. The goal "
            f"is: {self.goal['name']}. The sum is off by {number(gap)} at most, at x = {number(at)}: the "
            f"goal is {'reached' if gap <= TOLERANCE else 'not reached'}."
        )

    def picture(self):
        return bump_picture(self.network, self.view.x, self.goal, RANGE, TOLERANCE, APART)
