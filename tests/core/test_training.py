"""fit and Training: batches, seeds, history, snapshots, penalties."""

import tracemalloc
from itertools import islice

import numpy as np
import pytest

from nnbasics import SGD, Adam, Network, RMSProp, Training, datasets, fit
from nnbasics.penalties import L1, L2

X, Y = datasets.moons(30, noise=0.1)
OPTIMIZERS = [SGD(0.1), SGD(0.1, 0.9), SGD(0.1, 0.9, True), RMSProp(0.01), Adam(0.01)]


def network(**options):
    return Network(**{"sizes": [2, 5, 1], "hidden": "tanh", "output": "sigmoid"} | options)


def by_hand(net, X, Y, order, batch_size, learning_rate):
    """Gradient descent over batches in the given order; mean loss and accuracy on the way."""
    losses, right = 0, 0
    for start in range(0, len(X), batch_size):
        rows = order[start : start + batch_size]
        losses += net.loss(X[rows], Y[rows]) * len(rows)
        right += net.accuracy(X[rows], Y[rows]) * len(rows)
        gradients = net.backward(net.forward(X[rows]), Y[rows])
        for layer, weights, biases in zip(net.layers, gradients.weights, gradients.biases, strict=True):
            layer.weights -= learning_rate * weights
            layer.biases -= learning_rate * biases
    return losses / len(X), right / len(X)


@pytest.mark.parametrize("batch_size", [1, 7, 10, 30])
def test_an_epoch_is_a_step_for_each_batch(batch_size):
    ours, theirs = network(), network()
    history = fit(ours, X, Y, 2, batch_size, SGD(0.1), shuffle=False)
    epochs = [by_hand(theirs, X, Y, np.arange(30), batch_size, 0.1) for _ in range(2)]
    np.testing.assert_allclose(ours.parameters, theirs.parameters, rtol=1e-12)
    np.testing.assert_allclose(history.loss, [loss for loss, _ in epochs], rtol=1e-12)
    np.testing.assert_allclose(history.accuracy, [right for _, right in epochs], rtol=1e-12)


def test_an_epoch_of_many_inputs():
    """Where inputs are many and outputs few, several batches are measured together."""
    rng = np.random.default_rng(0)
    wide = rng.normal(size=(30, 80))
    for sizes, output, wanted in (([80, 3, 1], "sigmoid", Y), ([80, 3, 2], "softmax", Y.ravel().astype(int))):
        ours, theirs = (network(sizes=sizes, output=output) for _ in range(2))
        history = fit(ours, wide, wanted, 1, 4, SGD(0.1), shuffle=False)
        loss, right = by_hand(theirs, wide, wanted, np.arange(30), 4, 0.1)
        assert history.loss == pytest.approx([loss], rel=1e-12)
        assert history.accuracy == pytest.approx([right], rel=1e-12)
        np.testing.assert_allclose(ours.parameters, theirs.parameters, rtol=1e-12)


@pytest.mark.parametrize(
    "sizes, output, batch_size",
    [
        ([784, 32, 1], "sigmoid", 10),
        ([784, 32, 1], "sigmoid", 32),
        ([784, 32, 1], "sigmoid", 128),
        ([64, 16, 16, 10], "softmax", 128),
    ],
)
def test_memory_stays_within_twice_the_activations_and_the_parameters(sizes, output, batch_size):
    rng = np.random.default_rng(0)
    images, labels = rng.uniform(size=(1000, sizes[0])), rng.integers(0, 2, 1000)
    wanted = labels if output == "softmax" else labels[:, None].astype(float)
    net = Network(sizes, "relu", output)
    fit(net, images, wanted, 1, batch_size)  # what is made once, at first use, is not counted
    tracemalloc.start()
    fit(net, images, wanted, 1, batch_size)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 2 * 8 * (batch_size * sum(sizes) + net.num_parameters)


def test_labels_train_as_one_hot_rows_do():
    labels = Y.ravel().astype(int)
    ours, theirs = (network(sizes=[2, 5, 2], output="softmax") for _ in range(2))
    history = fit(ours, X, labels, 3, 7)
    assert history.loss == fit(theirs, X, np.eye(2)[labels], 3, 7).loss
    np.testing.assert_array_equal(ours.parameters, theirs.parameters)


def test_every_epoch_shows_every_example_once_in_a_new_order():
    seen = []
    training = Training(network(), np.arange(60).reshape(30, 2) / 60, Y, 7, seed=3)
    learn = training._learn
    training._learn = lambda chosen: seen.append(chosen.copy()) or learn(chosen)
    next(training), next(training)
    first, second = np.concatenate(seen[:5]), np.concatenate(seen[5:])
    assert sorted(first) == sorted(second) == list(range(30))
    assert list(first) != list(second) and list(first) != list(range(30))


@pytest.mark.parametrize("optimizer", OPTIMIZERS, ids=repr)
@pytest.mark.parametrize("dtype", [np.float32, np.float64])
def test_the_same_seeds_give_the_same_numbers(optimizer, dtype):
    runs = []
    for _ in range(2):
        net = network(dtype=dtype)
        runs.append((fit(net, X, Y, 3, 7, optimizer, seed=5).loss, net.parameters.tolist()))
    assert runs[0] == runs[1]
    assert fit(network(dtype=dtype), X, Y, 3, 7, optimizer, seed=6).loss != runs[0][0]


