"""Chapter 6, second half: what each example wants, the average with voices, the angle between two wishes."""
import numpy as np

from nnbasics.angle import angle
from nnbasics.exercises.exercise import Exercise, slopes


def each_gradient(a, delta):
    return a[:, :, None] * delta[:, None, :], delta.copy()


def average(each, says):
    return says @ each / says.sum()


def angle_between(a, b):
    cosine = a @ b / (np.linalg.norm(a) * np.linalg.norm(b))
    return np.degrees(np.arccos(np.clip(cosine, -1, 1)))


def layer(rng):
    return rng.normal(size=(5, 4)), rng.normal(size=(5, 3))


def opinions(rng):
    return rng.normal(size=(6, 4)), np.array([1, 0, 2, 1, 1, 2])


def directions(rng):
    return rng.normal(size=7), rng.normal(size=7)


def each_truth(a, delta):
    W, b = np.zeros((a.shape[1], delta.shape[1])), np.zeros(delta.shape[1])

    def of_one(x, d):
        return slopes(lambda W: (x @ W + b) @ d, W), slopes(lambda b: (x @ W + b) @ d, b)

    of_W, of_b = zip(*(of_one(x, d) for x, d in zip(a, delta, strict=True)), strict=True)
    return np.array(of_W), np.array(of_b)


def average_truth(each, says):
    return np.mean([row for row, times in zip(each, says, strict=True) for _ in range(times)], axis=0)


EXERCISES = {
    "6-8": Exercise(each_gradient, layer, each_truth, {
        "You added up over the examples. Here each keeps its own: a leading axis of examples.":
            lambda a, delta: (a.T @ delta, delta.sum(axis=0)),
        "You divided by the number of examples. Alone, an example does not share its loss with the others.":
            lambda a, delta: (a[:, :, None] * delta[:, None, :] / len(a), delta / len(a)),
        "The axes of the weights are the wrong way round: wanted is (examples, fan_in, fan_out).":
            lambda a, delta: (delta[:, :, None] * a[:, None, :], delta.copy()),
        "For the biases you took the mean. Each example has a slope for them too.":
            lambda a, delta: (a[:, :, None] * delta[:, None, :], delta.mean(axis=0)),
    }),
    "6-9": Exercise(average, opinions, average_truth, {
        "You gave everybody one voice. A muted example counts 0 times, a doubled one twice.":
            lambda each, says: each.mean(axis=0),
        "You divided by the number of examples. Divide by the number of voices.":
            lambda each, says: says @ each / len(each),
        "That is the sum. The average divides it by the number of voices.":
            lambda each, says: says @ each,
        "You left out who is muted, but who is doubled counts once only.":
            lambda each, says: each[says > 0].mean(axis=0),
    }),
    "6-10": Exercise(angle_between, directions, lambda a, b: float(angle(a, b)), {
        "That is the cosine of the angle. `np.arccos` leads back to the angle.":
            lambda a, b: a @ b / (np.linalg.norm(a) * np.linalg.norm(b)),
        "That is in radians. `np.degrees` makes degrees of them.":
            lambda a, b: np.radians(angle_between(a, b)),
        "The lengths count too: divide the product by both, or a loud wish looks like a similar one.":
            lambda a, b: np.degrees(np.arccos(np.clip(a @ b, -1, 1))),
        "The cosine falls from 1 to −1 as the angle grows; you took the sine.":
            lambda a, b: np.degrees(np.arcsin(a @ b / (np.linalg.norm(a) * np.linalg.norm(b)))),
    }),
}
