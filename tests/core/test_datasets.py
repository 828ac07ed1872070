"""The data: real sets against their sources, generated ones against their geometry."""

import hashlib

import numpy as np
import pytest
import sklearn.datasets
from hypothesis import assume, given
from hypothesis import strategies as st

from nnbasics import datasets
from nnbasics.datasets.real import DATA

CLASSES = [datasets.circle, datasets.xor, datasets.gauss, datasets.spiral, datasets.moons]
HEIGHTS = [datasets.plane, datasets.gaussian]


def test_iris_is_scikit_learns():
    X, Y = datasets.iris()
    source = sklearn.datasets.load_iris()
    np.testing.assert_array_equal(X, source.data[50:, 2:])
    np.testing.assert_array_equal(Y[:, 0], source.target[50:] - 1)
    assert X.shape == (100, 2) and Y.shape == (100, 1) and X.dtype == Y.dtype == np.float64


def test_digits_are_scikit_learns():
    X, Y = datasets.digits()
    source = sklearn.datasets.load_digits()
    np.testing.assert_array_equal(X * 16, source.data)
    np.testing.assert_array_equal(Y, source.target)
    assert X.min() == 0 and X.max() == 1 and Y.dtype.kind == "i"


def test_cats_and_dogs_are_the_file_we_know():
    found = hashlib.sha256((DATA / "cats_dogs.npz").read_bytes()).hexdigest()
    assert found == "722866d2923029899794cb48a1969b50d8fc297069d2fda0a7486b4fd9c119f6"
    X, Y = datasets.cats_dogs()
    assert X.shape == (1989, 784) and np.unique(X).tolist() == [0, 1 / 3, 2 / 3, 1]
    assert Y.shape == (1989, 1) and [(Y == 0).sum(), (Y == 1).sum()] == [992, 997]
    assert len(np.unique(X, axis=0)) == 1989


def test_every_data_file_has_its_source_and_license():
    notes = (DATA / "README.md").read_text(encoding="utf-8")
    for file in DATA.iterdir():
        assert file.name == "README.md" or f"`{file.name}`" in notes
    assert "MIT License\n\nCopyright (c) 2025 SinaSR-6" in (DATA / "cats_dogs.LICENSE").read_text()


@pytest.mark.parametrize("make", CLASSES + HEIGHTS)
@pytest.mark.parametrize("n", [2, 3, 200])
def test_shapes_and_seeds(make, n):
    X, Y = make(n, noise=0.2, seed=1)
    assert X.shape == (n, 2) and Y.shape == (n, 1) and X.dtype == Y.dtype == np.float64
    np.testing.assert_array_equal(X, make(n, noise=0.2, seed=1)[0])
    assert (X != make(n, noise=0.2, seed=2)[0]).any()
    assert set(Y.ravel()) <= {0, 1} if make in CLASSES else abs(Y).max() <= 1


@pytest.mark.parametrize("make", CLASSES)
def test_the_classes_are_balanced(make):
    assert 0.45 < make(2000)[1].mean() < 0.55


def test_circle():
    X, Y = datasets.circle(500)
    distance = np.linalg.norm(X, axis=1)
    assert distance[Y[:, 0] == 1].max() <= 2.5 and 3.5 <= distance[Y[:, 0] == 0].min()
    assert distance.max() <= 5


def test_xor():
    X, Y = datasets.xor(500)
    np.testing.assert_array_equal(Y[:, 0] == 1, np.sign(X[:, 0]) == np.sign(X[:, 1]))
    assert abs(X).min() >= 0.3 and abs(X).max() <= 5.3


@pytest.mark.parametrize("noise, variance", [(0, 0.5), (0.5, 4)])
def test_gauss(noise, variance):
    X, Y = datasets.gauss(20_000, noise)
    for label, center in ((1, 2), (0, -2)):
        cloud = X[Y[:, 0] == label]
        np.testing.assert_allclose(cloud.mean(axis=0), center, atol=0.08)
        np.testing.assert_allclose(cloud.var(axis=0), variance, rtol=0.05)


