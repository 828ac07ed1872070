"""Optimizers: how a gradient becomes a step of the weights.

    gradient  →  step        weights  ←  weights + step

The gradient points uphill, so every step goes against it.  Each class docstring is its rule, where
g is the gradient and every operation goes number by number.  What a rule carries from step to step
is its memory; `fit` always begins with an empty one.
Introduced in chapter 6, "So, how to have a better model?".
"""
import copy
import math
from dataclasses import dataclass

import numpy as np

from nnbasics import settings


class Optimizer:
    """What all optimizers share: a rule, with so many `memory` arrays as large as the gradient.

    Introduced in chapter 6, "So, how to have a better model?".
    """

    example = "SGD(0.1)"
    _arrays: list[np.ndarray] | None = None

    @property
    def memory(self):
        """How many arrays the rule remembers from step to step."""
        return 0

    def start(self):
        """A copy of this optimizer with an empty memory, for one training."""
        fresh = copy.copy(self)
        fresh._arrays = None
        return fresh

    def step(self, gradient):
        """The step to add to the parameters, for a flat gradient; it takes the gradient's place."""
        if self._arrays is None:
            self._arrays, self._t = [np.zeros_like(gradient) for _ in range(self.memory)], 0
        self._t += 1
        self.rule(gradient, *self._arrays)
        return gradient

    def rule(self, g, *memory):
        """Turns the gradient g into the step, in place, and brings the memory up to date."""
        raise NotImplementedError


@dataclass
class SGD(Optimizer):
    """Gradient descent:  step = −learning_rate · g.

    With momentum a ball rolls downhill and keeps some of its speed (Polyak, 1964):
        v ← momentum · v − learning_rate · g,   step = v.
    With nesterov it looks one roll ahead (Nesterov, 1983, as in Sutskever and others, 2013):
        v ← the same,   step = momentum · v − learning_rate · g.
    learning_rate above 0; momentum from 0 to below 1; ValueError for others.
    Introduced in chapter 6, "So, how to have a better model?".
    """

    learning_rate: float = 0.1
    momentum: float = 0.0
    nesterov: bool = False

    def __post_init__(self):
        settings.positive(self.learning_rate, "learning_rate")
        settings.share(self.momentum, "momentum")
        settings.flag(self.nesterov, "nesterov")

    @property
    def memory(self):
        return 1 if self.momentum else 0

    def rule(self, g, velocity=None):
        g *= -self.learning_rate
        if velocity is None:
            return
        velocity *= self.momentum
        velocity += g
        if self.nesterov:
            g += self.momentum * velocity
        else:
            g[...] = velocity


@dataclass
class RMSProp(Optimizer):
    """Each weight at its own pace: where gradients are large, steps are smaller.

    s ← decay · s + (1 − decay) · g²,   step = −learning_rate · g / (√s + epsilon).
    learning_rate and epsilon above 0; decay from 0 to below 1; ValueError for others.
    Introduced in chapter 6, "So, how to have a better model?" (Tieleman and Hinton, 2012).
    """

    learning_rate: float = 0.001
    decay: float = 0.9
    epsilon: float = 1e-8
    memory = 2  # s, and room for what is on the way

    def __post_init__(self):
        settings.positive(self.learning_rate, "learning_rate")
        settings.share(self.decay, "decay")
        settings.positive(self.epsilon, "epsilon")

    def rule(self, g, square, room):
        _blend(square, np.multiply(g, g, out=room), self.decay, room)
        np.sqrt(square, out=room)
        room += self.epsilon
        g *= -self.learning_rate
        g /= room


@dataclass
class Adam(Optimizer):
    """Momentum, and each weight at its own pace.

    m ← beta1 · m + (1 − beta1) · g,   s ← beta2 · s + (1 − beta2) · g²,
    step = −learning_rate · m′ / (√s′ + epsilon),   m′ = m / (1 − beta1ᵗ),   s′ = s / (1 − beta2ᵗ).

    Both averages start at 0; dividing by 1 − betaᵗ in step t makes up for that.
    learning_rate and epsilon above 0; betas from 0 to below 1; ValueError for others.
    Introduced in chapter 6, "So, how to have a better model?" (Kingma and Ba, 2015).
    """

    learning_rate: float = 0.001
    beta1: float = 0.9
    beta2: float = 0.999
    epsilon: float = 1e-8
    memory = 3  # m, s, and room for what is on the way

    def __post_init__(self):
        settings.positive(self.learning_rate, "learning_rate")
        settings.share(self.beta1, "beta1")
        settings.share(self.beta2, "beta2")
        settings.positive(self.epsilon, "epsilon")

    def rule(self, g, mean, square, room):
        _blend(mean, g, self.beta1, room)
        _blend(square, np.multiply(g, g, out=room), self.beta2, room)
        np.sqrt(square, out=room)
        room *= 1 / math.sqrt(1 - self.beta2**self._t)
        room += self.epsilon
        np.divide(mean, room, out=g)
        g *= -self.learning_rate / (1 - self.beta1**self._t)


def _blend(average, new, keep, room):
    """average ← keep · average + (1 − keep) · new, in place and without a new array."""
    average *= keep
    average += np.multiply(new, 1 - keep, out=room)
