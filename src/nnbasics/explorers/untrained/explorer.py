"""A network before training: what it says, what was wanted, what that costs (chapter 5)."""
import numpy as np
import traitlets

from nnbasics.explorers.arguments import arguments, text, whole, without_gaps
from nnbasics.explorers.controls import group, whole_slider
from nnbasics.explorers.digit_images import a_digit, check_digit_network, check_digits, digit_slider, ink
from nnbasics.explorers.digit_picture import digit_png
from nnbasics.explorers.explorer import NetworkExplorer
from nnbasics.explorers.view import View
from nnbasics.figures.style import number
from nnbasics.network import Network


class UntrainedView(View):
    sizes = traitlets.List(traitlets.Int()).tag(sync=True)
    hidden = traitlets.List(traitlets.Unicode()).tag(sync=True)
    seed = traitlets.Int(0).tag(sync=True)
    parameters = traitlets.CBytes().tag(sync=True)  # empty: those that the page draws from the seed
    digit = traitlets.Int(0).tag(sync=True)
    digits = traitlets.Bytes().tag(sync=True)
    labels = traitlets.List(traitlets.Int()).tag(sync=True)
    source = traitlets.Unicode().tag(sync=True)


class UntrainedExplorer(NetworkExplorer):
    """``Network(sizes, hidden=hidden, output="softmax", seed=seed)``, with the seed as a slider.

    X, labels: as in `DigitExplorer`; the cost is shown for one digit, and on average over all of them.
    sizes, hidden: the network; it has a softmax over ten digits.
    seeds: what the slider goes through.  No network travels with the page, which draws it from its seed.
    seed, digit: the state to start with.
    source: Python lines that make ``X`` and ``labels``, for "as code".

    The cost of a digit is the sum of the ten squared differences, as in 3Blue1Brown's film
    ("Gradient descent, how neural networks learn", 2017); the book's ``mse`` is a tenth of it.
    Introduced in chapter 5, "Well, what we usually get ... is trash".
    """

    @arguments(seeds=without_gaps, seed=whole(0, 2**31), source=text)
    def __init__(self, X, labels, *, sizes=(64, 16, 16, 10), hidden="relu", seeds=range(10), seed=0,
                 digit=0, source=""):
        self.X, self.labels = check_digits(X, labels)
        if seed not in seeds:
            raise ValueError(f"seed={seed!r} is not among seeds={seeds[0]} to {seeds[-1]}")
        network = Network(sizes, hidden, "softmax", seed=seed)
        check_digit_network(network)
        digit = whole(0, len(self.X) - 1)("digit", digit)
        view = UntrainedView(
            sizes=network.sizes, hidden=network.hidden, seed=seed,
            digit=digit, digits=ink(self.X).tobytes(), labels=self.labels.tolist(), source=source,
        )
        control = whole_slider(view, "seed", "seed", seeds[0], seeds[-1])
        choice = digit_slider(view, len(self.X))
        controls = group("The network", control), group("One digit", choice)
        super().__init__(view, controls, network)
        view.observe(lambda change: setattr(self, "network", self._born()), names="seed")

    @NetworkExplorer.network.setter
    def network(self, network):
        NetworkExplorer.network.fset(self, network)
        is_born = np.array_equal(network.parameters, self._born().parameters)
        self.view.parameters = b"" if is_born else network.parameters.astype("<f8").tobytes()

    def _born(self):
        """What the seed on the slider draws."""
        return Network(self.view.sizes, self.view.hidden, "softmax", seed=self.view.seed)

    def check(self, network):
        super().check(network)
        check_digit_network(network)

    def describe(self):
        label = self.labels[self.view.digit]
        output = self.network.predict(self.X[[self.view.digit]])[0]
        costs = digit_costs(self.network, self.X, self.labels)
        right = round(len(self.X) * self.network.accuracy(self.X, self.labels))
        return (
            f"An untrained network, seed {self.view.seed}, sees {a_digit(label)} and reads "
            f"{a_digit(output.argmax())}. Its ten outputs are "
            f"{', '.join(number(value, decimals=2) for value in output)}; wanted are 1 for the "
            f"{label} and 0 for the others. The squared differences add up to a cost of "
            f"{number(costs[self.view.digit])}. On average over {len(self.X)} digits the cost is "
            f"{number(costs.mean())}, and {right} of them are read right."
        )

    def picture(self):
        wanted = np.eye(10)[self.labels[self.view.digit]]
        return digit_png(self.network, self.network.forward(self.X[[self.view.digit]]), wanted)


def digit_costs(network, X, labels):
    """The sum of the ten squared differences for each digit, shape (n,)."""
    return ((network.predict(X) - np.eye(10)[labels]) ** 2).sum(axis=1)
