"""The explorers of chapter 9: each number against NumPy, SciPy, scikit-learn and finite differences; what they say and refuse."""
import json
import subprocess
import sys
from pathlib import Path

import nnbasics
import numpy as np
import pytest
import scipy.special
from nnbasics.explorers import SoftmaxExplorer, SurpriseExplorer
from sklearn.metrics import log_loss

FOLDER = Path(nnbasics.__file__).parent / "explorers"
NODE = Path(sys.executable).with_name("node")
STATES = 200


@pytest.fixture(scope="module")
def states():
    rng = np.random.default_rng(9)
    return {"softmax": [*(softmax_state(rng, i) for i in range(STATES)), TINY],
            "surprise": [{"z": round(rng.uniform(-8, 8), 2), "wanted": i % 2} for i in range(STATES)]}


@pytest.fixture(scope="module")
def found(states):
    modules = ["softmax/softmax.js", "surprise/surprise.js"]
    done = subprocess.run([NODE, Path(__file__).with_name("outputs_runner.mjs"), *(FOLDER / module for module in modules)],
                          input=json.dumps(states), capture_output=True, text=True, timeout=300)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


# The softmax

TINY = {"logits": [0.0, 1.0], "temperature": 1.0, "shift": -720.0, "wanted": 0}  # e⁻⁷²⁰ keeps 11 of its digits


def softmax_state(rng, i):
    """A state of the explorer; every second one with no shift, so that the formula as written works."""
    n = int(rng.integers(2, 5))
    return {"logits": rng.uniform(-6, 6, n).round(1).tolist(), "temperature": round(rng.uniform(0.1, 5), 1),
            "shift": float(10 * rng.integers(-100, 101)) if i % 2 else 0.0, "wanted": int(rng.integers(n))}


def explorer_of(state):
    names = [f"c{i}" for i in range(len(state["logits"]))]
    explorer = SoftmaxExplorer(dict(zip(names, state["logits"])), wanted=names[state["wanted"]], temperature=state["temperature"])
    explorer.view.shift = state["shift"]
    return explorer


def test_outputs_and_loss_are_scipys_and_scikit_learns(states, found):
    for i, (state, page) in enumerate(zip(states["softmax"], found["softmax"], strict=True)):
        s = (np.array(state["logits"]) + state["shift"]) / state["temperature"]
        p = scipy.special.softmax(s)
        assert page["outputs"] == pytest.approx(p, rel=1e-12) and sum(page["outputs"]) == pytest.approx(1, abs=1e-12)
        assert page["loss"] == pytest.approx(-scipy.special.log_softmax(s)[state["wanted"]], rel=1e-9, abs=1e-12)
        if i % 8 == 0 and p.min() > 1e-9:  # scikit-learn cuts off what is smaller, and is slow
            assert page["loss"] == pytest.approx(log_loss([state["wanted"]], [p], labels=range(len(s))), rel=1e-9, abs=1e-12)


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

        estimate = [(8 * (loss(i, h) - loss(i, -h)) - loss(i, 2 * h) + loss(i, -2 * h)) / (12 * h) for i in range(len(state["logits"]))]
        assert page["slopes"] == pytest.approx(estimate, rel=1e-6, abs=1e-8)
        assert sum(page["slopes"]) == pytest.approx(0, abs=1e-10)  # what one class is given is taken from the others


def test_what_overflows_is_told_and_the_subtraction_saves_it(states, found):
    told = set()
    for state, page in zip(states["softmax"], found["softmax"], strict=True):
        with np.errstate(all="ignore"):
            s = (np.array(state["logits"]) + state["shift"]) / state["temperature"]
            terms = np.exp(s)
            naive = terms / terms.sum()
        told.add(page["trouble"])
        assert [float(term.replace("Infinity", "inf")) if isinstance(term, str) else term for term in page["terms"]] == pytest.approx(terms, rel=1e-12)
        assert (page["trouble"] in ("overflow", "underflow")) == (not np.isfinite(naive).all() or not np.isfinite(terms.sum()))
        if page["trouble"] == "":
            assert page["outputs"] == pytest.approx(naive, rel=1e-12)
        assert max(page["safe"]) == 1 and page["safe"] == pytest.approx(np.exp(s - s.max()), rel=1e-12, abs=1e-300)
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
    with pytest.raises(ValueError, match="z of cat: wanted a number from"):
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
        return (8 * (function(at + h) - function(at - h)) - function(at + 2 * h) + function(at - 2 * h)) / (12 * h)

    for state, page in zip(states["surprise"], found["surprise"], strict=True):
        z, y = state["z"], state["wanted"]
        p, kinds = scipy.special.expit(z), [page["entropy"], page["square"]]
        assert page["p"] == pytest.approx(p, rel=1e-12) and page["squash"] == pytest.approx(p * (1 - p), rel=1e-9)
        assert [kind["loss"] for kind in kinds] == pytest.approx(losses(z, y), rel=1e-9)
        assert [kind["byZ"] for kind in kinds] == pytest.approx(slope(lambda z: losses(z, y), z, 1e-3), rel=1e-7, abs=1e-10)
        assert [kind["byP"] for kind in kinds] == pytest.approx(slope(lambda p: by_p(p, y), p, 1e-4 * min(p, 1 - p)), rel=1e-6)
        assert [kind["byP"] * page["squash"] for kind in kinds] == pytest.approx([kind["byZ"] for kind in kinds], rel=1e-9)


def test_at_sure_and_wrong_one_slope_stays_and_the_other_vanishes():
    explorer = SurpriseExplorer(z=-8, wanted=1)
    assert explorer.slopes["cross-entropy"] == pytest.approx(-1, abs=1e-3)
    assert abs(explorer.slopes["squared error"]) < 1e-3
    explorer.view.wanted, explorer.view.z = 0, 5.0
    # p = 0.9933, −ln 0.0067 = 5.007; 2 · 0.9933 · 0.9933 · 0.0067 = 0.0132
    assert "cross-entropy 5.01, with the slope 0.993 by z; squared error 0.987, with the slope 0.0132 by z" in explorer.describe()
    assert explorer.picture().startswith(b"\x89PNG")
    with pytest.raises(ValueError, match="wanted 0 or 1"):
        SurpriseExplorer(wanted=2)
    with pytest.raises(ValueError, match="sum z: wanted"):
        SurpriseExplorer(z=9)
