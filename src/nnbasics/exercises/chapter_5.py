"""Chapter 5: the cost of each example, squared differences added up."""
import numpy as np

from nnbasics.exercises.exercise import Exercise


def costs(outputs, labels):
    wanted = np.eye(outputs.shape[1])[labels]
    return ((outputs - wanted) ** 2).sum(axis=1)


def some_outputs(rng):
    outputs = rng.dirichlet(np.ones(10), size=rng.integers(4, 8))  # each row sums to 1, as of a softmax
    return outputs, rng.integers(0, 10, size=len(outputs))


def one_by_one(outputs, labels):
    """With p for the right digit, (1 − p)² and the squares of the other outputs."""
    return np.array([(1 - row[label]) ** 2 + sum(got ** 2 for k, got in enumerate(row) if k != label)
                     for row, label in zip(outputs, labels, strict=True)])


def of_differences(add):
    """Something else made of what was got minus what was wanted."""
    return lambda outputs, labels: add(outputs - np.eye(10)[labels])


EXERCISES = {
    "5-3": Exercise(costs, some_outputs, one_by_one, {
        "That is the mean of the ten squares, the book's mse. The cost is their sum.":
            of_differences(lambda d: (d ** 2).mean(axis=1)),
        "You added the differences without squaring them. With outputs that sum to 1 they cancel to 0.":
            of_differences(lambda d: d.sum(axis=1)),
        "You added the sizes of the differences. The cost adds their squares.":
            of_differences(lambda d: abs(d).sum(axis=1)),
        "You took the root of the sum. The cost is the sum itself.":
            of_differences(lambda d: np.sqrt((d ** 2).sum(axis=1))),
        "You added up over the examples: one number for each digit. Wanted is one for each example: sum with "
        "axis=1.":
            of_differences(lambda d: (d ** 2).sum(axis=0)),
        "That is one number for all examples. Wanted is one for each.":
            of_differences(lambda d: (d ** 2).sum()),
        "That is the average cost. Wanted is the cost of each example; the average comes later.":
            of_differences(lambda d: (d ** 2).sum(axis=1).mean()),
        "You counted the right digit alone. The nine others cost something as well: there 0 was wanted.":
            lambda outputs, labels: (1 - outputs[np.arange(len(labels)), labels]) ** 2,
        "You took the label itself for what was wanted. Wanted is 1 at the place of the label, and 0 at the "
        "nine others.":
            lambda outputs, labels: ((outputs - labels[:, None]) ** 2).sum(axis=1),
        "You forgot what was wanted: these are the squares of the outputs alone.":
            lambda outputs, labels: (outputs ** 2).sum(axis=1),
    }),
}
