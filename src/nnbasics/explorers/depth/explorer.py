"""How large the delta is that reaches each layer of a network with up to ten hidden layers (chapter 8)."""
import numpy as np
import traitlets

from nnbasics.datasets import moons
from nnbasics.explorers.arguments import arguments, choice, perhaps, whole
from nnbasics.explorers.controls import group, menu, whole_slider
from nnbasics.explorers.depth.picture import depth_picture
from nnbasics.explorers.explorer import Explorer
from nnbasics.explorers.view import View
from nnbasics.figures.style import number
from nnbasics.initializers import INITIALIZERS
from nnbasics.network import Network

ACTIVATIONS = ["sigmoid", "tanh", "relu", "leaky_relu", "elu", "gelu", "softplus", "linear"]
STARTS = ["the one that suits", *INITIALIZERS]
MOST, WIDTH = 10, 16  # hidden layers, and neurons in each
DATA = {"n": 61, "noise": 0.1, "seed": 0}  # an odd number, so that no mean is 0 but for rounding


class DepthView(View):
    layers = traitlets.Int(MOST).tag(sync=True)
    activation, start, seed = (traitlets.Int(0).tag(sync=True) for _ in range(3))
    activations = traitlets.List(ACTIVATIONS).tag(sync=True)
    starts = traitlets.List(STARTS).tag(sync=True)
    data = traitlets.Dict({**DATA, "width": WIDTH}).tag(sync=True)
    most = traitlets.Int(MOST).tag(sync=True)


class DepthExplorer(Explorer):
    """A network that has not been trained, 61 points of two moons, and the mean size of delta in each layer.

    activation: of the hidden layers, one of ``ACTIVATIONS``.  initializer: None takes the one that suits.
    layers: how many hidden layers of 16 neurons, from 1 to 10.  seed: of the weights, from 0 to 9.
    ValueError for others.  Introduced in chapter 8, "Activation Functions".
    """

    @arguments(activation=choice(ACTIVATIONS), initializer=perhaps(choice(list(INITIALIZERS))),
               layers=whole(1, MOST), seed=whole(0, 9))
    def __init__(self, activation="sigmoid", initializer=None, *, layers=MOST, seed=1):
        if activation not in ACTIVATIONS:
            raise ValueError(f"activation: wanted one of {', '.join(ACTIVATIONS)}; got {activation!r}")
        if initializer is not None and initializer not in INITIALIZERS:
            raise ValueError(f"initializer: wanted None or one of {', '.join(INITIALIZERS)}; got "
                             f"{initializer!r}")
        if not (1 <= layers <= MOST and 0 <= seed <= 9):
            raise ValueError(f"layers, seed: wanted 1 to {MOST} and 0 to 9, got {layers} and {seed}")
        view = DepthView(activation=ACTIVATIONS.index(activation),
                         start=STARTS.index(initializer or STARTS[0]),
                         layers=layers, seed=seed)
        super().__init__(view, [
            group("The network", whole_slider(view, "layers", "hidden layers", 1, MOST),
                  menu(view, "activation", "activation", ACTIVATIONS)),
            group("Its weights", menu(view, "start", "initializer", STARTS),
                  whole_slider(view, "seed", "seed", 0, 9))])

    @property
    def network(self):
        """The network on the screen."""
        view = self.view
        return deep(ACTIVATIONS[view.activation], None if view.start == 0 else STARTS[view.start],
                    view.layers, view.seed)

    def describe(self):
        view, sizes = self.view, delta_sizes(self.network)
        text = (f"A network with {view.layers} hidden layers of {WIDTH} {ACTIVATIONS[view.activation]} "
                f"neurons, not trained. The mean size of delta is {number(sizes[-1])} in the output layer "
                f"and {number(sizes[0])} in the first")
        if not sizes[-1] or not sizes[0]:
            return f"{text}."
        factor = (sizes[0] / sizes[-1]) ** (1 / view.layers)
        return f"{text}; on its way back each layer multiplied it by {number(factor)}."

    def picture(self):
        view = self.view
        title = f"{ACTIVATIONS[view.activation]}, {STARTS[view.start]}"
        return depth_picture(delta_sizes(self.network), title)


def deep(activation, initializer, layers, seed):
    """A network with so many hidden layers, as the seed draws it."""
    return Network([2, *[WIDTH] * layers, 1], hidden=activation, output="sigmoid", seed=seed,
                   initializer=initializer)


def delta_sizes(network):
    """The mean size of delta over neurons and examples, one number a layer, without their factor 1/n."""
    X, Y = moons(**DATA)
    return [len(X) * np.abs(delta).mean() for delta in network.backward(network.forward(X), Y).deltas]
