"""Chapter 3's explorer in the kernel: what it takes, what it says, and the network that follows the page."""

import io

import numpy as np
import pytest
from PIL import Image

from nnbasics import Network
from nnbasics.datasets import xor
from nnbasics.explorers import HiddenLayerExplorer

DATA = {"four points": ([[1, 1], [-1, -1], [-1, 1], [1, -1]], [1, 1, 0, 0]), "xor": xor(30)}


def two_tanh():
    """Solves the four points; all sums can be checked on paper."""
    net = Network([2, 2, 1], hidden="tanh", output="sigmoid")
    net.parameters[:] = [-1, 1, 1, -1, -1, -1, -3, -3, -3]
    return net


@pytest.fixture
def explorer():
    return HiddenLayerExplorer(DATA, two_tanh(), example=(-1, 1), sources={"xor": "X, Y = xor(30)"})


def test_the_sentence_tells_what_is_worked_out_by_hand(explorer):
    # (−1, 1): h₁ = tanh(1 + 1 − 1) = 0.762, h₂ = tanh(−3) = −0.995, z = −3 × 0.762 + 3 × 0.995 − 3 = −2.30.
    text = explorer.describe()
    assert "2 hidden tanh neurons and 9 weights and biases" in text
    assert "4 of 4 are on the right side" in text
    assert "0.762 and −0.995 in the hidden layer and 0.0912 at the output" in text
    assert "straight line" in text


def test_the_sentence_follows_the_data_on_the_screen(explorer):
    explorer.view.data = 1
    assert "examples xor" in explorer.describe() and "of 30 are" in explorer.describe()


@pytest.mark.parametrize("units", [1, 2, 3, 8])
def test_every_width_has_a_picture_and_a_sentence(explorer, units):
    explorer.network = Network([2, units, 1], hidden="relu", output="sigmoid", seed=units)
    assert Image.open(io.BytesIO(explorer.picture())).width > 1000
    assert f"{units} hidden relu neuron" in explorer.describe()
    assert (explorer.view.units, explorer.view.activation) == (units - 1, 2)


def test_a_message_of_the_page_with_more_neurons_makes_another_network(explorer):
    numbers = np.linspace(-1, 1, 13)
    explorer.view.set_state(
        {"sizes": [2, 3, 1], "hidden": ["sigmoid"], "parameters": numbers.tobytes(), "units": 2}
    )
    assert repr(explorer.network).startswith("Network(2 → 3 sigmoid → 1 sigmoid")
    assert np.array_equal(explorer.network.parameters, numbers)


def test_the_network_given_is_left_alone():
    given = two_tanh()
    HiddenLayerExplorer(DATA, given).view.set_state({"picked": 0, "picked_value": 5.0})
    assert given.layers[0].weights[0, 0] == -1


@pytest.mark.parametrize(
    "network",
    [
        Network([2, 9, 1], hidden="tanh", output="sigmoid"),
        Network([3, 2, 1], hidden="tanh", output="sigmoid"),
        Network([2, 1], output="sigmoid"),
        Network([2, 2, 1], hidden="gelu", output="sigmoid"),
        Network([2, 2, 1], hidden="tanh", output="linear"),
        "a network",
    ],
)
def test_a_network_that_it_cannot_show_is_refused(explorer, network):
    with pytest.raises(ValueError, match=r"wanted sizes \[2, h, 1\] with h from 1 to 8.*got"):
        explorer.network = network
    with pytest.raises(ValueError, match="network: wanted"):
        HiddenLayerExplorer(DATA, network)


@pytest.mark.parametrize(
    "X, Y, message",
    [
        ([[1, 2, 3]], [1], r"shapes \(1, 3\) and \(1, 1\); wanted \(n, 2\)"),
        ([[1, 2]], [1, 0], "n at least 1"),
        (np.empty((0, 2)), [], "X is empty"),
        ([[1, np.nan]], [1], "X, shape .* has nan"),
        ([[1, 2]], [2], "finite inputs and labels 0 or 1"),
    ],
)
def test_examples_of_another_kind_are_refused_by_name(X, Y, message):
    with pytest.raises(ValueError, match=f"mine.*{message}"):
        HiddenLayerExplorer({"mine": (X, Y)}, two_tanh())


def test_the_state_of_the_page_is_small():
    examples = {name: xor(150) for name in ("a", "b", "c", "d")}
    state = HiddenLayerExplorer(examples, two_tanh()).view.get_state()
    assert len(repr({name: value for name, value in state.items() if name not in ("_esm", "_css")})) < 50_000
    assert len(repr(state)) < 200_000
