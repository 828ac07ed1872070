"""Initializers: the random weights that a network starts from.

Weights that start equal stay equal, so they start random; and of a size that keeps the spread of z
about the same from layer to layer, or signals die out or blow up on their way through.

    initializer(rng, fan_in, fan_out)  →  weights, shape (fan_in, fan_out)

Biases start at 0.  Introduced in chapter 5, "Well, what we usually get ... is trash".
"""
import numpy as np


def glorot(rng, fan_in, fan_out):
    """Uniform with variance 2 / (fan_in + fan_out): for sigmoid, tanh, softmax and linear.

    Introduced in chapter 5, "Well, what we usually get ... is trash" (Glorot and Bengio, 2010).
    """
    limit = np.sqrt(6 / (fan_in + fan_out))
    return rng.uniform(-limit, limit, (fan_in, fan_out))


def he(rng, fan_in, fan_out):
    """Normal with variance 2 / fan_in: for the ReLU family, which stops half of the signal.

    Introduced in chapter 5, "Well, what we usually get ... is trash" (He and others, 2015).
    """
    return rng.normal(0, np.sqrt(2 / fan_in), (fan_in, fan_out))


def lecun(rng, fan_in, fan_out):
    """Normal with variance 1 / fan_in: keeps the spread of z where f is almost linear.

    Introduced in chapter 5, "Well, what we usually get ... is trash" (LeCun and others, 1998).
    """
    return rng.normal(0, np.sqrt(1 / fan_in), (fan_in, fan_out))


def normal(rng, fan_in, fan_out):
    """Normal with variance 1, whatever the size of the layer: wide layers start saturated.

    Introduced in chapter 5, "Well, what we usually get ... is trash".
    """
    return rng.normal(0, 1, (fan_in, fan_out))


def zeros(rng, fan_in, fan_out):
    """All 0: every neuron of a layer is the same neuron, and stays so.  A lesson, not for use.

    Introduced in chapter 5, "Well, what we usually get ... is trash".
    """
    return np.zeros((fan_in, fan_out))


INITIALIZERS = {f.__name__: f for f in (glorot, he, lecun, normal, zeros)}
