"""Chapter 1: the slope of the log-loss of one neuron."""
import numpy as np

from nnbasics.exercises.exercise import Exercise, slopes


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


def gradient(X, Y, weights, bias):
    error = sigmoid(X @ weights + bias) - Y  # one row a flower
    return X.T @ error / len(X), error.mean()


def log_loss(X, Y, weights, bias):
    right = np.where(Y == 1, sigmoid(X @ weights + bias), sigmoid(-(X @ weights + bias)))
    return -np.log(right).mean()


def truth(X, Y, weights, bias):
    return (slopes(lambda w: log_loss(X, Y, w, bias), weights),
            slopes(lambda b: log_loss(X, Y, weights, b), bias))


def flowers(rng):
    X = rng.normal(size=(rng.integers(5, 9), 2))
    return X, rng.integers(0, 2, size=(len(X), 1)).astype(float), rng.normal(size=(2, 1)), rng.normal()


def with_error(error_of, mean=True):
    """`gradient` with another error, or summed instead of averaged."""
    def function(X, Y, weights, bias):
        error = error_of(X, Y, weights, bias)
        share = 1 / len(X) if mean else 1
        return X.T @ error * share, error.sum() * share
    return function


EXERCISES = {
    "1-3": Exercise(gradient, flowers, truth, {
        "You summed over the flowers. The log-loss is a mean, so its slope is one too.":
            with_error(lambda X, Y, w, b: sigmoid(X @ w + b) - Y, mean=False),
        "You took label − output. It is output − label: where the output is too high, the loss rises with "
        "it.":
            with_error(lambda X, Y, w, b: Y - sigmoid(X @ w + b)),
        "You left the bias out of the sum z.":
            with_error(lambda X, Y, w, b: sigmoid(X @ w) - Y),
        "You took the sum z for the output. It has yet to be squashed by the sigmoid.":
            with_error(lambda X, Y, w, b: X @ w + b - Y),
        "You multiplied by the slope σ′(z) once more. The log-loss and the sigmoid together leave output − "
        "label alone.":
            with_error(lambda X, Y, w, b: (sigmoid(X @ w + b) - Y) * sigmoid(X @ w + b)
                       * sigmoid(-X @ w - b)),
        "The slopes for the weights must weigh each flower's error with its inputs: that is a product with "
        "X.T.":
            lambda X, Y, w, b: ((sigmoid(X @ w + b) - Y).mean() * np.ones((2, 1)),
                                (sigmoid(X @ w + b) - Y).mean()),
    }),
}
