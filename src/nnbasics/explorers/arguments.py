"""What an explorer's constructor is given is looked at here, before a view is made of it.

    @arguments(z=between(-8, 8), wanted=whole(0, 1))
    def __init__(self, *, z=-5.0, wanted=1): ...

A check takes a name and what came under it, and gives what is meant; or a ValueError that names the argument,
what was wanted and what came.
"""
import functools
import inspect
import operator
from itertools import pairwise

import numpy as np

from nnbasics import checks
from nnbasics.settings import real, said


def arguments(**wanted):
    """Of a constructor: its arguments of these names go through these checks."""
    def decorate(constructor):
        signature = inspect.signature(constructor)

        @functools.wraps(constructor)
        def checked(*args, **kwargs):
            bound = signature.bind(*args, **kwargs)
            bound.apply_defaults()
            for name, check in wanted.items():
                bound.arguments[name] = check(name, bound.arguments[name])
            return constructor(*bound.args, **bound.kwargs)

        return checked

    return decorate


def refuse(name, wanted, value):
    raise ValueError(f"{name}: wanted {wanted}, got {said(value)}")


def whole(low, high):
    """A whole number from low to high."""
    def check(name, value):
        try:
            found = operator.index(value)
        except TypeError:
            found = None
        if found is None or isinstance(value, (bool, np.bool_)) or not low <= found <= high:
            refuse(name, f"a whole number from {low} to {high}", value)
        return found

    return check


def between(low=-np.inf, high=np.inf):
    """A finite number, from low to high."""
    limits = "" if low == -np.inf else f" from {low:g} to {high:g}"

    def check(name, value):
        found = np.nan if isinstance(value, (bool, np.bool_)) else real(value)
        if not np.isfinite(found) or not low <= found <= high:
            refuse(name, f"a number{limits}" if limits else "a finite number", value)
        return found

    return check


def flag(name, value):
    """True or False."""
    return value if isinstance(value, bool) else refuse(name, "True or False", value)


def text(name, value):
    return value if isinstance(value, str) else refuse(name, "a string", value)


def choice(names):
    """One of these names."""
    def check(name, value):
        if not isinstance(value, str) or value not in names:
            refuse(name, f"one of {', '.join(names)}", value)
        return value

    return check


def perhaps(check):
    """None, or what the check takes."""
    return lambda name, value: None if value is None else check(name, value)


def made_by(kind):
    """Something of this class."""
    def check(name, value):
        return value if isinstance(value, kind) else refuse(name, f"a {kind.__name__}", value)

    return check


def several(check, count=None):
    """A list or tuple (or array, or range) of so many, or at least one, that the check takes."""
    words = f"{count} in a list" if count else "at least one in a list"

    def check_all(name, values):
        is_list = isinstance(values, (list, tuple, range)) or np.ndim(values) > 0
        if not is_list or (len(values) != count if count else not len(values)):
            refuse(name, words, values)
        return [check(name, value) for value in values]

    return check_all


def rising(check):
    """Like `several`, one after another without a repetition: each is more than the one before."""
    def check_all(name, values):
        found = several(check)(name, values)
        if any(b <= a for a, b in pairwise(found)):
            refuse(name, "each to be more than the one before", values)
        return found

    return check_all


def without_gaps(name, values):
    """Whole numbers from 0 on, one after another, for a slider."""
    found = rising(whole(0, 2**31))(name, values)
    if found[-1] - found[0] != len(found) - 1:
        refuse(name, "whole numbers without a gap, as range(10)", values)
    return found


def numbers(name, values):
    """Finite numbers, as an array of any shape but none."""
    return checks.numbers(values, float, name)


def examples(name, pair):
    """A pair (X, Y), two arrays of numbers."""
    return tuple(map(numbers, (f"{name}, X", f"{name}, Y"), checks.pair(pair, name)))
