"""A sigmoid neuron that starts sure and wrong, trained with two losses side by side (chapter 8)."""
import numpy as np
import traitlets

from nnbasics.explorers.arguments import arguments, between, whole
from nnbasics.explorers.controls import group, slider, whole_slider
from nnbasics.explorers.explorer import Explorer
from nnbasics.explorers.saturated.picture import saturated_picture
from nnbasics.explorers.view import View, scalar
from nnbasics.figures.style import number
from nnbasics.network import Network

LOSSES = {"mse": "squared error", "bce": "cross-entropy"}
STEPS = 300
REACH = 4.0  # of weight and bias at the start
X, WANTED = np.array([[1.0]]), np.array([[0.0]])


class SaturatedView(View):
    w, b, learning_rate = (scalar() for _ in range(3))
    steps = traitlets.Int(0).tag(sync=True)
    most = traitlets.Int(STEPS).tag(sync=True)
    reach = scalar(REACH)


class SaturatedExplorer(Explorer):
    """One sigmoid neuron with input 1, of which 0 is wanted: squared error beside cross-entropy.

    weight, bias: of both neurons at the start.  steps: how many have been taken at first, up to 300.

    The neuron and its start are from Michael Nielsen, "Neural Networks and Deep Learning", chapter 3.  His
    squared error has a factor ½, so that his learning rate of 0.15 is 0.075 here.
    ValueError for a start out of reach.  Introduced in chapter 8, "Activation Functions".
    """

    @arguments(weight=between(-REACH, REACH), bias=between(-REACH, REACH),
               learning_rate=between(0.025, 1), steps=whole(0, STEPS))
    def __init__(self, *, weight=2.0, bias=2.0, learning_rate=0.075, steps=25):
        view = SaturatedView(w=weight, b=bias, learning_rate=learning_rate, steps=steps)
        rate = slider(view, "learning_rate", "learning rate η", 0.025, 1, 0.025)
        rate.readout_format = ".3f"
        super().__init__(view, [
            group("The training", whole_slider(view, "steps", "steps", 0, STEPS), rate),
            group("Where both start", slider(view, "w", "weight w", -REACH, REACH),
                  slider(view, "b", "bias b", -REACH, REACH))])

    def neurons(self):
        """loss → the neuron on the screen, trained by so many steps with it."""
        view = self.view
        return {loss: trained(loss, view.w, view.b, view.learning_rate, view.steps)[0] for loss in LOSSES}

    def describe(self):
        view = self.view
        said = []
        for loss, name in LOSSES.items():
            _, outputs = trained(loss, view.w, view.b, view.learning_rate, STEPS)
            said.append(f"with {name} the output is {number(outputs[50])} after 50 steps, "
                        f"{number(outputs[150])} after 150 and {number(outputs[300])} after 300")
        return (f"A sigmoid neuron with weight {number(view.w)}, bias {number(view.b)} and input 1, of which "
                f"0 is wanted. Trained with learning rate {number(view.learning_rate)}: {'; '.join(said)}.")

    def picture(self):
        view = self.view
        ways = {name: trained(loss, view.w, view.b, view.learning_rate, STEPS)[1]
                for loss, name in LOSSES.items()}
        return saturated_picture(ways, {name: deltas(loss) for loss, name in LOSSES.items()}, view.w + view.b)


def trained(loss, weight, bias, learning_rate, steps):
    """The neuron after so many steps, and its output before each of them and after the last."""
    neuron = Network([1, 1], output="sigmoid", loss=loss)
    neuron.parameters = weight, bias
    outputs = [neuron.predict(X).item()]
    for _ in range(steps):
        neuron.parameters -= learning_rate * neuron.backward(neuron.forward(X), WANTED).flat
        outputs.append(neuron.predict(X).item())
    return neuron, outputs


def deltas(loss):
    """z, and d loss / d z there."""
    neuron = Network([1, 1], output="sigmoid", loss=loss)
    neuron.parameters = 1, 0
    z = np.linspace(-2 * REACH, 2 * REACH, 161)
    wanted = np.zeros((1, 1))
    return z, [neuron.backward(neuron.forward([[at]]), wanted).deltas[0].item() for at in z]
