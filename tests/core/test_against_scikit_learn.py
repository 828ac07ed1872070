"""The same weights, batches and steps as scikit-learn, to 1e-9; the same fit as its regressions."""

import numpy as np
import pytest
from sklearn.linear_model import LinearRegression, LogisticRegression
from sklearn.neural_network import MLPClassifier, MLPRegressor

from nnbasics import SGD, Adam, Network, datasets, fit
from nnbasics.penalties import L2

BATCH, EPOCHS = 8, 4  # 40 examples: 5 batches an epoch, 20 steps
NAMES = {"linear": "identity", "sigmoid": "logistic", "tanh": "tanh", "relu": "relu"}
PLAIN = dict(solver="sgd", momentum=0, nesterovs_momentum=False)

rng = np.random.default_rng(0)
X = rng.normal(size=(40, 5))
THREE = rng.integers(0, 3, 40)
TWO = (X[:, 0] + X[:, 1] ** 2 > 0.5).astype(float)
NUMBERS = np.column_stack([X[:, 0] * X[:, 1], X[:, 2]])


def theirs(kind, net, Y, **options):
    """scikit-learn's network, trained from the weights that net has now, examples in order."""

    class FromOurWeights(kind):
        def _init_coef(self, fan_in, fan_out, dtype):
            layer = next(layers)
            return layer.weights.copy(), layer.biases.copy()

    layers = iter(net.layers)
    model = FromOurWeights(
        hidden_layer_sizes=net.sizes[1:-1],
        activation=NAMES[net.hidden[0]],
        batch_size=BATCH,
        max_iter=EPOCHS,
        shuffle=False,
        tol=0,
        n_iter_no_change=1000,
        learning_rate_init=0.1,
        **{"alpha": 0} | options,
    )
    with pytest.warns(UserWarning, match="converged"):  # four epochs are few, and meant to be
        return model.fit(X, Y)


def assert_same_weights(net, model):
    for layer, weights, biases in zip(net.layers, model.coefs_, model.intercepts_, strict=True):
        np.testing.assert_allclose(layer.weights, weights, rtol=0, atol=1e-9)
        np.testing.assert_allclose(layer.biases, biases, rtol=0, atol=1e-9)


def steps(net, Y, optimizer, **options):
    before = net.parameters.copy()
    history = fit(net, X, Y, EPOCHS, BATCH, optimizer, shuffle=False, **options)
    assert abs(net.parameters - before).max() > 1e-3  # it did move
    return history


@pytest.mark.parametrize("hidden", NAMES)
@pytest.mark.parametrize("sizes", [[5, 7, 3], [5, 6, 4, 3]])
def test_classes_by_softmax(hidden, sizes):
    net = Network(sizes, hidden, "softmax", seed=1)
    model = theirs(MLPClassifier, net, THREE, **PLAIN)
    history = steps(net, THREE, SGD(0.1))
    assert_same_weights(net, model)
    np.testing.assert_allclose(history.loss, model.loss_curve_, rtol=1e-9)
    np.testing.assert_allclose(net.predict(X), model.predict_proba(X), atol=1e-9)
    assert net.accuracy(X, THREE) == model.score(X, THREE)


@pytest.mark.parametrize("hidden", NAMES)
def test_two_classes_by_sigmoid(hidden):
    net = Network([5, 7, 1], hidden, "sigmoid", seed=2)
    model = theirs(MLPClassifier, net, TWO, **PLAIN)
    history = steps(net, TWO[:, None], SGD(0.1))
    assert_same_weights(net, model)
    np.testing.assert_allclose(history.loss, model.loss_curve_, rtol=1e-9)
    assert net.accuracy(X, TWO) == model.score(X, TWO)


@pytest.mark.parametrize("hidden", NAMES)
def test_numbers_by_linear_output(hidden):
    """Their cost is half the sum over the two outputs, ours the mean of them: the same here."""
    net = Network([5, 7, 2], hidden, "linear", seed=3)
    model = theirs(MLPRegressor, net, NUMBERS, **PLAIN)
    steps(net, NUMBERS, SGD(0.1))
    assert_same_weights(net, model)


@pytest.mark.parametrize("nesterov", [False, True])
def test_momentum(nesterov):
    net = Network([5, 7, 3], "tanh", "softmax", seed=4)
    rolling = PLAIN | {"momentum": 0.9, "nesterovs_momentum": nesterov}
    model = theirs(MLPClassifier, net, THREE, **rolling)
    steps(net, THREE, SGD(0.1, momentum=0.9, nesterov=nesterov))
    assert_same_weights(net, model)


def test_adam():
    """They add epsilon before correcting the means, we after it: the same without epsilon."""
    net = Network([5, 7, 3], "tanh", "softmax", seed=5)
    model = theirs(MLPClassifier, net, THREE, solver="adam", epsilon=1e-300)
    steps(net, THREE, Adam(0.1, epsilon=1e-300))
    assert_same_weights(net, model)


def test_l2():
    """Their alpha is divided by twice the batch."""
    net = Network([5, 7, 3], "tanh", "softmax", seed=6)
    model = theirs(MLPClassifier, net, THREE, **PLAIN | {"alpha": 0.5})
    steps(net, THREE, SGD(0.1), penalty=L2(0.5 / 2 / BATCH))
    assert_same_weights(net, model)


def test_a_neuron_is_logistic_regression():
    petals, Y = datasets.iris()
    petals = (petals - petals.mean(axis=0)) / petals.std(axis=0)
    net = Network([2, 1], output="sigmoid", initializer="zeros")
    fit(net, petals, Y, 4000, len(Y), SGD(1.0, momentum=0.95, nesterov=True))
    model = LogisticRegression(C=np.inf, tol=1e-12, solver="newton-cholesky").fit(petals, Y.ravel())
    np.testing.assert_allclose(net.layers[0].weights.T, model.coef_, rtol=1e-6)
    np.testing.assert_allclose(net.layers[0].biases, model.intercept_, rtol=1e-6)


def test_a_linear_neuron_is_linear_regression():
    net = Network([5, 2], initializer="zeros")
    fit(net, X, NUMBERS, 2000, len(X), SGD(0.3))
    model = LinearRegression().fit(X, NUMBERS)
    np.testing.assert_allclose(net.layers[0].weights.T, model.coef_, atol=1e-10)
    np.testing.assert_allclose(net.layers[0].biases, model.intercept_, atol=1e-10)
