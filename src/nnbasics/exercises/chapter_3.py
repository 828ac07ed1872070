"""Chapter 3: a hidden layer chosen by hand, whose neurons enclose a piece of the plane with lines."""
import numpy as np

from nnbasics.exercises.exercise import Exercise


def polygon(sides, distance, sharpness):
    angles = 2 * np.pi * np.arange(sides) / sides
    W0 = sharpness * np.array([np.cos(angles), np.sin(angles)])
    b0 = np.full(sides, -sharpness * distance)
    return W0, b0, np.full((sides, 1), -5.0), np.array([-5.0 * (sides - 1)])


def some_polygon(rng):
    return int(rng.integers(3, 9)), rng.uniform(2.2, 3.2), rng.uniform(2, 9)


def by_turning(sides, distance, sharpness):
    """Each neuron's direction is that of the one before, turned; the biases follow from a point of each line.

    In the middle all neurons say −1, and the output is to have the sum 5; with one at 1, −5.
    """
    turn = np.exp(2j * np.pi / sides)
    directions = [1 + 0j]
    for _ in range(sides - 1):
        directions.append(directions[-1] * turn)
    W0 = np.array([[sharpness * each.real for each in directions],
                   [sharpness * each.imag for each in directions]])
    b0 = np.array([-(np.array([each.real, each.imag]) * distance) @ W0[:, k]
                   for k, each in enumerate(directions)])
    # −5 for each: w·(−sides) + b = 5 and w·(2 − sides) + b = −5
    w, b = np.linalg.solve([[-sides, 1], [2 - sides, 1]], [5, -5])
    return W0, b0, np.full((sides, 1), w), np.array([b])


def changed(change):
    """`polygon` with its four arrays changed."""
    return lambda sides, distance, sharpness: change(
        *polygon(sides, distance, sharpness), sides, distance, sharpness)


def in_degrees(sides, distance, sharpness):
    angles = 360 * np.arange(sides) / sides
    return sharpness * np.array([np.cos(angles), np.sin(angles)]), *polygon(sides, distance, sharpness)[1:]


def closed(sides, distance, sharpness):
    angles = np.linspace(0, 2 * np.pi, sides)
    return sharpness * np.array([np.cos(angles), np.sin(angles)]), *polygon(sides, distance, sharpness)[1:]


EXERCISES = {
    "3-3": Exercise(polygon, some_polygon, by_turning, {
        "NumPy's cos and sin want radians: a whole turn is 2π, and not 360.": in_degrees,
        "Your first and your last line are the same: a whole turn is back at the start. Leave out its end.":
            closed,
        "The biases are −distance. The weights are `sharpness` long, so z = 0 lies at the distance "
        "−bias/sharpness.":
            changed(lambda W0, b0, W1, b1, sides, distance, sharpness: (W0, b0 / sharpness, W1, b1)),
        "Your neurons step up at −distance, beyond the middle: the sign of b0.":
            changed(lambda W0, b0, W1, b1, sides, distance, sharpness: (W0, -b0, W1, b1)),
        "Your neurons look inward: they say 1 in the middle. Outward means a weight vector along the "
        "direction itself.":
            changed(lambda W0, b0, W1, b1, sides, distance, sharpness: (-W0, -b0, W1, b1)),
        "Your output bias is that of six sides. With others, the neurons in the middle add up to another "
        "sum.":
            changed(lambda W0, b0, W1, b1, sides, distance, sharpness: (W0, b0, W1, np.array([-25.0]))),
        "Your output says 1 outside. All the neurons say −1 in the middle, and there the sum shall be 5.":
            changed(lambda W0, b0, W1, b1, sides, distance, sharpness: (W0, b0, -W1, -b1)),
        "W0 is (sides, 2). A column is a neuron: wanted is (2, sides).":
            changed(lambda W0, b0, W1, b1, sides, distance, sharpness: (W0.T, b0, W1, b1)),
    }),
}
