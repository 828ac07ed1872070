"""Accuracy: the share of examples that a network puts into the right class.

A softmax decides for its largest output, a sigmoid (or a step) for class 1 above one half.
Introduced in chapter 1, "Logistic Regression is ... an artificial neuron".
"""
import numpy as np

DECIDES = ("sigmoid", "step", "softmax")  # the outputs that put an example into a class


def count_correct(output, a, y):
    """How many rows of outputs a agree with the wanted y (same shape), for that output activation.

    Several sigmoid outputs are as many decisions, and a row counts by its share of right ones.
    Introduced in chapter 1, "Logistic Regression is ... an artificial neuron".
    """
    if output == "softmax":
        return int(np.count_nonzero(a.argmax(axis=1) == y.argmax(axis=1)))
    return int(np.count_nonzero((a > 0.5) == (y > 0.5))) / a.shape[1]


def accuracy(output, a, y):
    """The share of rows of a that agree with y, 0 to 1; ValueError for a regression.

    Introduced in chapter 1, "Logistic Regression is ... an artificial neuron".
    """
    if output not in DECIDES:
        raise ValueError(
            f"accuracy is for classes: output={output!r}, wanted one of {', '.join(DECIDES)}"
        )
    return count_correct(output, a, y) / len(a)
