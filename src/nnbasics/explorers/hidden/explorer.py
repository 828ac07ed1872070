"""One hidden layer, and the plane that it bends until one straight cut is enough (chapter 3)."""
import numpy as np
import traitlets

from nnbasics.explorers.arguments import arguments, between, examples, made_by, perhaps, refuse, several, text
from nnbasics.explorers.controls import group, menu, picked_slider, slider
from nnbasics.explorers.explorer import NetworkExplorer
from nnbasics.explorers.hidden.picture import hidden_picture
from nnbasics.explorers.view import NetworkView, scalar
from nnbasics.figures.style import number

ACTIVATIONS = ["tanh", "sigmoid", "relu", "linear"]
MOST_UNITS = 8
ZOOMS = [0, 2, 5, 10, 50]  # half the width of what is seen of the bent plane; 0 follows it
REACH = 12.0  # how far the slider of what is picked goes at first


class HiddenView(NetworkView):
    x1, x2 = scalar(), scalar()
    data, units, activation = (traitlets.Int(0).tag(sync=True) for _ in range(3))  # by index, as menus count
    # The hidden neurons on show, how far the layer has carried the plane, and how much of it is seen.
    across, up = traitlets.Int(0).tag(sync=True), traitlets.Int(1).tag(sync=True)
    carried, zoom = scalar(1.0), traitlets.Int(0).tag(sync=True)
    zooms = traitlets.List(ZOOMS).tag(sync=True)
    seed = traitlets.Int(0).tag(sync=True)
    datasets = traitlets.List().tag(sync=True)
    activations = traitlets.List(ACTIVATIONS).tag(sync=True)
    classes = traitlets.List().tag(sync=True)
    range = traitlets.List().tag(sync=True)  # of both inputs

    def show(self, network):
        with self.hold_trait_notifications():
            super().show(network)
            self.units = network.sizes[1] - 1
            self.activation = ACTIVATIONS.index(network.hidden[0])


class HiddenLayerExplorer(NetworkExplorer):
    """A 2-h-1 network: every weight to move, each hidden neuron's map, the plane before and after the layer.

    datasets: name → (X, Y), examples of shape (n, 2), classes 0 or 1 of shape (n, 1); the first is shown.
    network: to start with: 2 inputs, 1 to 8 hidden neurons with one of ``ACTIVATIONS``, one sigmoid output.
    sources: name → Python lines that make X and Y; with them "as code" prints loss and accuracy as well.
    example: the inputs of the example that is followed through the network.
    classes: what the two classes are called.

    ValueError for a network or examples of another shape.
    ConvNetJS (Karpathy, 2014) was the first to show the plane bent beside the plane.
    Introduced in chapter 3, "Hidden layers".
    """

    @arguments(datasets=made_by(dict), sources=perhaps(made_by(dict)), classes=several(text, 2))
    def __init__(self, datasets, network, *, sources=None, example=(1.0, 1.0), classes=("orange", "blue")):
        if not datasets:
            refuse("datasets", "at least one", datasets)
        self.datasets = {text("datasets, a name", name): _checked(name, *examples(f"datasets, {name}", both))
                         for name, both in datasets.items()}
        self.check(network)
        farthest = max(np.abs(X).max() for X, _ in self.datasets.values())
        end = float(np.ceil(1.05 * farthest))
        example = several(between(-end, end), 2)("example", example)
        view = HiddenView(
            x1=example[0], x2=example[1], classes=list(classes), range=[-end, end],
            datasets=[
                {"name": name, "points": X.tolist(), "labels": Y.ravel().astype(int).tolist(),
                 "source": (sources or {}).get(name, "")}
                for name, (X, Y) in self.datasets.items()
            ],
        )
        self.classes = classes
        view.show(network)
        picked = picked_slider(view, -REACH, REACH)
        picked.add_class("nn-picked-slider")
        bending = group(
            "The way through the layer",
            slider(view, "carried", "carried", 0, 1, step=0.01),
            menu(view, "zoom", "view", [f"±{end}" if end else "follows" for end in ZOOMS]),
        )
        bending.add_class("nn-bending")
        controls = bending, group("What you picked", picked), group(
            "The network",
            menu(view, "data", "examples", list(datasets)),
            menu(view, "units", "hidden neurons", [str(units + 1) for units in range(MOST_UNITS)]),
            menu(view, "activation", "activation", ACTIVATIONS),
        ), group(
            "The example at the cross",
            slider(view, "x1", "input x₁", -end, end, step=0.05),
            slider(view, "x2", "input x₂", -end, end, step=0.05),
        )
        super().__init__(view, controls, network)

    @property
    def examples(self):
        """(X, Y) of the data set on the screen."""
        return list(self.datasets.values())[self.view.data]

    def check(self, network):
        shape = getattr(network, "sizes", [])
        if (len(shape) != 3 or shape[0] != 2 or not 1 <= shape[1] <= MOST_UNITS or shape[2] != 1
                or network.hidden[0] not in ACTIVATIONS or network.output != "sigmoid"):
            raise ValueError(
                f"network: wanted sizes [2, h, 1] with h from 1 to {MOST_UNITS}, hidden one of "
                f"{', '.join(ACTIVATIONS)} and output sigmoid; got {network!r}"
            )

    def describe(self):
        net, (X, Y) = self.network, self.examples
        units, right = net.sizes[1], round(len(X) * net.accuracy(X, Y))
        x = [self.view.x1, self.view.x2]
        trace = net.forward([x])
        hidden = " and ".join(number(a) for a in trace.activations[1][0])
        after = {
            1: "After the hidden layer the examples lie on a line, cut at one point.",
            2: "After the hidden layer the grid of the plane is bent, and the boundary is a straight line.",
        }.get(units, f"After the hidden layer each example is {units} numbers, of which two are drawn.")
        return (
            f"A network with {units} hidden {net.hidden[0]} neuron{'s' * (units > 1)} and "
            f"{net.num_parameters} weights and biases on the examples {list(self.datasets)[self.view.data]}: "
            f"{right} of {len(X)} are on the right side, the log-loss is {number(net.loss(X, Y))}. {after} "
            f"The inputs {number(x[0])} and {number(x[1])} become {hidden} in the hidden layer and "
            f"{number(trace.activations[2].item())} at the output."
        )

    def picture(self):
        pair = [min(unit, self.network.sizes[1] - 1) for unit in (self.view.across, self.view.up)]
        return hidden_picture(self.network, *self.examples, self.classes, self.view.range, pair,
                              [self.view.x1, self.view.x2])


def _checked(name, X, Y):
    X, Y = np.asarray(X, dtype=float), np.asarray(Y, dtype=float).reshape(-1, 1)
    if X.ndim != 2 or X.shape[1] != 2 or len(X) != len(Y) or not len(X):
        raise ValueError(f"{name}: X, Y of shapes {X.shape} and {Y.shape}; wanted (n, 2) and (n, 1), n at "
                         "least 1")
    if not np.isfinite(X).all() or not np.isin(Y, (0, 1)).all():
        raise ValueError(f"{name}: wanted finite inputs and labels 0 or 1")
    return X, Y
