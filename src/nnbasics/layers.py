"""One layer, forward and backward, and the records that a pass through all layers leaves.

    forward     a  →  z = a W + b  →  f(z)
    backward    d loss / d a = delta Wᵀ  ←  delta = d loss / d z
                d loss / d W = aᵀ delta,  d loss / d b = Σ delta

A is the layer's input, one example per row.  Introduced in chapter 3, "Hidden layers".
"""
from dataclasses import dataclass

import numpy as np

from nnbasics import checks


class Layer:
    """Neurons side by side that see the same inputs: ``weights`` (fan_in, fan_out), ``biases`` (fan_out,).

    A column of the weights is one neuron.  Assigning to either copies the numbers in; ValueError for a wrong
    shape or a number that is not finite.
    """

    def __init__(self, weights, biases, activation):
        self._weights, self._biases = weights, biases
        self.activation = activation

    @property
    def weights(self):
        return self._weights

    @weights.setter
    def weights(self, values):
        self._set(self._weights, values, "weights")

    @property
    def biases(self):
        return self._biases

    @biases.setter
    def biases(self, values):
        self._set(self._biases, values, "biases")

    @staticmethod
    def _set(array, values, name):
        array[...] = checks.numbers(values, array.dtype, name, array.shape)

    @property
    def fan_in(self):
        return self._weights.shape[0]

    @property
    def fan_out(self):
        return self._weights.shape[1]

    def forward(self, a):
        """Preactivations z and activations f(z), both (examples, fan_out), for inputs a (examples, fan_in)."""
        z = a @ self._weights
        z += self._biases
        return z, self.activation(z)

    def __repr__(self):
        return f"Layer({self.fan_in} → {self.fan_out} {self.activation.name})"


@dataclass
class Trace:
    """Every step of a forward pass over a batch.

    activations: [X, a of layer 0, a of layer 1, …, output], each (examples, neurons).
    preactivations: [z of layer 0, z of layer 1, …], each (examples, neurons).
    """

    activations: list
    preactivations: list

    def __repr__(self):
        steps = " → ".join(str(a.shape[1]) for a in self.activations)
        return f"Trace({len(self.activations[0])} examples: {steps})"


class Gradients:
    """The slopes of the loss: how it changes with each weight, each bias, each z.

    weights[l], biases[l]: as the layer's own, averaged over the batch; or, one for each example, with a leading
        axis of examples.
    deltas[l]: d loss / d preactivations of layer l, one row per example.
    flat: all weights and biases in one array, in the order of ``Network.parameters``.
    """

    def __init__(self, sizes, dtype, each=()):
        self.flat, self.weights, self.biases = views(sizes, dtype, each)
        self.deltas = [None] * len(self.weights)

    def __repr__(self):
        shapes = ", ".join("×".join(map(str, w.shape)) for w in self.weights)
        return f"Gradients(weights {shapes})"


def views(sizes, dtype, each=()):
    """A flat array of zeros, with each layer's weights and biases as views into it: W₀, b₀, W₁, b₁, …

    ``each`` is the shape of leading axes, as (examples,).
    """
    counts = [count for fan_in, fan_out in zip(sizes, sizes[1:]) for count in (fan_in * fan_out, fan_out)]
    flat = np.zeros((*each, sum(counts)), dtype)
    parts = np.split(flat, np.cumsum(counts)[:-1], axis=-1)
    weights = [w.reshape(*each, *shape) for w, shape in zip(parts[::2], zip(sizes, sizes[1:]))]
    return flat, weights, parts[1::2]
