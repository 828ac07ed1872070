"""The three levers of a neuron: its bias, its weights, the activations that come in (chapter 6)."""
import numpy as np
import traitlets

from nnbasics.explorers.arguments import arguments, between, numbers
from nnbasics.explorers.controls import group, slider
from nnbasics.explorers.explorer import Explorer
from nnbasics.explorers.levers.picture import levers_picture
from nnbasics.explorers.view import View, scalar
from nnbasics.figures.style import number
from nnbasics.network import Network

LEVERS = ("bias", "weights", "activations")
HARDEST = 4.0  # how far a lever can be pulled, to either side


class LeversView(View):
    weights, activations = (traitlets.List().tag(sync=True) for _ in range(2))
    bias, wanted = scalar(), scalar(1.0)
    pull_bias, pull_weights, pull_activations = scalar(1.0), scalar(1.0), scalar(1.0)


class LeversExplorer(Explorer):
    """One sigmoid neuron that is to say something else, and the three ways to bring it there.

    network: the neuron, ``Network([n, 1], output="sigmoid", loss="mse")`` with at most 6 inputs.
    activations: what the n neurons before it say.  wanted: what it should say, 0 to 1.

    Each lever is pulled against its slope: the bias by −pull · delta, a weight by −pull · delta · its
    activation, an activation by −pull · delta · its weight.  ValueError for another network or other numbers.
    The three levers are those of 3Blue1Brown's film (Sanderson, 2017), here with the true slopes.
    Introduced in chapter 6, "Overview of backpropagation".
    """

    @arguments(activations=numbers, wanted=between(0, 1))
    def __init__(self, network, activations, *, wanted=1.0):
        _check(network)
        x, _ = network.checked(np.reshape(activations, (1, -1)), [[wanted]], ("activations", "wanted"))
        layer = network.layers[0]
        view = LeversView(weights=layer.weights[:, 0].tolist(), activations=x[0].tolist(),
                          bias=float(layer.biases[0]), wanted=wanted)
        pulls = [slider(view, f"pull_{lever}", f"pull on the {lever}", -HARDEST, HARDEST) for lever in LEVERS]
        for each in pulls:
            each.add_class("nn-long-label")
        super().__init__(view, [group("The levers", *pulls),
                                group("What is wanted", slider(view, "wanted", "wanted", 0, 1, 0.05))])

    @property
    def network(self):
        """The neuron on the screen, before any lever is pulled.  Assign another with as many inputs."""
        network = Network([len(self.view.weights), 1], output="sigmoid", loss="mse")
        network.parameters = [*self.view.weights, self.view.bias]
        return network

    @network.setter
    def network(self, network):
        _check(network)
        if network.sizes[0] != len(self.view.activations):
            raise ValueError(f"network: wanted {len(self.view.activations)} inputs, got {network.sizes[0]}")
        with self.view.hold_sync():
            self.view.weights = network.layers[0].weights[:, 0].tolist()
            self.view.bias = float(network.layers[0].biases[0])

    def losses(self):
        """name → loss: before, with each lever pulled alone, and together."""
        view, network = self.view, self.network
        a, wanted = np.array([view.activations]), np.array([[view.wanted]])
        weights, bias = network.parameters[:-1].copy(), network.parameters[-1]
        delta = network.backward(network.forward(a), wanted).deltas[0].item()

        def loss(*pulled):
            push = {lever: -getattr(view, f"pull_{lever}") * delta * (lever in pulled) for lever in LEVERS}
            network.parameters = [*(weights + push["weights"] * a[0]), bias + push["bias"]]
            return network.loss(a + push["activations"] * weights, wanted)

        return {"before": loss(), **{lever: loss(lever) for lever in LEVERS}, "together": loss(*LEVERS)}

    def describe(self):
        losses = {name: number(loss) for name, loss in self.losses().items()}
        return (f"One neuron with {len(self.view.weights)} inputs, of which {number(self.view.wanted)} is "
                f"wanted: its loss is {losses['before']}. With the bias pulled alone it is {losses['bias']}, "
                f"with the weights alone {losses['weights']}, with the activations alone "
                f"{losses['activations']}, with all three together {losses['together']}.")

    def picture(self):
        return levers_picture(self.network, self.view.activations, self.losses())


def _check(network):
    sizes = list(getattr(network, "sizes", []))
    ends = getattr(network, "output", None), getattr(network, "loss_name", None)
    if len(sizes) != 2 or sizes[1] != 1 or sizes[0] > 6 or ends != ("sigmoid", "mse"):
        raise ValueError("network: wanted one neuron with at most 6 inputs, output 'sigmoid' and loss 'mse'; "
                         f"got {network!r}")
