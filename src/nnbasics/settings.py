"""Single numbers that come in, a learning rate or how many epochs, are looked at here, once.

Whatever is wrong raises a ValueError that names the argument, what it got and what it wanted.
"""
import math
import operator

import numpy as np

MOST = 2**31 - 1  # of anything that is counted


def said(value):
    """What came in, in words that are short enough for a message."""
    try:
        text = " ".join(repr(value).split())  # an array takes lines
    except ValueError:  # Python writes no whole number of more than 4300 digits
        text = "a very large number"
    return text if len(text) <= 80 else f"{text[:80]}…"


def real(number):
    """The number as a float; NaN, which no range holds, for what is none."""
    try:
        return float(number) if isinstance(number, (int, float, np.number)) else math.nan
    except (OverflowError, TypeError):  # a whole number beyond floats; a complex one
        return math.nan


def positive(number, argument):
    if not 0 < real(number) < np.inf:
        raise ValueError(f"{argument}={said(number)}, wanted a finite number above 0")


def at_least_zero(number, argument, most=np.inf):
    if not 0 <= real(number) < np.inf or real(number) > most:
        upper = "or more" if most == np.inf else f"to {most:g}"
        raise ValueError(f"{argument}={said(number)}, wanted a finite number, 0 {upper}")


def share(number, argument):
    if not 0 <= real(number) < 1:
        raise ValueError(f"{argument}={said(number)}, wanted 0 or more, below 1")


def count(number, argument):
    """A whole number above 0."""
    try:
        found = operator.index(number)
    except TypeError:
        found = 0
    if not 1 <= found <= MOST:
        upper = f", at most {MOST:,}" if found > MOST else ""
        raise ValueError(f"{argument}={said(number)}, wanted a whole number above 0{upper}")
    return found


def flag(value, argument):
    """True or False, and nothing that merely passes for one of them."""
    if not isinstance(value, (bool, np.bool_)):
        raise ValueError(f"{argument}={said(value)}, wanted True or False")
    return bool(value)


def generator(seed):
    """Random numbers that are the same for the same seed."""
    try:
        return np.random.default_rng(seed)
    except (TypeError, ValueError):
        raise ValueError(f"seed={said(seed)}, wanted a whole number, 0 or more") from None
