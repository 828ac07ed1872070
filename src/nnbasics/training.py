"""Training: batch after batch, epoch after epoch, a little less wrong.

    shuffle  →  batch  →  forward  →  backward  →  step  →  next batch  …  next epoch  →  shuffle

`Training` is the loop itself, one epoch at a time, for whoever wants to look on (a progress bar, a
film); `fit` runs it to the end and keeps the history.
Introduced in chapter 6, "So, how to have a better model?".
"""
import math
import operator
from collections.abc import Callable, Iterable
from itertools import islice

import numpy as np
from numpy.typing import ArrayLike

from nnbasics import checks, passes, settings
from nnbasics.accuracy import DECIDES, count_correct
from nnbasics.history import Epoch, History
from nnbasics.layers import Gradients
from nnbasics.network import Network
from nnbasics.optimizers import SGD, Optimizer
from nnbasics.penalties import Penalty

Pair = tuple[ArrayLike, ArrayLike]


class DivergenceError(FloatingPointError, ValueError):
    """Training ran off to infinity; the network keeps its weights from before that step.

    Introduced in chapter 6, "So, how to have a better model?".
    """


class Training:
    """Trains a network in place, one epoch for each turn of a loop, without end: stop at will.

        for epoch in Training(net, X, Y, batch_size=10, optimizer=SGD(0.1)):
            print(epoch.number, epoch.loss)
            if epoch.loss < 0.1:
                break

    Takes what `fit` takes, and raises what it raises.
    Introduced in chapter 6, "Let's propagate Forward and Backward ... with many epochs".
    """

    def __init__(self, net: Network, X: ArrayLike, Y: ArrayLike, batch_size: int = 10,
                 optimizer: Optimizer = SGD(0.1), penalty: Penalty | None = None,
                 validation: Pair | None = None, seed: int = 0, shuffle: bool = True):
        self.network = checks.kind(net, Network, "net")
        checks.numbers(net.parameters, net.dtype, "parameters")
        self._X, self._Y = net.checked(X, Y)
        self._validation = None if validation is None else net.checked(
            *checks.pair(validation, "validation"), ("validation X", "validation Y"))
        examples = len(self._X)
        self._batch_size = min(settings.count(batch_size, "batch_size"), examples)
        self._optimizer = checks.kind(optimizer, Optimizer, "optimizer").start()
        self._penalty = penalty if penalty is None else checks.kind(penalty, Penalty, "penalty")
        self._order = np.arange(examples, dtype=np.int32)
        self._shuffle = settings.flag(shuffle, "shuffle")
        self._rng = settings.generator(seed)
        self._gradients = Gradients(net.sizes, net.dtype)
        # Labels stay labels: the wanted outputs of a batch are then rows of the identity matrix.
        self._labels = self._Y if self._Y.ndim == 1 else None
        if self._labels is not None:
            self._Y = np.eye(net.sizes[-1], dtype=net.dtype)
        # Room for the examples of one batch, used again and again.
        self._batch_X = np.empty((self._batch_size, net.sizes[0]), net.dtype)
        # The outputs of so many batches are measured at once, as few numbers cost as much as many;
        # they take less memory than the examples of one batch.
        self._measured_at_once = max(1, net.sizes[0] // (16 * net.sizes[-1]))
        self._number = 0

    def __iter__(self):
        return self

    def __next__(self) -> Epoch:
        examples, size = len(self._order), self._batch_size
        self._number += 1
        if self._shuffle:
            self._rng.shuffle(self._order)
        loss = correct = 0
        outputs = []
        with np.errstate(over="ignore", invalid="ignore", divide="ignore"):  # _check finds these
            for start in range(0, examples, size):
                outputs.append(self._learn(self._order[start:start + size]))
                if len(outputs) == self._measured_at_once or start + size >= examples:
                    measured = self._measure(outputs)
                    loss, correct = loss + measured[0], correct + measured[1]
                    outputs.clear()
        accuracy = correct / examples if self.network.output in DECIDES else None
        return Epoch(self._number, self.network, loss / examples, accuracy, *self._validate())

    def _measure(self, outputs):
        """The sum of the losses, and how many are right, of (z, a, wanted y) of some batches."""
        joined = (np.concatenate(part) for part in zip(*outputs, strict=True))
        z, a, y = outputs[0] if len(outputs) == 1 else joined
        loss = self.network.loss_function(z, a, y) * len(y)
        self._check(loss, "loss")
        output = self.network.output
        return loss, count_correct(output, a, y) if output in DECIDES else 0

    def _validate(self):
        """Loss and accuracy of the validation pair; None for what there is not."""
        if self._validation is None:
            return None, None
        net, (X, Y) = self.network, self._validation
        trace = net.forward(X)
        loss, correct = self._measure(
            [(trace.preactivations[-1], trace.activations[-1], net.one_hot(Y))])
        return loss / len(X), correct / len(X) if net.output in DECIDES else None

    def _check(self, number, what):
        if not math.isfinite(number):
            raise DivergenceError(
                f"training diverged in epoch {self._number}: the {what} is not finite."
                " The network keeps its last finite weights; wanted a learning_rate below"
                f" {self._optimizer.learning_rate:g}, or smaller X.")

    def _learn(self, chosen):
        """One step from the chosen examples; returns their z, a and wanted y, from before it."""
        net, gradients = self.network, self._gradients
        # mode="clip" lets NumPy write straight into the room; the indices are in range anyway.
        X = self._X.take(chosen, 0, out=self._batch_X[:len(chosen)], mode="clip")
        y = self._Y.take(chosen if self._labels is None else self._labels[chosen], 0)
        trace = passes.forward(net.layers, X)
        z, a = trace.preactivations[-1], trace.activations[-1]
        # Each delta takes the place of its z, which is done with by then.
        gradients.deltas = trace.preactivations
        passes.backward(net.layers, net.loss_function, trace, y, gradients)
        if self._penalty is not None:
            for layer, slope in zip(net.layers, gradients.weights, strict=True):
                slope += self._penalty.slope(layer.weights)
        step = self._optimizer.step(gradients.flat)
        # One number that is NaN or infinite makes this sum so, before it can reach a weight.
        self._check(step @ step, "step")
        np.add(net.parameters, step, out=net.parameters)
        return z, a, y


def fit(net: Network, X: ArrayLike, Y: ArrayLike, epochs: int = 20, batch_size: int = 10,
        optimizer: Optimizer = SGD(0.1), validation: Pair | None = None, seed: int = 0,
        record: Iterable[int] | Callable[[int], bool] | None = None,
        penalty: Penalty | None = None, shuffle: bool = True) -> History:
    """Trains the network in place and returns its `History`.

    X: (examples, inputs).  Y: (examples, outputs), or as in `Network.loss`.
    epochs: how often every example is seen.
    batch_size: examples per step; the last batch may be smaller, and no batch is larger than X.
    optimizer: SGD, RMSProp or Adam; its memory starts empty.
    validation: a pair (X, Y) to measure after every epoch, never learned from.
    seed: of the shuffling before every epoch; shuffle=False keeps the examples in their order.
    record: the epochs after which to keep a copy of the network: numbers, as in range(0, 21, 5),
        where 0 is before training, or a function epoch → bool.
    penalty: L1 or L2, on the weights; the losses in the history are without it.

    ValueError for arguments that do not suit the network, or a network with "step" in it;
    `DivergenceError`, a ValueError too, when the loss or a step is no longer finite.
    Introduced in chapter 6, "Let's propagate Forward and Backward ... with many epochs".
    """
    wanted = _wanted(record)
    training = Training(net, X, Y, batch_size, optimizer, penalty, validation, seed, shuffle)
    history = History()
    if wanted(0):
        history.snapshots[0] = net.copy()
    for epoch in islice(training, settings.count(epochs, "epochs")):
        history.append(epoch)
        if wanted(epoch.number):
            history.snapshots[epoch.number] = net.copy()
    return history


def _wanted(record):
    if record is None:
        return lambda epoch: False
    if callable(record):
        return record
    try:
        return frozenset(map(operator.index, record)).__contains__
    except TypeError:
        raise ValueError(f"record={settings.said(record)}, wanted epoch numbers or a function"
                         " epoch → bool") from None
