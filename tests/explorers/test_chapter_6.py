"""The explorers of chapter 6: each number of a step against NumPy and finite differences; its words."""

from itertools import pairwise

import numpy as np
import pytest
import scipy.special
from sklearn.metrics import log_loss

from nnbasics import Network
from nnbasics.explorers import LeversExplorer, PathsExplorer, SlopeExplorer, StepperExplorer
from nnbasics.explorers.paths.explorer import walk
from nnbasics.explorers.slope.explorer import parameter_names
from nnbasics.explorers.stepper.code_lines import PLACES, code_lines
from nnbasics.explorers.stepper.explorer import ACTIVATIONS, ENDINGS, SHAPES, number_of_steps, small_network

from ..browser.reading import Interval, value_of

STATES = 200
X, WANTED = [[1.0, 0.5]], [[1.0]]


def random_state(rng):
    """A network of the stepper with random numbers, an example and a learning rate."""
    sizes = SHAPES[rng.integers(len(SHAPES))]
    endings = [ending for ending in ENDINGS.values() if ending[0] != "softmax" or sizes[-1] > 1]
    output, loss = endings[rng.integers(len(endings))]
    network = Network(sizes, hidden=ACTIVATIONS[rng.integers(len(ACTIVATIONS))], output=output, loss=loss)
    network.parameters = rng.uniform(-3, 3, network.num_parameters)
    wanted = (
        np.eye(sizes[-1])[[rng.integers(sizes[-1])]] if loss == "cce" else rng.uniform(0, 1, (1, sizes[-1]))
    )
    return network, rng.uniform(-3, 3, (1, sizes[0])), wanted, rng.uniform(0.05, 4)


@pytest.fixture(scope="module")
def states():
    rng = np.random.default_rng(6)
    return [random_state(rng) for _ in range(STATES)]


@pytest.fixture(scope="module")
def lessons(states, in_node):
    jobs = [
        {
            "network": {
                "sizes": list(net.sizes),
                "hidden": list(net.hidden),
                "output": net.output,
                "loss": net.loss_name,
                "parameters": net.parameters.tolist(),
            },
            "x": x[0].tolist(),
            "wanted": wanted[0].tolist(),
            "learningRate": rate,
            "place": i % net.num_parameters,
        }
        for i, (net, x, wanted, rate) in enumerate(states)
    ]
    scripts = ["stepper/lesson.js", "slope/slopes.js", "stepper/formulas.js"]
    return in_node("lesson_runner.mjs", [f"explorers/{script}" for script in scripts], jobs)


def test_every_number_of_the_stepper_is_numpys(states, lessons):
    compared = 0
    for (shown, x, wanted, rate), lesson in zip(states, lessons, strict=True):
        trace = shown.forward(x)
        grads = shown.backward(trace, wanted)
        after = shown.copy()
        after.parameters -= rate * grads.flat
        names = {"shown": shown, "trace": trace, "grads": grads, "after": after, "x": x, "wanted": wanted}
        assert (
            len({name for name, _, _ in lesson["steps"]})
            == len(lesson["steps"])
            == number_of_steps(shown.sizes)
        )
        for name, python, value in lesson["steps"]:
            assert value == pytest.approx(float(eval(python, names)), rel=1e-12, abs=1e-12), (shown, name)
            compared += 1
    assert compared > 20 * STATES


def test_the_rule_with_its_numbers_gives_the_number_of_the_step(lessons):
    """A reader who works out what stands there comes to the step's own number, as far as its digits carry."""
    compared = 0
    for lesson in lessons:
        for (name, _, value), product in zip(lesson["steps"], lesson["products"], strict=True):
            said = value_of(product)
            assert said and said.meets(Interval(value, value)), (name, product, said, value)
            compared += 1
    assert compared > 20 * STATES


