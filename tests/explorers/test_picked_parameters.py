"""A view that holds a whole network: the kernel's network and the traits of the page stay at one."""

import numpy as np
import pytest

from nnbasics import Network
from nnbasics.explorers.explorer import NetworkExplorer
from nnbasics.explorers.view import NetworkView


@pytest.fixture
def explorer():
    return NetworkExplorer(NetworkView(), [], Network([2, 3, 1], hidden="tanh", output="sigmoid", seed=1))


def numbers(explorer):
    return np.frombuffer(explorer.view.parameters, "<f8")


def from_the_page(view, **state):
    """What a message of the browser does: bytes come as a memoryview; all traits first, observers then."""
    view.set_state(
        {name: memoryview(value) if isinstance(value, bytes) else value for name, value in state.items()}
    )


def test_the_view_starts_with_the_network(explorer):
    assert explorer.view.sizes == [2, 3, 1] and explorer.view.hidden == ["tanh"]
    assert np.array_equal(
        numbers(explorer), Network([2, 3, 1], hidden="tanh", output="sigmoid", seed=1).parameters
    )
    assert explorer.view.picked_value == explorer.network.layers[0].weights[0, 0]


def test_the_slider_of_what_is_picked_moves_the_network(explorer):
    network = explorer.network
    from_the_page(explorer.view, picked=7, picked_value=2.5)  # 2 × 3 weights come before the biases
    assert network.layers[0].biases[1] == 2.5
    assert explorer.network is network


def test_new_numbers_move_the_network(explorer):
    network = explorer.network
    from_the_page(explorer.view, parameters=np.arange(13.0).tobytes())
    assert network.layers[1].weights.ravel().tolist() == [9, 10, 11]
    assert explorer.network is network


def test_other_layers_make_another_network(explorer):
    from_the_page(explorer.view, sizes=[2, 1, 1], hidden=["relu"], parameters=np.arange(5.0).tobytes())
    assert repr(explorer.network).startswith("Network(2 → 1 relu → 1 sigmoid")
    assert explorer.network.layers[1].biases.item() == 4


def test_a_network_given_moves_the_view(explorer):
    other = Network([2, 3, 1], hidden="tanh", output="sigmoid", seed=2)
    explorer.view.picked = 12
    explorer.network = other
    assert explorer.network is not other  # a copy: the sliders leave yours alone
    assert np.array_equal(numbers(explorer), other.parameters)
    assert explorer.view.picked_value == other.layers[1].biases.item()


def test_a_network_of_other_sizes_is_refused(explorer):
    with pytest.raises(ValueError, match=r"wanted sizes \[2, 3, 1\].*got \[2, 4, 1\]"):
        explorer.network = Network([2, 4, 1], output="sigmoid")
    with pytest.raises(ValueError, match="got None"):
        explorer.network = "a network"


@pytest.mark.parametrize("state", [{"sizes": [2, 4, 1]}, {"parameters": np.full(13, np.nan).tobytes()}])
def test_numbers_that_do_not_fit_are_refused_and_change_nothing(explorer, state):
    before = explorer.network.parameters.copy()
    with pytest.raises(ValueError, match="finite numbers for sizes"):
        for name, value in state.items():
            setattr(explorer.view, name, value)
    assert np.array_equal(explorer.network.parameters, before)
