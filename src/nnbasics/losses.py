"""Losses: one number for how wrong the outputs are, and its slope, where backpropagation begins.

    x  →  layers  →  z  →  a        loss(a, y)
                     delta = d loss / d z  ←

Each output has the loss that belongs to it: linear → mse, sigmoid → bce, softmax → cce.  In those
pairs the slopes of loss and activation cancel, and delta is simply a − y, times a constant.
The entropies are computed from z, not from a, so they stay exact where a has rounded to 0 or 1.
Introduced in chapter 5, "Well, what we usually get ... is trash", and chapter 9, "Output layer".

Below, z, a and y have one row per example and one column per output.
"""
import numpy as np

from nnbasics.activations import softplus


class Loss:
    """One number for a batch: the mean over its examples of how wrong each one is.

    Introduced in chapter 5, "Well, what we usually get ... is trash".
    """

    name: str

    def __call__(self, z, a, y):
        """The loss, a float."""
        raise NotImplementedError

    def delta(self, z, a, y, activation, examples):
        """d loss / d z, shape as z, for a mean over so many examples; with 1, each on its own."""
        raise NotImplementedError


class MeanSquaredError(Loss):
    """mse = mean over examples and outputs of (a − y)²; no factor ½.

    Introduced in chapter 5, "Well, what we usually get ... is trash".
    """

    name = "mse"

    def __call__(self, z, a, y):
        error = a - y
        return float(np.vdot(error, error)) / error.size

    def delta(self, z, a, y, activation, examples):
        return activation.backward((a - y) * (2 / (examples * a.shape[1])), z, a)


class BinaryCrossEntropy(Loss):
    """bce = mean over examples and outputs of −[y ln a + (1 − y) ln(1 − a)],  a = sigmoid(z).

    Introduced in chapter 1, "Logistic Regression is ... an artificial neuron".
    """

    name = "bce"

    def __call__(self, z, a, y):
        # With a = 1 / (1 + e⁻ᶻ) the two logarithms fold into ln(1 + eᶻ) − y z.
        return float((softplus.function(z) - y * z).sum()) / z.size

    def delta(self, z, a, y, activation, examples):
        return (a - y) * (1 / (examples * a.shape[1]))


class CategoricalCrossEntropy(Loss):
    """cce = mean over examples of −Σ y ln a, summed over classes,  a = softmax(z).

    Introduced in chapter 9, "Output layer".
    """

    name = "cce"

    def __call__(self, z, a, y):
        # −ln a = (top − z) + ln Σ eᶻ⁻ᵗᵒᵖ, and where z is at the top of its row, a is 1 / Σ eᶻ⁻ᵗᵒᵖ.
        top = z.max(axis=1, keepdims=True)
        return float(np.vdot(y, top - z) - np.log(a.max(axis=1)).sum()) / len(z)

    def delta(self, z, a, y, activation, examples):
        return (a - y) * (1 / examples)


mse, bce, cce = MeanSquaredError(), BinaryCrossEntropy(), CategoricalCrossEntropy()

LOSSES = {loss.name: loss for loss in (mse, bce, cce)}
BELONGS_TO = {"sigmoid": "bce", "softmax": "cce"}  # every other output: mse