def test_spiral():
    """An arm makes 1.75 turns while its distance grows to 5; the arms are half a turn apart."""
    X, Y = datasets.spiral(400)
    arms = X[Y[:, 0] == 1], X[Y[:, 0] == 0]
    np.testing.assert_allclose(arms[0], -arms[1], atol=1e-12)
    distance = np.linalg.norm(arms[0], axis=1)
    turns = np.unwrap(np.arctan2(arms[0][1:, 0], arms[0][1:, 1])) / (2 * np.pi)
    np.testing.assert_allclose(np.diff(distance), 5 / 200, rtol=1e-9)
    np.testing.assert_allclose(np.diff(turns), 1.75 / 200, rtol=1e-9)
    wobble = datasets.spiral(400, noise=0.5)[0] - X
    assert 0.4 < abs(wobble).max() <= 0.5


@pytest.mark.parametrize("n", [100, 101])
def test_moons_are_scikit_learns(n):
    X, Y = datasets.moons(n)
    upper = n - n // 2
    theirs, labels = sklearn.datasets.make_moons((upper, n - upper), shuffle=False)
    np.testing.assert_allclose(X, theirs, atol=1e-15)
    np.testing.assert_array_equal(Y[:, 0], labels)
    wobble = datasets.moons(20_000, noise=0.3)[0] - datasets.moons(20_000)[0]
    assert wobble.std() == pytest.approx(0.3, rel=0.02)


def test_plane():
    X, Y = datasets.plane(500)
    np.testing.assert_allclose(Y[:, 0], [max(-1, min(1, (x + y) / 10)) for x, y in X], rtol=1e-12)
    assert abs(X).max() <= 6


def test_gaussian():
    X, Y = datasets.gaussian(500)
    assert 5.8 < abs(X).max() <= 6
    bumps = {(-4, 2.5): 1, (0, 2.5): -1, (4, 2.5): 1, (-4, -2.5): -1, (0, -2.5): 1, (4, -2.5): -1}
    for point, height in zip(X, Y[:, 0], strict=True):
        expected = sum(sign * max(0, 1 - np.hypot(*(point - center)) / 2) for center, sign in bumps.items())
        assert height == pytest.approx(expected, abs=1e-12)


def test_noise_in_the_circle_begins_at_its_border():
    X, Y = datasets.circle(5000, noise=0.05)
    distance = np.linalg.norm(X, axis=1)
    assert 0.2 < Y[(2.4 < distance) & (distance < 2.5)].mean() < 0.8
    assert Y[distance < 2.1].all() and not Y[distance > 3.5].any()


@pytest.mark.parametrize("make", [datasets.circle, datasets.xor])
def test_noise_misnames_some_points(make):
    (_, clean), (X, noisy) = make(2000), make(2000, noise=0.3)
    np.testing.assert_array_equal(X, make(2000)[0])
    assert 0.01 < (clean != noisy).mean() < 0.3


def test_noise_in_xor_moves_both_coordinates():
    """At noise 0.1 by up to 0.5: a point nearer to one axis alone is misnamed because of that coordinate."""
    (X, clean), (_, noisy) = datasets.xor(5000), datasets.xor(5000, noise=0.1)
    near, moved = abs(X) < 0.5, (clean != noisy)[:, 0]
    for axis in (0, 1):
        alone = near[:, axis] & ~near[:, 1 - axis]
        assert 0.05 < moved[alone].mean() < 0.5
    assert not moved[~near.any(axis=1)].any()


@given(st.integers(4, 60), st.integers(1, 4), st.floats(0.1, 0.9), st.integers(0, 5))
def test_split_is_fair_to_every_class(n, classes, test, seed):
    assume(0 < round(test * n) < n)
    rng = np.random.default_rng(seed)
    X, labels = np.arange(n)[:, None], rng.integers(0, classes, n)
    for Y in (labels, np.eye(classes)[labels]):
        (X_learn, Y_learn), (X_test, Y_test) = datasets.split(X, Y, test, seed)
        assert sorted([*X_learn.ravel(), *X_test.ravel()]) == list(range(n))
        assert len(X_test) == len(Y_test) == round(test * n)
        np.testing.assert_array_equal(Y_test, Y[X_test.ravel()])
        np.testing.assert_array_equal(Y_learn, Y[X_learn.ravel()])
        for label in range(classes):
            wanted = (labels == label).sum() * len(X_test) / n
            assert abs((labels[X_test.ravel()] == label).sum() - wanted) <= 1


def test_split_of_numbers_is_plain_chance_and_seeded():
    X, Y = datasets.plane(100)
    learn, test = datasets.split(X, Y)
    assert len(learn[0]) == 75 and len(test[0]) == 25
    np.testing.assert_array_equal(test[0], datasets.split(X, Y)[1][0])
    assert (test[0] != datasets.split(X, Y, seed=1)[1][0]).any()
