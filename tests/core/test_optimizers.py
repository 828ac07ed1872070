"""Each rule against its formula, written out for one weight in plain Python."""

import math

import numpy as np
import pytest

from nnbasics import SGD, Adam, RMSProp
from nnbasics.penalties import L1, L2

OPTIMIZERS = [SGD(0.1), SGD(0.1, 0.9), SGD(0.1, 0.9, True), RMSProp(), Adam()]
GRADIENTS = [0.5, -1.25, 2.0, 0.0, -0.75, 3.0]


def steps(optimizer):
    optimizer = optimizer.start()
    return [optimizer.step(np.array([g, -g]))[0] for g in GRADIENTS]


def test_sgd_goes_downhill():
    assert steps(SGD(0.1)) == pytest.approx([-0.05, 0.125, -0.2, 0, 0.075, -0.3], rel=1e-15)


def test_momentum_keeps_some_of_the_last_step():
    # v = 0.5 v − 0.1 g, by hand
    expected = [-0.05, 0.1, -0.15, -0.075]
    assert steps(SGD(0.1, momentum=0.5))[:4] == pytest.approx(expected, rel=1e-14)


def test_nesterov_looks_ahead():
    # 0.5 v − 0.1 g with the v above
    expected = [-0.025 - 0.05, 0.05 + 0.125, -0.075 - 0.2, -0.0375]
    assert steps(SGD(0.1, momentum=0.5, nesterov=True))[:4] == pytest.approx(expected, rel=1e-14)


def test_rmsprop():
    s, expected = 0, []
    for g in GRADIENTS:
        s = 0.8 * s + 0.2 * g**2
        expected.append(-0.01 * g / (math.sqrt(s) + 0.5))
    assert steps(RMSProp(0.01, decay=0.8, epsilon=0.5)) == pytest.approx(expected, rel=1e-14)


def test_adam():
    m, s, expected = 0, 0, []
    for t, g in enumerate(GRADIENTS, 1):
        m, s = 0.7 * m + 0.3 * g, 0.9 * s + 0.1 * g**2
        corrected_m, corrected_s = m / (1 - 0.7**t), s / (1 - 0.9**t)
        expected.append(-0.01 * corrected_m / (math.sqrt(corrected_s) + 0.5))
    adam = Adam(0.01, beta1=0.7, beta2=0.9, epsilon=0.5)
    assert steps(adam) == pytest.approx(expected, rel=1e-13)


def test_adams_first_step_is_the_learning_rate():
    assert steps(Adam(0.02))[0] == pytest.approx(-0.02, rel=1e-7)


def test_the_defaults_are_the_published_ones():
    adam = Adam()
    assert (adam.learning_rate, adam.beta1, adam.beta2, adam.epsilon) == (0.001, 0.9, 0.999, 1e-8)
    assert (RMSProp().learning_rate, RMSProp().decay) == (0.001, 0.9)


@pytest.mark.parametrize("optimizer", OPTIMIZERS, ids=repr)
def test_start_forgets(optimizer):
    first = steps(optimizer)
    used = optimizer.start()
    used.step(np.array([1e3, -1e3]))
    assert steps(used) == first == steps(optimizer)


@pytest.mark.parametrize("optimizer", OPTIMIZERS, ids=repr)
def test_a_step_takes_the_gradients_place_and_dtype(optimizer):
    gradient = np.ones(3, np.float32)
    optimizer = optimizer.start()
    assert optimizer.step(gradient) is gradient and gradient.dtype == np.float32
    assert all(array.dtype == np.float32 for array in optimizer._arrays)


@pytest.mark.parametrize("penalty", [L1(0.3), L2(0.3)])
def test_slope_of_a_penalty(penalty):
    weights, h = np.array([[0.5, -2.0], [1.5, -0.25]]), 1e-6
    for index in np.ndindex(weights.shape):
        nudge = np.zeros_like(weights)
        nudge[index] = h
        slope = (penalty.cost(weights + nudge) - penalty.cost(weights - nudge)) / (2 * h)
        assert penalty.slope(weights)[index] == pytest.approx(slope, rel=1e-8)


def test_cost_of_a_penalty():
    assert L1(0.5).cost(np.array([[1.0, -2.0]])) == 1.5
    assert L2(0.5).cost(np.array([[1.0, -2.0]])) == 2.5
