"""Training in the browser: it learns, it repeats, it allocates nothing, it stops in time."""

import os
from pathlib import Path

import pytest

import nnbasics
from nnbasics.explorers.link import link

ENGINE = Path(nnbasics.__file__).parent / "web" / "engine" / "network.js"

XOR = """
    const X = [-1, -1, -1, 1, 1, -1, 1, 1], Y = [0, 1, 1, 0];
    function train(seed, epochs) {
        const network = createNetwork([2, 8, 1], { hidden: "tanh", output: "sigmoid" });
        initialize(network, 1);
        const optimizer = createOptimizer("sgd", { learningRate: 0.5 }, network);
        const training = createTraining(network, { optimizer, batchSize: 3, seed });
        let loss;
        for (let epoch = 0; epoch < epochs; epoch++) loss = trainEpoch(training, X, Y, 4);
        return { loss, parameters: Array.from(network.parameters), order: training.order };
    }
"""


def test_it_learns_xor(javascript):
    assert javascript(XOR + "return train(0, 1).loss") > 0.5
    assert javascript(XOR + "return train(0, 400).loss") < 0.05


def test_a_seed_repeats_the_training_and_another_one_does_not(javascript):
    one, again, other = javascript(XOR + "return [train(4, 9), train(4, 9), train(5, 9)]")
    assert one == again
    assert one["parameters"] != other["parameters"]


def test_an_epoch_asks_every_example_once_in_an_order_of_its_own(javascript):
    orders = javascript(XOR + "return [1, 2, 3, 4, 5].map((epochs) => train(0, epochs).order)")
    assert all(sorted(order) == [0, 1, 2, 3] for order in orders)
    assert len(set(map(tuple, orders))) > 1


def test_an_example_is_met_with_its_own_target(javascript):
    """A linear neuron, wanted output = input: shuffled, it still finds weight 1 and bias 0."""
    weight, bias = javascript("""
        const network = createNetwork([1, 1]), X = Array.from({ length: 25 }, (_, i) => i / 12 - 1);
        const optimizer = createOptimizer("sgd", { learningRate: 0.3 }, network);
        const training = createTraining(network, { optimizer, batchSize: 4 });
        for (let epoch = 0; epoch < 60; epoch++) trainEpoch(training, X, X, 25);
        return network.parameters;""")
    assert weight == pytest.approx(1, abs=1e-6)
    assert bias == pytest.approx(0, abs=1e-6)


@pytest.mark.parametrize("optimizer", ["sgd", "rmsprop", "adam"])
@pytest.mark.parametrize("hidden", ["tanh", "gelu"])
def test_a_training_step_allocates_nothing(javascript, optimizer, hidden):
    """The smallest buffer here holds 32 × 10 numbers, 2560 bytes; a few boxed results may pass."""
    per_step = javascript(
        f"""
        const network = createNetwork([64, 32, 10], {{ hidden: "{hidden}", output: "softmax" }});
        initialize(network, 1);
        const random = defaultRng(1), n = 320;
        const X = Float64Array.from({{ length: 64 * n }}, random.normal);
        const Y = Float64Array.from({{ length: 10 * n }}, (_, i) => (i % 10 === 3 ? 1 : 0));
        const training = createTraining(network, {{
            optimizer: createOptimizer("{optimizer}", {{ learningRate: 0.001 }}, network),
            penalty: createPenalty("l2", 0.001), batchSize: 32 }});
        const inUse = () => process.memoryUsage().heapUsed + process.memoryUsage().arrayBuffers;
        // The middle of nine rounds: code that is not yet compiled allocates every number that it
        // computes, and a garbage collection gives memory back.
        const rounds = Array.from({{ length: 9 }}, () => {{
            const before = inUse();
            for (let epoch = 0; epoch < 20; epoch++) trainEpoch(training, X, Y, n);
            return (inUse() - before) / 200;
        }});
        return rounds.sort((a, b) => a - b)[4];""",
        flags=["--min-semi-space-size=64", "--no-concurrent-recompilation"],
    )
    assert per_step < 1024


def test_a_training_that_diverges_stops_and_keeps_its_last_finite_weights(javascript):
    answer = javascript("""
        const network = createNetwork([1, 1]);
        const optimizer = createOptimizer("sgd", { learningRate: 100 }, network);
        const training = createTraining(network, { optimizer });
        for (let epoch = 0; epoch < 1000; epoch++) {
            try {
                trainEpoch(training, [1, 2, 3], [3, 2, 2], 3);
            } catch (error) {
                return { is: error instanceof DivergenceError, says: error.message, epoch,
                         kept: network.parameters };
            }
        }""")
    assert answer["is"] and 10 < answer["epoch"] < 200
    assert f"training diverged in epoch {answer['epoch'] + 1}" in answer["says"]
    assert "smaller learningRate than 100" in answer["says"]
    assert all(abs(number) < 1e308 for number in answer["kept"])


@pytest.mark.parametrize(
    "gradient, rate", [("Infinity", "1"), ("NaN", "1"), ("10", "1e308"), ("-1e308", "1")]
)
def test_a_step_to_infinity_is_not_taken(javascript, gradient, rate):
    answer = javascript(f"""
        const network = createNetwork([1, 1]), gradients = createGradients(network, 1);
        network.parameters.set([1e308, 2]);
        gradients.flat[0] = {gradient};
        const optimizer = createOptimizer("sgd", {{ learningRate: {rate} }}, network);
        try {{
            step(optimizer, network, gradients);
        }} catch (error) {{
            return {{ is: error instanceof NotFiniteError, kept: network.parameters }};
        }}""")
    assert answer == {"is": True, "kept": [1e308, 2]}


def test_the_modules_link_into_one_as_anywidget_gets_them(javascript, tmp_path):
    names = {
        "network.js": "createNetwork",
        "initializers.js": "initialize",
        "optimizers.js": "createOptimizer",
        "training.js": "createTraining, trainEpoch",
    }
    folder = os.path.relpath(ENGINE.parent, tmp_path.resolve())
    imports = [f'import {{ {name} }} from "{folder}/{file}";\n' for file, name in names.items()]
    entry = tmp_path / "entry.js"
    entry.write_text("".join(imports) + f"export default {{ {', '.join(names.values())} }};\n")
    linked = tmp_path / "linked.mjs"
    linked.write_text(link(entry))
    script = XOR + "return train(0, 3)"
    assert javascript(script, modules=[linked]) == javascript(script)
