"""The network: layers of neurons, forward and backward.

    X  →  z₀ = X W₀ + b₀  →  a₁ = f(z₀)  →  z₁ = a₁ W₁ + b₁  →  a₂ = f(z₁)  →  …  →  output
          delta₀          ←                 delta₁          ←                 ←  loss

X holds one example per row.  Forward, a layer multiplies by its weights, adds its biases and applies its
activation.  Backward, delta = d loss / d z of a layer gives all that training needs:

    d loss / d W = aᵀ delta      d loss / d b = Σ delta      delta before = (delta Wᵀ) · f'(z before)

Introduced in chapter 1 (one neuron), chapter 3 (layers), chapter 4 (forward) and chapter 6 (backward).
"""
import numpy as np

from nnbasics import checks, storage
from nnbasics.accuracy import accuracy
from nnbasics.activations import ACTIVATIONS
from nnbasics.initializers import INITIALIZERS
from nnbasics.layers import Gradients, Layer, Trace, views
from nnbasics.losses import BELONGS_TO, LOSSES


class Network:
    """A feed-forward network: ``Network([2, 4, 1])`` has 2 inputs, 4 hidden neurons and 1 output.

    sizes: number of inputs, of neurons in each hidden layer, of outputs.  [2, 1] is a single neuron.
    hidden: activation of the hidden layers, one name for all or a list with a name for each.
    output: activation of the last layer.
    loss: "mse", "bce" or "cce"; None takes the one that belongs to the output.
    seed: of the random weights: the same seed, the same network.  Biases start at 0.
    dtype: np.float64 or np.float32, of the parameters and of all that is computed from them.
    initializer: "glorot", "he", "lecun", "normal", "zeros", or a function (rng, fan_in, fan_out) → weights;
        None takes the one that suits each layer's activation.

    ``parameters`` is one flat array of all weights and biases, W₀, b₀, W₁, b₁, …; the layers' are views of it.
    Raises ValueError for a name or size that does not exist, and for a loss that does not go with the output.
    Introduced in chapter 1, "Logistic Regression is ... an artificial neuron".
    """

    def __init__(self, sizes, hidden="relu", output="linear", loss=None, seed=0, dtype=np.float64,
                 initializer=None):
        self.sizes = checks.sizes(sizes)
        self.hidden = checks.hidden(hidden, len(self.sizes) - 2)
        self.output = output
        activations = [checks.choose(name, ACTIVATIONS, "hidden") for name in self.hidden]
        activations.append(checks.choose(output, ACTIVATIONS, "output"))
        belonging = BELONGS_TO.get(output, "mse")
        self.loss_name = belonging if loss is None else loss
        self.loss_function = checks.choose(self.loss_name, LOSSES, "loss")
        if self.loss_name not in ("mse", belonging):
            raise ValueError(f"loss={loss!r} does not go with output={output!r}; wanted "
                             + " or ".join(sorted({repr(belonging), repr("mse")})))
        self.dtype = checks.dtype(dtype)
        # All weights and biases in one array: an optimizer moves them in one stroke.
        self.parameters, weights, biases = views(self.sizes, self.dtype)
        self.layers = [Layer(*parts) for parts in zip(weights, biases, activations)]
        rng = np.random.default_rng(seed)
        for layer in self.layers:
            draw = initializer or layer.activation.initializer
            draw = draw if callable(draw) else checks.choose(draw, INITIALIZERS, "initializer")
            layer.weights = draw(rng, layer.fan_in, layer.fan_out)

    def forward(self, X):
        """Sends X, shape (examples, inputs), through the layers and keeps every step, a `Trace`.

        Introduced in chapter 4, "Predict & Forward propagation (ideal case)".
        """
        trace = self._forward(checks.inputs(X, self.sizes[0], self.dtype))
        checks.output(trace.activations[-1])
        return trace

    def predict(self, X):
        """The output alone, shape (examples, outputs).  Introduced in chapter 4."""
        a = checks.inputs(X, self.sizes[0], self.dtype)
        with np.errstate(over="ignore", invalid="ignore"):
            for layer in self.layers:
                _, a = layer.forward(a)
        checks.output(a)
        return a

    def loss(self, X, Y):
        """How wrong the network is about X where Y was wanted: a float, without any penalty.

        Y has one row per example and one column per output.  For a softmax, integer class labels of shape
        (examples,) will do; for a network with one output, any Y of shape (examples,).
        Introduced in chapter 5, "Well, what we usually get ... is trash".
        """
        X, Y = self.checked(X, Y)
        trace = self.forward(X)
        return self.loss_function(trace.preactivations[-1], trace.activations[-1], Y)

    def accuracy(self, X, Y):
        """The share of examples put into the right class, 0 to 1; ValueError where the output is not a class.

        Introduced in chapter 1, "Logistic Regression is ... an artificial neuron".
        """
        X, Y = self.checked(X, Y)
        return accuracy(self.output, self.predict(X), Y)

    def backward(self, trace, Y, per_example=False):
        """Backpropagation: the `Gradients` of the loss for every weight, bias and preactivation of a trace.

        They are those of the loss, so averaged over the batch.  With ``per_example`` each example has its own,
        along a leading axis, and their mean is the averaged one.  Y is as in `loss`.
        ValueError where a layer is "step", which has no slope to follow.
        Introduced in chapter 6, "So, how to have a better model?" (Rumelhart, Hinton and Williams, 1986).
        """
        Y = self._targets(Y, len(trace.activations[0]))
        gradients = Gradients(self.sizes, self.dtype, (len(Y),) if per_example else ())
        self._backward(trace, Y, gradients, per_example)
        return gradients

    def _forward(self, X):
        activations, preactivations = [X], []
        with np.errstate(over="ignore", invalid="ignore"):
            for layer in self.layers:
                z, a = layer.forward(activations[-1])
                preactivations.append(z)
                activations.append(a)
        return Trace(activations, preactivations)

    def _backward(self, trace, Y, gradients, per_example=False):
        z, a = trace.preactivations, trace.activations
        delta = self.loss_function.delta(z[-1], a[-1], Y, self.layers[-1].activation)
        if not per_example:
            delta *= 1 / len(Y)
        for l in reversed(range(len(self.layers))):
            gradients.deltas[l] = delta
            if per_example:
                np.multiply(a[l][:, :, None], delta[:, None, :], out=gradients.weights[l])
                gradients.biases[l][...] = delta
            else:
                np.matmul(a[l].T, delta, out=gradients.weights[l])
                np.sum(delta, axis=0, out=gradients.biases[l])
            if l > 0:
                upstream = delta @ self.layers[l].weights.T
                delta = self.layers[l - 1].activation.backward(upstream, z[l - 1], a[l])

    def checked(self, X, Y, names=("X", "Y")):
        """X and Y as arrays of this network's widths and dtype, Y one-hot where labels came; or a ValueError."""
        X = checks.inputs(X, self.sizes[0], self.dtype, names[0])
        return X, self._targets(Y, len(X), names[1])

    def _targets(self, Y, examples, name="Y"):
        return checks.targets(Y, (examples, self.sizes[-1]), self.output, self.loss_name, self.dtype, name)

    @property
    def num_parameters(self):
        """How many numbers there are to learn: all weights and all biases."""
        return self.parameters.size

    def copy(self):
        """A network of its own with the same numbers."""
        twin = Network(self.sizes, self.hidden, self.output, self.loss_name, dtype=self.dtype, initializer="zeros")
        twin.parameters[...] = self.parameters
        return twin

    def save(self, path):
        """Writes the network to a plain .npz file: its architecture and its numbers, no pickle."""
        storage.save(self, path)

    @classmethod
    def load(cls, path):
        """The network that `save` wrote to the file; ValueError where the file holds something else."""
        architecture, parameters = storage.load(path)
        net = cls(**architecture, dtype=parameters.dtype, initializer="zeros")
        net.parameters[...] = checks.numbers(parameters, net.dtype, f"parameters in {path}", net.parameters.shape)
        return net

    def __repr__(self):
        layers = " → ".join(f"{layer.fan_out} {layer.activation.name}" for layer in self.layers)
        precision = "" if self.dtype == np.float64 else f", {self.dtype}"
        return (f"Network({self.sizes[0]} → {layers}; loss {self.loss_name}, "
                f"{self.num_parameters:,} parameters{precision})")
