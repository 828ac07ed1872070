"""Pictures of few grays: packed into few bytes, and moved, turned or inverted.

    pack, unpack    four levels of gray, 0 black to 3 white, four pixels in a byte
    moved           the same pictures somewhere else: what a network may stumble over

Introduced in chapter 7, "Finally, we have a working neural network model!".
"""
import numpy as np
from numpy.typing import ArrayLike

from nnbasics import checks, settings

WHITE = 3  # the highest of the four levels
PLACES = np.array([64, 16, 4, 1])  # the first of four pixels has the two highest bits of its byte


def pack(X):
    """X (n, pixels), each number 0, 1/3, 2/3 or 1  →  bytes, uint8 (n, pixels / 4).

    ValueError for other numbers of gray, or a number of pixels that is no multiple of 4.
    Introduced in chapter 7, "Finally, we have a working neural network model!".
    """
    X = checks.numbers(X, float, "X")
    levels = np.rint(X * WHITE)
    gray = np.array_equal(levels / WHITE, X) and levels.min() >= 0 and levels.max() <= WHITE
    if X.ndim != 2 or X.shape[1] % 4 or not gray:
        raise ValueError(f"X: shape {X.shape}, wanted (n, pixels) of 0, 1/3, 2/3 or 1,"
                         " pixels a multiple of 4")
    return (levels.reshape(len(X), -1, 4) @ PLACES).astype(np.uint8)


def unpack(packed):
    """What `pack` has packed, uint8 (n, bytes)  →  X (n, 4 · bytes), 0 black to 1 white.

    Introduced in chapter 7, "Finally, we have a working neural network model!".
    """
    packed = checks.rectangular(packed, "packed")
    if packed.dtype != np.uint8 or packed.ndim != 2:
        raise ValueError(f"packed: {packed.dtype} of shape {packed.shape}, wanted uint8 (n, bytes)")
    levels = packed[:, :, None] // PLACES.astype(np.uint8) % 4
    return levels.reshape(len(packed), -1) / WHITE


def moved(X: ArrayLike, right: float = 0.0, down: float = 0.0, turn: float = 0.0,
          invert: bool = False) -> np.ndarray:
    """Square pictures turned about their middle, then shifted, then inverted; a copy, same shape.

    X: (n, pixels), a square number of pixels, 0 black to 1 white.
    right, down: pixels.  turn: degrees, clockwise.  invert: black for white and white for black.
    What comes in from outside is black.  A pixel that falls between four others is their mean, each
    counting as much as it is near (bilinear interpolation).
    Introduced in chapter 7, "Finally, we have a working neural network model!".
    """
    X = checks.numbers(X, float, "X")
    right, down, turn = map(_finite, ("right", "down", "turn"), (right, down, turn))
    if X.ndim != 2 or (side := round(X.shape[1] ** 0.5)) ** 2 != X.shape[1]:
        raise ValueError(f"X: shape {X.shape}, wanted (n, pixels) with a square number of pixels")
    result = np.zeros_like(X)
    for place, share in zip(*_origins(side, right, down, turn), strict=True):
        result += np.where(place >= 0, share, 0.0) * X[:, place]
    return 1 - result if invert else result


def _finite(name, value):
    if not np.isfinite(found := settings.real(value)):
        raise ValueError(f"{name}={settings.said(value)}, wanted a finite number")
    return found


def _origins(side, right, down, turn):
    """Where each pixel of a moved picture comes from: four places, −1 outside, and their shares."""
    middle, angle = (side - 1) / 2, np.deg2rad(turn)
    row, column = np.divmod(np.arange(side * side), side)
    x, y = column - right - middle, row - down - middle
    # Turned back, counterclockwise on a screen whose rows count downward.
    x, y = (x * np.cos(angle) + y * np.sin(angle) + middle,
            y * np.cos(angle) - x * np.sin(angle) + middle)
    left, above = np.floor(x).astype(int), np.floor(y).astype(int)
    places, shares = [], []
    for dy in (0, 1):
        for dx in (0, 1):
            c, r = left + dx, above + dy
            inside = (c >= 0) & (c < side) & (r >= 0) & (r < side)
            places.append(np.where(inside, r * side + c, -1))
            shares.append((1 - abs(x - c)) * (1 - abs(y - r)))
    return places, shares

