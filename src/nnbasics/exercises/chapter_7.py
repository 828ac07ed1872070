"""Chapter 7: the baseline that any model must beat, and the two rates that a threshold trades."""
import numpy as np

from nnbasics.exercises.exercise import Exercise


def baseline(labels):
    _, counts = np.unique(labels, return_counts=True)
    return counts.max() / len(labels)


def some_labels(rng):
    return (rng.choice(4, size=rng.integers(20, 40), p=[0.5, 0.3, 0.15, 0.05]),)


def counted_baseline(labels):
    return max(sum(label == one for label in labels) for one in set(labels.tolist())) / len(labels)


def rates(outputs, dogs, threshold):
    called = outputs > threshold
    return called[dogs].mean(), called[~dogs].mean()


def some_outputs(rng):
    dogs = rng.permutation(np.arange(30) < 18)  # more dogs than cats, so that no mistake hides
    return rng.uniform(size=30), dogs, rng.uniform(0.3, 0.7)


def counted_rates(outputs, dogs, threshold):
    found = sum(1 for output, dog in zip(outputs, dogs, strict=True) if dog and output > threshold)
    alarms = sum(1 for output, dog in zip(outputs, dogs, strict=True) if not dog and output > threshold)
    return found / sum(dogs), alarms / (len(dogs) - sum(dogs))


def of_all(outputs, dogs, threshold):
    called = outputs > threshold
    return (called & dogs).mean(), (called & ~dogs).mean()


def of_called(outputs, dogs, threshold):
    called = outputs > threshold
    return dogs[called].mean(), (~dogs)[called].mean()


EXERCISES = {
    "7-1": Exercise(baseline, some_labels, counted_baseline, {
        "That is one divided by the number of classes. It is the baseline only where all classes are equally "
        "frequent.":
            lambda labels: 1 / len(np.unique(labels)),
        "That is how many, and not which share of all.":
            lambda labels: float(np.unique(labels, return_counts=True)[1].max()),
        "That is the label of the most frequent class. Wanted is the share of the examples that have it.":
            lambda labels: float(np.bincount(labels).argmax()),
        "That is the mean of the labels, which is a share for the labels 0 and 1 alone.":
            lambda labels: np.mean(labels),
    }),
    "7-2": Exercise(rates, some_outputs, counted_rates, {
        "You divided by the number of all pictures. Of the dogs, which share? Of the cats, which share?":
            of_all,
        "You divided by the number of those that were called dogs. That is another question: how far to "
        "trust the call.":
            of_called,
        "The two are exchanged: first the dogs that were found, then the cats that were called dogs.":
            lambda outputs, dogs, threshold: rates(outputs, dogs, threshold)[::-1],
        "You counted what lies below the threshold. Called a dog is what lies above.":
            lambda outputs, dogs, threshold: rates(-outputs, dogs, -threshold),
    }),
}
