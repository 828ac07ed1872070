"""Losses: one number for how wrong the outputs are, and its slope, where backpropagation begins.

    x  →  layers  →  z  →  a        loss(a, y)
                     delta = d loss / d z  ←

Each output has the loss that belongs to it: linear → mse, sigmoid → bce, softmax → cce.  In those pairs
the slopes of loss and activation cancel, and delta is simply a − y, times a constant.
The entropies are computed from z, not from a, so they stay exact where a has rounded to 0 or 1.
Introduced in chapter 5, "Well, what we usually get ... is trash", and chapter 9, "Output layer".

Below, z, a and y have one row per example and one column per output.
"""
import numpy as np

from nnbasics.activations import softplus


class Loss:
    """The mean over examples of how wrong each one is."""

    name: str

    def per_example(self, z, a, y):
        """How wrong each example is: shape (examples,)."""
        raise NotImplementedError

    def delta(self, z, a, y, activation):
        """d loss / d z of each example on its own (not yet divided by their number); shape as z."""
        raise NotImplementedError

    def __call__(self, z, a, y):
        """The mean over the examples, a float."""
        return float(self.per_example(z, a, y).mean())


class MeanSquaredError(Loss):
    """mse = mean over examples and outputs of (a − y)²; no factor ½."""

    name = "mse"

    def per_example(self, z, a, y):
        return ((a - y) ** 2).mean(axis=1)

    def delta(self, z, a, y, activation):
        return activation.backward((a - y) * (2 / a.shape[1]), z, a)


class BinaryCrossEntropy(Loss):
    """bce = mean over examples and outputs of −[y ln a + (1 − y) ln(1 − a)], with a = sigmoid(z)."""

    name = "bce"

    def per_example(self, z, a, y):
        # With a = 1 / (1 + e⁻ᶻ) the two logarithms fold into ln(1 + eᶻ) − y z.
        return (softplus(z) - y * z).mean(axis=1)

    def delta(self, z, a, y, activation):
        return (a - y) / a.shape[1]


class CategoricalCrossEntropy(Loss):
    """cce = mean over examples of −Σ y ln a, summed over classes, with a = softmax(z)."""

    name = "cce"

    def per_example(self, z, a, y):
        # ln a = (z − top) − ln Σ eᶻ⁻ᵗᵒᵖ, and at the largest z of a row a itself is 1 / Σ eᶻ⁻ᵗᵒᵖ.
        top = z.max(axis=1, keepdims=True)
        return (y * (top - z)).sum(axis=1) - np.log(a.max(axis=1))

    def delta(self, z, a, y, activation):
        return a - y


mse, bce, cce = MeanSquaredError(), BinaryCrossEntropy(), CategoricalCrossEntropy()

LOSSES = {loss.name: loss for loss in (mse, bce, cce)}
BELONGS_TO = {"sigmoid": "bce", "softmax": "cce"}  # every other output: mse
