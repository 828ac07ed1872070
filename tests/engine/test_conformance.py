"""The engine against the core: the page and NumPy show the same numbers."""

from itertools import product

import numpy as np
import pytest

from nnbasics import SGD, Adam, Network, RMSProp, fit
from nnbasics.penalties import L1, L2

TRAINABLE = ["linear", "sigmoid", "tanh", "relu", "leaky_relu", "elu", "gelu", "softplus"]
OUTPUTS = [("sigmoid", "bce"), ("softmax", "cce"), ("softmax", "mse"), *((name, "mse") for name in TRAINABLE)]
DEPTHS = [0, 1, 2, 4]  # hidden layers


def random_network(rng, hidden, output, loss, depth, narrowest=1):
    sizes = [int(width) for width in rng.integers(narrowest, 10, depth + 2)]
    net = Network(sizes, hidden=hidden, output=output, loss=loss)
    for layer in net.layers:
        layer.weights = rng.normal(0, 1 / np.sqrt(layer.fan_in), layer.weights.shape)
        layer.biases = rng.normal(0, 0.5, layer.biases.shape)
    return net


def random_examples(rng, net, n):
    X, shape = rng.normal(0, 1, (n, net.sizes[0])), (n, net.sizes[-1])
    if net.loss_name == "cce":
        return X, rng.dirichlet(np.ones(shape[1]), n)
    return X, rng.uniform(0, 1, shape) if net.loss_name == "bce" else rng.normal(0, 1, shape)


def as_job(net, X, Y, **more):
    options = {"hidden": net.hidden, "output": net.output, "loss": net.loss_name}
    return {
        "sizes": net.sizes,
        "options": options,
        "parameters": net.parameters.tolist(),
        "X": X.ravel().tolist(),
        "Y": Y.ravel().tolist(),
        "n": len(X),
        **more,
    }


def assert_same(ours, theirs, tolerance, what):
    """Equal to within the tolerance, relative to the largest number of the array."""
    theirs = np.asarray(theirs, float)
    ours = np.asarray(ours, float).reshape(theirs.shape)
    off = np.abs(ours - theirs).max() / max(np.abs(theirs).max(), np.finfo(float).tiny)
    assert off <= tolerance, f"{what}: off by {off:.2g} of the largest"


def assert_same_pass(answer, net, X, Y):
    trace = net.forward(X)
    gradients = net.backward(trace, Y)
    assert_same(answer["loss"], net.loss(X, Y), 1e-12, f"loss of {net}")
    for record, names in (
        (trace, ("preactivations", "activations")),
        (gradients, ("weights", "biases", "deltas")),
    ):
        for name in names:
            assert len(answer[name]) == len(getattr(record, name))
            for l, (ours, theirs) in enumerate(zip(answer[name], getattr(record, name), strict=True)):
                assert_same(ours, theirs, 1e-12, f"{name} {l} of {net}")


def test_forward_loss_and_gradients_of_352_random_networks(run_engine):
    rng = np.random.default_rng(0)
    cases = []
    for hidden, (output, loss), depth in product(TRAINABLE, OUTPUTS, DEPTHS):
        net = random_network(rng, hidden, output, loss, depth)
        cases.append((net, *random_examples(rng, net, int(rng.integers(1, 34)))))
    answers = run_engine([as_job(*case, job="pass", capacity=40) for case in cases])
    assert len(answers) == 352
    for answer, case in zip(answers, cases, strict=True):
        assert_same_pass(answer, *case)


def test_a_different_activation_in_each_layer(run_engine):
    rng = np.random.default_rng(1)
    cases = []
    for _ in range(20):
        hidden = [str(name) for name in rng.permutation(TRAINABLE)[:4]]
        net = random_network(rng, hidden, "softmax", None, 4)
        cases.append((net, *random_examples(rng, net, 7)))
    answers = run_engine([as_job(*case, job="pass", capacity=7) for case in cases])
    for answer, case in zip(answers, cases, strict=True):
        assert_same_pass(answer, *case)


