"""The explorers of chapter 2 in Python: the network behind them, what they say, what they refuse."""

import numpy as np
import pytest

from nnbasics import Network
from nnbasics.explorers import BumpExplorer, GatesExplorer

PNG = b"\x89PNG"


def xor_network(v2=-8):
    network = Network([2, 2, 1], hidden="sigmoid", output="sigmoid", initializer="zeros")
    network.layers[0].weights[:] = [[8, 8], [8, 8]]
    network.layers[0].biases[:] = [-4, -12]
    network.layers[1].weights[:] = [[8], [v2]]
    network.layers[1].biases[:] = [-4]
    return network


# Two steps and their sum


def test_each_slider_of_the_bump_moves_its_own_number():
    explorer = BumpExplorer()
    values = dict(w1=1.5, b1=2.5, w2=-3.5, b2=4.5, v1=0.5, v2=-1.25, c=0.75)
    for trait, value in values.items():
        setattr(explorer.view, trait, value)
    hidden, output = explorer.network.layers
    assert hidden.weights.tolist() == [[1.5, -3.5]] and hidden.biases.tolist() == [2.5, 4.5]
    assert output.weights.tolist() == [[0.5], [-1.25]] and output.biases.tolist() == [0.75]


def test_a_network_given_moves_the_sliders_of_the_bump():
    network = Network([1, 2, 1], hidden="sigmoid", output="linear", seed=3)
    network.layers[1].biases[:] = 0.5
    explorer = BumpExplorer()
    explorer.network = network
    assert [explorer.view.w1, explorer.view.w2] == network.layers[0].weights[0].tolist()
    assert [explorer.view.v1, explorer.view.v2] == network.layers[1].weights[:, 0].tolist()
    assert explorer.view.c == 0.5
    with pytest.raises(ValueError, match=r"wanted sizes \[1, 2, 1\]"):
        explorer.network = Network([1, 3, 1], hidden="sigmoid", output="linear")


@pytest.mark.parametrize(
    "goal, w, b, v, c",
    [
        (0, (6, 6), (6, -6), (1, -1), 0),  # steps at −1 and 1
        (1, (6, 6), (-6, -18), (1, -1), 0),  # at 1 and 3
        (2, (10, 10), (10, -10), (-2, 2), 1),  # down by 2 and up again, from 1
        (3, (6, 6), (12, -6), (-1, -1), 2),  # down from 2 at −2 and at 1
    ],
)
def test_every_goal_can_be_reached(goal, w, b, v, c):
    explorer = BumpExplorer(hidden_weights=w, hidden_biases=b, output_weights=v, output_bias=c, goal=goal)
    assert explorer.gap()[0] <= 0.1
    assert "the goal is reached" in explorer.describe()


def test_the_gap_is_the_distance_where_it_is_largest():
    stairs = BumpExplorer(hidden_weights=(10, 10), hidden_biases=(10, -10))
    gap, at = stairs.gap()  # 2 where 0 is wanted, from 1.5 on
    assert gap == pytest.approx(2) and 1.5 <= at <= 5
    flat = BumpExplorer(hidden_weights=(0, 0), hidden_biases=(0, 0), output_weights=(0, 0), output_bias=0.25)
    gap, at = flat.gap()  # 0.25 wherever, and 1 is wanted in the middle
    assert gap == 0.75 and -0.5 <= at <= 0.5
    assert "the goal is not reached" in flat.describe() and "nowhere" in flat.describe()


@pytest.mark.parametrize("steps", [(-1.4, 1), (-1, 1.4)])
def test_at_the_edges_of_the_goal_nothing_is_asked(steps):
    biases = [-10 * step for step in steps]
    steep = BumpExplorer(hidden_weights=(10, 10), hidden_biases=biases, output_weights=(1, -1))
    gap, at = steep.gap()  # half a unit from the edge, and 0.1 outside the step
    assert gap == pytest.approx(1 / (1 + np.exp(1)), abs=1e-3) and abs(at) == 1.5


