"""Chapter 6, first half: backpropagation in small steps, its training, and finite differences to check it."""
import numpy as np

from nnbasics.exercises import backprop as bp
from nnbasics.exercises import backprop_truths as of
from nnbasics.exercises.exercise import Exercise


def learn_without(what):
    """`learn` with one thing done otherwise."""
    def function(X, Y, weights, biases, batch_size, learning_rate):
        first, size = (weights, biases), len(X) if what == "batches" else batch_size
        for start in range(0, size if what == "the rest" else len(X), size):
            batch = slice(start, start + size)
            now = first if what == "new weights" else (weights, biases)
            of_weights, of_biases = bp.backward(X[batch], Y[batch], *now)
            weights = bp.step(weights, of_weights, learning_rate)
            biases = biases if what == "biases" else bp.step(biases, of_biases, learning_rate)
        return weights, biases
    return function


def one_sided(loss, array, h):
    moved = array + h * np.eye(array.size).reshape(-1, *array.shape)
    return np.reshape([(loss(each) - loss(array)) / h for each in moved], array.shape)


EXERCISES = {
    "6-1": Exercise(bp.output_delta, of.outputs, of.delta_truth, {
        "You left out the average: the loss is a mean over the examples, so each counts for its share.":
            lambda output, wanted: output - wanted,
        "You divided by the number of all outputs. This loss is a mean over the examples alone.":
            lambda output, wanted: (output - wanted) / wanted.size,
        "You multiplied by a (1 − a) once more. Cross-entropy and softmax leave the plain difference.":
            lambda output, wanted: (output - wanted) * output * (1 - output) / len(wanted),
        "That is the delta of the squared error before any activation. Here the loss is the cross-entropy.":
            lambda output, wanted: 2 * (output - wanted) / wanted.size,
    }),
    "6-2": Exercise(bp.layer_gradients, of.normals((6, 4), (6, 3)), of.gradients_truth, {
        "You averaged once more. The average over the examples is in delta already.":
            lambda a, delta: (a.T @ delta / len(a), delta.mean(axis=0)),
        "The biases' slopes are missing. A bias comes in with 1: add up delta over the examples.":
            lambda a, delta: (a.T @ delta, np.zeros(delta.shape[1])),
        "For the biases you added up over everything. Each neuron has its own: add up over examples.":
            lambda a, delta: (a.T @ delta, delta.sum()),
        "For the biases you added up along the neurons. Add up over the examples, which are the rows.":
            lambda a, delta: (a.T @ delta, delta.sum(axis=1)),
    }),
    "6-3": Exercise(bp.delta_before, of.normals((5, 4), (4, 4), (5, 4)), of.before_truth, {
        "The slope of the ReLU is missing. Where z was below 0 nothing got through, and nothing comes back.":
            lambda delta, W, z: delta @ W.T,
        "You multiplied by what the ReLU says. What counts is its slope: 1 where z > 0, else 0.":
            lambda delta, W, z: (delta @ W.T) * np.maximum(z, 0),
        "The weights are the wrong way round. Backward the product is with their transpose.":
            lambda delta, W, z: (delta @ W) * (z > 0),
        "The slope is at the wrong place: it is that of the layer before, and comes after the product.":
            lambda delta, W, z: (delta * (z > 0)) @ W.T,
    }),
    "6-4": Exercise(bp.backward, of.examples, of.backward_truth, {
        "The sign is wrong at the output: delta is what was got minus what was wanted.": bp.BROKEN["sign"],
        "The biases get no slope.": bp.BROKEN["missing bias"],
        "The average over the examples is forgotten.": bp.BROKEN["forgotten average"],
        "On the way to the layer before, the product must be with the transpose of the weights.":
            bp.BROKEN["transposed product"],
        "The slope of the ReLU is forgotten on the way to the layer before.":
            bp.with_parts(delta_before=lambda delta, W, z: delta @ W.T),
        "The slopes come in the wrong order: wanted is layer 0 first.":
            lambda *given: tuple(part[::-1] for part in bp.backward(*given)),
    }),
    "6-5": Exercise(bp.step, of.parameters_and_slopes, of.step_truth, {
        "You went uphill: against the slope is minus.":
            lambda P, S, rate: [p + rate * s for p, s in zip(P, S, strict=True)],
        "The learning rate is missing.": lambda P, S, rate: [p - s for p, s in zip(P, S, strict=True)],
        "That is the step alone. Wanted is where it leads: the parameters after it.":
            lambda P, S, rate: [-rate * s for s in S],
        "Only the first array has moved.": lambda P, S, rate: [P[0] - rate * S[0], *P[1:]],
    }),
    "6-6": Exercise(bp.learn, lambda rng: (*of.examples(rng), 4, float(rng.uniform(0.1, 0.5))),
                    of.learn_truth, {
        "You took one step from all examples at once. Take one for each batch, one after the other.":
            learn_without("batches"),
        "You took one step and stopped. An epoch sees every example.": learn_without("the rest"),
        "Each step must start its forward pass from the weights that the step before it left.":
            learn_without("new weights"),
        "The biases never move.": learn_without("biases"),
    }),
    "6-7": Exercise(bp.numerical_gradient, lambda rng: (of.cubes, rng.uniform(0.5, 2, size=(2, 3)), 1e-5),
                    lambda loss, array, h: array ** 2 + 1, {
        "You went to one side only. With a step to either side the error is far smaller.": one_sided,
        "The two points are 2h apart, so divide by 2h.":
            lambda loss, array, h: 2 * bp.numerical_gradient(loss, array, h),
        "The division by the step is missing.":
            lambda loss, array, h: 2 * h * bp.numerical_gradient(loss, array, h),
        "You moved all numbers at once. Each has a slope of its own: move one and leave the others.":
            lambda loss, array, h: np.full(array.shape, (loss(array + h) - loss(array - h)) / (2 * h)),
    }),
}