@pytest.mark.parametrize("output", ["sigmoid", "softmax"])
def test_entropies_stay_exact_for_huge_sums(run_engine, output):
    rng = np.random.default_rng(2)
    net = Network([3, 4], output=output)
    net.layers[0].weights = rng.choice([-1e4, 1e4, 30.0, -700.0], (3, 4))
    X, Y = np.eye(3), np.eye(4)[[0, 1, 1]]
    (answer,) = run_engine([as_job(net, X, Y, job="pass", capacity=3)])
    assert answer["loss"] > 1000
    assert_same_pass(answer, net, X, Y)


def test_step_runs_forward(run_engine):
    rng = np.random.default_rng(3)
    net = random_network(rng, "step", "step", "mse", 2)
    X, Y = random_examples(rng, net, 9)
    (answer,) = run_engine([as_job(net, X, Y, job="pass", capacity=9, forwardOnly=True)])
    for ours, theirs in zip(answer["activations"], net.forward(X).activations, strict=True):
        assert_same(ours, theirs, 0, "activations")


TRAININGS = {
    "sgd": ({"learningRate": 0.05}, SGD(0.05)),
    "sgd with momentum": ({"learningRate": 0.02, "momentum": 0.9}, SGD(0.02, momentum=0.9)),
    "sgd with nesterov": (
        {"learningRate": 0.02, "momentum": 0.9, "nesterov": True},
        SGD(0.02, momentum=0.9, nesterov=True),
    ),
    "sgd as it comes": ({}, SGD()),
    "rmsprop as it comes": ({}, RMSProp()),
    "rmsprop": ({"learningRate": 0.01, "decay": 0.8, "epsilon": 1e-6}, RMSProp(0.01, 0.8, 1e-6)),
    "adam as it comes": ({}, Adam()),
    "adam": (
        {"learningRate": 0.01, "beta1": 0.8, "beta2": 0.99, "epsilon": 1e-6},
        Adam(0.01, 0.8, 0.99, 1e-6),
    ),
}
PENALTIES = {"no": None, "l1": L1(0.003), "l2": L2(0.01)}


def test_weights_after_100_steps_of_every_optimizer_and_penalty(run_engine):
    rng = np.random.default_rng(4)
    cases = []
    for optimizer, penalty in product(TRAININGS, PENALTIES):
        for hidden, output in (("tanh", "sigmoid"), ("gelu", "softmax"), ("elu", "linear")):
            net = random_network(rng, hidden, output, None, 2, narrowest=2)
            cases.append((optimizer, penalty, net, *random_examples(rng, net, 14)))
    answers = run_engine(
        [
            as_job(
                net,
                X,
                Y,
                job="train",
                epochs=34,
                batchSize=5,  # 5 + 5 + 4 examples: three steps
                optimizer={"name": optimizer.split()[0], "options": TRAININGS[optimizer][0]},
                penalty=price and {"name": penalty, "strength": price.strength},
            )
            for optimizer, penalty, net, X, Y in cases
            for price in [PENALTIES[penalty]]
        ]
    )
    for answer, (optimizer, penalty, net, X, Y) in zip(answers, cases, strict=True):
        start = net.parameters.copy()
        history = fit(
            net,
            X,
            Y,
            epochs=34,
            batch_size=5,
            optimizer=TRAININGS[optimizer][1],
            penalty=PENALTIES[penalty],
            shuffle=False,
        )
        assert np.abs(net.parameters - start).max() > 0.01
        what = f"{optimizer}, {penalty} penalty, {net}"
        assert_same(answer["parameters"], net.parameters, 1e-9, what)
        assert_same(answer["losses"], history.loss, 1e-9, what)


def test_accuracy(run_engine, javascript):
    rng = np.random.default_rng(5)
    for output in ("sigmoid", "softmax"):
        net = Network([2, 3], output=output, seed=1)
        X, Y = rng.normal(0, 1, (40, 2)), np.eye(3)[rng.integers(0, 3, 40)]
        share = javascript(f"""
            const network = createNetwork([2, 3], {{ output: "{output}" }});
            network.parameters.set({net.parameters.tolist()});
            const trace = createTrace(network, 40);
            forward(network, {X.ravel().tolist()}, 40, trace);
            return accuracyOf(network, trace, {Y.ravel().tolist()}, 40);""")
        assert 0 < share < 1
        assert share == pytest.approx(net.accuracy(X, Y), abs=1e-12)
