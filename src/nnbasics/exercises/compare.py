"""Results compared, and mistakes recognized by the numbers that they give."""
import copy

import numpy as np


def arrays(value):
    """All arrays in a value: a number, an array, or lists and tuples of them."""
    if isinstance(value, (list, tuple)):
        return [array for each in value for array in arrays(each)]
    return [np.asarray(value)]


def same(result, wanted, tolerance):
    """Whether numbers and shape are the same, and NaN, which no solution gives, in the same places."""
    one, other = arrays(result), arrays(wanted)
    try:
        return len(one) == len(other) and all(
            a.shape == b.shape and np.allclose(a, b, rtol=tolerance, atol=tolerance, equal_nan=True)
            for a, b in zip(one, other, strict=True))
    except TypeError:  # no numbers
        return False


def recognize(exercise, cases, results, wanted):
    """The reply to the mistake that explains every result, of the exercise or of any; None if none does."""
    def explains(mistake):
        try:
            return all(same(result, mistake(*copy.deepcopy(case)), exercise.tolerance)
                       for case, result in zip(cases, results, strict=True))
        except Exception:  # a mistake may be impossible on this input
            return False

    for reply, mistake in exercise.mistakes.items():
        if explains(mistake):
            return reply
    return of_any(results, wanted, exercise.tolerance)


def of_any(results, wanted, tolerance):
    """The same for mistakes that any function can make."""
    got, want = [arrays(each) for each in results], [arrays(each) for each in wanted]
    if any(len(a) != len(b) for a, b in zip(got, want, strict=True)):
        return f"It returns {count(got[0])}; wanted {count(want[0])}."
    pairs = [pair for a, b in zip(got, want, strict=True) for pair in zip(a, b, strict=True)]
    if any(a.dtype.kind not in "biuf" for a, _ in pairs):
        return "It returns something that is not a number or an array of numbers."
    if all(same(a.T, b, tolerance) for a, b in pairs):
        return "It is transposed: rows and columns have changed places."
    shapes = next(((a.shape, b.shape) for a, b in pairs if a.shape != b.shape), None)
    if shapes:
        return f"The shape is {shapes[0]}; wanted {shapes[1]}."
    if any(np.isnan(a).any() for a, _ in pairs):
        return "There are NaN among the numbers: something is divided by zero, or grows without limit."
    flat_got, flat_want = (np.concatenate([pair[i].ravel().astype(float) for pair in pairs]) for i in (0, 1))
    if all(same(a, -b, tolerance) for a, b in pairs):
        return "The sign is the other way round."
    if any(np.array_equal(a, np.trunc(b)) and a.dtype.kind in "iu" for a, b in pairs):
        return "It cuts off what is behind the point: an array of whole numbers was made to hold the result."
    factor = flat_got @ flat_want / (flat_want @ flat_want or 1)
    if abs(factor) > tolerance and np.allclose(flat_got, factor * flat_want, rtol=tolerance, atol=tolerance):
        return f"Every number is {factor:.4g} times what was wanted."
    return None


def count(found):
    return "one array or number" if len(found) == 1 else f"{len(found)} arrays or numbers"
