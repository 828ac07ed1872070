"""Making, copying, saving and reading networks."""

import pickle

import numpy as np
import pytest
import sklearn.linear_model

from nnbasics import Network
from nnbasics.activations import ACTIVATIONS
from nnbasics.initializers import INITIALIZERS, glorot, he, lecun, normal, zeros


def test_the_interface_of_the_course():
    net = Network([2, 4, 1], hidden="tanh", output="sigmoid", seed=0)
    X = np.array([[0.5, -1.0], [2.0, 0.0], [1.0, 1.0]])
    assert net.layers[0].weights.shape == (2, 4) and net.layers[0].biases.shape == (4,)
    assert net.num_parameters == 2 * 4 + 4 + 4 * 1 + 1
    trace = net.forward(X)
    assert trace.activations[0] is X
    np.testing.assert_array_equal(trace.activations[-1], net.predict(X))
    hidden = np.tanh(X @ net.layers[0].weights + net.layers[0].biases)
    np.testing.assert_allclose(trace.activations[1], hidden, rtol=1e-14)
    z = hidden @ net.layers[1].weights + net.layers[1].biases
    np.testing.assert_allclose(trace.preactivations[1], z, rtol=1e-13)
    np.testing.assert_allclose(net.predict(X), 1 / (1 + np.exp(-z)), rtol=1e-13)


def test_a_single_neuron_has_no_hidden_layer():
    net = Network([2, 1], output="sigmoid")
    assert net.hidden == [] and len(net.layers) == 1 and net.num_parameters == 3


def test_each_hidden_layer_can_have_its_own_activation():
    net = Network([2, 3, 4, 1], ["relu", "step"], "linear")
    trace = net.forward(np.random.default_rng(0).normal(size=(9, 2)))
    assert (trace.activations[1] >= 0).all() and set(trace.activations[2].ravel()) <= {0, 1}


def test_the_same_seed_gives_the_same_network():
    ours, again, other = (Network([3, 5, 2], seed=seed) for seed in (7, 7, 8))
    np.testing.assert_array_equal(ours.parameters, again.parameters)
    assert (ours.layers[0].weights != other.layers[0].weights).all()
    small = Network([3, 5, 2], seed=7, dtype=np.float32)
    np.testing.assert_array_equal(small.parameters, ours.parameters.astype(np.float32))


@pytest.mark.parametrize(
    "draw, spread",
    [
        (glorot, np.sqrt(2 / 500)),
        (he, np.sqrt(2 / 300)),
        (lecun, np.sqrt(1 / 300)),
        (normal, 1),
        (zeros, 0),
    ],
)
def test_initializers_have_their_spread(draw, spread):
    weights = draw(np.random.default_rng(0), 300, 200)
    assert weights.shape == (300, 200)
    assert weights.std() == pytest.approx(spread, rel=0.01) and abs(weights.mean()) <= 0.01 * spread


def test_the_initializer_follows_the_activation():
    for name in set(ACTIVATIONS) - {"softmax"}:
        family = "he" if name in ("relu", "leaky_relu", "elu", "gelu", "softplus") else "glorot"
        ours = Network([50, 40, 1], name)
        theirs = Network([50, 40, 1], name, initializer=INITIALIZERS[family])
        np.testing.assert_array_equal(ours.layers[0].weights, theirs.layers[0].weights)
    assert not Network([50, 40, 1]).layers[0].biases.any()


def test_depth_keeps_the_spread_of_the_signal():
    """What He's and Glorot's variances are for: after ten layers, neither dead nor blown up."""
    X = np.random.default_rng(0).normal(size=(500, 100))
    for hidden in ("relu", "tanh"):
        a = Network([100] * 11 + [1], hidden).forward(X).activations[-2]
        assert 0.1 < a.std() < 3
    blown_up = Network([100] * 11 + [1], "relu", initializer="normal").forward(X)
    assert blown_up.activations[-2].std() > 1e6


def test_layers_are_views_of_the_flat_parameters():
    net = Network([2, 3, 1])
    net.layers[1].weights[2, 0] = 5
    net.layers[0].biases += 1
    assert net.parameters[6:9].tolist() == [1, 1, 1] and net.parameters[11] == 5
    net.parameters = np.arange(13)
    assert net.layers[0].weights.tolist() == [[0, 1, 2], [3, 4, 5]]
    assert net.layers[1].weights.tolist() == [[9], [10], [11]]
    assert net.layers[1].biases.tolist() == [12]
    weights = np.ones((2, 3))
    net.layers[0].weights = weights
    weights[:] = 9  # what was assigned was copied
    assert net.parameters[:6].tolist() == [1] * 6


