"""Cats and dogs: train in the page, ask about a picture, look at the mistakes (chapter 7)."""
from base64 import b64decode

import numpy as np
import traitlets

from nnbasics.contributions import contributions
from nnbasics.datasets import moved
from nnbasics.datasets.pictures import pack, unpack
from nnbasics.explorers.arguments import arguments, examples, several, whole
from nnbasics.explorers.controls import group, menu, slider, whole_slider
from nnbasics.explorers.explorer import Explorer
from nnbasics.explorers.pets.picture import pets_png
from nnbasics.explorers.view import View, late_bytes, scalar
from nnbasics.figures.style import number
from nnbasics.network import Network
from nnbasics.optimizers import Adam
from nnbasics.penalties import L2
from nnbasics.training import fit

FEW = 40  # test pictures that the page opens with; the others come when they are asked for
ANIMALS = ("cat", "dog")
MOVES = ("right", "down", "turn", "invert")


class PetsView(View):
    pictures = late_bytes()  # the test first, then what is learned from
    few = traitlets.Bytes().tag(sync=True)
    labels = traitlets.Bytes().tag(sync=True)
    test_size = traitlets.Int().tag(sync=True)
    train_size = traitlets.Int().tag(sync=True)
    hidden_sizes = traitlets.List(traitlets.Int()).tag(sync=True)
    learned_sizes = traitlets.List(traitlets.Int()).tag(sync=True)
    hidden = traitlets.Int(0).tag(sync=True)  # places in the two lists
    learned = traitlets.Int(0).tag(sync=True)
    l2 = scalar()
    seed = traitlets.Int(0).tag(sync=True)
    epoch = traitlets.Int(0).tag(sync=True)
    picture = traitlets.Int(0).tag(sync=True)
    shown = traitlets.Int(0).tag(sync=True)  # a test picture, or −1: the drawing
    drawing = traitlets.Unicode().tag(sync=True)  # packed, in base64
    right = traitlets.Int(0).tag(sync=True)
    down = traitlets.Int(0).tag(sync=True)
    turn = traitlets.Int(0).tag(sync=True)
    invert = traitlets.Int(0).tag(sync=True)
    threshold = scalar(0.5)


