"""Pictures: packed and unpacked unchanged, moved as SciPy and NumPy move them."""

import numpy as np
import pytest
from scipy import ndimage

from nnbasics.datasets import cats_dogs, moved
from nnbasics.datasets.pictures import pack, unpack


@pytest.fixture(scope="module")
def X():
    """Some are white in every corner, as what is at place 0 counts too."""
    some = cats_dogs()[0][::200]
    return np.concatenate([some, unpack(~pack(some))])


def square(X):
    return X.reshape(-1, 28, 28)


def test_what_is_packed_comes_back(X):
    packed = pack(X)
    assert packed.dtype == np.uint8 and packed.shape == (len(X), 196)
    assert np.array_equal(unpack(packed), X)


def test_the_first_of_four_pixels_has_the_highest_bits():
    assert pack([[1, 2 / 3, 1 / 3, 0]]).tolist() == [[0b11_10_01_00]]


@pytest.mark.parametrize(
    "wrong", [[[0.5, 0, 0, 0]], [[4 / 3, 0, 0, 0]], [[-1 / 3, 0, 0, 0]], [[1, 0, 1]], [0, 0, 0, 0]]
)
def test_other_grays_are_refused(wrong):
    with pytest.raises(ValueError, match="X: shape .* wanted .* pixels a multiple of 4"):
        pack(wrong)


def test_a_shift_by_whole_pixels_moves_them_and_lets_black_in(X):
    shifted = square(moved(X, right=3, down=-2))
    assert np.array_equal(shifted[:, :-2, 3:], square(X)[:, 2:, :-3])
    assert not shifted[:, -2:].any() and not shifted[:, :, :3].any()


@pytest.mark.parametrize("quarters", [1, 2, 3, -1])
def test_quarter_turns_are_numpys(X, quarters):
    turned = square(moved(X, turn=90 * quarters))
    assert np.allclose(turned, np.rot90(square(X), -quarters, axes=(1, 2)), atol=1e-12)


@pytest.mark.parametrize("right, down, turn", [(0.5, 0, 0), (-1.25, 2.75, 30), (4, -3, -117.5)])
def test_anything_between_is_scipys(X, right, down, turn):
    angle = np.deg2rad(turn)
    back = np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]])  # of (row, column)
    offset = 13.5 - back @ (13.5 + np.array([down, right]))
    for picture, found in zip(square(X), square(moved(X, right, down, turn)), strict=True):
        wanted = ndimage.affine_transform(picture, back, offset, order=1, mode="grid-constant")
        np.testing.assert_allclose(found, wanted, atol=1e-12)


def test_inverting_twice_changes_nothing_and_the_given_pictures_stay(X):
    before = X.copy()
    assert np.array_equal(moved(X, invert=True), 1 - X)
    assert np.array_equal(X, before)


def test_what_is_no_square_picture_is_refused(X):
    with pytest.raises(ValueError, match="a square number of pixels"):
        moved(X[:, :780])
    with pytest.raises(ValueError, match="turn=nan"):
        moved(X, turn=float("nan"))
