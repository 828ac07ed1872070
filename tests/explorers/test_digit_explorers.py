"""The explorers of chapters 4 and 5 from Python: what they say, what they show, and what they refuse."""

import io

import numpy as np
import pytest
from PIL import Image

from nnbasics import Network
from nnbasics.explorers import DigitExplorer, RankingExplorer, UntrainedExplorer
from nnbasics.figures import digit_network

LAYERS = dict(sizes=[64, 16, 16, 10], hidden="relu", output="softmax")
X, LABELS = (part[:5] for part in digit_network.test_digits())


@pytest.fixture(scope="module")
def network():
    return digit_network.trained()


@pytest.fixture
def explorer(network):
    return DigitExplorer(network, X, LABELS, digit=2, neuron=(2, 3))


def test_it_shows_the_digit_and_the_network(explorer, network):
    assert np.array_equal(explorer.example, X[[2]])
    assert np.array_equal(np.frombuffer(explorer.view.parameters), network.parameters)
    assert np.array_equal(np.frombuffer(explorer.view.digits, np.uint8).reshape(5, 64) / 16, X)


def test_it_tells_the_sum_of_the_neuron_that_is_picked(explorer, network):
    hidden = np.maximum(X[2] @ network.layers[0].weights + network.layers[0].biases, 0)
    total = float(hidden @ network.layers[1].weights[:, 3])
    assert explorer.view.picked_value == network.layers[1].biases[3]
    assert f"Neuron 4 of layer 2 sums 16 products to {total:.3g}".replace("-", "−") in explorer.describe()
    assert f"meant as a {LABELS[2]}. It reads a {network.predict(X[[2]]).argmax()}" in explorer.describe()


@pytest.mark.parametrize(
    "neuron, place", [((1, 0), 64 * 16), ((2, 15), 65 * 16 + 16 * 16 + 15), ((3, 9), 1481)]
)
def test_a_neuron_is_picked_by_its_bias(network, neuron, place):
    assert DigitExplorer(network, X, LABELS, neuron=neuron).view.picked == place


def test_what_is_drawn_on_the_page_is_the_example(explorer):
    drawing = np.arange(64) % 17
    explorer.view.set_state({"pixels": drawing.tolist()})
    assert np.array_equal(explorer.example, [drawing / 16])
    explorer.view.set_state({"digit": 0})
    assert np.array_equal(explorer.example, X[[0]])


def test_the_sliders_leave_the_given_network_alone(explorer, network):
    before = network.parameters.copy()
    explorer.view.set_state({"picked_value": 2.5})
    assert explorer.network.layers[1].biases[3] == 2.5
    assert np.array_equal(network.parameters, before)


def test_a_network_given_is_shown(explorer):
    other = Network(**LAYERS, seed=1)
    explorer.network = other
    assert np.array_equal(np.frombuffer(explorer.view.parameters), other.parameters)


@pytest.mark.parametrize(
    "wrong",
    [
        Network([64, 16, 10]),
        Network([2, 16, 10], output="softmax"),
        Network([64, 16, 9], output="softmax"),
        None,
    ],
)
def test_other_networks_are_refused(wrong):
    with pytest.raises(
        ValueError, match="wanted 64 inputs, hidden layers and a softmax over 10 digits; got sizes"
    ):
        DigitExplorer(wrong, X, LABELS)


@pytest.mark.parametrize(
    "X_, labels, message",
    [
        (X[:, :63], LABELS, r"shapes \(5, 63\) and \(5,\); wanted \(n, 64\)"),
        (X, LABELS[:4], r"\(4,\); wanted"),
        (X * 16, LABELS, "ink from 0 to 1"),
        (X * 0.99, LABELS, "steps of 1/16"),
        (X * np.nan, LABELS, "X, shape .* has nan"),
        (X, LABELS + 9, "whole numbers from 0 to 9"),
        (X, LABELS / 2, "whole numbers"),
    ],
)
def test_other_digits_are_refused(network, X_, labels, message):
    with pytest.raises(ValueError, match=message):
        DigitExplorer(network, X_, labels)


