"""Penalties: a price on large weights, added to the loss while training.

    cost = loss + penalty(weights)        gradient of a weight  ←  gradient + slope of its price

Weights that do not pay for themselves shrink.  Biases are free: they move a boundary, they do not
bend it.  Introduced in chapter 6, "So, how to have a better model?".
"""
from dataclasses import dataclass

import numpy as np

from nnbasics import settings


@dataclass(frozen=True)
class Penalty:
    """strength: what a weight of 1 costs, 0 or more; ValueError for others.

    Introduced in chapter 6, "So, how to have a better model?".
    """

    strength: float
    example = "L2(0.001)"

    def __post_init__(self):
        settings.at_least_zero(self.strength, "strength")

    def cost(self, weights: np.ndarray) -> float:
        """What an array of weights costs, a float."""
        raise NotImplementedError

    def slope(self, weights: np.ndarray) -> np.ndarray:
        """d cost / d weights, same shape."""
        raise NotImplementedError


class L1(Penalty):
    """cost = strength · Σ |w|;  slope = strength · sign(w).  Many weights end near 0.

    Introduced in chapter 6, "So, how to have a better model?" (Tibshirani, 1996).
    """

    def cost(self, weights: np.ndarray) -> float:
        return self.strength * float(np.abs(weights).sum())

    def slope(self, weights: np.ndarray) -> np.ndarray:
        return self.strength * np.sign(weights)


class L2(Penalty):
    """cost = strength · Σ w²;  slope = 2 · strength · w.  Large weights shrink most.

    Introduced in chapter 6, "So, how to have a better model?" (Hoerl and Kennard, 1970).
    """

    def cost(self, weights: np.ndarray) -> float:
        return self.strength * float((weights**2).sum())

    def slope(self, weights: np.ndarray) -> np.ndarray:
        return (2 * self.strength) * weights
