"""The explorers of chapter 9: each number against NumPy, SciPy, scikit-learn, finite differences."""

import numpy as np
import pytest
import scipy.special
from sklearn.metrics import log_loss

from nnbasics.datasets import gauss
from nnbasics.explorers import OutputsExplorer, SoftmaxExplorer, SurpriseExplorer
from nnbasics.explorers.outputs.explorer import RUNS

STATES = 200


@pytest.fixture(scope="module")
def states():
    rng = np.random.default_rng(9)
    return {
        "softmax": [*(softmax_state(rng, i) for i in range(STATES)), TINY],
        "surprise": [{"z": round(rng.uniform(-8, 8), 2), "wanted": i % 2} for i in range(STATES)],
        "outputs": [outputs_job(explorer) for explorer in outputs_explorers()],
    }


@pytest.fixture(scope="module")
def found(states, in_node):
    modules = ["softmax/softmax.js", "surprise/surprise.js", "outputs/courses.js"]
    return in_node("outputs_runner.mjs", [f"explorers/{module}" for module in modules], states)


# The softmax

TINY = {
    "logits": [0.0, 1.0],
    "temperature": 1.0,
    "shift": -720.0,
    "wanted": 0,
}  # e⁻⁷²⁰ keeps 11 of its digits


def softmax_state(rng, i):
    """A state of the explorer; every second one with no shift, so that the formula as written works."""
    n = int(rng.integers(2, 5))
    return {
        "logits": rng.uniform(-6, 6, n).round(1).tolist(),
        "temperature": round(rng.uniform(0.1, 5), 1),
        "shift": float(10 * rng.integers(-100, 101)) if i % 2 else 0.0,
        "wanted": int(rng.integers(n)),
    }


def explorer_of(state):
    names = [f"c{i}" for i in range(len(state["logits"]))]
    explorer = SoftmaxExplorer(
        dict(zip(names, state["logits"], strict=True)),
        wanted=names[state["wanted"]],
        temperature=state["temperature"],
    )
    explorer.view.shift = state["shift"]
    return explorer


def test_outputs_and_loss_are_scipys_and_scikit_learns(states, found):
    for i, (state, page) in enumerate(zip(states["softmax"], found["softmax"], strict=True)):
        s = (np.array(state["logits"]) + state["shift"]) / state["temperature"]
        p = scipy.special.softmax(s)
        assert page["outputs"] == pytest.approx(p, rel=1e-12) and sum(page["outputs"]) == pytest.approx(
            1, abs=1e-12
        )
        assert page["loss"] == pytest.approx(
            -scipy.special.log_softmax(s)[state["wanted"]], rel=1e-9, abs=1e-12
        )
        if i % 8 == 0 and p.min() > 1e-9:  # scikit-learn cuts off what is smaller, and is slow
            assert page["loss"] == pytest.approx(
                log_loss([state["wanted"]], [p], labels=range(len(s))), rel=1e-9, abs=1e-12
            )


def test_the_page_the_kernel_and_the_core_say_the_same(states, found):
    for state, page in list(zip(states["softmax"], found["softmax"], strict=True))[::10]:
        explorer = explorer_of(state)
        assert page["outputs"] == pytest.approx(explorer.outputs, rel=1e-12, abs=1e-15)
        assert page["loss"] == pytest.approx(explorer.loss, rel=1e-12, abs=1e-12)
        assert page["slopes"] == pytest.approx(explorer.slopes, rel=1e-12, abs=1e-12)


def test_the_arrows_are_the_slopes_of_finite_differences(states, found):
    h = 1e-4
    for state, page in zip(states["softmax"], found["softmax"], strict=True):

        def loss(i, by):
            z = np.array(state["logits"])
            z[i] += by
            return -scipy.special.log_softmax(z / state["temperature"])[state["wanted"]]

        estimate = [
            (8 * (loss(i, h) - loss(i, -h)) - loss(i, 2 * h) + loss(i, -2 * h)) / (12 * h)
            for i in range(len(state["logits"]))
        ]
        assert page["slopes"] == pytest.approx(estimate, rel=1e-6, abs=1e-8)
        assert sum(page["slopes"]) == pytest.approx(
            0, abs=1e-10
        )  # what one class is given is taken from the others


