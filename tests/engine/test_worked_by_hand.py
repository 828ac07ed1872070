"""The engine against numbers worked out on paper."""

import math

import pytest

NEURON = """
    const network = createNetwork([2, 1], { output: "sigmoid" });
    network.weights[0].set([2, -1]);
    network.biases[0][0] = 0.5;
    const trace = createTrace(network, 2), gradients = createGradients(network, 2);
"""


def test_one_neuron(javascript):
    """z = 2·1 − 1·2 + 0.5 = 0.5; a = 1 / (1 + e^−0.5) = 0.62245933; −ln a = 0.47407698."""
    answer = javascript(
        NEURON
        + """
        forward(network, [1, 2], 1, trace);
        backward(network, trace, [1], 1, gradients);
        return { z: trace.preactivations[0][0], a: trace.activations[1][0],
                 loss: lossOf(network, trace, [1], 1), gradients: gradients.flat };"""
    )
    assert answer["z"] == 0.5
    assert answer["a"] == pytest.approx(0.62245933, abs=1e-8)
    assert answer["loss"] == pytest.approx(0.47407698, abs=1e-8)
    # times the inputs 1 and 2, and the bias's constant 1
    assert answer["gradients"] == pytest.approx([-0.37754067, -0.75508134, -0.37754067], abs=1e-8)


def test_a_batch_averages_its_examples(javascript):
    """The second example, inputs −0.25 and 0, has z = −0.5 + 0.5 = 0, wants 0: delta = a = 0.5."""
    answer = javascript(
        NEURON
        + """
        forward(network, [1, 2, -0.25, 0], 2, trace);
        backward(network, trace, [1, 0], 2, gradients);
        return { loss: lossOf(network, trace, [1, 0], 2), gradients: gradients.flat,
                 deltas: gradients.deltas[0] };"""
    )
    assert answer["loss"] == pytest.approx((0.47407698 + math.log(2)) / 2, abs=1e-8)
    assert answer["deltas"] == pytest.approx([-0.37754067 / 2, 0.25], abs=1e-8)
    assert answer["gradients"] == pytest.approx(
        [(-0.37754067 - 0.125) / 2, -0.75508134 / 2, (-0.37754067 + 0.5) / 2], abs=1e-8
    )


def test_two_layers(javascript):
    """Forward, the loss, and backward with two deltas.

    z₀ = 3·2 − 1 = 5, relu keeps it;  z₁ = −0.5·5 + 1 = −1.5;  wanted 0.5: loss (−2)² = 4.
    delta₁ = 2·(−2) = −4, weight −4·5 = −20;  delta₀ = −4·(−0.5) = 2, weight 2·2 = 4.
    """
    answer = javascript("""
        const network = createNetwork([1, 1, 1], { hidden: "relu", output: "linear" });
        network.parameters.set([3, -1, -0.5, 1]);
        const trace = createTrace(network, 1), gradients = createGradients(network, 1);
        forward(network, [2], 1, trace);
        backward(network, trace, [0.5], 1, gradients);
        return { loss: lossOf(network, trace, [0.5], 1), gradients: gradients.flat };""")
    assert answer == {"loss": 4, "gradients": [4, 2, -20, -4]}


def test_three_classes(javascript):
    """Logits ln 1, ln 2, ln 5 give 1/8, 2/8, 5/8; the second is wanted: loss ln 4, delta a − y."""
    answer = javascript("""
        const network = createNetwork([1, 3], { output: "softmax" });
        network.biases[0].set([0, Math.log(2), Math.log(5)]);
        const trace = createTrace(network, 1), gradients = createGradients(network, 1);
        forward(network, [0], 1, trace);
        backward(network, trace, [0, 1, 0], 1, gradients);
        return { a: trace.activations[1], loss: lossOf(network, trace, [0, 1, 0], 1),
                 deltas: gradients.deltas[0] };""")
    assert answer["a"] == pytest.approx([0.125, 0.25, 0.625], abs=1e-15)
    assert answer["loss"] == pytest.approx(math.log(4), abs=1e-15)
    assert answer["deltas"] == pytest.approx([0.125, -0.75, 0.625], abs=1e-15)


STEPS = {
    # learning rate 0.1, gradient 1 and then 1 again, from 0
    ("sgd", ""): [-0.1, -0.2],
    ("sgd", "momentum: 0.5"): [-0.1, -0.25],  # the second step is 0.5 · −0.1 − 0.1
    ("sgd", "momentum: 0.5, nesterov: true"): [-0.15, -0.325],  # 0.5 · v − 0.1 for v = −0.1, −0.15
    # s = 0.25 and then 0.4375
    ("rmsprop", "decay: 0.75, epsilon: 0.5"): [-0.1, -0.1 - 0.1 / (0.4375**0.5 + 0.5)],
    # both means, made up for their start, are 1: 0.1 / 1.25
    ("adam", "epsilon: 0.25"): [-0.08, -0.16],
}


@pytest.mark.parametrize("name, options", STEPS)
def test_optimizers(javascript, name, options):
    ours = javascript(f"""
        const network = createNetwork([1, 1]), gradients = createGradients(network, 1);
        const optimizer = createOptimizer("{name}", {{ learningRate: 0.1, {options} }}, network);
        gradients.flat[0] = 1;
        return [1, 2].map(() => {{
            step(optimizer, network, gradients);
            return network.parameters[0];
        }});""")
    assert ours == pytest.approx(STEPS[name, options], abs=1e-12)


@pytest.mark.parametrize("name, cost, slopes", [("l1", 0.3 * 5, [0.3, -0.3]), ("l2", 0.3 * 13, [1.2, -1.8])])
def test_penalties_price_the_weights_2_and_minus_3_and_not_the_bias(javascript, name, cost, slopes):
    answer = javascript(f"""
        const network = createNetwork([2, 1]), gradients = createGradients(network, 1);
        const penalty = createPenalty("{name}", 0.3);
        network.parameters.set([2, -3, 7]);
        addPenalty(penalty, network, gradients);
        return {{ cost: penaltyCost(penalty, network), slopes: gradients.flat }};""")
    assert answer["cost"] == pytest.approx(cost)
    assert answer["slopes"] == pytest.approx([*slopes, 0])
