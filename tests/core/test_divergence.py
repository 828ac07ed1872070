"""A training that runs off to infinity says so, and leaves a network with finite weights."""

import numpy as np
import pytest

from nnbasics import SGD, DivergenceError, Network, datasets, fit


@pytest.mark.parametrize("optimizer", [SGD(1e3), SGD(1e300), SGD(1e3, 0.9, True)], ids=repr)
@pytest.mark.parametrize("dtype", [np.float32, np.float64])
def test_divergence_is_said_and_the_weights_stay_finite(optimizer, dtype, recwarn):
    points, heights = datasets.plane(50)
    net = Network([2, 4, 1], "relu", dtype=dtype)
    message = r"diverged in epoch \d.*learning_rate below 1(000|e\+300)"
    with pytest.raises(DivergenceError, match=message):
        fit(net, points, heights, 200, 10, optimizer)
    assert np.isfinite(net.parameters).all()
    assert not recwarn  # no overflow warnings beside the error
    assert issubclass(DivergenceError, ValueError) and issubclass(DivergenceError, ArithmeticError)


def test_divergence_keeps_the_weights_from_before_the_step():
    net = Network([1, 1])
    net.parameters = [1.5, 0.5]
    with pytest.raises(DivergenceError):
        fit(net, [[1e200]], [[0.0]], 1, optimizer=SGD(0.1))
    assert net.parameters.tolist() == [1.5, 0.5]


def test_a_loss_that_is_infinite_is_divergence_too():
    net = Network([1, 1])
    with pytest.raises(DivergenceError, match="the loss is not finite"):
        fit(net, [[1.0]], [[1e200]], 1, optimizer=SGD(1e-200))
    assert np.isfinite(net.parameters).all()
