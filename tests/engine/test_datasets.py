"""Data that the page makes up, and its two parts, are those of the core: same seed, same points."""

import numpy as np
import pytest

from nnbasics import SGD, Network, datasets, fit

KINDS = ["circle", "xor", "gauss", "spiral", "moons", "plane", "gaussian"]
CASES = [[200, 0, 0], [200, 0.3, 3], [7, 0.5, 11], [2, 0.1, 2**32 + 1], [3, 0, 5]]


def test_the_same_seed_gives_the_same_points(run_engine):
    jobs = [
        {
            "job": "script",
            "body": f"""return {CASES}.map(
        ([n, noise, seed]) => DATASETS.{kind}({{ n, noise, seed }}))""",
        }
        for kind in KINDS
    ]
    for kind, answer in zip(KINDS, run_engine(jobs), strict=True):
        for case, made in zip(CASES, answer["value"], strict=True):
            X, Y = getattr(datasets, kind)(*case)
            assert made["n"] == case[0]
            assert made["X"] == pytest.approx(X.ravel(), abs=1e-13), (kind, case)
            assert made["Y"] == pytest.approx(Y.ravel(), abs=1e-13), (kind, case)


def test_all_sets_of_the_core_are_there_with_its_defaults(javascript):
    assert javascript("return Object.keys(DATASETS)") == KINDS
    made = javascript("return circle()")
    X, Y = datasets.circle()
    assert made["X"] == pytest.approx(X.ravel(), abs=1e-13) and made["Y"] == Y.ravel().tolist()


TARGETS = {  # Y as NumPy has it, and as JavaScript
    "Float64Array": {
        "of two classes": lambda n: (np.arange(n) % 3 == 0).astype(float),
        "one-hot": lambda n: np.eye(4)[np.arange(n) % 4],
        "numbers": lambda n: np.linspace(-1, 1, n),
    },
    "Uint8Array": {"labels": lambda n: np.arange(n) * 7 % 5},
}


@pytest.mark.parametrize("n, test, seed", [(50, 0.25, 0), (10, 0.25, 4), (6, 0.25, 1), (37, 0.4, 2**40)])
def test_the_same_seed_gives_the_same_parts(run_engine, n, test, seed):
    cases = [(array, make(n)) for array, makers in TARGETS.items() for make in makers.values()]
    jobs = [
        {
            "job": "script",
            "body": f"""
        const X = Float64Array.from({{ length: {2 * n} }}, (_, i) => i);
        return split(X, {array}.from({Y.ravel().tolist()}), {n}, {{ test: {test}, seed: {seed} }});""",
        }
        for array, Y in cases
    ]
    for (_, Y), answer in zip(cases, run_engine(jobs), strict=True):
        parts = datasets.split(np.arange(2.0 * n).reshape(n, 2), Y, test, seed)
        for part, (X_wanted, Y_wanted) in zip(answer["value"], parts, strict=True):
            assert part["n"] == len(X_wanted)
            assert part["X"] == X_wanted.ravel().tolist()
            assert part["Y"] == Y_wanted.ravel().tolist()


def test_a_training_is_the_same_in_both_languages(javascript):
    """Data, split, weights, a hundred shuffled epochs and the losses on the way, from seeds alone."""
    page = javascript("""
        const [train] = split(...Object.values(moons({ n: 90, noise: 0.1, seed: 3 })), { seed: 5 });
        const network = createNetwork([2, 6, 1], { hidden: "tanh", output: "sigmoid" });
        initialize(network, 7);
        const optimizer = createOptimizer("sgd", { learningRate: 0.1 }, network);
        const training = createTraining(network, { optimizer, batchSize: 10, seed: 0 });
        const losses = Array.from({ length: 100 }, () => trainEpoch(training, train.X, train.Y, train.n));
        return { losses, parameters: network.parameters };""")
    (X, Y), _ = datasets.split(*datasets.moons(90, 0.1, seed=3), seed=5)
    net = Network([2, 6, 1], "tanh", "sigmoid", seed=7)
    history = fit(net, X, Y, epochs=100, batch_size=10, optimizer=SGD(0.1), seed=0)
    assert page["parameters"] == pytest.approx(net.parameters, abs=1e-9)
    assert page["losses"] == pytest.approx(history.loss, abs=1e-9)
    assert history.loss[-1] < 0.7 * history.loss[0]
