"""Three networks see the same digits; the reader puts them in order of their cost (chapter 5)."""
import numpy as np
import traitlets

from nnbasics.explorers.arguments import arguments, made_by, perhaps, refuse, several, text, whole
from nnbasics.explorers.controls import group, menu
from nnbasics.explorers.digit_images import a_digit, check_digit_network, check_digits, digit_slider, ink
from nnbasics.explorers.explorer import Explorer
from nnbasics.explorers.picture import small_png
from nnbasics.explorers.view import View
from nnbasics.figures.bars import Bars
from nnbasics.figures.digit_network import NAMES
from nnbasics.figures.style import TEXT, canvas, colors, number, points, theme
from nnbasics.network import Network

CANDIDATES = "ABC"
BY = ("cost of this digit", "average cost of all digits")


class RankingView(View):
    sizes = traitlets.List(traitlets.Int()).tag(sync=True)
    hidden = traitlets.List(traitlets.Unicode()).tag(sync=True)
    born = traitlets.List().tag(sync=True)  # seed and initializer of A, B and C, or None
    candidates = traitlets.Bytes().tag(sync=True)  # the parameters of those with None, one after another
    digits = traitlets.Bytes().tag(sync=True)
    labels = traitlets.List(traitlets.Int()).tag(sync=True)
    digit = traitlets.Int(0).tag(sync=True)
    by = traitlets.Int(0).tag(sync=True)  # which of BY: browsers link a menu by its index
    order = traitlets.List(traitlets.Unicode()).tag(sync=True)
    source = traitlets.Unicode().tag(sync=True)


class RankingExplorer(Explorer):
    """A game: which of three networks is the least wrong, about one digit and on average?

    networks: three of the same layers; they are called A, B and C.
    born: for each the arguments of `Network` that draw it, ``{"seed": 17, "initializer": "he"}``, or None.
        The page draws such a network itself; one that is not what its seed draws travels with its numbers.
    X, labels, digit: as in `DigitExplorer`.
    source: Python lines that make ``X`` and ``labels``, for "as code".

    ``explorer.networks`` holds all three; assign three others, and the picture changes.
    ``explorer.network`` is A.
    Introduced in chapter 5, "Well, what we usually get ... is trash".
    """

    @arguments(born=several(perhaps(made_by(dict)), 3), source=text)
    def __init__(self, networks, X, labels, *, born=(None,) * 3, digit=0, source=""):
        self.X, self.labels = check_digits(X, labels)
        digit = whole(0, len(self.X) - 1)("digit", digit)
        for how in filter(None, born):
            if not {"seed"} <= set(how) <= {"seed", "initializer"}:
                refuse("born", "None or {'seed': …, 'initializer': …} for each", how)
        view = RankingView(
            digit=digit, source=source, digits=ink(self.X).tobytes(), labels=self.labels.tolist())
        choice = menu(view, "by", "rank by", BY)
        controls = [group("The question", digit_slider(view, len(self.X)), choice)]
        super().__init__(view, controls)
        self._born = born
        self.networks = networks

    @property
    def networks(self):
        return self._networks

    @networks.setter
    def networks(self, networks):
        if not isinstance(networks, (list, tuple)) or not all(isinstance(each, Network) for each in networks):
            refuse("networks", f"{len(CANDIDATES)} of the same layers", networks)
        networks = [self._checked(network) for network in networks]
        kinds = {(*net.sizes, *net.hidden) for net in networks}
        if len(networks) != len(CANDIDATES) or len(kinds) > 1:
            raise ValueError(
                f"networks: wanted {len(CANDIDATES)} of the same layers, got {networks}")
        born = [how if how and _draws(how, net) else None
                for how, net in zip(self._born, networks, strict=True)]
        carried = [net.parameters.astype("<f8").tobytes()
                   for how, net in zip(born, networks, strict=True) if how is None]
        self._networks = networks
        with self.view.hold_sync():
            self.view.sizes = list(networks[0].sizes)
            self.view.hidden = list(networks[0].hidden)
            self.view.born = [how and [how["seed"], how.get("initializer")] for how in born]
            self.view.candidates = b"".join(carried)

    @property
    def network(self):
        """The candidate A."""
        return self._networks[0]

    @network.setter
    def network(self, network):
        self.networks = [network, *self._networks[1:]]

    @staticmethod
    def _checked(network):
        check_digit_network(network)
        return network.copy()

    def describe(self):
        digit, label = self.X[[self.view.digit]], self.labels[self.view.digit]
        said = "; ".join(
            f"{name} reads {a_digit(output.argmax())} with {number(output.max(), decimals=2)} and "
            f"gives the {label} {number(output[label], decimals=2)}"
            for name, output in zip(CANDIDATES, (net.predict(digit)[0] for net in self.networks), strict=True)
        )
        return (f"Three networks see {a_digit(label)}. {said}. Put them in order of their cost, "
                "the lowest first.")

    def picture(self):
        with theme("light"):
            figure, page = canvas((784, 300))
            rows = [242 - 24 * row for row in range(10)]
            write = {"va": "center_baseline", "color": colors()["ink"]}
            for column, (name, net) in enumerate(zip(CANDIDATES, self.networks, strict=True)):
                left = 30 + 255 * column
                page.text(left, 276, f"Network {name}", fontsize=points(TEXT + 2), **write)
                for digit, row in zip(NAMES, rows, strict=True):
                    page.text(left, row, digit, fontsize=points(TEXT), **write)
                Bars(page, left + 20, 140, rows).show(net.predict(self.X[[self.view.digit]])[0])
            return small_png(figure)


def _draws(how, network):
    drawn = Network(network.sizes, network.hidden, network.output, **how)
    return np.array_equal(drawn.parameters, network.parameters)
