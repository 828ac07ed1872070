"""Activations against SciPy, slopes against finite differences, all of them at |z| = 10,000 too."""

import numpy as np
import pytest
from scipy import special, stats

from nnbasics.activations import (
    ACTIVATIONS,
    elu,
    gelu,
    leaky_relu,
    relu,
    sigmoid,
    softmax,
    softplus,
    step,
    tanh,
)

EVERYWHERE = np.concatenate([np.linspace(-40, 40, 401), [-1e4, -750.0, -708.5, 708.5, 750.0, 1e4]])
BY_NUMBER = [name for name in ACTIVATIONS if name != "softmax"]  # f(z) of one number at a time


@pytest.mark.parametrize(
    "activation, truth",
    [
        (sigmoid, special.expit),
        (tanh, lambda z: np.sinh(np.clip(z, -300, 300)) / np.cosh(np.clip(z, -300, 300))),
        (softplus, lambda z: -special.log_expit(-z)),
        (gelu, lambda z: z * stats.norm.cdf(z)),
        (elu, lambda z: np.array([x if x > 0 else special.expm1(x) for x in z])),
        (relu, lambda z: np.array([x if x > 0 else 0.0 for x in z])),
        (leaky_relu, lambda z: np.array([x if x > 0 else x / 100 for x in z])),
        (step, lambda z: np.array([float(x >= 0) for x in z])),
    ],
)
def test_values_are_scipys(activation, truth):
    np.testing.assert_allclose(activation(EVERYWHERE), truth(EVERYWHERE), rtol=1e-12, atol=1e-300)


def test_softmax_is_scipys_for_small_and_large_z():
    z = np.random.default_rng(0).normal(size=(50, 7)) * np.logspace(-3, 4, 50)[:, None]
    np.testing.assert_allclose(softmax(z), special.softmax(z, axis=1), rtol=1e-12, atol=1e-300)
    np.testing.assert_allclose(softmax(z).sum(axis=1), 1, rtol=1e-14)


@pytest.mark.parametrize("name", BY_NUMBER)
def test_derivative_is_the_slope(name):
    activation, h = ACTIVATIONS[name], 1e-6
    z = np.linspace(-5, 5, 202)  # an even number of points: none of them at the corner in 0
    slope = (activation(z + h) - activation(z - h)) / (2 * h)
    np.testing.assert_allclose(activation.derivative(z), slope, rtol=1e-8, atol=1e-9)


def test_derivative_of_the_softmax_is_a_table_of_slopes():
    z, h = np.random.default_rng(1).normal(size=(3, 4)), 1e-6
    table = softmax.derivative(z)
    for j in range(4):
        nudge = h * np.eye(4)[j]
        slope = (softmax(z + nudge) - softmax(z - nudge)) / (2 * h)
        np.testing.assert_allclose(table[:, :, j], slope, atol=1e-9)


def test_derivatives_at_the_corner_in_0():
    corner = np.array([0.0])
    assert relu.derivative(corner) == 0 and leaky_relu.derivative(corner) == 0.01
    assert elu.derivative(corner) == 1 and step(corner) == 1


@pytest.mark.parametrize("dtype", [np.float32, np.float64])
@pytest.mark.parametrize("name", ACTIVATIONS)
def test_finite_and_of_its_own_dtype_everywhere(name, dtype):
    z = EVERYWHERE.astype(dtype)[:, None] * np.array([1, -1], dtype)
    with np.errstate(all="raise", under="ignore"):  # a warning would reach the student
        a, slope = ACTIVATIONS[name](z), ACTIVATIONS[name].derivative(z)
    assert a.dtype == slope.dtype == dtype
    assert np.isfinite(a).all() and np.isfinite(slope).all()


@pytest.mark.parametrize("name", ACTIVATIONS)
def test_an_activation_leaves_z_alone(name):
    z = np.array([[-1.0, 2.0]])
    a = ACTIVATIONS[name](z)
    a += 1
    np.testing.assert_array_equal(z, [[-1, 2]])


@pytest.mark.parametrize("name", BY_NUMBER)
def test_whole_numbers_and_single_numbers_are_welcome(name):
    activation = ACTIVATIONS[name]
    assert activation(2) == activation(np.array([2.0]))[0]
    assert activation([1, 2]).dtype == np.float64


def test_step_lets_no_gradient_through():
    assert step.derivative([-1, 1]).tolist() == [0, 0]
    with pytest.raises(ValueError, match="step.*sigmoid"):
        step.backward(np.ones(1), np.ones(1), np.ones(1))


def test_repr_says_the_formula():
    assert "tanh z" in repr(tanh)