def test_what_overflows_is_told_and_the_subtraction_saves_it(states, found):
    told = set()
    for state, page in zip(states["softmax"], found["softmax"], strict=True):
        with np.errstate(all="ignore"):
            s = (np.array(state["logits"]) + state["shift"]) / state["temperature"]
            terms = np.exp(s)
            naive = terms / terms.sum()
        told.add(page["trouble"])
        assert [
            float(term.replace("Infinity", "inf")) if isinstance(term, str) else term
            for term in page["terms"]
        ] == pytest.approx(terms, rel=1e-12)
        assert (page["trouble"] in ("overflow", "underflow")) == (
            not np.isfinite(naive).all() or not np.isfinite(terms.sum())
        )
        if page["trouble"] == "":
            assert page["outputs"] == pytest.approx(naive, rel=1e-12)
        assert max(page["safe"]) == 1 and page["safe"] == pytest.approx(
            np.exp(s - s.max()), rel=1e-12, abs=1e-300
        )
        assert np.divide(page["safe"], page["safeSum"]) == pytest.approx(page["outputs"], rel=1e-14)
    assert told == {"", "overflow", "underflow", "few digits"}


def test_the_softmax_explorer_says_what_is_worked_out_by_hand():
    explorer = SoftmaxExplorer({"cat": 2, "dog": 1, "rabbit": -1}, wanted="dog")
    # e² = 7.389, e¹ = 2.718, e⁻¹ = 0.368, together 10.475: 0.705, 0.259, 0.035, and −ln 0.259 = 1.349
    text = explorer.describe()
    assert "cat 0.705, dog 0.259, rabbit 0.035" in text and "loss −ln p is 1.35" in text
    assert "cat 0.705, dog −0.741, rabbit 0.035: output minus wanted" in text
    explorer.logits = [0, 0, 0]
    assert explorer.outputs == pytest.approx([1 / 3] * 3) and explorer.view.z1 == 0
    explorer.view.shift = 1000.0
    assert explorer.loss == pytest.approx(np.log(3))
    assert explorer.picture().startswith(b"\x89PNG")


def test_the_softmax_explorer_refuses_what_it_cannot_show():
    with pytest.raises(ValueError, match="2 to 4 classes"):
        SoftmaxExplorer({"cat": 0}, wanted="cat")
    with pytest.raises(ValueError, match="wanted='bird'"):
        SoftmaxExplorer({"cat": 0, "dog": 1}, wanted="bird")
    with pytest.raises(ValueError, match="logits, cat: wanted a number from"):
        SoftmaxExplorer({"cat": 9, "dog": 1}, wanted="cat")
    with pytest.raises(ValueError, match="logits: wanted 2 numbers"):
        SoftmaxExplorer({"cat": 0, "dog": 1}, wanted="cat").logits = [1, 2, 3]


# Surprise


def test_both_losses_and_their_slopes_are_those_of_finite_differences(states, found):
    def losses(z, y):
        p = scipy.special.expit(z)
        return np.array([-scipy.special.log_expit(z if y else -z), (p - y) ** 2])

    def by_p(p, y):
        return np.array([-np.log(p if y else 1 - p), (p - y) ** 2])

    def slope(function, at, h):
        return (8 * (function(at + h) - function(at - h)) - function(at + 2 * h) + function(at - 2 * h)) / (
            12 * h
        )

    for state, page in zip(states["surprise"], found["surprise"], strict=True):
        z, y = state["z"], state["wanted"]
        p, kinds = scipy.special.expit(z), [page["entropy"], page["square"]]
        assert page["p"] == pytest.approx(p, rel=1e-12) and page["squash"] == pytest.approx(
            p * (1 - p), rel=1e-9
        )
        assert [kind["loss"] for kind in kinds] == pytest.approx(losses(z, y), rel=1e-9)
        assert [kind["byZ"] for kind in kinds] == pytest.approx(
            slope(lambda z: losses(z, y), z, 1e-3), rel=1e-7, abs=1e-10
        )
        assert [kind["byP"] for kind in kinds] == pytest.approx(
            slope(lambda p: by_p(p, y), p, 1e-4 * min(p, 1 - p)), rel=1e-6
        )
        assert [kind["byP"] * page["squash"] for kind in kinds] == pytest.approx(
            [kind["byZ"] for kind in kinds], rel=1e-9
        )


def test_at_sure_and_wrong_one_slope_stays_and_the_other_vanishes():
    explorer = SurpriseExplorer(z=-8, wanted=1)
    assert explorer.slopes["cross-entropy"] == pytest.approx(-1, abs=1e-3)
    assert abs(explorer.slopes["squared error"]) < 1e-3
    explorer.view.wanted, explorer.view.z = 0, 5.0
    # p = 0.9933, −ln 0.0067 = 5.007; 2 · 0.9933 · 0.9933 · 0.0067 = 0.0132
    assert (
        "cross-entropy 5.01, with the slope 0.993 by z; squared error 0.987, with the slope 0.0132 by z"
        in explorer.describe()
    )
    assert explorer.picture().startswith(b"\x89PNG")
    with pytest.raises(ValueError, match="wanted a whole number from 0 to 1"):
        SurpriseExplorer(wanted=2)
    with pytest.raises(ValueError, match="z: wanted"):
        SurpriseExplorer(z=9)


# Outputs side by side

TRAININGS = 100  # of three or five runs each