def test_untrained_each_seed_is_numpys_network():
    """The page draws the network from the seed; none travels."""
    explorer = UntrainedExplorer(X, LABELS, seeds=range(3, 6), seed=4)
    explorer.view.set_state({"seed": 5})
    assert np.array_equal(explorer.network.parameters, Network(**LAYERS, seed=5).parameters)
    assert explorer.view.parameters == b""


def test_untrained_another_network_travels_until_the_seed_is_moved(network):
    explorer = UntrainedExplorer(X, LABELS, seed=4)
    explorer.network = network
    assert np.array_equal(np.frombuffer(explorer.view.parameters), network.parameters)
    assert np.array_equal(explorer.network.parameters, network.parameters)
    explorer.view.set_state({"seed": 3, "parameters": memoryview(b"")})
    assert np.array_equal(explorer.network.parameters, Network(**LAYERS, seed=3).parameters)
    assert explorer.view.parameters == b""


def test_untrained_says_what_the_digit_costs():
    explorer = UntrainedExplorer(X, LABELS, seed=4, digit=1)
    output = Network(**LAYERS, seed=4).predict(X[[1]])[0]
    cost = sum((got - (digit == LABELS[1])) ** 2 for digit, got in enumerate(output))
    assert f"add up to a cost of {cost:.3g}" in explorer.describe()


def test_a_seed_that_does_not_travel_is_refused():
    with pytest.raises(ValueError, match="seed=10 is not among seeds=0 to 9"):
        UntrainedExplorer(X, LABELS, seed=10)


def test_the_three_networks_of_the_ranking_can_be_replaced(network):
    explorer = RankingExplorer([Network(**LAYERS, seed=seed) for seed in range(3)], X, LABELS)
    explorer.network = network
    carried = np.frombuffer(explorer.view.candidates).reshape(3, -1)
    assert np.array_equal(carried[0], network.parameters)
    assert np.array_equal(carried[1], Network(**LAYERS, seed=1).parameters)
    assert f"A reads a {network.predict(X[[0]]).argmax()} with" in explorer.describe()


def test_networks_of_the_ranking_that_a_seed_draws_do_not_travel(network):
    loud, timid = {"seed": 1, "initializer": "normal"}, {"seed": 17}
    drawn = [Network(**LAYERS, **how) for how in (loud, timid)]
    explorer = RankingExplorer([drawn[0], network, drawn[1]], X, LABELS, born=[loud, None, timid])
    assert explorer.view.born == [[1, "normal"], None, [17, None]]
    assert np.array_equal(np.frombuffer(explorer.view.candidates), network.parameters)
    explorer.networks = [drawn[0], network, network]
    assert explorer.view.born == [[1, "normal"], None, None]
    assert np.array_equal(np.frombuffer(explorer.view.candidates), [*network.parameters] * 2)


def test_a_ranking_wants_three_networks_of_the_same_layers(network):
    smaller = Network([64, 5, 10], output="softmax")
    curved = Network(LAYERS["sizes"], ["tanh", "relu"], "softmax")
    for wrong in ([network] * 2, [network, network, smaller], [network, curved, network]):
        with pytest.raises(ValueError, match="wanted 3 of the same layers"):
            RankingExplorer(wrong, X, LABELS)


def test_pictures_are_there_and_differ(network):
    explorers = [
        DigitExplorer(network, X, LABELS),
        DigitExplorer(network, X, LABELS, digit=3),
        UntrainedExplorer(X, LABELS),
        UntrainedExplorer(X, LABELS, seed=1),
        RankingExplorer([network] * 3, X, LABELS),
    ]
    pictures = [explorer.picture() for explorer in explorers]
    assert len(set(pictures)) == len(pictures)
    for picture in pictures:
        assert Image.open(io.BytesIO(picture)).width > 1000 and len(picture) < 200_000
