"""Errors are part of the interface: what was wrong, and what was wanted."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from nnbasics import SGD, Adam, Network, RMSProp, Training, datasets, fit
from nnbasics.penalties import L1, L2

NET = Network([2, 3, 1], "tanh", "sigmoid")
CLASSES = Network([2, 3, 4], "tanh", "softmax")
NUMBERS = Network([2, 3, 2])
STEP = Network([2, 1], output="step")
X, Y = np.zeros((5, 2)), np.zeros((5, 1))
LABELS = np.arange(5) % 4
OFF = np.array([[1.25], [1.5], [0.75], [1], [1]])  # sums of rows, the second farthest from 1
NAN, INF = X.copy(), X.copy()
NAN[3, 1], INF[0, 0] = np.nan, -np.inf


def like(array, value):
    changed = np.array(array, dtype=float)
    changed.flat[2] = value
    return changed


@pytest.mark.parametrize(
    "call, words",
    [
        # making a network
        (lambda: Network([2]), ["sizes=[2]", "inputs, …, outputs"]),
        (lambda: Network([2, 0, 1]), ["sizes", "above 0"]),
        (lambda: Network([2, 2.5, 1]), ["sizes", "whole numbers"]),
        (lambda: Network(7), ["sizes=7"]),
        (lambda: Network([2, 3, 1], "t" * 78), [f"hidden='{'t' * 78}' is"]),  # 80 letters are told whole
        (lambda: Network([2, 3, 1], "t" * 79), [f"hidden='{'t' * 79}…"]),
        (lambda: Network([2, 3, 1], "tahn"), ["hidden='tahn'", "tanh", "relu"]),
        (lambda: Network([2, 3, 1], ["tanh", "relu"]), ["hidden", "wanted 1 name"]),
        (lambda: Network([2, 3, 1], None), ["hidden=None", "wanted 1 name"]),
        (lambda: Network([2, 3, 1], "softmax"), ["hidden", "softmax is for the output"]),
        (lambda: Network([2, 3, 1], output="logistic"), ["output='logistic'", "sigmoid"]),
        (lambda: Network([2, 1], loss="hinge"), ["loss='hinge'", "mse, bce, cce"]),
        (lambda: Network([2, 1], loss="bce"), ["loss='bce'", "output='linear'", "'mse'"]),
        (lambda: Network([2, 3], output="softmax", loss="bce"), ["'cce' or 'mse'"]),
        (lambda: Network([2, 1], dtype=int), ["dtype", "np.float64 or np.float32"]),
        (lambda: Network([2, 1], dtype="number"), ["dtype='number'"]),
        (lambda: Network([2, 1], seed="a"), ["seed='a'", "wanted a whole number, 0 or more"]),
        (lambda: fit(NET, X, Y, seed=-1), ["seed=-1", "wanted a whole number, 0 or more"]),
        (lambda: datasets.circle(seed=0.5), ["seed=0.5", "wanted a whole number"]),
        (lambda: datasets.split(X, Y, "half"), ["test='half'", "wanted 0 or more, below 1"]),
        (lambda: NET.backward(X, Y), ["trace=", "wanted Trace, as net.forward(X)"]),
        (lambda: Network([2, 1], initializer="xavier"), ["initializer='xavier'", "glorot"]),
        (lambda: Network([2, 1], initializer=lambda *_: np.ones(2)), ["weights has shape (2,)"]),
        # X
        (lambda: NET.forward(np.zeros((5, 3))), ["X has shape (5, 3)", "(examples, 2)"]),
        (lambda: NET.predict(np.zeros(2)), ["X has shape (2,)", "(examples, 2)", "[x]"]),
        (lambda: NET.predict(np.zeros((0, 2))), ["X is empty", "(0, 2)"]),
        (lambda: NET.predict([[1, 2], [3]]), ["X is not a rectangular array"]),
        (lambda: NET.predict([["a", "b"]]), ["X has dtype", "real numbers"]),
        (lambda: NET.predict(X + 1j), ["X has dtype complex128"]),
        (lambda: NET.predict(None), ["X has dtype object"]),
        (lambda: NET.predict(NAN), ["X", "nan at (3, 1)", "finite"]),
        (lambda: NET.loss(INF, Y), ["X", "-inf at (0, 0)", "finite"]),
        (lambda: Network([1, 1], dtype=np.float32).predict([[1e300]]), ["X", "inf at (0, 0)"]),
        # Y
        (lambda: NET.loss(X, np.zeros((4, 1))), ["Y has shape (4, 1)", "(5, 1)"]),
        (lambda: NET.loss(X, [[0], [1, 0]]), ["Y is not a rectangular array"]),
        (lambda: CLASSES.loss(X, [[], [0]]), ["Y is not a rectangular array"]),
        (lambda: NET.loss(X, np.zeros(4)), ["Y has shape (4,)", "(5, 1)"]),
        (lambda: NET.loss(X, Y + 2), ["Y runs from 2 to 2", "0 to 1", "bce"]),
        (lambda: NET.backward(NET.forward(X), like(Y, np.nan)), ["Y", "nan at (2, 0)"]),
        (lambda: NUMBERS.loss(X, np.zeros(5)), ["Y has shape (5,)", "(5, 2)"]),
        (lambda: NUMBERS.loss(X, LABELS), ["Y has shape (5,)", "(5, 2)"]),
        (lambda: CLASSES.loss(X, LABELS + 1), ["Y has labels from 1 to 4", "0 to 3"]),
        (lambda: CLASSES.loss(X, LABELS - 1), ["Y has labels from -1", "0 to 3"]),
        (lambda: CLASSES.loss(X, LABELS[:4]), ["Y has shape (4,)", "(5,)"]),
        (lambda: CLASSES.loss(X, LABELS * 1.0), ["Y has shape (5,)", "(5, 4)", "integer class labels"]),
        (lambda: CLASSES.loss(X, LABELS[:, None]), ["Y has shape (5, 1)", "integer class labels"]),
        (lambda: CLASSES.loss(X, np.eye(4)[LABELS] / 2), ["Y[0] sums to 0.5", "wanted 1"]),
        (lambda: CLASSES.loss(X, np.full((5, 4), 0.25025)), ["Y[0] sums to 1.001", "wanted 1"]),
        (lambda: CLASSES.loss(X, np.eye(4)[LABELS] * 0.999), ["Y[0] sums to 0.999", "wanted 1"]),
        (lambda: CLASSES.loss(X, np.full((5, 4), OFF / 4)), ["Y[1] sums to 1.5", "wanted 1"]),
        (lambda: CLASSES.loss(X, np.full((5, 4), (2 - OFF) / 4)), ["Y[1] sums to 0.5", "wanted 1"]),
        (lambda: CLASSES.loss(X, np.full((5, 4), [2, -1, 0, 0])), ["Y runs from -1 to 2", "cce"]),
        # what does not go together
        (lambda: NET.backward(CLASSES.forward(X), Y), ["trace", "[2, 3, 4]", "[2, 3, 1]"]),
        (lambda: NUMBERS.accuracy(X, np.zeros((5, 2))), ["accuracy is for classes", "linear"]),
        (lambda: STEP.backward(STEP.forward(X), Y), ["step", "sigmoid"]),
        (lambda: fit(Network([2, 3, 1], "step"), X, Y), ["step", "sigmoid"]),
        # numbers put in by hand
        (lambda: setattr(NET.layers[0], "weights", X), ["weights has shape (5, 2)", "(2, 3)"]),
        (lambda: setattr(NET.layers[0], "biases", [1, 2, np.nan]), ["biases", "nan at (2,)"]),
        (lambda: setattr(NET, "parameters", np.zeros(3)), ["parameters has shape (3,)", "(13,)"]),
        # training
        (lambda: fit(NET, X, Y, epochs=0), ["epochs=0", "above 0"]),
        (lambda: fit(NET, X, Y, epochs=2.5), ["epochs=2.5", "whole number"]),
        (lambda: fit(NET, X, Y, batch_size=0), ["batch_size=0", "above 0"]),
        (lambda: fit(NET, X, Y, optimizer="adam"), ["optimizer='adam'", "Optimizer", "SGD(0.1)"]),
        (lambda: fit(NET, X, Y, penalty=0.1), ["penalty=0.1", "Penalty", "L2(0.001)"]),
        (lambda: fit(NET, X, Y, validation=X), ["validation is ndarray", "pair (X, Y)"]),
        (lambda: fit(NET, X, Y, validation=(X, Y[:2])), ["validation Y has shape (2, 1)", "(5, 1)"]),
        (lambda: fit(NET, X, Y, validation=(NAN, Y)), ["validation X", "nan"]),
        (lambda: fit(NET, X, Y, record=5), ["record=5", "epoch numbers"]),
        (lambda: Training(NET, X[:, :1], Y), ["X has shape (5, 1)", "(examples, 2)"]),
        (lambda: SGD(0), ["learning_rate=0", "above 0"]),
        (lambda: SGD(np.nan), ["learning_rate=nan"]),
        (lambda: SGD("fast"), ["learning_rate='fast'"]),
        (lambda: SGD(0.1, momentum=1), ["momentum=1", "below 1"]),
        (lambda: RMSProp(decay=-0.1), ["decay=-0.1"]),
        (lambda: Adam(beta2=1), ["beta2=1"]),
        (lambda: Adam(epsilon=0), ["epsilon=0"]),
        (lambda: L1(-1), ["strength=-1"]),
        (lambda: L2(np.inf), ["strength=inf"]),
        # data
        (lambda: datasets.circle(1), ["n=1", "at least 2"]),
        (lambda: datasets.circle(10_000_001), ["n=10000001", "at most 10,000,000"]),
        (lambda: datasets.spiral(noise=-1), ["noise=-1"]),
        (lambda: datasets.split(X, Y[:3]), ["X has shape (5, 2)", "(3, 1)"]),
        (lambda: datasets.split(X, Y, test=0.01), ["test=0.01", "part empty"]),
        (lambda: datasets.split(X, Y, test=1.5), ["test=1.5"]),
    ],
)
def test_the_message_says_what_was_wrong_and_what_was_wanted(call, words):
    with pytest.raises(ValueError) as caught:
        call()
    for word in words:
        assert word in str(caught.value)


def test_weights_that_are_not_finite_do_not_go_on_silently():
    net = Network([2, 3, 1], "relu")
    net.layers[0].weights[0, 0] = np.nan  # past the check, by writing into the array
    for use in (net.forward, net.predict, lambda X: net.loss(X, np.zeros((5, 1)))):
        with pytest.raises(ValueError, match="output is not finite"):
            use(np.ones((5, 2)))


def test_training_does_not_begin_with_weights_that_are_not_finite():
    net = NET.copy()
    net.layers[0].weights[1, 2] = np.inf
    with pytest.raises(ValueError, match=r"parameters, shape \(13,\), has inf at \(5,\)") as refused:
        fit(net, X, Y)
    assert not isinstance(refused.value, FloatingPointError), "nothing diverged"


def test_a_loss_that_overflows_does_not_go_on_silently(recwarn):
    net = Network([1, 1])
    net.parameters = [1e200, 0]
    with pytest.raises(ValueError, match="the loss is not finite"):
        net.loss([[1.0]], [[0.0]])
    assert not recwarn


def test_gradients_that_overflow_do_not_go_on_silently(recwarn):
    net = Network([1, 1, 1], "linear")
    net.parameters = [1e200, 0, 1e-200, 0]
    trace = net.forward([[1e100]])
    with pytest.raises(ValueError, match="gradient is not finite"):
        net.backward(trace, [[0.0]])
    assert not recwarn


def test_a_failed_fit_has_changed_nothing():
    net = Network([2, 3, 1], "tanh", "sigmoid")
    before = net.parameters.copy()
    for bad in (dict(epochs=0), dict(batch_size=-1), dict(validation=(X, None)), dict(record=3)):
        with pytest.raises(ValueError):
            fit(net, X, Y, **bad)
    np.testing.assert_array_equal(net.parameters, before)


FLOATS = st.one_of(st.floats(), st.floats(0, 1), st.sampled_from([0.0, 1.0, 1e300]))
anything = st.one_of(
    arrays.arrays(np.float64, st.tuples(st.integers(1, 3), st.integers(1, 4)), elements=FLOATS),
    arrays.arrays(
        st.sampled_from(["f8", "f4", "i8", "?", "c16", "U3", object]),
        arrays.array_shapes(min_dims=0, max_dims=3, min_side=0, max_side=5),
    ),
    st.none(),
    st.text(max_size=3),
    st.integers(),
    st.lists(st.lists(st.floats(), max_size=3), max_size=3),
)


@pytest.mark.parametrize("net", [NET, CLASSES, NUMBERS], ids=repr)
@settings(max_examples=400)
@given(X=anything, Y=anything)
def test_whatever_comes_in_is_used_or_refused(net, X, Y):
    """A finite loss comes out, or a ValueError that says what is wrong: nothing else."""
    try:
        loss = net.loss(X, Y)
    except ValueError as error:
        assert str(error).startswith(("X", "Y", "the output is not", "the loss is not"))
    else:
        assert np.isfinite(loss)


@given(
    X=arrays.arrays(np.float64, (5, 2), elements=st.floats(-1e300, 1e300)),
    rate=st.floats(1e-6, 1e300),
    momentum=st.sampled_from([0, 0.9]),
)
def test_training_ends_finite_or_says_that_it_diverged(X, rate, momentum):
    for net in (Network([2, 3, 1], "relu"), Network([2, 3, 1], "tanh", "sigmoid")):
        try:
            history = fit(net, X, Y, 5, 2, SGD(rate, momentum))
        except ValueError as error:
            assert "diverged" in str(error)
        else:
            assert np.isfinite(history.loss).all()
        assert np.isfinite(net.parameters).all()
