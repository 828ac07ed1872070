"""Step, batch and epoch told apart; the ways of three batch sizes on the map of two weights (chapter 6)."""
import numpy as np
import traitlets

from nnbasics.explorers.arguments import arguments, between, numbers, refuse, rising, several, text, whole
from nnbasics.explorers.controls import group, slider, whole_slider
from nnbasics.explorers.explorer import Explorer
from nnbasics.explorers.paths.picture import paths_picture
from nnbasics.explorers.view import View, scalar
from nnbasics.figures.style import number
from nnbasics.network import Network

EPOCHS = 10
SEEN = 250  # examples, on a page that nobody touches


class PathsView(View):
    X, Y, reach = (traitlets.List().tag(sync=True) for _ in range(3))
    source = traitlets.Unicode().tag(sync=True)
    w1, w2, learning_rate = scalar(), scalar(), scalar()
    seed, seen = (traitlets.Int(0).tag(sync=True) for _ in range(2))
    epochs = traitlets.Int(EPOCHS).tag(sync=True)


class PathsExplorer(Explorer):
    """One sigmoid neuron with two inputs and no bias, trained with batches of 1, of 10 and of all examples.

    X: (n, 2), with at least 10 examples.  Y: (n, 1), 0 or 1.  source: Python lines that make them.
    start: the weights from which all three begin.  seen: how many examples each has seen at first.
    reach: ((low, high), (low, high)) of the map.

    The order of the examples is that of `fit` with the same seed.  ValueError for examples of another shape.
    Introduced in chapter 6, "Train with sample dataset".
    """

    @arguments(X=numbers, Y=numbers, source=text, learning_rate=between(0.05, 4), seed=whole(0, 9),
               reach=several(rising(between()), 2))
    def __init__(self, X, Y, *, source, start=(-2.0, 2.0), learning_rate=0.5, seed=3, seen=None,
                 reach=((-3, 5), (-5, 3))):
        X, Y = np.asarray(X, dtype=float), np.asarray(Y, dtype=float)
        if X.ndim != 2 or X.shape[1] != 2 or Y.shape != (len(X), 1) or len(X) < 10:
            raise ValueError(f"X, Y: wanted shapes (n, 2) and (n, 1) with n at least 10, got {X.shape} and "
                             f"{Y.shape}")
        if not np.isin(Y, (0, 1)).all():
            refuse("Y", "0 or 1 for each example", Y)
        start = several(between(), 2)("start", start)
        start = [between(*ends)("start", weight) for ends, weight in zip(reach, start, strict=True)]
        most = EPOCHS * len(X)
        seen = whole(0, most)("seen", min(SEEN, most) if seen is None else seen)
        self.examples = X, Y
        view = PathsView(X=X.tolist(), Y=Y[:, 0].tolist(), source=source, w1=start[0], w2=start[1], seed=seed,
                         seen=seen, learning_rate=learning_rate, reach=[list(ends) for ends in reach])
        super().__init__(view, [
            group("The training", whole_slider(view, "seen", "examples seen", 0, EPOCHS * len(X)),
                  slider(view, "learning_rate", "learning rate η", 0.05, 4, 0.05),
                  whole_slider(view, "seed", "order, by seed", 0, 9)),
            group("Where all three start", slider(view, "w1", "weight w₁", *reach[0]),
                  slider(view, "w2", "weight w₂", *reach[1])),
        ])

    def walks(self):
        """batch size → the weights after each of its steps so far, (steps + 1, 2)."""
        view, (X, Y) = self.view, self.examples
        return {size: walk(X, Y, [view.w1, view.w2], size, view.learning_rate, view.seed, view.seen)
                for size in (1, 10, len(X))}

    def describe(self):
        X, Y = self.examples
        said = []
        for size, points in self.walks().items():
            neuron = _neuron(points[-1])
            said.append(f"with batches of {size} {len(points) - 1} steps were taken and the loss is "
                        f"{number(neuron.loss(X, Y))}")
        return ("Three trainings of one neuron with two weights, from the same start, drawn on the map of "
                f"its loss over {len(X)} examples. After {self.view.seen} examples seen: {'; '.join(said)}.")

    def picture(self):
        return paths_picture(*self.examples, list(self.walks().values()), self.view.reach)


def walk(X, Y, start, size, learning_rate, seed, seen):
    """The weights after each step of batches of ``size``, for ``seen`` examples in all: (steps + 1, 2)."""
    neuron, order, rng = _neuron(start), np.arange(len(X)), np.random.default_rng(seed)
    points = [list(start)]
    for first in range(0, seen, len(X)):
        rng.shuffle(order)
        for place in range(0, len(X), size):
            batch = order[place:place + size]
            if first + place + len(batch) > seen:
                break
            grads = neuron.backward(neuron.forward(X[batch]), Y[batch])
            neuron.layers[0].weights -= learning_rate * grads.weights[0]
            points.append(neuron.layers[0].weights[:, 0].tolist())
    return np.array(points)


def _neuron(weights):
    neuron = Network([2, 1], output="sigmoid")
    neuron.layers[0].weights = np.reshape(weights, (2, 1))
    return neuron
