"""What comes in is looked at here, once: shapes, numbers, names.

Whatever is wrong raises a ValueError that names the argument, what it got and what it wanted.
"""
import operator
from itertools import islice, pairwise
from numbers import Integral, Real
from typing import Any

import numpy as np

from nnbasics.settings import said

MOST_PARAMETERS = 10**9  # 8 GB
MOST_LAYERS = 10_000


def choose(name, known, argument):
    """known[name]; ValueError with the list of names where there is no such one."""
    if not isinstance(name, str) or name not in known:
        raise ValueError(f"{argument}={said(name)} is not known; wanted one of {', '.join(known)}")
    return known[name]


def inputs(X, width, dtype, argument="X"):
    """X as an array of shape (examples, width); a copy only for another dtype."""
    X = numbers(X, dtype, argument)
    if X.ndim != 2 or X.shape[1] != width:
        one = "; for a single example, wrap it: [x]" if X.shape == (width,) else ""
        raise ValueError(
            f"{argument} has shape {X.shape}, wanted (examples, {width}): one example per row{one}"
        )
    return X


def targets(Y, shape, output, loss, dtype, argument="Y"):
    """Y as an array of the wanted shape, (examples, outputs), and dtype.

    A softmax also takes integer class labels of shape (examples,), and they stay labels.  For a
    single output, Y of shape (examples,) is taken as its one column.
    """
    Y = rectangular(Y, argument)
    if output == "softmax" and Y.ndim == 1 and Y.dtype.kind in "iu":
        return labels(Y, shape[0], shape[1], argument)
    Y = numbers(Y, dtype, argument)
    if shape[1] == 1 and Y.shape == shape[:1]:
        Y = Y[:, None]
    matches(Y, shape, argument, " (or integer class labels)" if output == "softmax" else "")
    if loss != "mse" and (Y.min() < 0 or Y.max() > 1):
        raise ValueError(
            f"{argument} runs from {Y.min():.3g} to {Y.max():.3g}, wanted 0 to 1:"
            f" loss {loss} is for probabilities"
        )
    if loss == "cce" and abs(Y.sum(axis=1) - 1).max() > 1e-4:
        row = int(abs(Y.sum(axis=1) - 1).argmax())
        raise ValueError(
            f"{argument}[{row}] sums to {Y[row].sum():.6g}, wanted 1: one-hot rows or probabilities"
        )
    return Y


def labels(Y, examples, classes, argument="Y"):
    """Integer class labels 0 to classes − 1, one for each example."""
    matches(Y, (examples,), argument)
    if Y.min() < 0 or Y.max() >= classes:
        raise ValueError(
            f"{argument} has labels from {Y.min()} to {Y.max()}, wanted 0 to {classes - 1}"
        )
    return Y


def matches(array, shape, argument, more=""):
    if array.shape != shape:
        raise ValueError(f"{argument} has shape {array.shape}, wanted {shape}{more}")


def is_masked(array):
    return isinstance(array, np.ma.MaskedArray)


def rectangular(array, argument):
    """The array, also from columns of objects that are numbers, as pandas may have them."""
    if is_masked(array) or isinstance(array, (list, tuple)) and any(map(is_masked, array)):
        raise ValueError(f"{argument} is a masked array, wanted numbers: fill in what is not")
    try:
        found = np.asarray(array)
        if found.dtype != object:
            return found
        odd = [value for value in found.flat if not isinstance(value, Real)]
        if not odd:
            whole = all(isinstance(value, Integral) for value in found.flat)
            return found.astype(np.int64 if whole else float)
    except (ValueError, OverflowError) as ragged:
        raise ValueError(f"{argument} is not a rectangular array of numbers: {ragged}") from None
    raise ValueError(
        f"{argument} has dtype object, with {said(odd[0])} in it; wanted real numbers")


def numbers(array, dtype, argument, shape=None):
    """Finite real numbers, at least one, in the wanted shape; a copy only for another dtype."""
    array = rectangular(array, argument)
    if array.dtype.kind not in "biuf":
        raise ValueError(f"{argument} has dtype {array.dtype}, wanted real numbers")
    if shape is not None:
        matches(array, shape, argument)
    if array.size == 0:
        raise ValueError(f"{argument} is empty (shape {array.shape}), wanted at least one example")
    with np.errstate(over="ignore", invalid="ignore"):
        array = array.astype(dtype, copy=False)
        # A sum is much cheaper than a look at every number, and NaN and infinity survive it.
        if not np.isfinite(array.sum()) and not np.isfinite(array).all():
            where = tuple(int(i) for i in np.argwhere(~np.isfinite(array))[0])
            raise ValueError(
                f"{argument}, shape {array.shape}, has {array[where]} at {where};"
                " wanted finite numbers"
            )
    return array


def finite(result, name, given="X"):
    """What a network gave, if it is finite; if not, its numbers are too large for those given."""
    if not np.isfinite(np.sum(result)) and not np.isfinite(result).all():
        raise ValueError(
            f"the {name} is not finite: wanted finite weights, small enough for {given}"
        )
    return result


def sizes(sizes):
    """A list of at least two whole numbers above 0."""
    try:
        found = [operator.index(size) for size in islice(sizes, MOST_LAYERS + 2)]
    except TypeError:
        found = []
    if len(found) < 2 or min(found) < 1:
        raise ValueError(f"sizes={said(sizes)}, wanted whole numbers above 0: inputs, …, outputs")
    if len(found) > MOST_LAYERS + 1:
        raise ValueError(f"sizes={said(sizes)}, wanted at most {MOST_LAYERS:,} layers")
    if parameters(found) > MOST_PARAMETERS:
        raise ValueError(f"sizes={said(sizes)} ask for more than a billion weights and biases")
    return found


def parameters(sizes):
    """How many weights and biases a network of these sizes has."""
    return sum((fan_in + 1) * fan_out for fan_in, fan_out in pairwise(sizes))


def hidden(names, layers):
    """One activation name for each of the hidden layers."""
    names = [names] * layers if isinstance(names, str) else names
    if not isinstance(names, (list, tuple)) or len(names) != layers:
        raise ValueError(f"hidden={said(names)}, wanted {layers} names, one for each hidden layer")
    if any(isinstance(name, str) and name == "softmax" for name in names):
        raise ValueError("hidden='softmax': a softmax is for the output; wanted another activation")
    return list(names)


def dtype(wanted):
    """np.float64 or np.float32, as a dtype."""
    try:
        found = np.dtype(wanted)
    except (TypeError, ValueError):
        found = None
    if found not in (np.float64, np.float32):
        raise ValueError(f"dtype={said(wanted)}, wanted np.float64 or np.float32")
    return found


def kind(value, wanted, argument):
    """The value itself, where it is one of the wanted kind."""
    if not isinstance(value, wanted):
        raise ValueError(f"{argument}={said(value)}, wanted {wanted.__name__}, as {wanted.example}")
    return value


def pair(values, argument) -> tuple[Any, Any]:
    """Two things: X and Y."""
    if not isinstance(values, (tuple, list)) or len(values) != 2:
        raise ValueError(f"{argument} is {type(values).__name__}, wanted a pair (X, Y)")
    X, Y = values
    return X, Y


def same_length(X, Y):
    """How many examples X and Y have."""
    if X.ndim == 0 or Y.ndim == 0 or len(X) != len(Y):
        raise ValueError(f"X has shape {X.shape} and Y {Y.shape}, wanted the same number of rows")
    return len(X)
