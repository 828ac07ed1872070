"""The functions that the engine brings along against Python's own."""

import math

import numpy as np
import pytest


def values(javascript, name, z):
    return np.array(javascript(f"return {np.asarray(z).tolist()}.map({name})"), float)


def test_tanh_is_within_1e15_of_itself(javascript):
    z = np.concatenate([np.linspace(-25, 25, 20_001), np.logspace(-300, 0), -np.logspace(-9, 3)])
    truth = np.array([math.tanh(x) for x in z])
    off = np.abs(values(javascript, "tanh", z) - truth)
    assert (off <= 1e-15 * np.abs(truth)).all()


def test_normal_distribution_is_within_1e15_and_keeps_its_digits_in_the_tail(javascript):
    z = np.linspace(-37, 37, 20_001)
    truth = np.array([math.erfc(-x / 2**0.5) / 2 for x in z])
    off = np.abs(values(javascript, "normalDistribution", z) - truth)
    assert off.max() < 1e-15
    # e^(-z²/2) itself loses digits as z² grows: half a unit in the last place of z²/2.
    assert (off <= 4e-16 * (4 + z**2) * truth).all()


@pytest.mark.parametrize(
    "name, at_minus_1e4, at_0, at_1e4",
    [
        ("tanh", -1, 0, 1),
        ("sigmoid", 0, 0.5, 1),
        ("softplus", 0, math.log(2), 1e4),
        ("normalDistribution", 0, 0.5, 1),
    ],
)
def test_far_out_nothing_overflows(javascript, name, at_minus_1e4, at_0, at_1e4):
    truth = [at_minus_1e4, at_0, at_1e4]
    assert values(javascript, name, [-1e4, 0, 1e4]) == pytest.approx(truth, rel=1e-15, abs=0)


def test_sigmoid_and_softplus_keep_their_digits_far_to_the_left(javascript):
    z = [-30, -300, -700]
    for name in ("sigmoid", "softplus"):  # both are e^z there
        truth = [math.exp(x) for x in z]
        assert values(javascript, name, z) == pytest.approx(truth, rel=1e-12, abs=0)


def test_the_step_is_at_0_and_0_is_already_up(javascript):
    assert javascript("""
        const a = new Float64Array(5);
        activate("step", [-1, -1e-300, 0, 1e-300, 1], a, 5, 1);
        return a;""") == [0, 0, 1, 1, 1]


@pytest.mark.parametrize(
    "name", ["linear", "sigmoid", "tanh", "relu", "leaky_relu", "elu", "gelu", "softplus", "softmax"]
)
def test_no_activation_swallows_nan(javascript, name):
    a = javascript(f"""
        const a = new Float64Array(2);
        activate("{name}", [NaN, NaN], a, 1, 2);
        return a;""")
    assert a == ["NaN", "NaN"]


@pytest.mark.parametrize(
    "name", ["linear", "sigmoid", "tanh", "relu", "leaky_relu", "elu", "gelu", "softplus", "softmax"]
)
def test_beyond_the_examples_of_a_batch_nothing_is_written(javascript, name):
    """Room for three examples of two numbers, and two of them there."""
    activations, delta = javascript(f"""
        const z = Float64Array.of(-2, -1, 0.5, 1, 2, 3), a = new Float64Array(6).fill(7);
        activate("{name}", z, a, 2, 2);
        const delta = new Float64Array(6).fill(7);
        multiplyBySlope("{name}", z, a, delta, 2, 2);
        return [Array.from(a), Array.from(delta)];""")
    assert activations[4:] == delta[4:] == [7, 7]
    assert 7 not in activations[:4]
