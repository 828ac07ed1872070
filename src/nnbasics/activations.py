"""Activations: what a neuron does with its weighted sum, a = f(z).

    z = x W + b    →    a = f(z)    →    the next layer
                        f'(z)       ←    how much a small change of z changes a

Without a bend in f a stack of layers is one linear layer.  Each class below is one f; its docstring is
the formula.  Call it for a = f(z); ask `derivative` for f'(z), the slope that backpropagation needs.
Introduced in chapter 8, "Activation Functions"; the sigmoid in chapter 1, the softmax in chapter 9.
"""
import math

import numpy as np


class Activation:
    """One function a = f(z), applied to every number of an array of any shape.

    ``initializer`` names the random start that suits weights in front of this function.
    """

    name: str
    initializer = "he"

    def __call__(self, z):
        """a = f(z), same shape and dtype as z."""
        raise NotImplementedError

    def derivative(self, z, a=None):
        """f'(z), same shape as z.  Give a = f(z) where it is known: many slopes follow from it."""
        raise NotImplementedError

    def backward(self, upstream, z, a):
        """From d loss / d a to delta = d loss / d z, by the chain rule: delta = upstream · f'(z)."""
        return upstream * self.derivative(z, a)

    def __repr__(self):
        return f"<activation {self.name}: {type(self).__doc__.splitlines()[0]}>"


class Linear(Activation):
    """a = z;  f'(z) = 1."""

    name, initializer = "linear", "glorot"

    def __call__(self, z):
        return z.copy()

    def derivative(self, z, a=None):
        return np.ones_like(z)


class Sigmoid(Activation):
    """a = 1 / (1 + e⁻ᶻ);  f'(z) = a (1 − a)."""

    name, initializer = "sigmoid", "glorot"

    def __call__(self, z):
        # Far to the left e⁻ᶻ overflows to infinity, and 1 / infinity = 0 is the right answer.
        with np.errstate(over="ignore"):
            return 1 / (1 + np.exp(-z))

    def derivative(self, z, a=None):
        a = self(z) if a is None else a
        return a * (1 - a)


class Tanh(Activation):
    """a = tanh z;  f'(z) = 1 − a²."""

    name, initializer = "tanh", "glorot"

    def __call__(self, z):
        return np.tanh(z)

    def derivative(self, z, a=None):
        a = self(z) if a is None else a
        return 1 - a * a


class ReLU(Activation):
    """a = max(z, 0);  f'(z) = 1 where z > 0, else 0."""

    name = "relu"

    def __call__(self, z):
        return np.maximum(z, 0)

    def derivative(self, z, a=None):
        return (z > 0).astype(z.dtype)

    def backward(self, upstream, z, a):
        return upstream * (z > 0)


class LeakyReLU(Activation):
    """a = z where z > 0, else 0.01 z;  f'(z) = 1 where z > 0, else 0.01."""

    name, slope = "leaky_relu", 0.01

    def __call__(self, z):
        return np.maximum(z, self.slope * z)

    def derivative(self, z, a=None):
        return np.where(z > 0, z.dtype.type(1), z.dtype.type(self.slope))


class ELU(Activation):
    """a = z where z > 0, else eᶻ − 1;  f'(z) = 1 where z > 0, else eᶻ = a + 1."""

    name = "elu"

    def __call__(self, z):
        return np.where(z > 0, z, np.expm1(np.minimum(z, 0)))

    def derivative(self, z, a=None):
        return np.exp(np.minimum(z, 0))


class GELU(Activation):
    """a = z Φ(z), with Φ the normal distribution function;  f'(z) = Φ(z) + z φ(z)."""

    name = "gelu"

    def __call__(self, z):
        return z * self._distribution(z)

    def derivative(self, z, a=None):
        return self._distribution(z) + z * np.exp(-z * z / 2) / math.sqrt(2 * math.pi)

    @staticmethod
    def _distribution(z):
        # NumPy has no error function, Python's own math has an exact one, for one number at a time.
        return np.vectorize(math.erfc, otypes=[z.dtype])(-z / math.sqrt(2)) / 2


class Softplus(Activation):
    """a = ln(1 + eᶻ), a ReLU with its corner rounded;  f'(z) = 1 / (1 + e⁻ᶻ)."""

    name = "softplus"

    def __call__(self, z):
        return np.logaddexp(z, z.dtype.type(0))

    def derivative(self, z, a=None):
        return sigmoid(z)


class Step(Activation):
    """a = 1 where z ≥ 0, else 0.  Its slope is 0 wherever it has one: it cannot be trained."""

    name, initializer = "step", "glorot"

    def __call__(self, z):
        return (z >= 0).astype(z.dtype)

    def derivative(self, z, a=None):
        raise ValueError(
            "step has slope 0 everywhere, so a gradient tells it nothing; train with 'sigmoid', its smooth form"
        )


class Softmax(Activation):
    """aᵢ = eᶻⁱ / Σⱼ eᶻʲ, one row per example: positive and summing to 1.  For the output only."""

    name, initializer = "softmax", "glorot"

    def __call__(self, z):
        # The same number off every z of a row changes nothing, and keeps e^z from overflowing.
        e = np.exp(z - z.max(axis=-1, keepdims=True))
        e /= e.sum(axis=-1, keepdims=True)
        return e

    def derivative(self, z, a=None):
        """The whole table ∂aᵢ/∂zⱼ = aᵢ (δᵢⱼ − aⱼ), because every z moves every a: shape (..., k, k)."""
        a = self(z) if a is None else a
        return a[..., :, None] * (np.eye(a.shape[-1], dtype=a.dtype) - a[..., None, :])

    def backward(self, upstream, z, a):
        return a * (upstream - (upstream * a).sum(axis=-1, keepdims=True))


linear, sigmoid, tanh, relu, leaky_relu = Linear(), Sigmoid(), Tanh(), ReLU(), LeakyReLU()
elu, gelu, softplus, step, softmax = ELU(), GELU(), Softplus(), Step(), Softmax()

ACTIVATIONS = {
    f.name: f
    for f in (linear, sigmoid, tanh, relu, leaky_relu, elu, gelu, softplus, step, softmax)
}
