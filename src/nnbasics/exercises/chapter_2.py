"""Chapter 2: many bumps side by side, each as high as it has to be, draw a curve."""
import numpy as np

from nnbasics.exercises.exercise import Exercise


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


def bumps(x, edges, heights, weight):
    steps = sigmoid(weight * (x[:, None] - edges))  # a column for each edge
    return (steps[:, :-1] - steps[:, 1:]) @ heights


def some_bumps(rng):
    edges = np.sort(rng.uniform(-3, 3, size=rng.integers(4, 7)))
    return rng.uniform(-3, 3, size=7), edges, rng.normal(size=len(edges) - 1), rng.uniform(2, 6)


def one_by_one(x, edges, heights, weight):
    """σ(z) − σ(z′) is half of tanh(z/2) − tanh(z′/2)."""
    return np.array([sum(
        height / 2 * (np.tanh(weight * (one - left) / 2) - np.tanh(weight * (one - right) / 2))
        for left, right, height in zip(edges[:-1], edges[1:], heights, strict=True)) for one in x])


def with_steps(step, join=np.subtract):
    """`bumps` from other steps, or with the two steps of a bump joined otherwise."""
    def function(x, edges, heights, weight):
        steps = step(x[:, None], edges, weight)
        return join(steps[:, :-1], steps[:, 1:]) @ heights
    return function


EXERCISES = {
    "2-4": Exercise(bumps, some_bumps, one_by_one, {
        "You added the two steps of each bump, and that is stairs. The second step must be taken away.":
            with_steps(lambda x, s, w: sigmoid(w * (x - s)), join=np.add),
        "The bias that you gave is the place itself. A step at s needs the bias −w·s.":
            with_steps(lambda x, s, w: sigmoid(w * x - s)),
        "Your steps stand at −s instead of s: the sign of the bias.":
            with_steps(lambda x, s, w: sigmoid(w * (x + s))),
        "Your steps fall instead of rising, so every bump is upside down.":
            with_steps(lambda x, s, w: sigmoid(-w * (x - s))),
        "You left out the sigmoid: these are sums of straight lines.":
            with_steps(lambda x, s, w: w * (x - s)),
        "You gave a height to each step. It belongs to the bump: the second step of a bump has the weight "
        "−height.":
            lambda x, edges, heights, weight: sigmoid(weight * (x[:, None] - edges[:-1])) @ heights,
        "You averaged the bumps. They are added.":
            lambda x, edges, heights, weight: bumps(x, edges, heights, weight) / len(heights),
    }),
}
