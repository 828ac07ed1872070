"""Chapter 1's explorers in the kernel: what they take, what they say, the network behind them."""

import io
import re

import numpy as np
import pytest
from ipywidgets.embed import dependency_state
from PIL import Image
from sklearn.metrics import accuracy_score, log_loss

from nnbasics import Network
from nnbasics.datasets import iris
from nnbasics.explorers import NeuronExplorer, StepExplorer

PETALS, KINDS = iris()
FLOWERS = (PETALS - [4.9, 1.7]).round(1)


@pytest.fixture
def neuron():
    return NeuronExplorer(
        FLOWERS,
        KINDS,
        inputs=("length", "width"),
        classes=("versicolor", "virginica"),
        example=(0.7, 0.3),
        weights=(2.0, 4.0),
        bias=-1.0,
    )


@pytest.fixture
def step():
    return StepExplorer(weight=4.0, bias=-2.0, x=0.75)


def numbers_in(text):
    return [float(number.replace("−", "-")) for number in re.findall(r"−?\d+(?:\.\d+)?", text)]


def test_a_trait_moves_the_network(neuron, step):
    network = neuron.network
    neuron.view.w1, neuron.view.w2, neuron.view.b = -1.25, 1 / 3, 7
    assert network.layers[0].weights.tolist() == [[-1.25], [1 / 3]]
    assert network.layers[0].biases.tolist() == [7]
    assert neuron.network is network, "a network that the reader holds goes on following"
    step.view.set_state({"w": -3.5, "b": 0.5})  # as a message of the browser does
    assert step.network.parameters.tolist() == [-3.5, 0.5]


def test_a_network_moves_the_traits(neuron, step):
    given = Network([2, 1], output="sigmoid")
    given.parameters[:] = [0.1, -20, 1e-3]  # -20 is farther than a slider goes
    neuron.network = given
    assert (neuron.view.w1, neuron.view.w2, neuron.view.b) == (0.1, -20, 1e-3)
    assert neuron.network.parameters.tolist() == [0.1, -20, 1e-3]
    neuron.view.w1 = 5
    assert given.layers[0].weights[0, 0] == 0.1, "the reader's own network is left alone"
    assert neuron.network.layers[0].weights[0, 0] == 5
    one = Network([1, 1], output="sigmoid", dtype=np.float32)
    one.parameters[:] = [2.5, -0.5]
    step.network = one
    assert (step.view.w, step.view.b) == (2.5, -0.5)


@pytest.mark.parametrize(
    "network, message",
    [
        (Network([3, 1], output="sigmoid"), r"wanted sizes \[2, 1\].*got \[3, 1\]"),
        (Network([2, 2, 1], output="sigmoid"), r"wanted sizes \[2, 1\].*got \[2, 2, 1\]"),
        (Network([2, 1], output="tanh"), "wanted output sigmoid.*got tanh"),
        (None, r"wanted sizes \[2, 1\].*got None"),
        (np.zeros((2, 1)), r"wanted sizes \[2, 1\].*got None"),
    ],
)
def test_a_network_that_it_does_not_draw_is_refused(neuron, network, message):
    before = neuron.network
    with pytest.raises(ValueError, match=f"network: {message}"):
        neuron.network = network
    assert neuron.network is before and neuron.view.w1 == 2


@pytest.mark.parametrize("number", [np.nan, np.inf, -np.inf])
def test_only_finite_numbers_are_shown(neuron, number):
    with pytest.raises(ValueError, match="w1: wanted a finite number, got -?(nan|inf)"):
        neuron.view.w1 = number
    broken = Network([2, 1], output="sigmoid")
    broken.layers[0].biases[0] = number
    with pytest.raises(ValueError, match="network: wanted finite weights and biases"):
        neuron.network = broken
    assert neuron.network.parameters.tolist() == [2, 4, -1] and neuron.view.w1 == 2


@pytest.mark.parametrize(
    "X, Y, message",
    [
        (FLOWERS[:, :1], KINDS, r"X, Y: shapes \(100, 1\) and \(100, 1\); wanted \(n, 2\) and"),
        (FLOWERS, KINDS[:9], r"shapes \(100, 2\) and \(9, 1\)"),
        (FLOWERS[0], KINDS[0], r"shapes \(2,\) and \(1, 1\)"),
        (FLOWERS[:0], KINDS[:0], "X is empty"),
        (FLOWERS * np.nan, KINDS, "X, shape .* has nan"),
        (FLOWERS, KINDS + 1, "finite inputs and labels 0 or 1"),
    ],
)
def test_examples_of_another_kind_are_refused(X, Y, message):
    with pytest.raises(ValueError, match=message):
        NeuronExplorer(X, Y)


