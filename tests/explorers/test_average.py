"""The sums behind chapter 6's ledger and time travel: what NumPy does, in one run of Node."""

import json
import subprocess
import sys
from base64 import b64decode
from itertools import islice
from pathlib import Path

import numpy as np
import pytest

import nnbasics
from nnbasics import SGD, Adam, Network, RMSProp, Training, fit
from nnbasics.angle import angle
from nnbasics.datasets import digits, split

PACKAGE = Path(nnbasics.__file__).parent
NODE = Path(sys.executable).with_name("node")
LAYERS = {"sizes": [64, 16, 16, 10], "hidden": "relu", "output": "softmax"}
(X, LABELS), (X_TEST, LABELS_TEST) = split(*digits())
PRELUDE = """
import { readFileSync } from "node:fs";
import { createNetwork } from "./web/engine/network.js";
import { initialize } from "./web/engine/initializers.js";
const given = JSON.parse(readFileSync(0, "utf8"));
const floats = (numbers) => Float64Array.from(numbers);
const row = (label) => Array.from({ length: 10 }, (_, i) => +(i === label));
const oneHot = (labels) => floats(labels.flatMap(row));
function networkOf(parameters) {
  const network = createNetwork([64, 16, 16, 10], { hidden: "relu", output: "softmax" });
  if (parameters) network.parameters.set(parameters); else initialize(network, 17);
  return network;
}
// Typed arrays byte by byte: every digit of them, and fast.
const plain = (key, value) => (value instanceof Float64Array
  ? { floats: Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString("base64") } : value);
const answer = (value) => process.stdout.write(JSON.stringify(value, plain));
"""


def run(script, given):
    """What the script, written as if it stood beside `web/`, gives as its answer."""
    for folder in ("web", "explorers"):
        script = script.replace(f'"./{folder}/', f'"{PACKAGE.as_uri()}/{folder}/')
    done = subprocess.run(
        [NODE, "--input-type=module", "--eval", script],
        input=json.dumps(given),
        capture_output=True,
        text=True,
        timeout=300,
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout, object_hook=floats)


def floats(found):
    return np.frombuffer(b64decode(found["floats"])) if "floats" in found else found


def assert_close(found, wanted, within=1e-12):
    np.testing.assert_allclose(found, wanted, rtol=within, atol=within)


def network(parameters=None):
    shown = Network(**LAYERS, seed=17)
    if parameters is not None:
        shown.parameters = parameters
    return shown


@pytest.fixture(scope="module")
def moments():
    """The network of chapter 4 untrained, half trained, trained."""
    found = {0: network(), 2: network(), 30: network()}
    for epochs, shown in found.items():
        if epochs:
            fit(shown, X, LABELS, epochs=epochs, batch_size=10, optimizer=Adam(0.003))
    return list(found.values())


def ledger_states(moments):
    """A hundred: each network, digits at random, some of them muted, doubled, mislabeled; all muted once."""
    rng = np.random.default_rng(6)
    for number in range(100):
        rows = rng.choice(len(X), 24, replace=False)
        wrong = rng.random(24) < 0.2
        labels = np.where(wrong, rng.integers(0, 10, 24), LABELS[rows])
        says = rng.choice([0, 1, 2], 24, p=[0.2, 0.6, 0.2]) * (number != 50)
        yield moments[number % 3], X[rows], labels, says, rng.uniform(0, 1)


