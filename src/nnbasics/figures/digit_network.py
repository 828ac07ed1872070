"""The network that reads digits: 8 × 8 pixels, two hidden layers of 16, ten outputs."""
from nnbasics.datasets import digits, split
from nnbasics.figures.encoding import STROKES
from nnbasics.figures.network_drawing import NetworkDrawing
from nnbasics.network import Network
from nnbasics.optimizers import Adam
from nnbasics.training import fit

SIZES = [64, 16, 16, 10]
NAMES = [str(digit) for digit in range(10)]


def test_digits():
    """Digits that training never sees: X of shape (n, 64) and their labels (n,)."""
    return split(*digits())[1]


def first(digit):
    """The first test digit of this kind, shape (1, 64)."""
    X, labels = test_digits()
    return X[labels == digit][:1]


def untrained():
    """The network as it is born, with random weights."""
    return Network(SIZES, hidden="relu", output="softmax", seed=17)


def trained(epochs=30):
    """The same network after it has learned from the training digits."""
    return snapshots(epochs)[-1]


def snapshots(epochs=30):
    """The same network before its training and after every epoch, in a list."""
    network = untrained()
    history = fit(network, *split(*digits())[0], epochs=epochs, batch_size=10, optimizer=Adam(0.003),
                  record=range(epochs + 1))
    return list(history.snapshots.values())


def draw(ax, network, box, cell=18):
    """Its drawing, the input as an image; ``box`` and ``cell`` as in `NetworkDrawing`."""
    return NetworkDrawing(ax, network, box, spacing=40, grid=(8, 8), cell=cell,
                          edge_max=STROKES["dense-max"])
