"""Two linear layers multiplied out to one, and the fold that a ReLU makes (chapter 8)."""
import numpy as np
import traitlets

from nnbasics.explorers.arguments import arguments, whole
from nnbasics.explorers.collapse.picture import collapse_picture
from nnbasics.explorers.controls import group, menu, picked_slider, slider
from nnbasics.explorers.explorer import NetworkExplorer
from nnbasics.explorers.view import NetworkView, scalar
from nnbasics.figures.style import number
from nnbasics.network import Network

REACH = 3.0  # of the weights
SPAN = 2.0  # of both inputs
GRID = 64  # points of the map, across and up
FOLDS = ["nothing", "one ReLU", "two ReLUs"]


class CollapseView(NetworkView):
    fold = traitlets.Int(0).tag(sync=True)  # so many hidden neurons have a ReLU
    x1, x2 = scalar(-1.0), scalar(-0.5)
    span = scalar(SPAN)


class CollapseExplorer(NetworkExplorer):
    """A 2-2-1 network of linear neurons, the single layer that says the same, and ReLUs to put in.

    network: 2-2-1, linear throughout; without it the one of chapter 8.  fold: how many of its hidden neurons
    have a ReLU, 0, 1 or 2.  ``explorer.network`` is the linear network, whatever fold is.
    ValueError for other networks, and another fold.  Introduced in chapter 8, "Why using activation function
    at all?".
    """

    @arguments(fold=whole(0, len(FOLDS) - 1), picked=whole(0, 8))
    def __init__(self, network=None, *, fold=0, picked=0):
        network = linear_stack() if network is None else network
        self.check(network)
        if fold not in range(len(FOLDS)):
            raise ValueError(f"fold: wanted 0, 1 or 2, got {fold!r}")
        view = CollapseView(fold=fold, picked=picked)
        view.show(network)
        hold = picked_slider(view, -REACH, REACH)
        hold.add_class("nn-picked-slider")
        super().__init__(view, [
            group("What you picked", hold),
            group("In between", menu(view, "fold", "put in", FOLDS)),
            group("The example", slider(view, "x1", "input x₁", -SPAN, SPAN, 0.05),
                  slider(view, "x2", "input x₂", -SPAN, SPAN, 0.05)),
        ], network)

    def check(self, network):
        if (list(getattr(network, "sizes", [])), getattr(network, "hidden", None) and list(network.hidden),
                getattr(network, "output", None)) != ([2, 2, 1], ["linear"], "linear"):
            raise ValueError(f"network: wanted sizes [2, 2, 1], hidden and output 'linear'; got {network!r}")

    def describe(self):
        W, b = multiplied_out(self.network)
        x = np.array([[self.view.x1, self.view.x2]])
        grid = map_grid()
        apart = np.abs(stack(self.network, self.view.fold, grid) - (grid @ W + b)).max()
        says = "say the same everywhere" if apart < 1e-12 else f"are up to {number(apart)} apart"
        return (f"Two layers of linear neurons with {FOLDS[self.view.fold]} in between, and the single layer "
                f"multiplied out: its weights are {number(W[0, 0])} and {number(W[1, 0])}, its bias "
                f"{number(b[0])}. At the inputs {number(self.view.x1)} and {number(self.view.x2)} the stack "
                f"says {number(stack(self.network, self.view.fold, x).item())}, the single layer "
                f"{number((x @ W + b).item())}. On the map they {says}.")

    def picture(self):
        return collapse_picture(self.network, [map_heights(self.network, fold) for fold in (0, 1)], SPAN)


def linear_stack():
    """The 2-2-1 network of linear neurons of chapter 8."""
    network = Network([2, 2, 1], hidden="linear", output="linear")
    network.parameters = [1, -1, 1, 0.5, 0.5, -0.25, 1.5, -1, 0]
    return network


def multiplied_out(network):
    """W = W₁W₂, (2, 1), and b = b₁W₂ + b₂, (1,)."""
    first, second = network.layers
    return first.weights @ second.weights, first.biases @ second.weights + second.biases


def stack(network, fold, X):
    """The output for each row of X, (n, 1), with a ReLU in the first ``fold`` hidden neurons."""
    first, second = network.layers
    hidden = X @ first.weights + first.biases
    hidden[:, :fold] = np.maximum(hidden[:, :fold], 0)
    return hidden @ second.weights + second.biases


def map_grid():
    """The inputs of all points of the map, row by row from the lowest x₂: (GRID², 2)."""
    side = np.linspace(-SPAN, SPAN, GRID)
    return np.stack(np.meshgrid(side, side), axis=-1).reshape(-1, 2)


def map_heights(network, fold):
    """The output at each point of the map: (GRID, GRID)."""
    return stack(network, fold, map_grid()).reshape(GRID, GRID)
