"""The angle between two gradients: how much two examples want the same.

    0°   the same direction      90°   neither helps nor hurts the other      180°   the opposite

Introduced in chapter 6, "Let's summarize their opinions ... in a democratic way".
"""
import numpy as np

from nnbasics import checks


def angle(a, b):
    """The angle between a and b in degrees, 0 to 180, along the last axis.

    a, b: arrays of shape (n,), or rows of n numbers, (m, n), each row by itself.
    ValueError for other shapes, numbers that are not finite, and a row of zeros: it points nowhere.

    Not by the arc cosine, which knows small angles to eight digits only, but by Kahan's formula:
    tan(angle / 2) = |u − v| / |u + v| for u and v of length 1.
    Introduced in chapter 6, "Let's summarize their opinions ... in a democratic way".
    """
    u, v = (_unit(values, name) for values, name in ((a, "a"), (b, "b")))
    if u.shape[-1] != v.shape[-1]:
        raise ValueError(f"a, b: shapes {u.shape} and {v.shape}; wanted as many numbers in each")
    apart, together = np.linalg.norm(u - v, axis=-1), np.linalg.norm(u + v, axis=-1)
    return np.degrees(2 * np.arctan2(apart, together))


def _unit(values, name):
    values = checks.numbers(values, np.float64, name)
    if values.ndim not in (1, 2):
        raise ValueError(f"{name}: shape {values.shape}; wanted (n,) or (m, n)")
    length = np.linalg.norm(values, axis=-1, keepdims=True)
    if not length.all():
        raise ValueError(f"{name}: wanted a direction, got zeros only")
    return values / length
