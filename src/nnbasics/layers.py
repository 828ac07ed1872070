"""One layer, forward and backward, and the records that a pass through all layers leaves.

    forward     a  →  z = a W + b  →  f(z)
    backward    d loss / d a = delta Wᵀ  ←  delta = d loss / d z
                d loss / d W = aᵀ delta,  d loss / d b = Σ delta

a is the layer's input, one example per row.  Introduced in chapter 3, "Hidden layers".
"""
import math
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from nnbasics import checks


class Layer:
    """Neurons side by side that see the same inputs.

    weights: (fan_in, fan_out), a column for each neuron.  biases: (fan_out,).
    Assigning to either copies the numbers in; ValueError for a wrong shape or a number not finite.
    Introduced in chapter 3, "Hidden layers".
    """

    def __init__(self, weights, biases, activation):
        self.weights, self.biases, self.activation = weights, biases, activation

    def __setattr__(self, name, value):
        if name in ("weights", "biases") and hasattr(self, name):
            array = getattr(self, name)
            array[...] = checks.numbers(value, array.dtype, name, array.shape)
        else:
            super().__setattr__(name, value)

    @property
    def fan_in(self):
        return self.weights.shape[0]

    @property
    def fan_out(self):
        return self.weights.shape[1]

    def forward(self, a):
        """For inputs a, (examples, fan_in): z = a W + b and f(z), each (examples, fan_out)."""
        z = a.dot(self.weights)
        z += self.biases
        return z, self.activation.function(z)

    def gradients(self, a, delta, weights, biases):
        """The slopes of the loss by weights and biases, written into arrays of their shapes.

        a: what the layer saw, (examples, fan_in).  delta: d loss / d z, (examples, fan_out).

        In z = a W + b one more of Wᵢⱼ adds aᵢ to zⱼ and one more of bⱼ adds 1, in each example.

            d loss / d Wᵢⱼ = Σ aᵢ deltaⱼ  over the examples, all at once  aᵀ delta
            d loss / d bⱼ  = Σ deltaⱼ     over the examples

        Introduced in chapter 6, "Overview of backpropagation".
        """
        np.dot(a.T, delta, out=weights)
        np.add.reduce(delta, axis=0, out=biases)

    def backward(self, delta, activation, z, a):
        """From this layer's delta, (examples, fan_out), to the one before, (examples, fan_in).

        activation, z, a: of the layer before, whose output a = f(z) is what this layer saw.

        aᵢ moves every zⱼ of this layer, with weight Wᵢⱼ, and is itself moved with slope f'(zᵢ).

            d loss / d aᵢ = Σ deltaⱼ Wᵢⱼ  over the neurons j, all at once  delta Wᵀ
            delta before  = (delta Wᵀ) · f'(z)

        Introduced in chapter 6, "Overview of backpropagation".
        """
        upstream = delta.dot(self.weights.T)
        return activation.backward(upstream, z, a)

    def __repr__(self):
        return f"Layer({self.fan_in} → {self.fan_out} {self.activation.name})"


@dataclass
class Trace:
    """Every step of a forward pass over a batch.

    activations: [X, a of layer 0, a of layer 1, …, output], each (examples, neurons).
    preactivations: [z of layer 0, z of layer 1, …], each (examples, neurons).
    ValueError for what are no such lists.
    Introduced in chapter 4, "Predict & Forward propagation (ideal case)".
    """

    activations: list
    preactivations: list
    example = "net.forward(X)"

    def __post_init__(self):
        # Every batch of a training makes a trace: one look at all arrays at once.
        activations, preactivations = self.activations, self.preactivations
        try:
            sound = (isinstance(activations, list) and isinstance(preactivations, list)
                     and len(activations) == len(preactivations) + 1 > 1
                     and {a.ndim for a in activations + preactivations} == {2})
        except AttributeError:
            sound = False
        if not sound:
            raise ValueError(
                "activations and preactivations: wanted two lists of arrays (examples, neurons),"
                " X and one for each layer in the first, one for each layer in the second")

    def check(self, sizes, dtype):
        """ValueError where it is not of `forward`, by a network of these sizes and this dtype."""
        found = [a.shape[1] for a in self.activations]
        if found != sizes:
            raise ValueError(f"trace is of a network of sizes {found}, wanted {sizes}")
        for name, arrays in (("activations", self.activations[1:]),
                             ("preactivations", self.preactivations)):
            for l, array in enumerate(arrays):
                where = f"trace: {name} of layer {l}"
                if array.dtype != dtype:
                    raise ValueError(f"{where} have dtype {array.dtype}, wanted {dtype}")
                checks.numbers(array, dtype, where, (len(self.activations[0]), sizes[l + 1]))

    def __repr__(self):
        steps = " → ".join(str(a.shape[1]) for a in self.activations)
        return f"Trace({len(self.activations[0])} examples: {steps})"


class Gradients:
    """The slopes of the loss: how it changes with each weight, each bias, each z.

    weights[l], biases[l]: shaped as the layer's own; per example, with a leading axis of examples.
    deltas[l]: d loss / d preactivations of layer l, one row per example.
    flat: all weights and biases in one array, in the order of `Network.parameters`.
    Introduced in chapter 6, "So, how to have a better model?".
    """

    def __init__(self, sizes, dtype, each=()):
        self.flat, self.weights, self.biases = views(sizes, dtype, each)
        self.deltas = [None] * len(self.weights)

    def __repr__(self):
        shapes = ", ".join("×".join(map(str, w.shape)) for w in self.weights)
        return f"Gradients(weights {shapes})"


def views(sizes, dtype, each=()):
    """A flat array of zeros, with each layer's weights and biases as views: W₀, b₀, W₁, b₁, …

    each: leading axes, as (examples,).  Introduced in chapter 3, "Hidden layers".
    """
    shapes = [shape for fans in pairwise(sizes) for shape in (fans, fans[1:])]
    ends = np.cumsum([math.prod(shape) for shape in shapes])
    flat = np.zeros((*each, ends[-1]), dtype)
    parts = [part.reshape(*each, *shape)
             for part, shape in zip(np.split(flat, ends[:-1], axis=-1), shapes, strict=True)]
    return flat, parts[0::2], parts[1::2]