# AND, OR, XOR


@pytest.mark.parametrize("goal, bias", [("AND", -15), ("OR", -5)])
def test_one_neuron_says_and_and_or(goal, bias):
    explorer = GatesExplorer(goal=goal)
    assert "not reached" in explorer.describe()
    explorer.view.w1, explorer.view.w2, explorer.view.b = 10.0, 10.0, float(bias)
    assert explorer.network.layers[0].weights.tolist() == [[10], [10]]
    assert "4 of 4 are right: reached" in explorer.describe()
    assert "0.993" in explorer.describe()  # σ(5), of the least sure


@pytest.mark.parametrize("goal", ["AND", "OR", "XOR"])
def test_the_table_has_each_pair_of_inputs_once_and_what_python_makes_of_it(goal):
    """An output for each row, all four different, so that no row can stand for another."""
    explorer = GatesExplorer(goal=goal)
    explorer.view.w1, explorer.view.w2, explorer.view.b = 2.0, -1.0, -0.5
    make = {"AND": int.__and__, "OR": int.__or__, "XOR": int.__xor__}[goal]
    outputs = {(0, 0): "0.378", (0, 1): "0.182", (1, 0): "0.818", (1, 1): "0.622"}  # σ of ∓0.5 and ∓1.5
    rows = [f"for {pair} wanted {make(*pair)}, got {said}" for pair, said in outputs.items()]
    assert "; ".join(rows) in explorer.describe()


def test_each_slider_of_the_two_neurons_moves_its_own_number():
    explorer = GatesExplorer(xor_network(), goal="XOR")
    for number, trait in enumerate(["w11", "w12", "w21", "w22", "b1", "b2", "v1", "v2", "c"]):
        setattr(explorer.view, trait, number + 0.5)
    hidden, output = explorer.network.layers
    assert hidden.weights.tolist() == [[0.5, 1.5], [2.5, 3.5]] and hidden.biases.tolist() == [4.5, 5.5]
    assert output.weights.tolist() == [[6.5], [7.5]] and output.biases.tolist() == [8.5]


def test_two_neurons_and_an_output_neuron_say_xor():
    assert "not reached" in GatesExplorer(xor_network(v2=8), goal="XOR").describe()
    assert "4 of 4 are right: reached" in GatesExplorer(xor_network(), goal="XOR").describe()


def test_the_explorer_leaves_the_network_given_alone():
    network = xor_network()
    GatesExplorer(network, goal="XOR").view.c = 9.0
    assert network.layers[1].biases.tolist() == [-4]


def test_a_network_given_moves_the_sliders_of_the_gates():
    explorer = GatesExplorer(xor_network(), goal="XOR")
    explorer.network = xor_network(v2=3)
    assert explorer.view.v2 == 3
    with pytest.raises(ValueError, match="sigmoid"):
        explorer.network = Network([2, 2, 1], hidden="tanh", output="sigmoid")


@pytest.mark.parametrize(
    "network",
    [
        Network([2, 3, 1], hidden="sigmoid", output="sigmoid"),
        Network([2, 1]),
        "XOR",
        Network([2, 2, 1], hidden="relu", output="sigmoid"),
    ],
)
def test_other_networks_are_refused(network):
    with pytest.raises(
        ValueError, match=r"network: wanted sizes \[2, 1\] or \[2, 2, 1\], all neurons sigmoid"
    ):
        GatesExplorer(network)


def test_other_goals_are_refused():
    with pytest.raises(ValueError, match="goal: wanted one of AND, OR, XOR, got 'NAND'"):
        GatesExplorer(goal="NAND")


@pytest.mark.parametrize(
    "explorer",
    [BumpExplorer(), BumpExplorer(goal=2), GatesExplorer(), GatesExplorer(xor_network(), goal="XOR")],
)
def test_picture_and_words_are_there_for_paper(explorer):
    assert explorer.picture().startswith(PNG)
    assert len(explorer.describe()) > 80
    assert len(str(explorer.view.get_state()).encode()) < 200_000
