"""Two parts of a data set: one to learn from, one that training never sees.

Introduced in chapter 6, "Train with sample dataset".
"""
import numpy as np
from numpy.typing import ArrayLike

from nnbasics import checks, settings

Pair = tuple[np.ndarray, np.ndarray]


def split(X: ArrayLike, Y: ArrayLike, test: float = 0.25, seed: int = 0) -> tuple[Pair, Pair]:
    """Two pairs, (X, Y) to learn from and (X, Y) to test with: ``train, test = split(X, Y)``.

    test: the share of the examples that goes to the second pair, above 0 and below 1.
    Where Y holds classes (whole-number labels, or only zeros and ones) each keeps its share in both
    parts, to within one example.  Both come shuffled; the same seed gives the same parts.
    ValueError where X and Y differ in length or a part would be empty.
    Introduced in chapter 6, "Train with sample dataset".
    """
    X, Y = checks.rectangular(X, "X"), checks.rectangular(Y, "Y")
    n = checks.same_length(X, Y)
    settings.share(test, "test")
    if not 0 < (count := round(test * n)) < n:
        raise ValueError(f"test={test!r} of {n} examples leaves a part empty, wanted more in it")
    rng = settings.generator(seed)
    order = rng.permutation(n)
    if Y.dtype.kind in "biu" or np.isin(Y, (0, 1)).all():
        # Class by class in a row, so that evenly spaced picks take the same share of each.
        order = order[np.lexsort(Y[order].reshape(n, -1).T)]
    picked = np.zeros(n, bool)
    picked[((np.arange(count) + 0.5) * n / count).astype(int)] = True
    learn, hold = rng.permutation(order[~picked]), rng.permutation(order[picked])
    return (X[learn], Y[learn]), (X[hold], Y[hold])
