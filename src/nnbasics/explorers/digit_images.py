"""What the explorers of digits share in Python: images of 8 × 8 pixels, labels, networks that read them."""
import numpy as np

from nnbasics import checks
from nnbasics.explorers.controls import whole_slider

FULL = 16  # ink of a black pixel, as the data set counts it


def digit_slider(view, count):
    """Chooses one of the digits that a view carries."""
    return whole_slider(view, "digit", "test digit", 0, count - 1)


def check_digits(X, labels, names=("X", "labels")):
    """X and labels as arrays; ValueError for what is no images of 8 × 8 pixels and their digits."""
    X, labels = checks.numbers(X, float, names[0]), checks.rectangular(labels, names[1])
    if X.ndim != 2 or X.shape[1] != 64 or labels.shape != (len(X),):
        raise ValueError(f"{', '.join(names)}: shapes {X.shape} and {labels.shape}; wanted (n, 64) and (n,)")
    if X.min() < 0 or X.max() > 1 or not np.array_equal(X * FULL, ink(X)):
        raise ValueError(f"{names[0]}: wanted ink from 0 to 1 in steps of 1/16, as datasets.digits gives it")
    if labels.dtype.kind not in "iu" or labels.min() < 0 or labels.max() > 9:
        raise ValueError(f"{names[1]}: wanted whole numbers from 0 to 9")
    return X, labels


def check_digit_network(network):
    """ValueError for a network that does not read digits of 8 × 8 pixels."""
    sizes, output = getattr(network, "sizes", [None]), getattr(network, "output", None)
    if sizes[0] != 64 or sizes[-1] != 10 or output != "softmax" or len(sizes) < 3:
        raise ValueError("network: wanted 64 inputs, hidden layers and a softmax over 10 digits; "
                         f"got sizes {sizes}, output {output!r}")


def a_digit(digit):
    """With its article: a 3, an 8."""
    return f"{'an' if digit == 8 else 'a'} {digit}"


def ink(X):
    """Counts of ink, 0 to 16, as the data set has them."""
    return np.rint(np.asarray(X) * FULL).astype(np.uint8)
