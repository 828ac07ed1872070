"""The functions that the engine brings along against Python's own."""
import math

import numpy as np
import pytest


def values(javascript, name, z):
    return np.array(javascript(f"return {np.asarray(z).tolist()}.map(engine.{name})"), float)


def test_tanh_is_within_1e15_of_itself(javascript):
    z = np.concatenate([np.linspace(-25, 25, 20_001), np.logspace(-300, 0, 601), -np.logspace(-9, 3, 241)])
    truth = np.array([math.tanh(x) for x in z])
    assert np.max(np.abs(values(javascript, "tanh", z) - truth) / np.maximum(np.abs(truth), 1e-300)) < 1e-15


def test_normal_distribution_is_within_1e15_and_keeps_its_digits_in_the_tail(javascript):
    z = np.linspace(-37, 37, 20_001)
    ours, truth = values(javascript, "normalDistribution", z), np.array([math.erfc(-x / 2**0.5) / 2 for x in z])
    assert np.abs(ours - truth).max() < 1e-15
    # e^(-z²/2) itself loses digits as z² grows: half a unit in the last place of z²/2.
    assert (np.abs(ours - truth) / truth <= 4e-16 * (4 + z**2)).all()


@pytest.mark.parametrize("name, at_minus_1e4, at_0, at_1e4", [
    ("tanh", -1, 0, 1), ("sigmoid", 0, 0.5, 1), ("softplus", 0, math.log(2), 1e4), ("normalDistribution", 0, 0.5, 1),
])
def test_far_out_nothing_overflows(javascript, name, at_minus_1e4, at_0, at_1e4):
    assert values(javascript, name, [-1e4, 0, 1e4]) == pytest.approx([at_minus_1e4, at_0, at_1e4], rel=1e-15, abs=0)


def test_sigmoid_and_softplus_keep_their_digits_far_to_the_left(javascript):
    for z in (-30, -300, -700):  # both are e^z there
        assert values(javascript, "sigmoid", [z])[0] == pytest.approx(math.exp(z), rel=1e-12, abs=0)
        assert values(javascript, "softplus", [z])[0] == pytest.approx(math.exp(z), rel=1e-12, abs=0)


def test_the_step_is_at_0_and_0_is_already_up(javascript):
    assert javascript("""
        const a = new Float64Array(5);
        engine.activate("step", [-1, -1e-300, 0, 1e-300, 1], a, 5, 1);
        return a;""") == [0, 0, 1, 1, 1]


@pytest.mark.parametrize("name", ["linear", "sigmoid", "tanh", "relu", "leaky_relu", "elu", "gelu", "softplus", "softmax"])
def test_no_activation_swallows_nan(javascript, name):
    a = javascript(f"""
        const a = new Float64Array(2);
        engine.activate("{name}", [NaN, NaN], a, 1, 2);
        return a;""")
    assert a == ["NaN", "NaN"]
