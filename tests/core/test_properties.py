"""What must hold for every network and every batch."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from nnbasics import Network
from nnbasics.activations import ACTIVATIONS, softmax

HIDDEN = [name for name in ACTIVATIONS if name not in ("softmax", "step")]
OUTPUTS = [name for name in ACTIVATIONS if name != "step"]


@st.composite
def networks(draw, hidden=st.sampled_from(HIDDEN), outputs=st.sampled_from(OUTPUTS)):
    """A network of up to three layers with random biases too, and a batch that suits it."""
    sizes = draw(st.lists(st.integers(1, 5), min_size=2, max_size=4))
    names = [draw(hidden) for _ in sizes[1:-1]]
    dtype = draw(st.sampled_from([np.float64, np.float32]))
    net = Network(sizes, names, draw(outputs), dtype=dtype)
    rng = np.random.default_rng(draw(st.integers(0, 2**32 - 1)))
    net.parameters = rng.normal(size=net.num_parameters)
    examples = draw(st.integers(1, 6))
    X = rng.normal(size=(examples, sizes[0])).astype(net.dtype)
    Y = np.eye(sizes[-1])[rng.integers(0, sizes[-1], examples)].astype(net.dtype)
    return net, X, Y


def close(net):
    return dict(rtol=1e-9, atol=1e-12) if net.dtype == np.float64 else dict(rtol=2e-3, atol=1e-4)


@given(networks())
def test_shapes_and_dtypes_follow_the_sizes(case):
    net, X, Y = case
    trace, n = net.forward(X), len(X)
    assert [a.shape for a in trace.activations] == [(n, size) for size in net.sizes]
    assert [z.shape for z in trace.preactivations] == [(n, size) for size in net.sizes[1:]]
    gradients = net.backward(trace, Y)
    for layer, weights, biases in zip(net.layers, gradients.weights, gradients.biases, strict=True):
        assert layer.weights.shape == weights.shape and layer.biases.shape == biases.shape
    arrays = [*trace.activations, *trace.preactivations, gradients.flat, *gradients.deltas]
    assert {array.dtype for array in arrays} == {net.dtype}
    assert net.num_parameters == sum(l.weights.size + l.biases.size for l in net.layers)


@given(networks())
def test_an_example_does_not_mind_its_neighbors(case):
    net, X, Y = case
    together = net.predict(X)
    np.testing.assert_array_equal(together, net.forward(X).activations[-1])
    for n in range(len(X)):
        np.testing.assert_allclose(net.predict(X[[n]])[0], together[n], **close(net))
    alone = [net.loss(X[[n]], Y[[n]]) for n in range(len(X))]
    np.testing.assert_allclose(net.loss(X, Y), np.mean(alone), **close(net))


@given(networks(), st.randoms(use_true_random=False))
def test_the_order_of_the_examples_does_not_matter(case, random):
    net, X, Y = case
    order = list(range(len(X)))
    random.shuffle(order)
    one, other = (net.backward(net.forward(X[rows]), Y[rows]) for rows in (slice(None), order))
    np.testing.assert_allclose(one.flat, other.flat, **close(net))


@given(networks())
def test_the_mean_of_the_examples_gradients_is_the_batchs(case):
    net, X, Y = case
    trace = net.forward(X)
    each, mean = net.backward(trace, Y, per_example=True), net.backward(trace, Y)
    np.testing.assert_allclose(each.flat.mean(axis=0), mean.flat, **close(net))
    for l in range(len(net.layers)):
        np.testing.assert_allclose(each.deltas[l] / len(X), mean.deltas[l], **close(net))


@given(networks())
def test_a_small_step_downhill_lowers_the_loss(case):
    net, X, Y = case
    slope = net.backward(net.forward(X), Y).flat
    before, size = net.loss(X, Y), float(np.linalg.norm(slope))
    if net.dtype == np.float64 and size > 1e-3:
        net.parameters = net.parameters - 1e-7 / size * slope
        assert net.loss(X, Y) < before


@given(networks())
def test_neurons_of_a_hidden_layer_can_change_places(case):
    net, X, Y = case
    if len(net.layers) > 1:
        twin = net.copy()
        twin.layers[0].weights = net.layers[0].weights[:, ::-1]
        twin.layers[0].biases = net.layers[0].biases[::-1]
        twin.layers[1].weights = net.layers[1].weights[::-1]
        np.testing.assert_allclose(twin.predict(X), net.predict(X), **close(net))


@given(networks(hidden=st.just("linear"), outputs=st.just("linear")))
def test_a_stack_of_linear_layers_is_one_linear_layer(case):
    net, X, _ = case
    weights, biases = np.eye(net.sizes[0]), np.zeros(net.sizes[0])
    for layer in net.layers:
        weights, biases = weights @ layer.weights, biases @ layer.weights + layer.biases
    np.testing.assert_allclose(net.predict(X), X @ weights + biases, **close(net))


@given(st.lists(st.floats(-1e4, 1e4), min_size=1, max_size=6), st.floats(-1e4, 1e4))
def test_softmax_is_a_distribution_that_sees_only_differences(z, shift):
    z = np.array([z])
    a = softmax(z)
    assert (a >= 0).all() and abs(a.sum() - 1) < 1e-12
    np.testing.assert_allclose(softmax(z + shift), a, rtol=1e-6, atol=1e-9)
    assert a[0, z[0].argmax()] == a.max()
