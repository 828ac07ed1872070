"""A neuron with two inputs on real examples: weigh by hand, then lose to gradient descent (chapter 1)."""
import numpy as np
import traitlets

from nnbasics.explorers.arguments import arguments, between, numbers, several, text
from nnbasics.explorers.controls import group, slider, weight_slider
from nnbasics.explorers.explorer import NetworkExplorer
from nnbasics.explorers.picture import png
from nnbasics.explorers.view import View, scalar
from nnbasics.figures.plane import plane
from nnbasics.figures.style import number
from nnbasics.network import Network

REACH = 15.0  # how far the sliders of weights and bias go at first
ENDS = ("low", "high")


class NeuronView(View):
    x1, x2 = scalar(), scalar()
    w1, w2, b = scalar(), scalar(), scalar()
    low, high = scalar(-REACH), scalar(REACH)  # the ends of the sliders of weights and bias
    points = traitlets.List().tag(sync=True)
    labels = traitlets.List().tag(sync=True)
    inputs = traitlets.List().tag(sync=True)
    classes = traitlets.List().tag(sync=True)
    x1_range = traitlets.List().tag(sync=True)
    x2_range = traitlets.List().tag(sync=True)
    source = traitlets.Unicode().tag(sync=True)


class NeuronExplorer(NetworkExplorer):
    """Two inputs, two weights, a bias: the sum, the sigmoid, and the boundary among the examples.

    X: the examples, shape (n, 2), one per row.  Values within a few units of 0 suit the sliders.
    Y: 0 or 1 for each example, shape (n,) or (n, 1).
    inputs, classes: what the two inputs and the two classes are called.
    example, weights, bias: the state to start with.
    source: Python lines that make ``X`` and ``Y``; with them "as code" prints accuracy and loss as well.

    ValueError for examples of other shapes, or not finite, and for labels other than 0 and 1.
    Introduced in chapter 1, "Recall logistic regression".
    """

    @arguments(X=numbers, Y=numbers, inputs=several(text, 2), classes=several(text, 2), source=text,
               weights=several(between(-REACH, REACH), 2), bias=between(-REACH, REACH))
    def __init__(self, X, Y, *, inputs=("first input", "second input"), classes=("class 0", "class 1"),
                 example=(0.0, 0.0), weights=(1.0, -1.0), bias=0.0, source=""):
        X, Y = np.asarray(X, dtype=float), np.asarray(Y, dtype=float).reshape(-1, 1)
        if X.ndim != 2 or X.shape[1] != 2 or len(X) != len(Y) or not len(X):
            raise ValueError(f"X, Y: shapes {X.shape} and {Y.shape}; wanted (n, 2) and (n, 1), n at least 1")
        if not np.isfinite(X).all() or not np.isin(Y, (0, 1)).all():
            raise ValueError("X, Y: wanted finite inputs and labels 0 or 1")
        self.X, self.Y, self.inputs, self.classes = X, Y, inputs, classes
        self.ranges = [_padded(column) for column in X.T]
        example = several(between(), 2)("example", example)
        example = [between(*ends)("example", x) for ends, x in zip(self.ranges, example, strict=True)]
        view = NeuronView(
            x1=example[0], x2=example[1], w1=weights[0], w2=weights[1], b=bias,
            points=X.tolist(), labels=Y.ravel().astype(int).tolist(), inputs=list(inputs),
            classes=list(classes), x1_range=self.ranges[0], x2_range=self.ranges[1], source=source,
        )
        network = Network([2, 1], output="sigmoid")
        network.layers[0].weights[:, 0] = weights
        network.layers[0].biases[0] = bias
        controls = group(
            "Weights and bias",
            weight_slider(view, "w1", "weight w₁", -REACH, REACH, ends=ENDS),
            weight_slider(view, "w2", "weight w₂", -REACH, REACH, ends=ENDS),
            weight_slider(view, "b", "bias b", -REACH, REACH, ends=ENDS),
        ), group(
            "One example",
            slider(view, "x1", "input x₁", *self.ranges[0], step=0.05),
            slider(view, "x2", "input x₂", *self.ranges[1], step=0.05),
        )
        super().__init__(view, controls, network, ["w1", "w2", "b"])

    def describe(self):
        x1, x2 = self.view.x1, self.view.x2
        trace = self.network.forward([[x1, x2]])
        w1, w2 = map(number, self.network.layers[0].weights[:, 0])
        right = round(len(self.X) * self.network.accuracy(self.X, self.Y))
        return (
            f"A neuron with weights {w1} and {w2} and bias {number(self.network.layers[0].biases[0])}. For "
            f"x₁ = {number(x1)} ({self.inputs[0]}) and x₂ = {number(x2)} ({self.inputs[1]}) the sum z is "
            f"{number(trace.preactivations[0].item())} and the output "
            f"{number(trace.activations[-1].item())}. It puts {right} of the {len(self.X)} examples on the "
            f"right side, {self.classes[0]} or {self.classes[1]}; its log-loss is "
            f"{number(self.network.loss(self.X, self.Y))}."
        )

    def picture(self):
        names = ["x₁", "x₂"], ["w₁", "w₂"], ["b"]
        return png(self.network, [[self.view.x1, self.view.x2]], names, self._draw_plane)

    def _draw_plane(self, ax):
        limits = (*self.ranges[0], *self.ranges[1])
        plane(ax, self.network, self.X, self.Y, self.classes, self.inputs, limits=limits)


def _padded(values):
    low, high = values.min(), values.max()
    room = 0.08 * (high - low) or 1.0
    return [float(np.floor((low - room) * 10) / 10), float(np.ceil((high + room) * 10) / 10)]