def test_every_number_of_the_ledger_in_a_hundred_states(moments):
    states = list(ledger_states(moments))
    seen = run(
        PRELUDE
        + """
    import { agreement, ask, createOpinions, norm, summarize, tryStep } from "./explorers/ledger/opinions.js";
    answer(given.map(({ parameters, X, labels, says, rate }) => {
      const network = networkOf(parameters), Y = oneHot(labels);
      const opinions = createOpinions(network, says.length);
      ask(opinions, network, floats(X), Y);
      const voices = summarize(opinions, says);
      tryStep(opinions, network, floats(X), Y, rate);
      const { wishes, average, losses, lossesAfter, norms, angles, outputs, deltas, activations } = opinions;
      return { voices, wishes, average, losses, lossesAfter, norms, angles, outputs, deltas, activations,
               together: norm(average), agreement: agreement(opinions, says) };
    }));""",
        [
            {
                "parameters": shown.parameters.tolist(),
                "X": x.ravel().tolist(),
                "labels": labels.tolist(),
                "says": says.tolist(),
                "rate": rate,
            }
            for shown, x, labels, says, rate in states
        ],
    )
    muted = doubled = 0
    for found, (shown, x, labels, says, rate) in zip(seen, states, strict=True):
        trace = shown.forward(x)
        each = shown.backward(trace, labels, per_example=True)
        wishes, batch = -each.flat, np.repeat(np.arange(24), says)
        norms = np.linalg.norm(wishes, axis=1)
        assert found["voices"] == len(batch) == says.sum()
        assert_close(found["wishes"], wishes.ravel())
        assert_close(found["norms"], norms)
        assert_close(found["losses"], [shown.loss(x[[i]], labels[[i]]) for i in range(24)])
        assert_close(found["outputs"], trace.activations[-1].ravel())
        for layer in range(3):  # the two factors of each cell
            assert_close([deltas[layer] for deltas in found["deltas"]], each.deltas[layer])
            assert_close([a[layer] for a in found["activations"]], trace.activations[layer])
        average = np.zeros(shown.num_parameters)
        if len(batch):  # the foot is what backward says of the batch, turned around
            average = -shown.backward(shown.forward(x[batch]), labels[batch]).flat
            assert_close(found["agreement"], np.linalg.norm(average) / norms[batch].mean())
        length = np.linalg.norm(average)
        assert_close(found["average"], average)
        assert_close(found["together"], length)
        for value, wish, norm in zip(found["angles"], wishes, norms, strict=True):
            if min(norm, length) < 0.001:
                assert np.isnan(value)
            else:  # the direction of a short wish hangs on the rounding of the numbers that it is left of
                assert_close(value, angle(wish, average), 1e-12 / min(1, norm, length))
        after = network(shown.parameters + rate * average)
        assert_close(found["lossesAfter"], [after.loss(x[[i]], labels[[i]]) for i in range(24)])
        muted, doubled = muted + (says == 0).sum(), doubled + (says == 2).sum()
    assert muted > 400 and doubled > 400


def test_what_is_muted_is_really_out(moments):
    """Even where its own numbers are as loud as can be: the average does not change by a bit."""
    half = moments[1].parameters.tolist()
    given = [
        {
            "parameters": half,
            "X": X[:3].ravel().tolist(),
            "labels": [int(LABELS[0]), int(LABELS[1]), label],
            "says": [1, 2, 0],
        }
        for label in (0, 5)
    ]
    one, other = run(
        PRELUDE
        + """
    import { ask, createOpinions, summarize } from "./explorers/ledger/opinions.js";
    answer(given.map(({ parameters, X, labels, says }) => {
      const network = networkOf(parameters), opinions = createOpinions(network, 3);
      ask(opinions, network, floats(X), oneHot(labels));
      summarize(opinions, says);
      return opinions;
    }));""",
        given,
    )
    assert np.array_equal(one["average"], other["average"])
    assert not np.array_equal(one["wishes"], other["wishes"])


def test_two_hundred_batches_point_where_numpys_do(moments):
    half = moments[1]
    found = run(
        PRELUDE
        + """
    import { measureBatches } from "./explorers/ledger/batches.js";
    const { parameters, X, labels } = given;
    const work = measureBatches(networkOf(parameters), floats(X), oneHot(labels), labels.length,
                                { sizes: [1, 10], batches: 200, seed: 0 });
    let pieces = 0, turn = work.next();
    for (; !turn.done; turn = work.next()) pieces += 1;
    answer({ ...turn.value, pieces });""",
        {"parameters": half.parameters.tolist(), "X": X.ravel().tolist(), "labels": LABELS.tolist()},
    )
    assert found["pieces"] > 400  # so many times the page may listen
    full = half.backward(half.forward(X), LABELS).flat
    order, rng = np.arange(len(X), dtype=np.int32), np.random.default_rng(0)
    for size in (1, 10):
        angles = []
        for _ in range(200):
            rng.shuffle(order)
            batch = order[:size]
            angles.append(angle(half.backward(half.forward(X[batch]), LABELS[batch]).flat, full))
        assert found[str(size)] == pytest.approx(angles, abs=1e-9)


OPTIMIZERS = {
    "sgd": lambda rate: SGD(rate),
    "momentum": lambda rate: SGD(rate, momentum=0.9),
    "rmsprop": RMSProp,
    "adam": Adam,
}
TRAVEL = (
    PRELUDE
    + """
import { createJourney } from "./explorers/time_travel/journey.js";
import { optimizerOf } from "./explorers/time_travel/settings.js";
const rows = ([X, labels]) => ({ X: floats(X), Y: oneHot(labels), n: labels.length });
const data = { train: rows(given.train), test: rows(given.test) };
const travel = ({ parameters, optimizer, rate, batchSize, seed, epochs }) => createJourney({
  network: networkOf(parameters), optimizer: optimizerOf(optimizer, rate), batchSize, seed, epochs, data });
"""
)
DATA = {
    "train": [X.ravel().tolist(), LABELS.tolist()],
    "test": [X_TEST.ravel().tolist(), LABELS_TEST.tolist()],
}


