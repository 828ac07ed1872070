"""Made-up data on a plane, each set with a shape of its own to find out.

The sets, their sizes and their noise are those of TensorFlow Playground (Smilkov, Carter and
others, 2016), written anew; the moons are as in scikit-learn.

    f(n, noise, seed)  →  X (n, 2), the points
                          Y (n, 1), 0 or 1; in `plane` and `gaussian` a number from −1 to 1

The same seed gives the same points; ValueError for fewer than 2 of them, or a noise below 0.
Introduced in chapters 3, "Hidden layers", and 11, "Conclusion".
"""
import numpy as np

from nnbasics import settings

MOST = 10**7  # points: less than a gigabyte on the way
Pair = tuple[np.ndarray, np.ndarray]  # X, Y
RADIUS = 5.0  # the points of the four classes lie within this distance of 0, in each direction


def circle(n: int = 200, noise: float = 0.0, seed: int = 0) -> Pair:
    """A disk (1) inside a ring (0).  noise 0 to 0.5: near the border a point may be misnamed.

    Introduced in chapter 3, "Hidden layers".
    """
    rng = _start(n, noise, seed)
    inside = _half(n)
    radius = np.where(inside, rng.uniform(0, 0.5, n), rng.uniform(0.7, 1, n)) * RADIUS
    angle = rng.uniform(0, 2 * np.pi, n)
    X = np.column_stack([radius * np.sin(angle), radius * np.cos(angle)])
    seen = X + _shift(rng, n, noise)  # whoever names the classes sees the points a little off
    return X, _column(np.hypot(*seen.T) < 0.5 * RADIUS)


def xor(n: int = 200, noise: float = 0.0, seed: int = 0) -> Pair:
    """Four squares: 1 where both coordinates have one sign.  noise 0 to 0.5: as in `circle`.

    Introduced in chapter 3, "Hidden layers".
    """
    rng = _start(n, noise, seed)
    X = rng.uniform(-RADIUS, RADIUS, (n, 2))
    X += np.where(X > 0, 0.3, -0.3)  # a gap along the axes
    seen = X + _shift(rng, n, noise)
    return X, _column(seen[:, 0] * seen[:, 1] >= 0)


def gauss(n: int = 200, noise: float = 0.0, seed: int = 0) -> Pair:
    """Two clouds: 1 about (2, 2), 0 about (−2, −2).  noise 0 to 0.5: variance from 0.5 to 4.

    To try in place of chapter 1's flowers.
    """
    rng = _start(n, noise, seed)
    first = _half(n)
    center = np.where(first, 2.0, -2.0)[:, None]
    return center + rng.normal(0, np.sqrt(0.5 + 7 * noise), (n, 2)), _column(first)


def spiral(n: int = 200, noise: float = 0.0, seed: int = 0) -> Pair:
    """Two arms, wound around each other.  noise 0 to 0.5: how far off its arm a point may lie.

    Introduced in chapter 11, "Conclusion".
    """
    rng = _start(n, noise, seed)
    first = _half(n)
    along = np.concatenate([np.arange(half.sum()) / half.sum() for half in (first, ~first)])
    angle = 1.75 * 2 * np.pi * along + np.where(first, 0, np.pi)
    X = RADIUS * along[:, None] * np.column_stack([np.sin(angle), np.cos(angle)])
    return X + rng.uniform(-noise, noise, (n, 2)), _column(first)


def moons(n: int = 200, noise: float = 0.0, seed: int = 0) -> Pair:
    """Two half circles of radius 1, hooked into each other.  noise: a standard deviation.

    Introduced in chapter 3, "Hidden layers".
    """
    rng = _start(n, noise, seed)
    upper = _half(n)
    angle = np.pi * np.concatenate([np.linspace(0, 1, half.sum()) for half in (upper, ~upper)])
    x = np.where(upper, np.cos(angle), 1 - np.cos(angle))
    y = np.where(upper, np.sin(angle), 0.5 - np.sin(angle))
    return np.column_stack([x, y]) + rng.normal(0, noise, (n, 2)), _column(~upper)


def plane(n: int = 200, noise: float = 0.0, seed: int = 0) -> Pair:
    """A slope: Y = (x₁ + x₂) / 10, cut off at ±1.  noise 0 to 0.5: Y belongs to a place nearby.

    To try with a linear output, chapter 9.
    """
    rng = _start(n, noise, seed)
    X = rng.uniform(-6, 6, (n, 2))
    seen = X + _shift(rng, n, noise, 6)
    return X, (seen.sum(axis=1, keepdims=True) / 10).clip(-1, 1)


def gaussian(n: int = 200, noise: float = 0.0, seed: int = 0) -> Pair:
    """Six bumps, 1 or −1 at their centers and 0 from a distance of 2 on.  noise: as in `plane`.

    To try with a linear output, chapter 9.
    """
    rng = _start(n, noise, seed)
    X = rng.uniform(-6, 6, (n, 2))
    seen = X + _shift(rng, n, noise, 6)
    centers = np.array([[-4, 2.5], [0, 2.5], [4, 2.5], [-4, -2.5], [0, -2.5], [4, -2.5]])
    signs = np.array([1, -1, 1, -1, 1, -1])
    distances = np.hypot(*(seen[:, None, :] - centers).transpose(2, 0, 1))
    nearest = distances.argmin(axis=1)
    return X, (signs[nearest] * (1 - distances.min(axis=1) / 2).clip(0, 1))[:, None]


def _start(n, noise, seed):
    if not 2 <= settings.count(n, "n") <= MOST:
        raise ValueError(f"n={n!r}, wanted at least 2 points, at most {MOST:,}")
    settings.at_least_zero(noise, "noise", most=1000)
    return settings.generator(seed)


def _half(n):
    return np.arange(n) < n - n // 2


def _shift(rng, n, noise, radius=RADIUS):
    return rng.uniform(-radius, radius, (n, 2)) * noise


def _column(classes):
    return classes[:, None].astype(float)
