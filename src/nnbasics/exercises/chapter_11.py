"""Chapter 11: a bump from two sigmoids, and the weights of a staircase along any curve."""
from itertools import pairwise

import numpy as np

from nnbasics.exercises.exercise import Exercise


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


def bump(x, left, right, height, steepness):
    up, down = sigmoid(steepness * (x - left)), sigmoid(steepness * (x - right))
    return height * (up - down)


def some_bump(rng):
    left = rng.uniform(0.1, 0.4)
    return rng.uniform(size=9), left, left + rng.uniform(0.2, 0.5), rng.uniform(0.5, 2), rng.uniform(10, 30)


def bump_by_tanh(x, left, right, height, steepness):
    """The same in another way: σ(z) = (1 + tanh(z / 2)) / 2."""
    return np.array([height / 2
                     * (np.tanh(steepness * (each - left) / 2) - np.tanh(steepness * (each - right) / 2))
                     for each in x])


def staircase(levels, steepness):
    units = len(levels) - 1
    places = (np.arange(units) + 0.5) / units
    return -steepness * places, np.diff(levels), levels[0]


def some_levels(rng):
    return rng.uniform(0, 1, size=rng.integers(4, 9)), rng.uniform(50, 200)


def walked_staircase(levels, steepness):
    units = len(levels) - 1
    biases = [-steepness * (k / units + (k + 1) / units) / 2 for k in range(units)]
    return np.array(biases), np.array([after - before for before, after in pairwise(levels)]), levels[0]


EXERCISES = {
    "11-1": Exercise(bump, some_bump, bump_by_tanh, {
        "That is a dip: the step up belongs to the left edge, and the step down is the one that is "
        "subtracted.":
            lambda x, left, right, height, steepness: -bump(x, left, right, height, steepness),
        "You added the two steps. The second must take away what the first has added.":
            lambda x, left, right, height, steepness:
                height * (sigmoid(steepness * (x - left)) + sigmoid(steepness * (x - right))),
        "The height is missing: your bump is 1 high.":
            lambda x, left, right, height, steepness: bump(x, left, right, 1, steepness),
        "A step at s with weight w has the bias −w·s, and not −s.":
            lambda x, left, right, height, steepness:
                height * (sigmoid(steepness * x - left) - sigmoid(steepness * x - right)),
        "Your second step goes down with a negative weight; then the sum is one too high everywhere. "
        "Subtract 1.":
            lambda x, left, right, height, steepness:
                height * (sigmoid(steepness * (x - left)) + sigmoid(-steepness * (x - right))),
    }),
    "11-2": Exercise(staircase, some_levels, walked_staircase, {
        "Your steps stand at the ends of the pieces. In the middle of each piece the error is only half as "
        "large.":
            lambda levels, steepness: (-steepness * np.arange(1, len(levels)) / (len(levels) - 1),
                                       np.diff(levels), levels[0]),
        "These are the places of the steps. The bias of a step at s is −steepness · s.":
            lambda levels, steepness: ((np.arange(len(levels) - 1) + 0.5) / (len(levels) - 1),
                                       np.diff(levels), levels[0]),
        "The weights of the output are the levels themselves. They should be how far each step goes up or "
        "down.":
            lambda levels, steepness: (staircase(levels, steepness)[0], levels[1:], levels[0]),
        "The bias of the output is the level from which the first step goes up, levels[0].":
            lambda levels, steepness: (*staircase(levels, steepness)[:2], 0.0),
        "There is a step too many or too few: between n + 1 levels there are n steps.":
            lambda levels, steepness: (-steepness * (np.arange(len(levels)) + 0.5) / len(levels),
                                       np.diff(levels), levels[0]),
    }),
}
