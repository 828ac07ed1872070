"""The explorers of chapter 8: numbers of random states against NumPy, slopes against finite differences."""

import numpy as np
import pytest

from nnbasics import Network
from nnbasics.activations import ACTIVATIONS
from nnbasics.explorers import (
    CollapseExplorer,
    CurvesExplorer,
    DepthExplorer,
    DyingExplorer,
    SaturatedExplorer,
)
from nnbasics.explorers.collapse import explorer as collapse
from nnbasics.explorers.curves.explorer import NAMES
from nnbasics.explorers.depth import explorer as depth
from nnbasics.explorers.dying import explorer as dying
from nnbasics.explorers.saturated import explorer as saturated

STATES = 120
KINKS = ("relu", "leaky_relu", "elu", "step")  # at z = 0


def jobs_of(rng):
    start = lambda: {"w": rng.uniform(-4, 4), "b": rng.uniform(-4, 4)}
    return {
        "curves/functions": [{"name": name, "z": rng.uniform(-6, 6, STATES).tolist()} for name in NAMES],
        "saturated/runs": [
            {
                **start(),
                "rate": rng.uniform(0.025, 1),
                "step": int(rng.integers(301)),
                "z": rng.uniform(-8, 8, 5).tolist(),
            }
            for _ in range(STATES)
        ],
        "dying/run": [
            {
                **start(),
                "X": dying.X[:, 0].tolist(),
                "Y": dying.Y[:, 0].tolist(),
                "rate": rng.uniform(0.05, 1),
                "activation": dying.ACTIVATIONS[i % 3],
                "step": int(rng.integers(61)),
            }
            for i in range(STATES)
        ],
        "depth/gradients": [
            {
                "data": {**depth.DATA, "width": depth.WIDTH},
                "hidden": int(rng.integers(1, 11)),
                "activation": depth.ACTIVATIONS[i % 8],
                "seed": int(rng.integers(10)),
                **({"initializer": start} if (start := [None, *depth.STARTS[1:]][i % 6]) else {}),
            }
            for i in range(STATES)
        ],
        "collapse/stack": [
            {
                "parameters": rng.uniform(-3, 3, 9).tolist(),
                "folded": i % 3,
                "X": rng.uniform(-2, 2, 20).tolist(),
            }
            for i in range(STATES)
        ],
    }


@pytest.fixture(scope="module")
def computed(in_node):
    """module → pairs of a job and what the browser's code makes of it: all in one run of Node."""
    jobs = jobs_of(np.random.default_rng(8))
    answers = in_node("chapter_8_runner.mjs", ["explorers"], jobs)
    return {module: list(zip(jobs[module], answers[module], strict=True)) for module in jobs}


def slope_of(function, at, h=1e-5):
    return (function(at + h) - function(at - h)) / (2 * h)


# curves


def test_every_function_and_its_slope_are_numpys_and_those_of_finite_differences(computed):
    for job, answer in computed["curves/functions"]:
        f, z = ACTIVATIONS[job["name"]], np.array(job["z"])
        assert answer["values"] == pytest.approx(f(z), rel=1e-12, abs=1e-13), job["name"]
        assert answer["slopes"] == pytest.approx(f.derivative(z), rel=1e-12, abs=1e-13), job["name"]
        smooth = np.abs(z) > 1e-3 if job["name"] in KINKS else np.full(z.shape, True)
        assert np.array(answer["slopes"])[smooth] == pytest.approx(
            slope_of(f, z)[smooth], rel=1e-7, abs=1e-9
        ), job["name"]
        assert smooth.sum() > 100


def test_the_curves_say_their_formula_and_numbers():
    explorer = CurvesExplorer("tanh", 0)
    text = explorer.describe()
    assert explorer.function is ACTIVATIONS["tanh"]
    assert "a = tanh z" in text and "it says 0, and its slope is 1.00" in text and "chapter" not in text
    explorer.view.activation = NAMES.index("sigmoid")
    assert "9.54×10⁻⁷" in explorer.describe()  # a quarter, ten times
    with pytest.raises(ValueError, match="activation: wanted one of linear"):
        CurvesExplorer("softmax")


# the saturated neuron


