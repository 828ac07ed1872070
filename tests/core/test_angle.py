"""The angle between gradients: by hand, and where the arc cosine fails."""

import math

import numpy as np
import pytest

from nnbasics.angle import angle


def test_angles_known_by_hand():
    assert angle([1, 0], [0, 2]) == pytest.approx(90)
    assert angle([1, 0], [3, 3]) == pytest.approx(45)
    assert angle([1, 2, 3], [-2, -4, -6]) == pytest.approx(180)
    assert angle([1, 2, 3], [2, 4, 6]) == 0
    assert angle([[1, 0], [0, 1]], [1, 1]) == pytest.approx([45, 45])  # each row with the same


def test_small_angles_keep_their_digits():
    tilt = 1e-10  # the cosine of which is 1 to the last bit
    assert angle([1, 0], [1, tilt]) == pytest.approx(math.degrees(tilt), rel=1e-9)


@pytest.mark.parametrize(
    "a, b, message",
    [
        ([0, 0], [1, 0], "a: wanted a direction, got zeros only"),
        ([1, 0], [1, 0, 0], "wanted as many numbers in each"),
        ([1, np.nan], [1, 0], "a"),
        (np.ones((2, 2, 2)), [1, 0], "wanted \\(n,\\) or \\(m, n\\)"),
    ],
)
def test_what_has_no_angle_is_refused(a, b, message):
    with pytest.raises(ValueError, match=message):
        angle(a, b)
