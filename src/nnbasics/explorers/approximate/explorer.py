"""A curve approximated by steps: set by hand, and by training, side by side (chapter 11)."""
import ipywidgets as widgets
import numpy as np
import traitlets

from nnbasics.explorers.approximate.picture import approximation_png
from nnbasics.explorers.approximate.targets import NODES, OWN, TARGETS, recipe, target_points
from nnbasics.explorers.arguments import arguments, between, whole
from nnbasics.explorers.controls import group, menu, slider, whole_slider
from nnbasics.explorers.explorer import Explorer
from nnbasics.explorers.view import View, scalar
from nnbasics.figures.style import number
from nnbasics.network import Network
from nnbasics.optimizers import Adam
from nnbasics.training import fit

MOST_UNITS = 30
ACTIVATIONS = ("sigmoid", "tanh", "relu", "linear")
LEARNING_RATE = 0.02


class ApproximateView(View):
    targets = traitlets.List().tag(sync=True)  # name, code, x and y of each; the last is drawn
    target = traitlets.Int(0).tag(sync=True)
    drawn = traitlets.List().tag(sync=True)
    epsilon = scalar(0.1)
    units = traitlets.Int(8).tag(sync=True)
    places, heights = (traitlets.List().tag(sync=True) for _ in range(2))  # of all steps that could be there
    steepness = scalar(100.0)
    chosen = traitlets.Int(0).tag(sync=True)  # the step that the two sliders move
    place, height = scalar(), scalar()
    place_name, height_name = (traitlets.Unicode().tag(sync=True) for _ in range(2))
    net_units = traitlets.Int(8).tag(sync=True)
    activation = traitlets.Int(0).tag(sync=True)
    seed = traitlets.Int(0).tag(sync=True)
    steps = traitlets.Int(0).tag(sync=True)
    activations = traitlets.List(list(ACTIVATIONS)).tag(sync=True)
    learning_rate = scalar(LEARNING_RATE)


class ApproximateExplorer(Explorer):
    """Two networks with one hidden layer each and one curve on [0, 1]: one set by hand, one trained.

    target: which of ``TARGETS`` is wanted; the one after the last is a curve of the reader's own.
    units, steepness: of the hand's steps, which begin as a staircase along the curve.
    epsilon: how far off is near enough.
    net_units, seed: of the network that is trained, from 0 ``steps`` on.

    ``explorer.hand`` and ``explorer.network`` are the two, and ``explorer.points`` is what both are judged
    at.  The steps that are moved by hand come from Michael Nielsen, "Neural Networks and Deep Learning",
    chapter 4.  Introduced in chapter 11, "Conclusion".
    """

    @arguments(target=whole(0, len(TARGETS)), units=whole(1, MOST_UNITS), steepness=between(2, 300),
               epsilon=between(0.02, 0.25), net_units=whole(1, MOST_UNITS), seed=whole(0, 19))
    def __init__(self, *, target=0, units=6, steepness=100.0, epsilon=0.1, net_units=6, seed=1):
        drawn = [0.2, *[round(0.5 + 0.3 * float(np.cos(0.6 * k)), 2) for k in range(1, NODES)]]
        places, heights = (_spare(numbers, spare) for numbers, spare in zip(
            recipe(*target_points(target, drawn), units),
            (np.arange(MOST_UNITS) * 125 % 200 / 200, np.full(MOST_UNITS, 0.1)), strict=True))
        chosen = units // 2
        view = ApproximateView(
            targets=[*map(_sent, range(len(TARGETS))), OWN], target=target, drawn=drawn, epsilon=epsilon,
            units=units, places=places, heights=heights, steepness=steepness, chosen=chosen,
            place=places[chosen], height=heights[chosen], place_name="place s", height_name="height v",
            net_units=net_units, seed=seed)
        place = slider(view, "place", "place s", -0.2, 1.2, 0.005)
        height = slider(view, "height", "height v", -1, 1, 0.005)
        for control, trait in ((place, "place_name"), (height, "height_name")):
            control.readout_format = ".3f"
            control.add_class("nn-picked-slider")
            widgets.jslink((control, "description"), (view, trait))
        super().__init__(view, (
            group("Your step", place, height),
            group("The curve", menu(view, "target", "curve", [each["name"] for each in [*TARGETS, OWN]]),
                  slider(view, "epsilon", "within ε", 0.02, 0.25, 0.01)),
            group("By hand", whole_slider(view, "units", "units", 1, MOST_UNITS),
                  slider(view, "steepness", "steepness w", 2, 300, 1)),
            group("By training", menu(view, "activation", "hidden", ACTIVATIONS),
                  whole_slider(view, "net_units", "hidden units", 1, MOST_UNITS),
                  whole_slider(view, "seed", "seed", 0, 19)),
        ))

    @property
    def points(self):
        """(X, Y): where both networks are judged and the one learns, two columns."""
        x, y = target_points(self.view.target, self.view.drawn)
        return x[:, None], y[:, None]

    @property
    def hand(self) -> Network:
        """The network that is set by hand: unit k steps at its place, and the output adds its height."""
        view, n = self.view, self.view.units
        net = Network([1, n, 1], hidden="sigmoid", output="linear")
        net.layers[0].weights = np.full((1, n), view.steepness)
        net.layers[0].biases = -view.steepness * np.array(view.places[:n])
        net.layers[1].weights = np.reshape(view.heights[:n], (n, 1))
        net.layers[1].biases = self.points[1][0]
        return net

    @property
    def network(self) -> Network:
        """The network that is trained, from its seed on and so many steps as are on the screen."""
        view, (X, Y) = self.view, self.points
        net = Network([1, view.net_units, 1], hidden=ACTIVATIONS[view.activation], output="linear",
                      seed=view.seed)
        if view.steps:
            fit(net, X, Y, epochs=view.steps, batch_size=len(X), optimizer=Adam(LEARNING_RATE), shuffle=False)
        return net

    def off(self, network):
        """The largest distance of a network from the curve."""
        X, Y = self.points
        return float(abs(network.predict(X) - Y).max())

    def describe(self):
        view, hand, net = self.view, self.off(self.hand), self.off(self.network)
        trained = f"after {view.steps} steps of training" if view.steps else "not yet trained"
        return (
            f"A curve from 0 to 1, and in gray a band around it, {number(view.epsilon)} up and down. At the "
            f"left {view.units} hidden neurons with a step each, set by hand, add up to a curve that is off "
            f"by {number(hand)} at most: {'within' if hand <= view.epsilon else 'not yet within'} the band. "
            f"At the right a network with {view.net_units} hidden neurons, {trained}, is off by "
            f"{number(net)}. Pressing Train lets it compete.")

    def picture(self):
        both = [("By hand", self.hand), ("By training", self.network)]
        return approximation_png(both, *target_points(self.view.target, self.view.drawn), self.view.epsilon)


def _spare(numbers, spare):
    """The numbers, and for the steps that are not there yet those that they begin with."""
    return [*map(float, numbers), *map(float, spare[len(numbers):])]


def _sent(target):
    x, y = target_points(target, None)
    return {**TARGETS[target], "x": x.tolist(), "y": y.tolist()}