def test_the_saturated_neuron_is_numpys(computed):
    for job, answer in computed["saturated/runs"]:
        for loss, now in zip(saturated.LOSSES, answer, strict=True):
            neuron, outputs = saturated.trained(loss, job["w"], job["b"], job["rate"], job["step"])
            trace = neuron.forward(saturated.X)
            z, output = trace.preactivations[0].item(), trace.activations[-1].item()
            shown = [now[name] for name in ("z", "output", "slope", "delta", "loss", "drawn")]
            delta = neuron.backward(trace, saturated.WANTED).deltas[0].item()
            assert shown == pytest.approx(
                [
                    z,
                    output,
                    output * (1 - output),
                    delta,
                    neuron.loss(saturated.X, saturated.WANTED),
                    outputs[-1],
                ],
                rel=1e-9,
                abs=1e-12,
            )


def test_the_slopes_of_both_losses_are_those_of_finite_differences(computed):
    sigmoid = lambda z: 1 / (1 + np.exp(-z))
    losses = (lambda z: sigmoid(z) ** 2, lambda z: -np.log(sigmoid(-z)))  # with 0 wanted
    for job, answer in computed["saturated/runs"]:
        for loss, now in zip(losses, answer, strict=True):
            assert now["deltas"] == pytest.approx(slope_of(loss, np.array(job["z"])), rel=1e-5, abs=1e-8)
            assert now["delta"] == pytest.approx(slope_of(loss, now["z"]), rel=1e-5, abs=1e-8)


def test_the_curves_of_the_saturated_neurons_show_their_losses(computed):
    for job, (square, entropy) in computed["saturated/runs"]:
        first = 1 / (1 + np.exp(-job["w"] - job["b"]))
        for step, outputs in ((0, (first, first)), (job["step"], (square["drawn"], entropy["drawn"]))):
            assert square["losses"][step] == pytest.approx(outputs[0] ** 2, rel=1e-9, abs=1e-12)
            assert entropy["losses"][step] == pytest.approx(-np.log1p(-outputs[1]), rel=1e-6, abs=1e-9)


def test_nielsens_neuron_ends_where_he_says():
    """In "Neural Networks and Deep Learning", chapter 3, the output begins at 0.98 and ends at 0.20."""
    _, outputs = saturated.trained("mse", 2, 2, 0.075, 300)
    assert (round(outputs[0], 2), round(outputs[-1], 2)) == (0.98, 0.20)
    explorer = SaturatedExplorer(steps=300)
    assert explorer.neurons()["mse"].predict(saturated.X).item() == outputs[-1]
    assert "0.203 after 300" in explorer.describe()


# the ReLU that dies


def test_the_dying_neuron_is_numpys_and_dead_is_exactly_0(computed):
    dead = 0
    for job, now in computed["dying/run"]:
        neuron = dying.trained(job["activation"], job["w"], job["b"], job["rate"], job["step"])
        trace = neuron.forward(dying.X)
        slopes = neuron.backward(trace, dying.Y).flat
        assert [now["w"], now["b"], now["loss"], *now["slopes"], *now["z"], *now["outputs"]] == pytest.approx(
            [
                *neuron.parameters,
                neuron.loss(dying.X, dying.Y),
                *slopes,
                *trace.preactivations[0][:, 0],
                *trace.activations[-1][:, 0],
            ],
            rel=1e-9,
            abs=1e-9,
        )
        other = (job["step"] + 17) % 61  # of the curve, any point
        neuron = dying.trained(job["activation"], job["w"], job["b"], job["rate"], other)
        assert now["losses"][other] == pytest.approx(neuron.loss(dying.X, dying.Y), rel=1e-9, abs=1e-9)
        assert now["awake"] == (trace.preactivations[0] > 0).sum()
        if job["activation"] == "relu" and now["awake"] == 0:
            dead += 1
            assert now["slopes"] == [0, 0]
        if job["activation"] != "relu":
            assert all(now["slopes"])
    assert dead > 3


def test_a_relu_lives_at_one_rate_and_dies_at_another_which_leaky_relu_survives():
    assert "above 0 for 4 of them" in DyingExplorer(learning_rate=0.3).describe()
    assert "above 0 for 0 of them" in DyingExplorer(learning_rate=0.5).describe()
    assert "above 0 for 4 of them" in DyingExplorer("leaky_relu", learning_rate=0.5).describe()
    rescued = dying.trained("relu", 3, 1, 0.4, 1).forward(dying.X).preactivations[0] > 0
    assert rescued.sum() == 1  # and that one pulls it back
    assert "above 0 for 4 of them" in DyingExplorer(learning_rate=0.4).describe()
    with pytest.raises(ValueError, match="activation: wanted one of relu"):
        DyingExplorer("tanh")


# the delta through ten layers


