"""Chapter 8: the ReLU and its slope, two linear layers multiplied out, and a delta on its long way back."""
import numpy as np

from nnbasics.exercises.exercise import Exercise, slopes


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


def relu_and_slope(z):
    return np.maximum(z, 0), (z > 0).astype(float)


def some_sums(rng):
    return (rng.uniform(0.1, 2, size=(3, 4)) * rng.choice([-1, 1], size=(3, 4)),)  # away from the kink


def stretched(z):
    value = (z + np.sqrt(z * z)) / 2
    return value, slopes(lambda at: ((at + np.sqrt(at * at)) / 2).sum(), z)


def multiply_out(W1, b1, W2, b2):
    return W1 @ W2, b1 @ W2 + b2


def two_layers(rng):
    n = rng.integers(2, 5)
    return tuple(rng.normal(size=shape) for shape in ((n, n), n, (n, n), n))


def asked_at_corners(W1, b1, W2, b2):
    """The stack at 0 is its bias; at an input that is 1 in one place, a row of weights more."""
    says = lambda X: (X @ W1 + b1) @ W2 + b2
    bias = says(np.zeros(len(W1)))
    return says(np.eye(len(W1))) - bias, bias


def first_delta(delta, weights, preactivations):
    for W, z in zip(weights[::-1], preactivations[::-1], strict=True):
        a = sigmoid(z)
        delta = delta @ W.T * a * (1 - a)
    return delta


def a_way(rng):
    n, weights = 3, [rng.normal(size=(3, 3)) for _ in range(4)]
    preactivations = [rng.normal(size=(2, n))]
    for W in weights[:-1]:
        preactivations.append(sigmoid(preactivations[-1]) @ W)
    return rng.normal(size=(2, n)), weights, preactivations


def nudged(delta, weights, preactivations):
    """What z of the first layer does to the last one's, weighed with delta: by finite differences."""
    def end(z):
        for W in weights:
            z = sigmoid(z) @ W
        return (z * delta).sum()
    return slopes(end, preactivations[0])


def way_back(step, backward=True):
    """`first_delta` with another step from layer to layer."""
    def function(delta, weights, preactivations):
        pairs = list(zip(weights, preactivations, strict=True))
        for W, z in pairs[::-1] if backward else pairs:
            delta = step(delta, W, sigmoid(z))
        return delta
    return function


EXERCISES = {
    "8-1": Exercise(relu_and_slope, some_sums, stretched, {
        "The slope is 1 everywhere. Left of 0 the ReLU is flat.":
            lambda z: (np.maximum(z, 0), np.ones_like(z)),
        "For the slope you gave the activation again. Right of 0 the curve climbs by 1 for 1, however high "
        "it is.":
            lambda z: (np.maximum(z, 0), np.maximum(z, 0)),
        "You took the absolute value: a negative sum gives 0, not its size.":
            lambda z: (np.abs(z), (z > 0).astype(float)),
        "You kept the negative sums and cut off the positive ones.":
            lambda z: (np.minimum(z, 0), (z < 0).astype(float)),
        "Left of 0 your slope is −1, as for the absolute value. The ReLU is flat there.":
            lambda z: (np.maximum(z, 0), np.sign(z)),
    }),
    "8-2": Exercise(multiply_out, two_layers, asked_at_corners, {
        "The matrices are in the wrong order. The input meets W1 first, so that W1 stands at the left.":
            lambda W1, b1, W2, b2: (W2 @ W1, b1 @ W2 + b2),
        "The first layer's bias is lost. It goes on through the second layer's weights.":
            lambda W1, b1, W2, b2: (W1 @ W2, b2),
        "You added the biases. What the first bias adds is still to be multiplied by the second layer's "
        "weights.":
            lambda W1, b1, W2, b2: (W1 @ W2, b1 + b2),
        "You multiplied entry by entry. One layer after another is a product of matrices.":
            lambda W1, b1, W2, b2: (W1 * W2, b1 @ W2 + b2),
        "The second layer's bias is missing.":
            lambda W1, b1, W2, b2: (W1 @ W2, b1 @ W2),
    }),
    "8-4": Exercise(first_delta, a_way, nudged, {
        "You went through the layers from the first to the last. A delta comes from the end.":
            way_back(lambda delta, W, a: delta @ W.T * a * (1 - a), backward=False),
        "The slope of the sigmoid is missing: your delta went through the weights alone.":
            way_back(lambda delta, W, a: delta @ W.T),
        "You multiplied by the activation. It is the slope of the sigmoid that a delta is multiplied by.":
            way_back(lambda delta, W, a: delta @ W.T * a),
        "You took the slope at the activation. It is wanted at the sum z, before the sigmoid.":
            way_back(lambda delta, W, a: delta @ W.T * sigmoid(a) * (1 - sigmoid(a))),
        "Back through the weights goes the other way than forward: the matrix must be transposed.":
            way_back(lambda delta, W, a: delta @ W * a * (1 - a)),
        "That is the slope of tanh, 1 − a². These layers are sigmoids.":
            way_back(lambda delta, W, a: delta @ W.T * (1 - a * a)),
    }),
}
