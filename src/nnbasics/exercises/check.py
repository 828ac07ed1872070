"""``check``: what the reader wrote is tried on random inputs, and a mistake that is recognized is named.

    gradient = check("1-4", gradient)

It says what it fed in, what came out and what was wanted, and never prints the solution.  The notebook goes
on with the reader's function where that passes, else with the book's own: so an untouched notebook runs to
its end.
"""
import copy
import dis
import inspect

import numpy as np

from nnbasics.exercises.compare import arrays, recognize, same
from nnbasics.exercises.exercise import find

NOTHING = {"RESUME", "LOAD_CONST", "RETURN_CONST", "RETURN_VALUE", "NOP"}


def check(name, function):
    """The reader's function if it passes exercise ``name``, else the book's own; prints which, and why.

    ValueError for a name that no exercise has, and where ``function`` is none.
    """
    exercise = find(name)
    if not callable(function):
        raise ValueError(f"function: wanted the function that you wrote, got {type(function).__name__}")
    problem = diagnose(exercise, function)
    own = exercise.solution.__name__
    if problem is None:
        print(f"{name}: right, on {exercise.cases} random inputs. Your {own} goes on from here.")
        return function
    print(f"{name}: {problem}\nThe book's own {own} goes on in its place.")
    return exercise.solution


def diagnose(exercise, function):
    """What is wrong with the function, in words; None where nothing is."""
    if untouched(function):
        return "write it first."
    names, rng = list(inspect.signature(exercise.solution).parameters), np.random.default_rng(0)
    cases = [exercise.draw(rng) for _ in range(exercise.cases)]
    wanted = [exercise.truth(*copy.deepcopy(case)) for case in cases]
    results = []
    for case in cases:
        given = copy.deepcopy(case)
        try:
            result = function(*given)
        except NotImplementedError:
            return "write it first."
        except Exception as error:  # the reader's code may do anything
            return f"not yet. It stops with {type(error).__name__}: {error}\n{told(names, case)}"
        if result is None or result is ...:
            return "not yet. It returns nothing: does it end with `return`?"
        if not all(map(np.array_equal, arrays(given), arrays(case))):
            changed = [name for name, now, was in zip(names, given, case, strict=True)
                       if not all(map(np.array_equal, arrays(now), arrays(was)))]
            return (f"not yet. It changes its input {' and '.join(changed)} in place; whoever called it "
                    f"still needs that. Work on a copy, or write x = x + … for x += …\n{told(names, case)}")
        results.append(result)
    fits = [same(result, want, exercise.tolerance) for result, want in zip(results, wanted, strict=True)]
    if all(fits):
        return None
    first = fits.index(False)
    reason = recognize(exercise, cases, results, wanted) or "These are not the numbers that were wanted."
    return (f"not yet. {reason}\n{told(names, cases[first])}\n"
            f"came out  {written(results[first])}\nwanted    {written(wanted[first])}")


def untouched(function):
    """Whether it is a stub: nothing in it but a docstring, ``...``, ``pass`` or ``return ...``."""
    steps = list(dis.get_instructions(function)) if hasattr(function, "__code__") else []
    loaded = [step.argval for step in steps if step.opname in ("LOAD_CONST", "RETURN_CONST")]
    return {step.opname for step in steps} <= NOTHING and loaded in ([None], [...])


def told(names, case):
    return "\n".join(f"fed in    {name} = {written(value)}" for name, value in zip(names, case, strict=True))


def written(value):
    """A value in a line or a few: arrays with their shape, three digits."""
    if isinstance(value, (list, tuple)):
        inner = "; ".join(written(each) for each in value)
        return inner if isinstance(value, tuple) else f"[{inner}]"
    try:
        array = np.asarray(value, dtype=float)
    except (TypeError, ValueError):
        return repr(value)
    text = np.array2string(array, precision=4, suppress_small=True, threshold=40, edgeitems=3)
    return text if array.ndim == 0 else f"shape {array.shape}: " + " ".join(text.split())
