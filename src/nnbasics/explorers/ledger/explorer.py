"""What each training digit wants of each weight, and what all want together (chapter 6)."""
from itertools import pairwise

import numpy as np
import traitlets

from nnbasics.explorers.arguments import arguments, made_by, rising, whole
from nnbasics.explorers.controls import group, menu, slider
from nnbasics.explorers.digit_images import check_digits, ink
from nnbasics.explorers.explorer import Explorer
from nnbasics.explorers.ledger.picture import ledger_png
from nnbasics.explorers.recipe import Recipe
from nnbasics.explorers.view import View, late_bytes, scalar
from nnbasics.figures.style import number

ORDERS = ("in the order of the data", "the loudest first", "the most different first")
COLUMNS = ("of all weights, as pictures", "of one neuron, in numbers")
BATCH_SIZES, BATCHES = (1, 10), 200


class LedgerView(View):
    moment = traitlets.Int(0).tag(sync=True)
    order = traitlets.Int(0).tag(sync=True)
    columns = traitlets.Int(0).tag(sync=True)
    row = traitlets.Int(0).tag(sync=True)
    picked = traitlets.Int(0).tag(sync=True)  # the place of a weight or bias
    rate = scalar()
    says = traitlets.List(traitlets.Int()).tag(sync=True)  # how often each digit is counted
    labels = traitlets.List(traitlets.Int()).tag(sync=True)  # what each is said to be
    recipe = traitlets.Dict().tag(sync=True)
    epochs = traitlets.List(traitlets.Int()).tag(sync=True)
    batch_sizes = traitlets.List(traitlets.Int(), list(BATCH_SIZES)).tag(sync=True)
    batches = traitlets.Int(BATCHES).tag(sync=True)
    kinds_count = traitlets.Int().tag(sync=True)
    images = late_bytes()  # all digits that it learns from, a byte a pixel
    kinds = late_bytes()  # what they are, a byte each


class LedgerExplorer(Explorer):
    """The opinions of training digits about every weight and bias of a network that reads digits.

    X, labels: all digits that the network learns from, as in `DigitExplorer`; the first `count` have a row.
    recipe: how the network comes about; the page trains it again, so no weights travel with it.
    epochs: after how many the network can be looked at, 0 for the untrained one.
    moment, row: to start with, which of those, and whose wishes the drawing shows (`count`: the average).

    ``explorer.network`` is the network on the screen, ``explorer.says`` how often each digit is counted,
    ``explorer.labels`` what each is said to be: assign other lists, and the picture moves.
    Introduced in chapter 6, "Each training data has his/her own saying ...".
    """

    @arguments(recipe=made_by(Recipe), epochs=rising(whole(0, 200)))
    def __init__(self, X, labels, *, count=24, recipe=Recipe(), epochs=(0, 2, 30), moment=0, row=0):
        self.X, self._all_labels = check_digits(X, labels)
        count = whole(1, len(self.X))("count", count)
        moment = whole(0, len(epochs) - 1)("moment", moment)
        row = whole(0, count)("row", row)
        self.recipe, self._networks = recipe, {}
        view = LedgerView(
            moment=moment, row=row, rate=0.1, says=[1] * count, labels=self._all_labels[:count].tolist(),
            recipe=recipe.traits(), epochs=list(epochs), kinds_count=len(self.X),
            picked=_bias_of_output(recipe.sizes, 3),
            images=ink(self.X).tobytes(), kinds=self._all_labels.astype(np.uint8).tobytes(),
        )
        names = ["untrained" if not epoch else f"after {epoch} epochs" for epoch in epochs]
        controls = (
            group("The ledger", menu(view, "moment", "network", names), menu(view, "order", "rows", ORDERS),
                  menu(view, "columns", "wishes", COLUMNS)),
            group("A step along the average", slider(view, "rate", "learning rate", 0, 2, 0.05)),
        )
        super().__init__(view, controls)

    @property
    def network(self):
        """The network on the screen; changing it changes nothing there."""
        epochs = self.view.epochs[self.view.moment]
        if epochs not in self._networks:
            self._networks[epochs] = self.recipe.network(self.X, self._all_labels, epochs)
        return self._networks[epochs].copy()

    @property
    def says(self):
        """How often each digit of the ledger is counted: 0 mutes it."""
        return np.array(self.view.says)

    @says.setter
    def says(self, says):
        self.view.says = _whole(says, "says", len(self.view.labels), 0, 2)

    @property
    def labels(self):
        """What each digit of the ledger is said to be."""
        return np.array(self.view.labels)

    @labels.setter
    def labels(self, labels):
        self.view.labels = _whole(labels, "labels", len(self.view.labels), 0, 9)

    def opinions(self):
        """(wishes, average): minus the gradient of each digit, (count, parameters), and of their batch."""
        network, X, labels = self.network, self.X[:len(self.labels)], self.labels
        batch = np.repeat(np.arange(len(X)), self.says)
        wishes = -network.backward(network.forward(X), labels, per_example=True).flat
        if not len(batch):
            return wishes, np.zeros(network.num_parameters)
        return wishes, -network.backward(network.forward(X[batch]), labels[batch]).flat

    def describe(self):
        wishes, average = self.opinions()
        norms = np.linalg.norm(wishes, axis=1)
        reads = self.network.predict(self.X[:len(wishes)]).argmax(axis=1)
        loud = norms.argsort()[::-1][:3]
        shout = ", ".join(f"digit {i}, a {self.labels[i]} read as {reads[i]}, with {number(norms[i])}"
                          for i in loud)
        return (
            f"A ledger of {len(wishes)} training digits. Each wants something of each of the "
            f"{self.network.num_parameters} weights and biases: minus its own gradient. Loudest are {shout}. "
            f"Their wishes are {number(norms.mean())} long on average; the average of the wishes is only "
            f"{number(np.linalg.norm(average))} long."
        )

    def picture(self):
        wishes, average = self.opinions()
        return ledger_png(self.network, self.X, self.labels, wishes, average)


def _bias_of_output(sizes, output):
    """The place of its bias among the parameters: the last biases stand at the end."""
    total = sum((fan_in + 1) * fan_out for fan_in, fan_out in pairwise(sizes))
    return total - sizes[-1] + output


def _whole(values, name, count, low, high):
    found = np.asarray(values)
    if found.shape != (count,) or found.dtype.kind not in "iu" or found.min() < low or found.max() > high:
        raise ValueError(f"{name}: wanted {count} whole numbers from {low} to {high}, got {values!r}")
    return found.tolist()
