"""The training that a page does over again: from a seed and the digits, as `fit` does it (chapter 6)."""
from dataclasses import asdict, dataclass

from nnbasics.network import Network
from nnbasics.optimizers import Adam
from nnbasics.training import fit

SOURCE = """from nnbasics.datasets import digits, split
(X_train, labels_train), (X_test, labels_test) = split(*digits())
"""


@dataclass(frozen=True)
class Recipe:
    """How a network that reads digits comes about; the defaults are the network of chapter 4.

    sizes, hidden, seed: as `Network` takes them; it has a softmax over ten digits.
    batch_size, learning_rate: of its training with Adam.
    source: Python lines that make ``X_train`` and ``labels_train``, for "as code".

    The page has the same recipe in `web/digits/recipe.js`, and a test compares their weights.
    Introduced in chapter 6, "Let's propagate Forward and Backward ... with many epochs".
    """

    sizes: tuple = (64, 16, 16, 10)
    hidden: tuple = ("relu", "relu")
    seed: int = 17
    batch_size: int = 10
    learning_rate: float = 0.003
    source: str = SOURCE

    def network(self, X, labels, epochs):
        """The network after so many epochs with these digits, 0 before the first."""
        network = Network(list(self.sizes), list(self.hidden), "softmax", seed=self.seed)
        if epochs:
            fit(network, X, labels, epochs=epochs, batch_size=self.batch_size,
                optimizer=Adam(self.learning_rate))
        return network

    def snapshots(self, X, labels, epochs):
        """The network after each epoch, 0 to `epochs`, in a list."""
        network = self.network(X, labels, 0)
        history = fit(network, X, labels, epochs=epochs, batch_size=self.batch_size,
                      optimizer=Adam(self.learning_rate), record=range(epochs + 1))
        return list(history.snapshots.values())

    def traits(self):
        """As a view gets it."""
        return asdict(self)