def clouds(n=40):
    X, Y = gauss(n, noise=0.03, seed=4)
    return X @ [[0.25, -0.25], [0.25, 0.25]], Y  # turned, so that they lie beside each other


def a_slope(n=30):
    rng = np.random.default_rng(1)
    x = rng.uniform(-2, 2, (n, 1))
    return x, 1.2 * x + 0.3 + rng.normal(0, 0.3, (n, 1))


def outputs_explorers():
    rng = np.random.default_rng(99)
    explorer = OutputsExplorer(clouds(), a_slope(), sources=["", ""])
    for i in range(TRAININGS):
        view = explorer.view
        view.data, view.start, view.seed = int(i % 4 == 3), int(rng.integers(2)), int(rng.integers(10))
        view.far, view.steps, view.learning_rate = (
            float(rng.integers(13)) / 2,
            int(rng.integers(120)),
            float(rng.integers(1, 7)) / 100,
        )
        yield explorer


def outputs_job(explorer):
    (X, Y), view = explorer.data, explorer.view
    return {
        "X": X.ravel().tolist(),
        "Y": Y[:, 0].tolist(),
        "inputs": X.shape[1],
        "classes": explorer.kind == "classes",
        "runs": RUNS[explorer.kind],
        "steps": view.steps,
        "start": {"seed": view.seed, "wrong": view.start == 1, "learningRate": view.learning_rate},
    }


def test_every_run_of_the_page_is_trained_as_in_numpy(found):
    for explorer, page in zip(outputs_explorers(), found["outputs"], strict=True):
        X, Y = explorer.data
        for ((output, loss), network), run in zip(explorer.networks().items(), page, strict=True):
            assert (run["output"], run["loss"]) == (output, loss)
            assert run["parameters"] == pytest.approx(network.parameters, rel=1e-9, abs=1e-11)
            assert run["value"] == pytest.approx(
                network.loss(X, explorer.wanted(output)), rel=1e-9, abs=1e-12
            )
            assert len(run["losses"]) == explorer.view.steps + 1 and run["losses"][-1] == run["value"]
            says = network.predict(X)[:, -1]
            assert run["outputs"] == pytest.approx(says, rel=1e-9, abs=1e-11)
            assert run["right"] == np.sum((says > 0.5) == (Y[:, 0] > 0.5))
            if explorer.kind == "classes" and output != "linear":  # on the line of 0.9 the output is 0.9
                w, c = np.array(run["line"]["w"]), run["line"]["c"]
                assert network.predict([-c * w / (w @ w)])[0, -1] == pytest.approx(0.9, rel=1e-6)


def test_the_curves_show_the_loss_of_each_step(found):
    for explorer, page in zip(outputs_explorers(), found["outputs"], strict=True):
        X, steps = explorer.data[0], explorer.view.steps
        for explorer.view.steps in {0, steps // 3, steps // 2, steps}:
            for ((output, _), network), run in zip(explorer.networks().items(), page, strict=True):
                assert run["losses"][explorer.view.steps] == pytest.approx(
                    network.loss(X, explorer.wanted(output)), rel=1e-9, abs=1e-12
                )


def test_the_linear_output_comes_to_the_line_of_least_squares():
    explorer = OutputsExplorer(clouds(), a_slope(), sources=["", ""], far=4, steps=500)
    for explorer.view.data in (0, 1):
        X, Y = explorer.data
        best = np.linalg.lstsq(np.column_stack([X, np.ones(len(X))]), Y, rcond=None)[0][:, 0]
        assert explorer.networks()["linear", "mse"].parameters == pytest.approx(
            best, abs=5e-3
        )  # the flattest direction is the last


def test_far_examples_spoil_the_linear_output_alone():
    explorer = OutputsExplorer(clouds(), a_slope(), sources=["", ""], far=6, steps=500)
    text = explorer.describe()
    assert text.count("40 of 40 right") == 4 and "linear with squared error" in text
    X, Y = explorer.data
    assert np.sum((explorer.networks()["linear", "mse"].predict(X) > 0.5) == Y) < 36
    explorer.view.data = 1
    softmax = explorer.networks()["softmax", "mse"].predict(explorer.data[0])
    assert (softmax == 1).all() and "right" not in explorer.describe()
    for explorer.view.data in (0, 1):
        assert explorer.picture().startswith(b"\x89PNG")


def test_examples_of_another_kind_are_refused():
    with pytest.raises(ValueError, match=r"classes: wanted shapes \(n, 2\) and \(n, 1\), Y 0 or 1; got"):
        OutputsExplorer(a_slope(), a_slope(), sources=["", ""])
    with pytest.raises(ValueError, match=r"quantity: wanted shapes \(n, 1\)"):
        OutputsExplorer(clouds(), clouds(), sources=["", ""])
