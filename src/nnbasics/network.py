"""The network: layers of neurons, forward and backward.

    X  →  z₀ = X W₀ + b₀  →  a₁ = f(z₀)  →  z₁ = a₁ W₁ + b₁  →  a₂ = f(z₁)  →  …  →  output

X holds one example per row.  A layer multiplies by its weights, adds its biases, applies its
activation.  `passes` has the way forward and, for the slopes of the loss, backward; here is what
checks and keeps.

Introduced in chapter 1 (one neuron), chapter 3 (layers), chapter 4 (forward), chapter 6 (backward).
"""
from collections.abc import Callable, Sequence
from os import PathLike
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, DTypeLike

from nnbasics import checks, passes, settings, storage
from nnbasics.accuracy import accuracy
from nnbasics.activations import ACTIVATIONS
from nnbasics.initializers import INITIALIZERS
from nnbasics.layers import Gradients, Layer, Trace, views
from nnbasics.losses import BELONGS_TO, LOSSES


class Network:
    """A feed-forward network: ``Network([2, 4, 1])`` has 2 inputs, 4 hidden neurons and 1 output.

    sizes: number of inputs, of neurons in each hidden layer, of outputs; [2, 1] is a single neuron.
    hidden: activation of the hidden layers, one name for all or a list with a name for each.
    output: activation of the last layer.
    loss: "mse", "bce" or "cce"; None takes the one that belongs to the output.
    seed: of the random weights: the same seed, the same network.  Biases start at 0.
    dtype: np.float64 or np.float32, of the parameters and of all that is computed from them.
    initializer: "glorot", "he", "lecun", "normal", "zeros", or a function (rng, fan_in, fan_out) →
        weights; None takes the one that suits each layer's activation.

    ValueError for a name or size that does not exist, and a loss that does not go with the output.
    Introduced in chapter 1, "Logistic Regression is ... an artificial neuron".
    """

    example = "Network([2, 4, 1])"

    def __init__(self, sizes: Sequence[int], hidden: str | Sequence[str] = "relu",
                 output: str = "linear", loss: str | None = None, seed: int = 0,
                 dtype: DTypeLike = np.float64, initializer: str | Callable | None = None):
        self.sizes = checks.sizes(sizes)
        self.hidden = checks.hidden(hidden, len(self.sizes) - 2)
        self.output = output
        activations = [checks.choose(name, ACTIVATIONS, "hidden") for name in self.hidden]
        activations.append(checks.choose(output, ACTIVATIONS, "output"))
        belonging = BELONGS_TO.get(output, "mse")
        self.loss_name = belonging if loss is None else loss
        self.loss_function = checks.choose(self.loss_name, LOSSES, "loss")
        if self.loss_name not in ("mse", belonging):
            wanted = " or ".join(sorted({repr(belonging), "'mse'"}))
            raise ValueError(f"loss={loss!r} does not go with output={output!r}; wanted {wanted}")
        self.dtype = checks.dtype(dtype)
        # All weights and biases in one flat array: an optimizer moves them in one stroke.
        self._parameters, weights, biases = views(self.sizes, self.dtype)
        self.layers = [Layer(*parts) for parts in zip(weights, biases, activations, strict=True)]
        rng = settings.generator(seed)
        for layer in self.layers:
            draw = layer.activation.initializer if initializer is None else initializer
            draw = draw if callable(draw) else checks.choose(draw, INITIALIZERS, "initializer")
            layer.weights = draw(rng, layer.fan_in, layer.fan_out)

    def forward(self, X: ArrayLike) -> Trace:
        """Sends X, shape (examples, inputs), through the layers and keeps every step, a `Trace`.

        Introduced in chapter 4, "Predict & Forward propagation (ideal case)".
        """
        X = checks.inputs(X, self.sizes[0], self.dtype)
        with np.errstate(over="ignore", invalid="ignore"):
            trace = passes.forward(self.layers, X)
        checks.finite(trace.activations[-1], "output")
        for l, z in enumerate(trace.preactivations):  # a tanh hides that its sum is infinite
            checks.finite(z, f"sum z of layer {l}")
        return trace

    def predict(self, X: ArrayLike) -> np.ndarray:
        """The output alone, shape (examples, outputs).  Introduced in chapter 4."""
        a = checks.inputs(X, self.sizes[0], self.dtype)
        with np.errstate(over="ignore", invalid="ignore"):
            for layer in self.layers:
                _, a = layer.forward(a)
        return checks.finite(a, "output")

    def loss(self, X: ArrayLike, Y: ArrayLike) -> float:
        """How wrong the network is about X where Y was wanted: a float, without any penalty.

        Y has one row per example and one column per output.  For a softmax, integer class labels of
        shape (examples,) will do; for a single output, any Y of shape (examples,).
        Introduced in chapter 5, "Well, what we usually get ... is trash".
        """
        X, Y = self.checked(X, Y)
        trace = self.forward(X)
        z, a = trace.preactivations[-1], trace.activations[-1]
        with np.errstate(over="ignore"):
            return checks.finite(self.loss_function(z, a, self.one_hot(Y)), "loss", "X and Y")

    def accuracy(self, X: ArrayLike, Y: ArrayLike) -> float:
        """The share of examples put into the right class, 0 to 1; ValueError for a regression.

        Introduced in chapter 1, "Logistic Regression is ... an artificial neuron".
        """
        X, Y = self.checked(X, Y)
        return accuracy(self.output, self.predict(X), self.one_hot(Y))

    def backward(self, trace: Trace, Y: ArrayLike, per_example: bool = False) -> Gradients:
        """Backpropagation: the `Gradients` of the loss, for a trace of `forward` and the wanted Y.

        They are averaged over the batch, as the loss is.  With per_example each example has its
        own, along a leading axis, and their mean is the averaged one.  Y is as in `loss`.
        ValueError where a layer is "step", which has no slope to follow.
        Introduced in chapter 6, "So, how to have a better model?" (Rumelhart and others, 1986).
        """
        checks.kind(trace, Trace, "trace")
        trace.check(self.sizes, self.dtype)
        Y = self.one_hot(self.checked(trace.activations[0], Y)[1])
        each = settings.flag(per_example, "per_example")
        backward = passes.backward_per_example if each else passes.backward
        gradients = Gradients(self.sizes, self.dtype, (len(Y),) if each else ())
        with np.errstate(over="ignore", invalid="ignore"):
            backward(self.layers, self.loss_function, trace, Y, gradients)
        checks.finite(gradients.flat, "gradient", "X and Y")
        return gradients

    def checked(self, X, Y, names=("X", "Y")):
        """X and Y as arrays that suit this network, labels still labels; or a ValueError."""
        X = checks.inputs(X, self.sizes[0], self.dtype, names[0])
        shape = len(X), self.sizes[-1]
        return X, checks.targets(Y, shape, self.output, self.loss_name, self.dtype, names[1])

    def one_hot(self, Y):
        """Y, checked, with one column per output: each label as a row with a 1 in its place."""
        return np.eye(self.sizes[-1], dtype=self.dtype)[Y] if Y.ndim == 1 else Y

    @property
    def parameters(self) -> np.ndarray:
        """All weights and biases, W₀, b₀, W₁, b₁, …, in one flat array; the layers' are its views.

        Assigning to it copies the numbers in; ValueError for a wrong shape or a number not finite.
        """
        return self._parameters

    @parameters.setter
    def parameters(self, values: ArrayLike):
        self._parameters[...] = checks.numbers(
            values, self.dtype, "parameters", self._parameters.shape)

    @property
    def num_parameters(self) -> int:
        """How many numbers there are to learn: all weights and all biases."""
        return self._parameters.size

    @property
    def architecture(self) -> dict[str, Any]:
        """The arguments, beside dtype, that make a network with the same layers."""
        return {"sizes": self.sizes, "hidden": self.hidden, "output": self.output,
                "loss": self.loss_name}

    def copy(self) -> "Network":
        """A network of its own with the same numbers."""
        return self._of(self.architecture, self.parameters)

    def __reduce__(self):
        # For copy, deepcopy and pickle: array by array, the layers' would be views no more.
        return self._of, (self.architecture, self.parameters)

    @classmethod
    def _of(cls, architecture, parameters):
        net = cls(**architecture, dtype=parameters.dtype, initializer="zeros")
        net.parameters = parameters
        return net

    def save(self, path: str | PathLike):
        """Writes the network, its architecture and its numbers, to a plain .npz file; no pickle."""
        storage.save(self, path)

    @classmethod
    def load(cls, path: str | PathLike) -> "Network":
        """The network that `save` wrote to the file; ValueError where it holds something else."""
        return storage.load(path, cls._of)

    def __repr__(self):
        layers = " → ".join(f"{layer.fan_out} {layer.activation.name}" for layer in self.layers)
        precision = "" if self.dtype == np.float64 else f", {self.dtype}"
        return (f"Network({self.sizes[0]} → {layers}; loss {self.loss_name}, "
                f"{self.num_parameters:,} parameters{precision})")
