"""Chance in the engine is NumPy's: the same seed gives the same numbers, bit for bit."""

import numpy as np
import pytest

from nnbasics import Network
from nnbasics.activations import ACTIVATIONS
from nnbasics.initializers import INITIALIZERS

# One word of SeedSequence, the edge of it, and two words.
SEEDS = [0, 1, 7, 2**32 - 1, 2**32, 2**32 + 7, 2**40 + 3, 2**53 - 1]
MANY = 100_000

# What stands between two draws: all bits of 64, the spare half of them, none.
MIXED = [
    ("random",),
    ("integers", 0, 10),
    ("normal",),
    ("integers", -3, 2**32 - 3),
    ("permutation", 7),
    ("integers", 5, 6),
    ("uniform", -0.3, 7.1),
    ("integers", 0, 2**32 - 1),
    ("shuffle", 4),
    ("integers", -(2**53) + 1, -(2**53) + 3),
    ("integers", 0, 2**31 + 1),
    ("permutation", 0),
    ("permutation", 1),
    ("integers", 2**53 - 2, 2**53 - 1),
    ("permutation", 300),
]


def draw(rng, name, *arguments):
    if name == "shuffle":
        array = np.arange(*arguments)
        rng.shuffle(array)
        return array.tolist()
    return np.asarray(getattr(rng, name)(*arguments)).tolist()


@pytest.fixture(scope="module")
def sequences():
    """For each seed, the draws of MIXED in an order of its own, again and again."""
    chance = np.random.default_rng(17)
    return {seed: [MIXED[i] for i in chance.integers(len(MIXED), size=1500)] for seed in SEEDS}


def test_mixed_draws_are_those_of_numpy(run_engine, sequences):
    body = """
        const random = defaultRng(%d);
        return %s.map(([name, ...given]) => name === "shuffle"
            ? random.shuffle(Float64Array.from({ length: given[0] }, (_, i) => i))
            : random[name](...given));"""
    jobs = [
        {"job": "script", "body": body % (seed, [list(call) for call in calls])}
        for seed, calls in sequences.items()
    ]
    for (seed, calls), answer in zip(sequences.items(), run_engine(jobs), strict=True):
        rng = np.random.default_rng(seed)
        for place, (call, got) in enumerate(zip(calls, answer["value"], strict=True)):
            wanted = draw(rng, *call)
            same = got == (pytest.approx(wanted, abs=1e-12) if call == ("normal",) else wanted)
            assert same, (seed, place, call, got, wanted)


@pytest.mark.parametrize(
    "draws, size",
    [
        ("random()", ("random",)),
        ("normal()", ("normal", 0, 1)),
        ("uniform(-2, 3)", ("uniform", -2, 3)),
        ("integers(0, 3000000000)", ("integers", 0, 3000000000)),
    ],
)
def test_a_hundred_thousand_draws_in_a_row(run_engine, draws, size):
    body = f"return Array.from({{ length: {MANY} }}, () => random.{draws})"
    jobs = [{"job": "script", "body": f"const random = defaultRng({seed});" + body} for seed in SEEDS[-2:]]
    for seed, answer in zip(SEEDS[-2:], run_engine(jobs), strict=True):
        name, *arguments = size
        wanted = getattr(np.random.default_rng(seed), name)(*arguments, size=MANY)
        distance = np.abs(np.array(answer["value"]) - wanted).max()
        assert distance <= (1e-12 if name == "normal" else 0)


def test_a_long_permutation(javascript):
    assert javascript(f"return defaultRng(3).permutation({MANY})") == draw(
        np.random.default_rng(3), "permutation", MANY
    )


def test_far_out_numbers_come_from_the_tail(javascript):
    """One draw in 3,900 lies beyond 3.65, where the ziggurat ends; both sides of it are seen."""
    far = javascript("""
        const random = defaultRng(1);
        const drawn = Array.from({ length: 60000 }, random.normal);
        return drawn.filter((x) => Math.abs(x) > 3.6541528853610088)""")
    wanted = np.random.default_rng(1).normal(size=60000)
    assert far == pytest.approx(wanted[abs(wanted) > 3.6541528853610088], abs=1e-12)
    assert min(far) < 0 < max(far)


def test_the_same_seed_is_the_same_network(run_engine):
    """Each initializer, and without a name each layer's own, as its activation asks."""
    sizes, hidden = [5, 7, 6, 4, 3], ["tanh", "relu", "gelu"]
    named = [*INITIALIZERS, None]
    jobs = [
        {
            "job": "script",
            "body": f"""
        const network = createNetwork({sizes}, {{ hidden: {hidden}, output: "softmax" }});
        network.parameters.fill(9);
        initialize(network, 2 ** 33 + 1{f", '{name}'" if name else ""});
        return network.parameters;""",
        }
        for name in named
    ]
    for name, answer in zip(named, run_engine(jobs), strict=True):
        net = Network(sizes, hidden, "softmax", seed=2**33 + 1, initializer=name)
        assert answer["value"] == pytest.approx(net.parameters, abs=1e-14), name


def test_the_default_initializer_is_the_one_of_the_core(javascript):
    for name, activation in ACTIVATIONS.items():
        ours, named = javascript(f"""
            const network = createNetwork([3, 4], {{ output: "{name}" }});
            return [undefined, "{activation.initializer}"].map((initializer) => {{
                initialize(network, 2, initializer);
                return Array.from(network.weights[0]);
            }});""")
        assert ours == named, name
    assert javascript("return Object.keys(INITIALIZERS)") == list(INITIALIZERS)