@pytest.mark.parametrize("optimizer", OPTIMIZERS, ids=repr)
@pytest.mark.parametrize("penalty", [None, L1(1e-3), L2(1e-3)])
def test_every_optimizer_learns_in_float32_and_stays_there(optimizer, penalty):
    net = network(dtype=np.float32)
    history = fit(net, X, Y, 30, 7, optimizer, penalty=penalty)
    assert history.loss[-1] < 0.8 * history.loss[0]
    trace = net.forward(X)
    deltas = net.backward(trace, Y).deltas
    arrays = [net.parameters, *trace.activations, *trace.preactivations, *deltas]
    assert {array.dtype for array in arrays} == {np.dtype(np.float32)}


def test_history_has_a_number_for_each_epoch():
    net = network()
    history = fit(net, X, Y, 4, validation=(X[:9], Y[:9]))
    for numbers in (history.loss, history.accuracy, history.validation_loss, history.validation_accuracy):
        assert len(numbers) == 4 and all(type(number) is float for number in numbers)
    assert history.validation_loss[-1] == net.loss(X[:9], Y[:9])
    assert history.validation_accuracy[-1] == net.accuracy(X[:9], Y[:9])
    assert history.snapshots == {}


def test_history_of_a_regression_has_no_accuracy():
    points, heights = datasets.plane(20)
    history = fit(Network([2, 3, 1]), points, heights, 2, validation=(points, heights))
    assert history.accuracy == history.validation_accuracy == []
    assert len(history.validation_loss) == 2
    assert fit(network(), X, Y, 2).validation_loss == []


def test_validation_is_never_learned_from():
    ours, theirs = network(), network()
    fit(ours, X, Y, 3, validation=(X[:5], 1 - Y[:5]))
    fit(theirs, X, Y, 3)
    np.testing.assert_array_equal(ours.parameters, theirs.parameters)


@pytest.mark.parametrize(
    "record, epochs",
    [
        (None, []),
        ([0, 2], [0, 2]),
        (range(0, 5, 2), [0, 2, 4]),
        ([9], []),
        (lambda epoch: epoch == 3, [3]),
    ],
)
def test_snapshots_where_record_asks(record, epochs):
    net, again = network(), network()
    history = fit(net, X, Y, 4, record=record)
    assert list(history.snapshots) == epochs
    for epoch, snapshot in history.snapshots.items():
        again = network()
        if epoch:
            fit(again, X, Y, epoch)
        np.testing.assert_array_equal(snapshot.parameters, again.parameters)


def test_training_goes_epoch_by_epoch_and_fit_is_its_loop():
    ours, theirs = network(), network()
    epochs = list(islice(Training(ours, X, Y, 7, Adam(0.01), validation=(X, Y), seed=2), 3))
    history = fit(theirs, X, Y, 3, 7, Adam(0.01), validation=(X, Y), seed=2)
    assert [epoch.number for epoch in epochs] == [1, 2, 3]
    assert [epoch.loss for epoch in epochs] == history.loss
    assert [epoch.validation_accuracy for epoch in epochs] == history.validation_accuracy
    assert epochs[0].network is ours
    np.testing.assert_array_equal(ours.parameters, theirs.parameters)


def test_an_optimizer_can_be_used_for_many_trainings():
    optimizer = Adam(0.01)
    first, second = (fit(network(), X, Y, 3, optimizer=optimizer) for _ in range(2))
    assert first.loss == second.loss


def test_penalties_shrink_weights_and_leave_biases():
    """Where nothing is to be learned, a step is the penalty's alone."""
    net = Network([1, 1])
    net.parameters = [2.0, 3.0]
    x, y = [[0.0]], [[3.0]]
    fit(net, x, y, 1, optimizer=SGD(0.1), penalty=L2(0.5))  # 2 − 0.1 · 2 · 0.5 · 2
    np.testing.assert_allclose(net.parameters, [1.8, 3.0], rtol=1e-15)
    history = fit(net, x, y, 1, optimizer=SGD(0.1), penalty=L1(0.5))
    np.testing.assert_allclose(net.parameters, [1.75, 3.0], rtol=1e-15)
    assert history.loss == [0]  # the loss is without the penalty


def test_a_batch_larger_than_x_is_all_of_x():
    ours, theirs = network(), network()
    fit(ours, X, Y, 2, 1000, shuffle=False)
    fit(theirs, X, Y, 2, 30, shuffle=False)
    np.testing.assert_array_equal(ours.parameters, theirs.parameters)


def test_equal_neurons_stay_equal():
    net = network(initializer=lambda rng, fan_in, fan_out: np.full((fan_in, fan_out), 0.5))
    fit(net, X, Y, 5)
    assert np.ptp(net.layers[0].weights, axis=1) == pytest.approx([0, 0], abs=1e-12)
