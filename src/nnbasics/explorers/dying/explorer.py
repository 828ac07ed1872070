"""A ReLU that a step too large kills: asleep for all examples, its gradient exactly 0 (chapter 8)."""
import numpy as np
import traitlets

from nnbasics.explorers.arguments import arguments, between, choice, whole
from nnbasics.explorers.controls import group, menu, slider, whole_slider
from nnbasics.explorers.dying.picture import dying_picture
from nnbasics.explorers.explorer import Explorer
from nnbasics.explorers.view import View, scalar
from nnbasics.figures.style import number
from nnbasics.network import Network

ACTIVATIONS = ["relu", "leaky_relu", "softplus"]
X = np.array([[-1.0], [-0.5], [0.5], [1.0], [1.5], [2.0]])
Y = np.maximum(1.5 * X - 0.5, 0)  # a ReLU could learn these
STEPS = 60
REACH = 4.0  # of weight and bias at the start


class DyingView(View):
    w, b, learning_rate = (scalar() for _ in range(3))
    steps, activation = (traitlets.Int(0).tag(sync=True) for _ in range(2))
    most = traitlets.Int(STEPS).tag(sync=True)
    activations = traitlets.List(ACTIVATIONS).tag(sync=True)
    X = traitlets.List(X[:, 0].tolist()).tag(sync=True)
    Y = traitlets.List(Y[:, 0].tolist()).tag(sync=True)


class DyingExplorer(Explorer):
    """One neuron with one input, one weight and one bias, trained on six examples by gradient descent.

    activation: "relu", "leaky_relu" or "softplus".  weight, bias: at the start.  steps: at first, up to 60.

    Where one step makes z negative for all examples, a ReLU's slopes are exactly 0, so it stays there.
    ValueError for another activation, and for a start out of reach.
    Introduced in chapter 8, "Activation Functions".
    """

    @arguments(activation=choice(ACTIVATIONS), weight=between(-REACH, REACH), bias=between(-REACH, REACH),
               learning_rate=between(0.05, 1), steps=whole(0, STEPS))
    def __init__(self, activation="relu", *, weight=3.0, bias=1.0, learning_rate=0.3, steps=1):
        if activation not in ACTIVATIONS:
            raise ValueError(f"activation: wanted one of {', '.join(ACTIVATIONS)}; got {activation!r}")
        view = DyingView(activation=ACTIVATIONS.index(activation), w=weight, b=bias,
                         learning_rate=learning_rate, steps=steps)
        super().__init__(view, [
            group("The training", whole_slider(view, "steps", "steps", 0, STEPS),
                  slider(view, "learning_rate", "learning rate η", 0.05, 1, 0.05)),
            group("The neuron", menu(view, "activation", "activation", ACTIVATIONS),
                  slider(view, "w", "weight w", -REACH, REACH), slider(view, "b", "bias b", -REACH, REACH))])

    @property
    def network(self):
        """The neuron on the screen, trained by so many steps."""
        view = self.view
        return trained(ACTIVATIONS[view.activation], view.w, view.b, view.learning_rate, view.steps)

    def describe(self):
        view, name = self.view, ACTIVATIONS[self.view.activation]
        neuron = trained(name, view.w, view.b, view.learning_rate, STEPS)
        awake = int((neuron.forward(X).preactivations[0] > 0).sum())
        return (f"A {name} neuron with one input, trained on {len(X)} examples with learning rate "
                f"{number(view.learning_rate)} from weight {number(view.w)} and bias {number(view.b)}. After "
                f"{STEPS} steps its sum is above 0 for {awake} of them, and the loss has gone from "
                f"{number(trained(name, view.w, view.b, 0, 0).loss(X, Y))} to {number(neuron.loss(X, Y))}.")

    def picture(self):
        view, name = self.view, ACTIVATIONS[self.view.activation]
        moments = {f"after {steps} steps": trained(name, view.w, view.b, view.learning_rate, steps)
                   for steps in (0, STEPS)}
        return dying_picture(moments, X, Y)


def trained(activation, weight, bias, learning_rate, steps):
    """The neuron after so many steps, each over all examples."""
    neuron = Network([1, 1], output=activation, loss="mse")
    neuron.parameters = weight, bias
    for _ in range(steps):
        neuron.parameters -= learning_rate * neuron.backward(neuron.forward(X), Y).flat
    return neuron