@pytest.mark.parametrize(
    "start, message",
    [
        ({"weights": (15.5, 0)}, r"weights: wanted a number from -15 to 15, got 15.5"),
        ({"bias": -16}, r"bias: wanted .* got -16"),
        ({"example": (0, 9)}, r"example: wanted a number from -0.9 to 1, got 9"),
        ({"weights": (np.nan, 0)}, "weights: wanted a number from -15 to 15, got nan"),
    ],
)
def test_a_start_out_of_reach_of_its_slider_is_refused(start, message):
    with pytest.raises(ValueError, match=message):
        NeuronExplorer(FLOWERS, KINDS, **start)


def test_the_sentence_says_what_the_neuron_does(neuron):
    z = 2 * 0.7 + 4 * 0.3 - 1
    probabilities = 1 / (1 + np.exp(-(FLOWERS @ [2, 4] - 1)))
    right = accuracy_score(KINDS, probabilities > 0.5, normalize=False)
    said = numbers_in(neuron.describe())
    assert said == pytest.approx(
        [2, 4, -1, 0.7, 0.3, z, 1 / (1 + np.exp(-z)), right, 100, log_loss(KINDS, probabilities)], rel=5e-3
    )  # three digits
    assert "weights 2.00 and 4.00 and bias −1.00" in neuron.describe()
    assert "versicolor or virginica" in neuron.describe()


def test_the_sentence_says_where_the_step_is(step):
    assert numbers_in(step.describe()) == pytest.approx(
        [4, -2, -3, 3, 0.5, 1, 0.75, 1 / (1 + np.exp(-1))], rel=5e-3
    )
    step.view.w = 0
    assert "no step" in step.describe()
    step.view.w, step.view.b = -2, 3
    assert "a step at 1.50, with slope −0.500 there" in step.describe()


def test_the_sentence_follows_the_sliders(neuron):
    neuron.view.x1, neuron.view.w2 = -0.4, 0
    z = 2 * -0.4 - 1
    assert numbers_in(neuron.describe())[:7] == pytest.approx(
        [2, 0, -1, -0.4, 0.3, z, 1 / (1 + np.exp(-z))], rel=5e-3
    )


@pytest.mark.parametrize("weight", [3, -3, 0])
def test_every_state_has_a_picture_of_its_own(neuron, step, weight):
    for explorer, trait in [(neuron, "w1"), (step, "w")]:
        before = explorer.picture()
        setattr(explorer.view, trait, weight)
        after = explorer.picture()
        for picture in (before, after):
            image = Image.open(io.BytesIO(picture))
            assert image.format == "PNG" and image.width > 1000 and len(picture) < 60_000
        assert after != before


def test_there_are_three_tiers_of_one_state(neuron):
    shown = neuron._repr_mimebundle_()
    assert shown["application/vnd.jupyter.widget-view+json"]["model_id"] == neuron.model_id
    assert shown["text/plain"] == neuron.describe()
    assert shown["image/png"].startswith("iVBORw0KGgo")


def test_every_slider_starts_where_its_trait_is_and_is_linked_to_it(neuron, step):
    for explorer, wanted in [
        (neuron, {"weight w₁": "w1", "weight w₂": "w2", "bias b": "b", "input x₁": "x1", "input x₂": "x2"}),
        (step, {"weight w": "w", "bias b": "b", "step at s = −b/w": "s", "input x": "x"}),
    ]:
        models = dependency_state([explorer], drop_defaults=False)
        state = {f"IPY_MODEL_{key}": model["state"] for key, model in models.items()}
        links = [model for model in state.values() if model["_model_name"] == "LinkModel"]
        linked = {link["source"][0]: link["target"] for link in links}
        sliders = {key: model for key, model in state.items() if model["_model_name"] == "FloatSliderModel"}
        assert {slider["description"]: linked[key][1] for key, slider in sliders.items()} == wanted
        for key, slider in sliders.items():
            view, trait = linked[key]
            assert view == f"IPY_MODEL_{explorer.view.model_id}"
            assert slider["value"] == getattr(explorer.view, trait)