class PetsExplorer(Explorer):
    """A network learns to tell cats from dogs, from its seed on, and is asked about single pictures.

    train, test: pairs (X, Y) as of ``split(*cats_dogs())``; at least 40 to test.
    picture: the test picture to begin with, one of the first 40.
    hidden: hidden neurons to choose from, 0 for none.  learned: how many pictures to learn from.

    ``explorer.network`` is the network on the screen, trained here by the same `fit`; ``explorer.example``
    what it sees, also what the reader has drawn and moved.
    ValueError for pictures of another kind, and for sizes that do not fit.
    Introduced in chapter 7, "Finally, we have a working neural network model!".
    """

    @arguments(train=examples, test=examples, picture=whole(0, FEW - 1),
               hidden=several(whole(0, 784)), seed=whole(0, 9))
    def __init__(self, train, test, *, picture=0, hidden=(16, 0, 4, 64), learned=None, seed=0):
        self.X, self.Y = _check(*train, "train")
        self.X_test, self.Y_test = _check(*test, "test")
        if learned is None:
            usual = [len(self.X), *(n for n in (400, 100) if n < len(self.X))]
        learned = several(whole(1, len(self.X)))("learned", usual if learned is None else learned)
        if len(self.X_test) < FEW or not 0 <= picture < FEW:
            raise ValueError(f"test: {len(self.X_test)} pictures, picture={picture}; "
                             f"wanted at least {FEW}, one of the first {FEW}")
        packed = pack(self.X_test)
        view = PetsView(
            pictures=packed.tobytes() + pack(self.X).tobytes(), few=packed[:FEW].tobytes(),
            labels=np.concatenate([self.Y_test, self.Y]).astype(np.uint8).tobytes(),
            test_size=len(self.X_test), train_size=len(self.X), hidden_sizes=list(hidden),
            learned_sizes=learned, seed=seed, picture=picture, shown=picture,
        )
        penalty = slider(view, "l2", "L2 penalty", 0, 0.02, 0.001)
        penalty.readout_format = ".3f"
        controls = (
            _named("nn-pets-picture", group(
                "The picture", whole_slider(view, "picture", "test picture", 0, FEW - 1),
                whole_slider(view, "right", "right, pixels", -8, 8),
                whole_slider(view, "down", "down, pixels", -8, 8),
                whole_slider(view, "turn", "turn, degrees", -180, 180),
                menu(view, "invert", "colors", ["as they are", "inverted"]))),
            _named("nn-pets-training", group(
                "The training", penalty, menu(view, "hidden", "neurons", [_neurons(size) for size in hidden]),
                menu(view, "learned", "learns from", [f"{size:,} pictures" for size in learned]),
                whole_slider(view, "seed", "seed", 0, 9))),
            _named("nn-pets-decision",
                   group("The decision", slider(view, "threshold", "threshold", 0, 1, 0.01))),
        )
        super().__init__(view, controls)
        self._trained = None

    @property
    def network(self) -> Network:
        """The network on the screen: from the same seed, trained as many epochs with the same settings."""
        view = self.view
        hidden, n = view.hidden_sizes[view.hidden], view.learned_sizes[view.learned]
        settings = (hidden, n, view.l2, view.seed, view.epoch)
        if self._trained is None or self._trained[0] != settings:
            net = Network([784, hidden, 1] if hidden else [784, 1], hidden="relu", output="sigmoid",
                          seed=view.seed)
            if view.epoch:
                fit(net, self.X[:n], self.Y[:n], epochs=view.epoch, batch_size=32, optimizer=Adam(0.001),
                    penalty=L2(view.l2) if view.l2 else None, seed=view.seed)
            self._trained = settings, net
        return self._trained[1]

    @property
    def example(self):
        """What the network sees, shape (1, 784), 0 black to 1 white."""
        view = self.view
        picture = self.X_test[[view.shown]] if view.shown >= 0 else unpack(_packed(view.drawing))
        return moved(picture, **{name: getattr(view, name) for name in MOVES})

    def describe(self):
        view, net = self.view, self.network
        each, rest, z = contributions(net, self.example)
        output = net.predict(self.example)[0, 0]
        trained = f"after {view.epoch} epochs" if view.epoch else "before training"
        return (
            f"A network of {net.num_parameters:,} weights and biases, {trained}, sees test picture "
            f"{view.shown}, a {ANIMALS[int(self.Y_test[view.shown, 0])]}. Its pixels argue "
            f"{number(each[each > 0].sum())} for dog and {number(each[each < 0].sum())} for cat; with "
            f"{number(rest[0], 2)} from the biases z is {number(z[0])}, and the output {number(output)}: "
            f"{ANIMALS[int(output > view.threshold)]}. Of the {len(self.X_test)} test pictures it gets "
            f"{number(100 * net.accuracy(self.X_test, self.Y_test))} % right. Pressing Train teaches it in "
            "seconds.")

    def picture(self):
        return pets_png(self.example[0], contributions(self.network, self.example)[0][0])


def _check(X, Y, name):
    X, Y = np.asarray(X, dtype=float), np.asarray(Y, dtype=float)
    if X.ndim != 2 or X.shape[1] != 784 or Y.shape != (len(X), 1) or not np.isin(Y, (0, 1)).all():
        raise ValueError(f"{name}: shapes {X.shape} and {Y.shape}; wanted (n, 784) and (n, 1), Y 0 or 1")
    return X, Y


def _neurons(size):
    return f"{size} hidden" if size else "one alone"


def _named(name, box):
    box.add_class(name)
    return box


def _packed(drawing):
    return np.frombuffer(b64decode(drawing), np.uint8)[None]