def test_a_copy_goes_its_own_way():
    net = Network([2, 3, 2], ["elu"], "sigmoid", loss="mse", seed=4, dtype=np.float32)
    twin = net.copy()
    assert repr(twin) == repr(net)
    np.testing.assert_array_equal(twin.parameters, net.parameters)
    twin.layers[0].weights += 1
    assert (twin.layers[0].weights != net.layers[0].weights).all()


@pytest.mark.parametrize(
    "net",
    [
        Network([2, 1], output="sigmoid"),
        Network([3, 4, 2, 3], ["gelu", "step"], "softmax", seed=3),
        Network([2, 4, 2], "leaky_relu", "softmax", loss="mse", dtype=np.float32),
    ],
    ids=repr,
)
def test_save_and_load(net, tmp_path):
    net.layers[-1].biases += 0.1
    net.save(tmp_path / "net.npz")
    loaded = Network.load(tmp_path / "net.npz")
    assert repr(loaded) == repr(net) and loaded.dtype == net.dtype
    np.testing.assert_array_equal(loaded.parameters, net.parameters)
    with np.load(tmp_path / "net.npz", allow_pickle=False) as plain:  # any NumPy can read it
        assert plain["sizes"].tolist() == net.sizes


def test_save_writes_the_very_path(tmp_path):
    Network([2, 1]).save(str(tmp_path / "neuron"))
    assert [path.name for path in tmp_path.iterdir()] == ["neuron"]
    assert Network.load(tmp_path / "neuron").num_parameters == 3


def test_load_refuses_what_is_no_network(tmp_path):
    path = tmp_path / "file.npz"
    good = dict(sizes=[2, 1], hidden=np.array([], str), output="linear", loss="mse", parameters=np.zeros(3))
    for wrong in (b"", b"no archive", pickle.dumps({"sizes": [2, 1]})):
        path.write_bytes(wrong)
        with pytest.raises(ValueError, match="not a network saved by"):
            Network.load(path)
    np.savez(path, weights=np.ones(3))
    with pytest.raises(ValueError, match="not a network saved by"):
        Network.load(path)
    np.savez(path, **good | {"parameters": np.array([object()] * 3)})
    with pytest.raises(ValueError, match="not a network saved by"):
        Network.load(path)
    for change, message in (
        ({"parameters": np.zeros(4)}, "parameters has shape"),
        ({"parameters": np.full(3, np.nan)}, "parameters.*nan"),
        ({"parameters": np.zeros(3, int)}, "dtype"),
        ({"output": "hinge"}, "output='hinge'"),
    ):
        np.savez(path, **good | change)
        with pytest.raises(ValueError, match=message):
            Network.load(path)
    with pytest.raises(FileNotFoundError):
        Network.load(tmp_path / "nowhere.npz")


def test_who_is_undecided_says_class_0():
    """At exactly 0.5, where a sigmoid without weights is; scikit-learn too calls only p > 0.5 class 1."""
    net = Network([2, 1], output="sigmoid", initializer="zeros")
    assert net.predict(np.ones((1, 2))) == 0.5
    assert net.accuracy(np.ones((4, 2)), [[0], [0], [0], [1]]) == 3 / 4
    model = sklearn.linear_model.LogisticRegression().fit([[-1.0, 0], [1.0, 0]], [0, 1])
    model.coef_[:], model.intercept_[:] = 0, 0
    assert model.score(np.ones((4, 2)), [0, 0, 0, 1]) == 3 / 4


def test_accuracy_counts_decisions():
    """Outputs 3/4 and 1/4 everywhere: right about both, one or none of the wanted pairs."""
    net = Network([1, 2], output="sigmoid", initializer="zeros")
    net.layers[0].biases = [np.log(3), -np.log(3)]
    X = np.zeros((4, 1))
    assert net.accuracy(X, [[1, 0], [1, 1], [0, 0], [0, 1]]) == 0.5
    assert net.accuracy(X, [[1, 0], [1, 0], [1, 1], [1, 0]]) == 7 / 8
    classes = Network([1, 2], output="softmax", initializer="zeros")
    classes.layers[0].biases = [1, 0]
    assert classes.accuracy(X, np.array([0, 0, 1, 0])) == 3 / 4
    threshold = Network([1, 1], output="step", initializer="zeros")
    assert threshold.accuracy(X, [1, 1, 1, 0]) == 3 / 4


def test_reprs_say_what_a_thing_is():
    net = Network([64, 16, 10], "relu", "softmax", dtype=np.float32)
    trace = net.forward(np.zeros((3, 64)))
    assert repr(net) == "Network(64 → 16 relu → 10 softmax; loss cce, 1,210 parameters, float32)"
    assert repr(net.layers[0]) == "Layer(64 → 16 relu)"
    assert repr(trace) == "Trace(3 examples: 64 → 16 → 10)"
    assert repr(net.backward(trace, np.array([0, 1, 2]))) == "Gradients(weights 64×16, 16×10)"
