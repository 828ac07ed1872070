"""The explorer of approximation (chapter 11): the page's contest is NumPy's; its words; a proof."""

import numpy as np
import pytest

from nnbasics.explorers import ApproximateExplorer
from nnbasics.explorers.approximate.explorer import ACTIVATIONS, LEARNING_RATE
from nnbasics.explorers.approximate.targets import NODES, TARGETS, recipe, target_points

STATES, STEPS = 120, 25


@pytest.fixture(scope="module")
def states():
    """Explorers in random states."""
    rng, explorers = np.random.default_rng(11), []
    for _ in range(STATES):
        explorer = ApproximateExplorer(
            target=int(rng.integers(len(TARGETS) + 1)),
            units=int(rng.integers(1, 31)),
            steepness=float(rng.uniform(2, 300)),
            net_units=int(rng.integers(1, 31)),
            seed=int(rng.integers(20)),
        )
        view = explorer.view
        view.drawn = rng.uniform(0, 1, NODES).round(2).tolist()
        view.activation, view.steps = int(rng.integers(len(ACTIVATIONS))), int(rng.integers(STEPS))
        view.places, view.heights = rng.uniform(-0.2, 1.2, 30).tolist(), rng.uniform(-1, 1, 30).tolist()
        explorers.append(explorer)
    return explorers


@pytest.fixture(scope="module")
def contests(states, in_node):
    jobs = [
        {
            "target": view.targets[view.target],
            "drawn": view.drawn,
            "steps": view.steps,
            "hand": {name: getattr(view, name) for name in ("places", "heights", "units", "steepness")},
            "net": {
                "units": view.net_units,
                "activation": ACTIVATIONS[view.activation],
                "seed": view.seed,
                "learningRate": LEARNING_RATE,
            },
        }
        for view in (explorer.view for explorer in states)
    ]
    return in_node(
        "contest_runner.mjs", ["explorers/approximate/contest.js", "explorers/approximate/curves.js"], jobs
    )


def test_the_contest_of_the_page_is_numpys(states, contests):
    for explorer, contest in zip(states, contests, strict=True):
        (X, Y), network = explorer.points, explorer.network
        assert contest["riseAndFall"] == pytest.approx(abs(np.diff(Y[:, 0])).sum(), rel=1e-12)
        assert contest["parameters"] == pytest.approx(network.parameters.tolist(), rel=1e-8, abs=1e-8)
        for name, net in (("hand", explorer.hand), ("net", network)):
            off = abs(net.predict(X) - Y)
            assert contest[name]["most"] == pytest.approx(off.max(), rel=1e-8)
            assert contest[name]["mse"] == pytest.approx((off**2).mean(), rel=1e-8)
            assert contest[name]["at"] in X[off >= off.max() * (1 - 1e-8)]
        places, heights = recipe(X[:, 0], Y[:, 0], explorer.view.units)
        assert contest["recipe"]["places"] == pytest.approx(places) and contest["recipe"][
            "heights"
        ] == pytest.approx(heights, abs=0.0051)


def test_the_hand_is_a_sum_of_steps(states):
    for explorer in states[:20]:
        view, (X, Y) = explorer.view, explorer.points
        with np.errstate(over="ignore"):
            steps = [
                v / (1 + np.exp(-view.steepness * (X - s)))
                for s, v in zip(view.places, view.heights, strict=True)
            ][: view.units]
        assert explorer.hand.predict(X) == pytest.approx(Y[0] + sum(steps), abs=1e-12)


def test_the_code_of_each_target_gives_its_points():
    for i, target in enumerate(TARGETS):
        x = eval(target.get("x", "np.arange(101) / 100"), {"np": np})
        given_x, given_y = target_points(i, None)
        assert x == pytest.approx(given_x) and eval(target["code"], {"np": np, "x": x}) == pytest.approx(
            given_y
        )


@pytest.mark.parametrize("target", [0, 1, 2])
def test_more_steps_come_nearer_to_a_continuous_curve(target):
    off = [
        explorer.off(explorer.hand)
        for explorer in (
            ApproximateExplorer(target=target, units=units, steepness=300) for units in (3, 10, 30)
        )
    ]
    assert off[0] > off[1] > off[2] and off[2] < 0.1


def test_no_network_comes_nearer_to_a_jump_than_half_of_it(states, contests):
    jumps = [contest for explorer, contest in zip(states, contests, strict=True) if explorer.view.target == 3]
    assert len(jumps) > 10 and all(
        min(contest["hand"]["most"], contest["net"]["most"]) >= 0.3 - 1e-9 for contest in jumps
    )


def test_it_says_and_shows_its_first_state():
    explorer = ApproximateExplorer()
    off = explorer.off(explorer.hand)
    assert f"{off:.3f}" in explorer.describe() and "not yet within" in explorer.describe() and off > 0.1
    assert explorer.picture().startswith(b"\x89PNG")
    explorer.view.steps = 30
    assert "after 30 steps" in explorer.describe() and explorer.network.num_parameters == 19


@pytest.mark.parametrize("wrong", [dict(steepness=1000.0), dict(epsilon=1.0)])
def test_what_no_slider_reaches_is_refused(wrong):
    with pytest.raises(ValueError, match="wanted a number from"):
        ApproximateExplorer(**wrong)
