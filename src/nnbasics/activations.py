"""Activations: what a neuron does with its weighted sum, a = f(z).

    z = x W + b    →    a = f(z)    →    the next layer
                        f'(z)       ←    how much a small change of z changes a

Without a bend in f a stack of layers is one linear layer.  Each class is one f, its docstring the
formula.  Call it for a = f(z); ask `derivative` for f'(z), the slope that backpropagation needs.
Introduced in chapter 8, "Activation Functions"; the sigmoid in chapter 1, the softmax in chapter 9.
"""
import math

import numpy as np


class Activation:
    """One function a = f(z), applied to every number of an array of any shape.

    initializer: the name of the random start that suits weights in front of this function.
    Introduced in chapter 8, "Activation Functions".
    """

    name: str
    initializer = "he"

    def __call__(self, z):
        """a = f(z), same shape as z, float32 or float64 as z is."""
        with np.errstate(over="ignore"):  # where eᶻ overflows, its limit is the right answer
            return self.function(_floats(z))

    def derivative(self, z):
        """f'(z), same shape as z."""
        z = _floats(z)
        with np.errstate(over="ignore"):
            return self.slope(z, self.function(z))

    def function(self, z):
        """f(z) for an array of floats, without the care of a call: for the inside of a loop."""
        raise NotImplementedError

    def slope(self, z, a):
        """f'(z) where a = f(z) is known too: many slopes follow from it."""
        raise NotImplementedError

    def backward(self, upstream, z, a):
        """From d loss / d a, upstream, to delta = d loss / d z = upstream · f'(z), in its place."""
        upstream *= self.slope(z, a)
        return upstream

    def __repr__(self):
        return f"<activation {self.name}: {str(type(self).__doc__).splitlines()[0]}>"


class Linear(Activation):
    """a = z;  f'(z) = 1.  (chapter 9)"""

    name, initializer = "linear", "glorot"

    def function(self, z):
        return z.copy()

    def slope(self, z, a):
        return np.ones_like(z)


class Sigmoid(Activation):
    """a = 1 / (1 + e⁻ᶻ);  f'(z) = a (1 − a).  (chapter 1)"""

    name, initializer = "sigmoid", "glorot"

    def function(self, z):
        return 1 / (1 + np.exp(-z))  # where e⁻ᶻ overflows to infinity, 1 / infinity = 0

    def slope(self, z, a):
        return a * (1 - a)


class Tanh(Activation):
    """a = tanh z;  f'(z) = 1 − a².  (chapter 3)"""

    name, initializer = "tanh", "glorot"

    def function(self, z):
        return np.tanh(z)

    def slope(self, z, a):
        return 1 - a * a


class ReLU(Activation):
    """a = max(z, 0);  f'(z) = 1 where z > 0, else 0: the sign of a.  (chapter 4)"""

    name = "relu"

    def function(self, z):
        return np.maximum(z, 0)

    def slope(self, z, a):
        return np.sign(a)


class LeakyReLU(Activation):
    """a = z where z > 0, else 0.01 z;  f'(z) = 1, or else 0.01.  (chapter 8, Maas 2013)"""

    name, leak = "leaky_relu", 0.01

    def function(self, z):
        return np.maximum(z, self.leak * z)

    def slope(self, z, a):
        return np.where(z > 0, z.dtype.type(1), z.dtype.type(self.leak))


class ELU(Activation):
    """a = z where z > 0, else eᶻ − 1;  f'(z) = 1, or else a + 1.  (chapter 8, Clevert 2016)"""

    name = "elu"

    def function(self, z):
        return np.where(z > 0, z, np.expm1(np.minimum(z, 0)))

    def slope(self, z, a):
        return np.minimum(a, 0) + 1


class GELU(Activation):
    """a = z Φ(z), Φ of the normal curve φ;  f'(z) = Φ(z) + z φ(z).  (chapter 8, Hendrycks 2016)"""

    name = "gelu"

    def function(self, z):
        return z * self._distribution(z)

    def slope(self, z, a):
        return self._distribution(z) + z * np.exp(-z * z / 2) / math.sqrt(2 * math.pi)

    @staticmethod
    def _distribution(z):
        # NumPy has no error function, Python's own math has an exact one, for one number at a time.
        return np.vectorize(math.erfc, otypes=[z.dtype])(-z / math.sqrt(2)) / 2


class Softplus(Activation):
    """a = ln(1 + eᶻ), a rounded ReLU;  f'(z) = 1 / (1 + e⁻ᶻ).  (chapter 8, Dugas 2001)"""

    name = "softplus"

    def function(self, z):
        return np.logaddexp(z, z.dtype.type(0))

    def slope(self, z, a):
        return sigmoid.function(z)


class Step(Activation):
    """a = 1 where z ≥ 0, else 0;  f'(z) = 0: it cannot be trained.  (chapter 8, McCulloch 1943)"""

    name, initializer = "step", "glorot"

    def function(self, z):
        return (z >= 0).astype(z.dtype)

    def slope(self, z, a):
        return np.zeros_like(z)

    def backward(self, upstream, z, a):
        raise ValueError("'step' has slope 0, no gradient gets through; wanted 'sigmoid', its like")


class Softmax(Activation):
    """aᵢ = eᶻⁱ / Σⱼ eᶻʲ in each row, summing to 1; output only.  (chapter 9, Bridle 1990)"""

    name, initializer = "softmax", "glorot"

    def function(self, z):
        # The same number off every z of a row changes nothing, and keeps e^z from overflowing.
        e = np.exp(z - z.max(axis=-1, keepdims=True))
        e /= e.sum(axis=-1, keepdims=True)
        return e

    def slope(self, z, a):
        """The table ∂aᵢ/∂zⱼ = aᵢ (δᵢⱼ − aⱼ), as every z moves every a: shape (examples, k, k)."""
        return a[..., :, None] * (np.eye(a.shape[-1], dtype=a.dtype) - a[..., None, :])

    def backward(self, upstream, z, a):
        upstream -= (upstream * a).sum(axis=-1, keepdims=True)
        upstream *= a
        return upstream


linear, sigmoid, tanh, relu, leaky_relu = Linear(), Sigmoid(), Tanh(), ReLU(), LeakyReLU()
elu, gelu, softplus, step, softmax = ELU(), GELU(), Softplus(), Step(), Softmax()

ACTIVATIONS = {f.name: f for f in (linear, sigmoid, tanh, relu, leaky_relu,
                                   elu, gelu, softplus, step, softmax)}


def _floats(z):
    z = np.asarray(z)
    return z if z.dtype in (np.float64, np.float32) else z.astype(float)