def test_every_slope_of_the_stepper_is_that_of_finite_differences(states, lessons):
    """Away from kinks, where a slope is defined; the step is chosen so that its error is far below 1e-6."""
    compared = 0
    for (net, x, wanted, _), lesson in zip(states, lessons, strict=True):
        if "relu" in net.hidden and np.abs(net.forward(x).preactivations[0]).min() < 1e-2:
            continue
        slopes = [value for name, _, value in lesson["steps"] if name.startswith("slope of")]
        scale = max(1e-3, max(map(abs, slopes)))
        for place, slope in zip(places_in_order(net.sizes), slopes, strict=True):
            estimate = fourth_order(
                lambda value: moved(net, place, value).loss(x, wanted), net.parameters[place]
            )
            assert slope == pytest.approx(estimate, rel=1e-6, abs=1e-6 * scale)
            compared += 1
    assert compared > 5 * STATES


def test_slopes_maps_and_ways_are_numpys(states, lessons):
    for i, ((net, x, wanted, rate), lesson) in enumerate(zip(states, lessons, strict=True)):
        place = i % net.num_parameters
        pair = [place, (place + 1) % net.num_parameters]
        h, at = 1e-4, net.parameters[place]
        above, below = moved(net, place, at + h).loss(x, wanted), moved(net, place, at - h).loss(x, wanted)
        assert lesson["finiteDifference"] == pytest.approx((above - below) / (2 * h), rel=1e-7, abs=1e-9)
        elsewhere = net.copy()
        elsewhere.parameters[pair] = 0.5, -0.25
        assert lesson["over"] == pytest.approx([elsewhere.loss(x, wanted)], rel=1e-12, abs=1e-12)
        walker, way = net.copy(), []
        for _ in range(6):
            way += walker.parameters[pair].tolist()
            walker.parameters[pair] -= rate * walker.backward(walker.forward(x), wanted).flat[pair]
        assert lesson["way"] == pytest.approx(way, rel=1e-9, abs=1e-9)
        assert lesson["kept"] == net.parameters.tolist()


def places_in_order(sizes):
    """The places in `Network.parameters` in the order in which the lesson has the slopes: it is the same."""
    return range(sum((fan_in + 1) * fan_out for fan_in, fan_out in pairwise(sizes)))


def moved(net, place, value):
    other = net.copy()
    other.parameters[place] = value
    return other


def fourth_order(function, at, h=2e-3):
    return (8 * (function(at + h) - function(at - h)) - function(at + 2 * h) + function(at - 2 * h)) / (
        12 * h
    )


# The lines of code beside the formulas


def test_the_lines_are_the_cores():
    lines = code_lines()
    assert lines["delta"] == {
        "where": "layers.py",
        "code": "upstream = delta.dot(self.weights.T)\nreturn activation.backward(upstream, z, a)",
    }
    assert set(lines) == set(PLACES) and all(line["code"] for line in lines.values())


# What the explorers say, and refuse


def test_the_stepper_says_numpys_numbers():
    net = small_network()
    text = StepperExplorer(net).describe()
    assert "0.320" in text and "the loss is 0.463" in text and "−0.296" in text


def test_a_network_given_moves_the_stepper_and_another_ending_is_followed():
    explorer = StepperExplorer()
    explorer.network = Network([2, 3, 2], hidden="relu", output="softmax", seed=4)
    assert explorer.view.sizes == [2, 3, 2] and explorer.view.last == number_of_steps([2, 3, 2]) - 1
    explorer.view.ending = 1
    assert (explorer.network.output, explorer.network.loss_name) == ("sigmoid", "bce")
    x, wanted = explorer.example
    assert x.shape == (1, 2) and wanted.shape == (1, 2)


def test_softmax_waits_for_a_shape_with_two_outputs():
    explorer = StepperExplorer(Network([2, 2, 1], output="sigmoid", loss="bce", seed=1))
    explorer.view.ending = [output for output, _ in ENDINGS.values()].index("softmax")
    assert (explorer.network.output, explorer.network.sizes) == ("sigmoid", [2, 2, 1])


@pytest.mark.parametrize(
    "network",
    [Network([2, 4, 1]), Network([2, 2, 1], hidden="gelu"), "net", Network([2, 2, 1], output="tanh")],
)
def test_the_stepper_refuses_other_networks(network):
    with pytest.raises(ValueError, match="network: wanted sizes"):
        StepperExplorer(network)


