"""What a code exercise is, as data: inputs to draw, the truth about them, the mistakes that are recognized.

A module ``chapter_N.py`` has a dict ``EXERCISES`` from names such as "1-4" to `Exercise`.
"""
from collections.abc import Callable
from dataclasses import dataclass, field
from importlib import import_module
from pkgutil import iter_modules

import numpy as np


@dataclass(frozen=True)
class Exercise:
    """A function to be written by the reader.

    solution: the book's own, under the name and with the arguments that the reader's has.
    draw: ``draw(rng)`` gives a tuple of arguments; arrays, numbers, or lists of them.
    truth: what is wanted for these arguments, found in another way, such as finite differences.
    mistakes: functions that make one typical mistake each, by the reply that it gets.
    cases: how many inputs are tried.
    tolerance: how far off still counts, in proportion and absolutely.

    A changed input, a lost sign, a transpose, a constant factor, a missing ``return`` and a result that whole
    numbers spoil are recognized in every exercise, and need no entry.
    """

    solution: Callable
    draw: Callable
    truth: Callable
    mistakes: dict = field(default_factory=dict)
    cases: int = 4
    tolerance: float = 1e-6


def chapters():
    """The names of the modules that hold exercises."""
    return sorted(module.name for module in iter_modules(import_module(__package__).__path__)
                  if module.name.startswith("chapter_"))


def find(name):
    """The `Exercise` of that name; ValueError with the names there are."""
    chapter = f"chapter_{str(name).partition('-')[0]}"
    known = import_module(f"{__package__}.{chapter}").EXERCISES if chapter in chapters() else {}
    if name not in known:
        have = ", ".join(known) or "none; chapters with some: " + ", ".join(each[8:] for each in chapters())
        raise ValueError(f"exercise={name!r} is not known; wanted one of {have}")
    return known[name]


def slopes(function, array, step=1e-6):
    """The derivatives of ``function(array)``, a number, by each entry of the array: by finite differences."""
    array = np.array(array, dtype=float)
    result = np.zeros_like(array)
    for place in np.ndindex(array.shape):
        here = array[place]
        array[place] = here + step
        above = function(array)
        array[place] = here - step
        result[place] = (above - function(array)) / (2 * step)
        array[place] = here
    return result
