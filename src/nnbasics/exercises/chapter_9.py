"""Chapter 9: a softmax that does not overflow, for a whole batch; the delta of softmax and cross-entropy."""
import numpy as np

from nnbasics.activations import softmax
from nnbasics.exercises.exercise import Exercise, slopes


def stable_softmax(z):
    powers = np.exp(z - z.max(axis=1, keepdims=True))
    return powers / powers.sum(axis=1, keepdims=True)


def some_logits(rng):
    """Rows about 0, about 900 and about −900, so that no way around the largest of each row works."""
    return (rng.normal(0, 2, (5, 3)) + np.array([[0], [900], [-900], [5], [-5]]),)


def by_differences(z):
    """1 / Σⱼ e^(zⱼ − zᵢ): the same fraction, shortened by its own term."""
    return 1 / np.exp(z[:, None, :] - z[:, :, None]).sum(axis=2)


def as_written(z, lower=0.0):
    with np.errstate(over="ignore", invalid="ignore"):
        powers = np.exp(z - lower)
        return powers / powers.sum(axis=1, keepdims=True)


def powers_of(z):
    return np.exp(z - z.max(axis=1, keepdims=True))


def softmax_delta(z, labels):
    return (stable_softmax(z) - np.eye(z.shape[1])[labels]) / len(z)


def some_batch(rng):
    n, k = rng.integers(3, 6), rng.integers(3, 5)
    return rng.normal(0, 2, (n, k)), rng.integers(k, size=n)


def delta_by_differences(z, labels):
    def loss(z):
        return np.mean([np.log(np.exp(row).sum()) - row[label] for row, label in zip(z, labels, strict=True)])

    return slopes(loss, z)


def one_hot(z, labels):
    return np.eye(z.shape[1])[labels]


EXERCISES = {
    "9-2": Exercise(stable_softmax, some_logits, by_differences, {
        "It overflows: e to the 900 is larger than any number that NumPy can hold, and ∞ / ∞ is no number. "
        "Subtract the largest logit of each row first.":
            as_written,
        "You subtract the largest logit of the whole array. In a row far below it every power is written as "
        "0, and 0 / 0 is no number. Each row needs its own.":
            lambda z: as_written(z, z.max()),
        "You add up along the wrong axis: each column adds up to 1 instead of each row.":
            lambda z: powers_of(z) / powers_of(z).sum(axis=0),
        "You divide by the sum over the whole array, so that all rows together add up to 1 instead of each.":
            lambda z: powers_of(z) / powers_of(z).sum(),
        "These are the powers of e, not yet divided by their sum.": powers_of,
        "You divide the logits themselves by their sum. The powers of e come first.":
            lambda z: z / z.sum(axis=1, keepdims=True),
        "That is the logarithm of the softmax.": lambda z: np.log(by_differences(z)),
    }, tolerance=1e-9),
    "9-3": Exercise(softmax_delta, some_batch, delta_by_differences, {
        "The sign is the other way round: this is wanted minus output, the way downhill. The slope is output "
        "minus wanted.":
            lambda z, labels: -softmax_delta(z, labels),
        "You forgot the average: the loss is the mean over the examples, so each of them has 1 / n of a say.":
            lambda z, labels: softmax(z) - one_hot(z, labels),
        "You divided by the number of all outputs. The loss is the sum over the classes and the mean over "
        "the examples, so divide by the number of rows.":
            lambda z, labels: (softmax(z) - one_hot(z, labels)) / z.size,
        "Only the true classes have a slope in this. Whatever the others have, they have taken from the true "
        "one: they have one too.":
            lambda z, labels: (softmax(z) - 1) * one_hot(z, labels) / len(z),
        "You subtract from the logits. The softmax comes first.":
            lambda z, labels: (z - one_hot(z, labels)) / len(z),
        "The outputs are multiplied in once more, p(p − y). With cross-entropy that factor has canceled.":
            lambda z, labels: softmax(z) * (softmax(z) - one_hot(z, labels)) / len(z),
    }),
}