def test_chapter_4s_training_is_recomputed_from_its_seed(moments):
    """At ten steps on the way the weights are NumPy's, and so are loss and accuracy after every epoch."""
    steps = [1, 2, 5, 20, 100, 135, 500, 1350, 2700, 4050]
    found = run(
        TRAVEL
        + """
    const journey = travel({ optimizer: "adam", rate: 0.003, batchSize: 10, seed: 0, epochs: 30 });
    const at = {};
    for (const _ of journey.work())
      if (given.steps.includes(journey.steps)) at[journey.steps] ??= journey.network.parameters.slice();
    answer({ at, moments: journey.moments, ending: journey.ending, done: journey.done });""",
        DATA | {"steps": steps},
    )
    assert found["done"] and found["ending"] == "" and len(found["moments"]) == 31
    shown, recorded = network(), iter(steps)
    parameters = [shown.parameters.copy()]
    wanted, next_step, number = {}, next(recorded), 0
    training = Training(shown, X, LABELS, batch_size=10, optimizer=Adam(0.003))
    learn = training._learn

    def count(*batch):
        nonlocal number, next_step
        given = learn(*batch)
        number += 1
        if number == next_step:
            wanted[str(number)], next_step = shown.parameters.copy(), next(recorded, None)
        return given

    training._learn = count
    for _ in islice(training, 30):
        parameters.append(shown.parameters.copy())
    assert list(found["at"]) == list(wanted) == list(map(str, steps))
    for step in wanted:
        assert_close(found["at"][step], wanted[step], 1e-9)
    for moment, weights in zip(found["moments"], parameters, strict=True):
        then = network(weights)
        assert_close(moment["parameters"], weights, 1e-9)
        assert moment["loss"] == pytest.approx(then.loss(X, LABELS), abs=1e-9)
        assert moment["testLoss"] == pytest.approx(then.loss(X_TEST, LABELS_TEST), abs=1e-9)
        assert moment["accuracy"] == pytest.approx(then.accuracy(X, LABELS))
        assert moment["testAccuracy"] == pytest.approx(then.accuracy(X_TEST, LABELS_TEST))
    assert_close(parameters[-1], moments[2].parameters)  # it is chapter 4's


def test_a_branch_is_fit_with_an_optimizer_that_remembers_nothing(moments):
    """Its first fifty steps, from half-trained weights, for each optimizer, two batch sizes, another seed."""
    half = moments[1].parameters.tolist()
    settings = [
        {"parameters": half, "optimizer": name, "rate": 0.01, "batchSize": size, "seed": 5, "epochs": 4}
        for name in OPTIMIZERS
        for size in (10, 100)
    ]
    found = run(
        TRAVEL
        + """
    answer(given.settings.map((setting) => {
      const journey = travel(setting);
      for (const _ of journey.work()) if (journey.steps === 50) return journey.network.parameters;
    }));""",
        DATA | {"settings": settings},
    )
    for weights, setting in zip(found, settings, strict=True):
        shown = network(half)
        training = Training(
            shown, X, LABELS, setting["batchSize"], OPTIMIZERS[setting["optimizer"]](0.01), seed=5
        )
        learn, steps = training._learn, []

        def until_fifty(*batch):
            given = learn(*batch)
            steps.append(shown.parameters.copy())
            return given

        training._learn = until_fifty
        while len(steps) < 50:
            next(training)
        assert_close(weights, steps[49], 1e-9)


def test_a_branch_that_runs_off_to_infinity_is_caught(moments):
    half = moments[1].parameters.tolist()
    found = run(
        TRAVEL
        + """
    const journey = travel(given.setting);
    for (const _ of journey.work());
    answer(journey);""",
        DATA
        | {
            "setting": {
                "parameters": half,
                "optimizer": "sgd",
                "rate": 1e160,
                "batchSize": 10,
                "seed": 0,
                "epochs": 4,
            }
        },
    )
    assert found["done"] and "ran off to infinity in epoch 1" in found["ending"]
    assert len(found["moments"]) == 1 and np.isfinite(found["network"]["parameters"]).all()