def test_the_levers_pull_each_alone_and_together():
    neuron = Network([2, 1], output="sigmoid", loss="mse")
    neuron.layers[0].weights, neuron.layers[0].biases = [[0.5], [-1.0]], [0.25]
    explorer = LeversExplorer(neuron, [0.8, 0.4], wanted=1.0)
    z = 0.8 * 0.5 - 0.4 + 0.25
    s = 1 / (1 + np.exp(-z))
    delta = 2 * (s - 1) * s * (1 - s)
    loss = lambda z: (1 / (1 + np.exp(-z)) - 1) ** 2
    losses = explorer.losses()
    assert losses["before"] == pytest.approx(loss(z))
    assert losses["bias"] == pytest.approx(loss(z - delta))
    assert losses["weights"] == pytest.approx(loss(z - delta * (0.8**2 + 0.4**2)))
    assert losses["activations"] == pytest.approx(loss(z - delta * (0.5**2 + 1)))
    assert losses["together"] < min(losses["bias"], losses["weights"], losses["activations"])
    with pytest.raises(ValueError, match="one neuron"):
        LeversExplorer(Network([2, 2, 1]), [1, 2])


def flowers(n=40):
    rng = np.random.default_rng(2)
    X = rng.normal(size=(n, 2))
    return X, (X @ [[1.0], [-1.0]] + rng.normal(size=(n, 1)) > 0).astype(float)


def test_the_walks_of_the_page_are_numpys(in_node):
    X, Y = flowers()
    job = {
        "X": X.ravel().tolist(),
        "Y": Y.ravel().tolist(),
        "start": [-1, 0.5],
        "rate": 0.7,
        "seed": 5,
        "epochs": 3,
        "sizes": [1, 10, 40],
    }
    (answer,) = in_node("walk_runner.mjs", ["explorers/paths/walk.js"], [job])
    each = zip(job["sizes"], answer["ways"], answer["losses"], answer["counters"], strict=True)
    for size, way, losses, counted in each:
        points = walk(X, Y, job["start"], size, job["rate"], job["seed"], seen=120)
        assert np.reshape(way, (-1, 2)) == pytest.approx(points, rel=1e-9, abs=1e-9)
        chances = scipy.special.expit(points @ X.T)
        assert losses == pytest.approx([log_loss(Y, chance) for chance in chances], rel=1e-9)
        assert counted[-1] == {
            "steps": len(points) - 1,
            "batch": 40 // size,
            "batches": 40 // size,
            "epoch": 3,
        }
        assert counted[0] == {"steps": 0, "batch": 0, "batches": 40 // size, "epoch": 1}
        assert counted[25]["steps"] == 25 // size and counted[41]["epoch"] == 2


def test_the_picture_and_words_of_each_are_there():
    neuron = Network([3, 1], output="sigmoid", loss="mse")
    for explorer in (
        StepperExplorer(),
        SlopeExplorer(small_network(), x=X, wanted=WANTED),
        LeversExplorer(neuron, [1, 0, -1]),
        SlopeExplorer(small_network(), x=X, wanted=WANTED, two=True),
        PathsExplorer(*flowers(), source=""),
    ):
        assert explorer.picture().startswith(b"\x89PNG") and len(explorer.describe()) > 80


def test_parameters_are_named_in_their_order():
    assert parameter_names([2, 2, 1]) == [
        "w(x₁→h₁)",
        "w(x₁→h₂)",
        "w(x₂→h₁)",
        "w(x₂→h₂)",
        "b(h₁)",
        "b(h₂)",
        "w(h₁→y)",
        "w(h₂→y)",
        "b(y)",
    ]


def test_what_does_not_fit_is_refused():
    with pytest.raises(ValueError, match="wanted one hidden layer"):
        SlopeExplorer(Network([2, 2, 1]), x=X, wanted=WANTED)
    with pytest.raises(ValueError, match=r"X, Y: wanted shapes"):
        PathsExplorer(np.zeros((5, 2)), np.zeros((5, 1)), source="")
    with pytest.raises(ValueError, match="x: wanted one or two numbers"):
        StepperExplorer(x=(1, 2, 3))
