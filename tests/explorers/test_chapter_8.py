"""The explorers of chapter 8: each number of a random state against NumPy, each slope against finite differences."""
import json
import subprocess
import sys
from pathlib import Path

import nnbasics
import numpy as np
import pytest
from nnbasics import Network
from nnbasics.activations import ACTIVATIONS
from nnbasics.explorers import CurvesExplorer, DyingExplorer, SaturatedExplorer
from nnbasics.explorers.curves.explorer import NAMES
from nnbasics.explorers.dying import explorer as dying
from nnbasics.explorers.saturated import explorer as saturated

FOLDER = Path(nnbasics.__file__).parent / "explorers"
NODE = Path(sys.executable).with_name("node")
STATES = 120
KINKS = ("relu", "leaky_relu", "elu", "step")  # at z = 0


def jobs_of(rng):
    start = lambda: {"w": rng.uniform(-4, 4), "b": rng.uniform(-4, 4)}
    return {
        "curves/functions": [{"name": name, "z": rng.uniform(-6, 6, STATES).tolist()} for name in NAMES],
        "saturated/runs": [{**start(), "rate": rng.uniform(0.025, 1), "step": int(rng.integers(301)),
                            "z": rng.uniform(-8, 8, 5).tolist()} for _ in range(STATES)],
        "dying/run": [{**start(), "X": dying.X[:, 0].tolist(), "Y": dying.Y[:, 0].tolist(), "rate": rng.uniform(0.05, 1),
                       "activation": dying.ACTIVATIONS[i % 3], "step": int(rng.integers(61))} for i in range(STATES)],
    }


@pytest.fixture(scope="module")
def computed():
    """module → pairs of a job and what the browser's code makes of it: all in one run of Node."""
    jobs = jobs_of(np.random.default_rng(8))
    done = subprocess.run([NODE, Path(__file__).with_name("chapter_8_runner.mjs"), FOLDER], input=json.dumps(jobs),
                          capture_output=True, text=True, timeout=300)
    assert done.returncode == 0, done.stderr
    answers = json.loads(done.stdout)
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
        assert np.array(answer["slopes"])[smooth] == pytest.approx(slope_of(f, z)[smooth], rel=1e-7, abs=1e-9), job["name"]
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
            assert shown == pytest.approx([z, output, output * (1 - output), delta, neuron.loss(saturated.X, saturated.WANTED),
                                           outputs[-1]], rel=1e-9, abs=1e-12)


def test_the_slopes_of_both_losses_are_those_of_finite_differences(computed):
    sigmoid = lambda z: 1 / (1 + np.exp(-z))
    losses = (lambda z: sigmoid(z) ** 2, lambda z: -np.log(sigmoid(-z)))  # with 0 wanted
    for job, answer in computed["saturated/runs"]:
        for loss, now in zip(losses, answer, strict=True):
            assert now["deltas"] == pytest.approx(slope_of(loss, np.array(job["z"])), rel=1e-5, abs=1e-8)
            assert now["delta"] == pytest.approx(slope_of(loss, now["z"]), rel=1e-5, abs=1e-8)


def test_nielsens_neuron_ends_where_he_says():
    """"Neural Networks and Deep Learning", chapter 3: the output begins at 0.98 and ends at 0.20."""
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
            [*neuron.parameters, neuron.loss(dying.X, dying.Y), *slopes, *trace.preactivations[0][:, 0],
             *trace.activations[-1][:, 0]], rel=1e-9, abs=1e-9)
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
    with pytest.raises(ValueError, match="activation: wanted one of relu"):
        DyingExplorer("tanh")


def test_pictures_and_words_are_there():
    for explorer in (CurvesExplorer(), SaturatedExplorer(), DyingExplorer()):
        assert explorer.picture().startswith(b"\x89PNG") and len(explorer.describe()) > 80
