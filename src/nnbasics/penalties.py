"""Penalties: a price on large weights, added to the loss while training.

    cost = loss + penalty(weights)        gradient of a weight  ←  gradient + slope of its price

Weights that do not pay for themselves shrink.  Biases are free: they move a boundary, they do not
bend it.  Introduced in chapter 6, "So, how to have a better model?".
"""
from dataclasses import dataclass

import numpy as np

from nnbasics import checks


@dataclass(frozen=True)
class L1:
    """cost = strength · Σ |w|;  slope = strength · sign(w).  Many end at 0 (Tibshirani, 1996)."""

    strength: float

    def __post_init__(self):
        checks.at_least_zero(self.strength, "strength")

    def cost(self, weights):
        return self.strength * float(np.abs(weights).sum())

    def slope(self, weights):
        return self.strength * np.sign(weights)


@dataclass(frozen=True)
class L2:
    """cost = strength · Σ w²;  slope = 2 · strength · w.  Large ones shrink most (Hoerl, 1970)."""

    strength: float

    def __post_init__(self):
        checks.at_least_zero(self.strength, "strength")

    def cost(self, weights):
        return self.strength * float((weights**2).sum())

    def slope(self, weights):
        return (2 * self.strength) * weights
