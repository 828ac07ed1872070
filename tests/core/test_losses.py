"""The losses against scikit-learn, and where a naive formula would give infinity."""

import numpy as np
import pytest
from sklearn import metrics

from nnbasics import Network
from nnbasics.activations import sigmoid, softmax
from nnbasics.losses import bce, cce, mse

rng = np.random.default_rng(0)
Z = rng.normal(size=(20, 3)) * 3
CHANCES = rng.dirichlet([1, 1, 1], size=20)
ONE_HOT = np.eye(3)[rng.integers(0, 3, 20)]


def test_mse_is_scikit_learns():
    assert mse(Z, Z, CHANCES) == pytest.approx(metrics.mean_squared_error(CHANCES, Z), rel=1e-14)


def test_bce_is_scikit_learns_for_each_output():
    expected = np.mean([metrics.log_loss(y, a) for y, a in zip(ONE_HOT.T, sigmoid(Z).T, strict=True)])
    assert bce(Z, sigmoid(Z), ONE_HOT) == pytest.approx(expected, rel=1e-13)


def test_cce_is_scikit_learns():
    expected = metrics.log_loss(ONE_HOT, softmax(Z))
    assert cce(Z, softmax(Z), ONE_HOT) == pytest.approx(expected, rel=1e-13)


def test_entropies_of_soft_targets():
    a = sigmoid(Z)
    expected = -np.mean(CHANCES * np.log(a) + (1 - CHANCES) * np.log(1 - a))
    assert bce(Z, a, CHANCES) == pytest.approx(expected, rel=1e-12)
    expected = -np.mean(np.sum(CHANCES * np.log(softmax(Z)), axis=1))
    assert cce(Z, softmax(Z), CHANCES) == pytest.approx(expected, rel=1e-12)


@pytest.mark.parametrize("dtype", [np.float32, np.float64])
@pytest.mark.parametrize("size", [1e2, 1e3, 1e4])
def test_entropies_of_a_confident_answer(size, dtype):
    """ln(1 + e^-z) is 0 when right and z itself when wrong, to all digits, though a is 0 or 1."""
    z = np.array([[size]], dtype)
    for sign, y, expected in ((1, 1, 0), (1, 0, size), (-1, 1, size), (-1, 0, 0)):
        wanted = np.array([[y]], dtype)
        with np.errstate(all="raise", under="ignore"):
            assert bce(sign * z, sigmoid(sign * z), wanted) == pytest.approx(expected, abs=1e-40)
    z = np.array([[size, -size, 0]], dtype)
    for label, expected in enumerate((0, 2 * size, size)):
        wanted = np.eye(3, dtype=dtype)[[label]]
        with np.errstate(all="raise", under="ignore"):
            assert cce(z, softmax(z), wanted) == pytest.approx(expected, abs=1e-40)


@pytest.mark.parametrize(
    "output, loss", [("linear", mse), ("sigmoid", bce), ("softmax", cce), ("tanh", mse), ("relu", mse)]
)
def test_each_output_has_its_loss(output, loss):
    net = Network([3, 2], output=output)
    X, Y = rng.normal(size=(5, 3)), np.eye(2)[[0, 1, 1, 0, 1]]
    trace = net.forward(X)
    assert net.loss(X, Y) == loss(trace.preactivations[-1], trace.activations[-1], Y)


def test_mse_can_be_chosen_for_classes_too():
    net = Network([3, 2], output="softmax", loss="mse")
    X, labels = rng.normal(size=(5, 3)), np.array([0, 1, 1, 0, 1])
    expected = metrics.mean_squared_error(np.eye(2)[labels], net.predict(X))
    assert net.loss(X, labels) == pytest.approx(expected, rel=1e-14)


def test_a_loss_is_a_python_float():
    assert type(Network([3, 2], dtype=np.float32).loss(np.ones((4, 3)), np.ones((4, 2)))) is float