def test_every_delta_of_the_deep_networks_is_numpys(computed):
    kinds = set()
    for job, sizes in computed["depth/gradients"]:
        network = depth.deep(job["activation"], job.get("initializer"), job["hidden"], job["seed"])
        assert sizes == pytest.approx(depth.delta_sizes(network), rel=1e-9, abs=1e-15), job
        kinds.add((job["activation"], job.get("initializer")))
    assert len(kinds) == 24  # each activation with three starts


def test_the_deltas_are_the_slopes_of_the_loss_along_z():
    """A bias moves its neuron's z for all examples: so the sum of its deltas is the loss's slope along it."""
    X, Y = depth.moons(**depth.DATA)
    network = depth.deep("tanh", None, 10, 3)
    sums = [delta.sum(axis=0) for delta in network.backward(network.forward(X), Y).deltas]
    for l, neuron in [(0, 5), (4, 11), (9, 0), (10, 0)]:

        def loss(bias):
            network.layers[l].biases[neuron] = bias
            return network.loss(X, Y)

        assert sums[l][neuron] == pytest.approx(slope_of(loss, 0.0, 1e-4), rel=1e-5, abs=1e-11)
        network.layers[l].biases[neuron] = 0


def test_sigmoids_vanish_normal_weights_explode_and_relus_with_their_own_start_hold():
    ratio = lambda *state: (lambda sizes: sizes[0] / sizes[-1])(depth.delta_sizes(depth.deep(*state)))
    for seed in range(10):
        assert ratio("sigmoid", None, 10, seed) < 1e-6
        assert ratio("relu", "normal", 10, seed) > 100
        assert ratio("relu", None, 10, seed) > 0.01
    assert not any(depth.delta_sizes(depth.deep("tanh", "zeros", 10, 0))[:-1])
    explorer = DepthExplorer("relu", "he", layers=3, seed=4)
    assert list(explorer.network.sizes) == [2, 16, 16, 16, 1]
    assert "each layer multiplied" in explorer.describe()
    for wrong in (dict(activation="step"), dict(initializer="ones"), dict(layers=11), dict(seed=-1)):
        with pytest.raises(ValueError, match="wanted"):
            DepthExplorer(**wrong)


# the stack that collapses


def test_the_stack_and_the_single_layer_are_numpys(computed):
    for job, answer in computed["collapse/stack"]:
        network = Network([2, 2, 1], hidden="linear", output="linear")
        network.parameters = job["parameters"]
        X, (W, b) = np.reshape(job["X"], (-1, 2)), collapse.multiplied_out(network)
        stacked, single = collapse.stack(network, job["folded"], X), X @ W + b
        assert [*answer["W"], answer["b"]] == pytest.approx([*W[:, 0], b[0]], rel=1e-12, abs=1e-12)
        assert answer["stack"] == pytest.approx(stacked[:, 0], rel=1e-12, abs=1e-12)
        assert answer["single"] == pytest.approx(single[:, 0], rel=1e-12, abs=1e-12)
        assert answer["gap"] == pytest.approx(np.abs(stacked - single).max(), rel=1e-9, abs=1e-12)
        if job["folded"] == 0:
            assert answer["single"] == pytest.approx(
                network.predict(X)[:, 0], rel=1e-9, abs=1e-12
            )  # the core's own way
            assert answer["gap"] == 0
        if job["folded"] == 2:
            folded = Network([2, 2, 1], hidden="relu", output="linear")
            folded.parameters = job["parameters"]
            assert answer["stack"] == pytest.approx(folded.predict(X)[:, 0], rel=1e-9, abs=1e-12)


def test_a_relu_makes_the_stack_more_than_a_layer():
    assert "say the same everywhere" in CollapseExplorer().describe()
    assert "are up to 5.25 apart" in CollapseExplorer(fold=1).describe()
    explorer = CollapseExplorer()
    explorer.view.picked, explorer.view.picked_value = 8, 2.5
    assert explorer.network.layers[1].biases.tolist() == [2.5]
    for network in (Network([2, 2, 1]), Network([2, 3, 1], hidden="linear"), "net"):
        with pytest.raises(ValueError, match="network: wanted sizes"):
            CollapseExplorer(network)
    with pytest.raises(ValueError, match="fold: wanted"):
        CollapseExplorer(fold=3)


def test_pictures_and_words_are_there():
    for explorer in (
        CurvesExplorer(),
        SaturatedExplorer(),
        DyingExplorer(),
        DepthExplorer(),
        CollapseExplorer(),
    ):
        assert explorer.picture().startswith(b"\x89PNG") and len(explorer.describe()) > 80
