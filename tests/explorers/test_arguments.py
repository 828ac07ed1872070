"""Every explorer refuses by name what it cannot show: an index beyond, a gap, nothing, another type."""

import inspect
import re

import numpy as np
import pytest

import nnbasics.explorers as all_of_them
from nnbasics import Network
from nnbasics.datasets import digits

DIGITS = [part[:40] for part in digits()]
POINTS = np.random.default_rng(0).normal(size=(20, 2))
CLASSES = (POINTS[:, :1] > 0).astype(float)
PETS = np.zeros((60, 784)), np.zeros((60, 1))
READS = Network([64, 8, 10], output="softmax")
NEURON = Network([3, 1], output="sigmoid", loss="mse")
SMALL = Network([2, 2, 1], hidden="tanh", output="sigmoid", loss="mse")
BENDS = Network([2, 3, 1], hidden="tanh", output="sigmoid")
NEEDED = {
    "DigitExplorer": {"network": READS, "X": DIGITS[0], "labels": DIGITS[1]},
    "HiddenLayerExplorer": {"datasets": {"mine": (POINTS, CLASSES)}, "network": BENDS},
    "LedgerExplorer": {"X": DIGITS[0], "labels": DIGITS[1]},
    "LeversExplorer": {"network": NEURON, "activations": [0.1, 0.2, 0.3]},
    "NeuronExplorer": {"X": POINTS, "Y": CLASSES},
    "OutputsExplorer": {
        "classes": (POINTS, CLASSES),
        "quantity": (POINTS[:, :1], POINTS[:, 1:]),
        "sources": ["", ""],
    },
    "PathsExplorer": {"X": POINTS, "Y": CLASSES, "source": ""},
    "PetsExplorer": {"train": PETS, "test": PETS},
    "RankingExplorer": {"networks": [READS] * 3, "X": DIGITS[0], "labels": DIGITS[1]},
    "SlopeExplorer": {"network": SMALL, "x": [1, 2], "wanted": [1]},
    "SoftmaxExplorer": {"logits": {"cat": 1, "dog": 2}, "wanted": "cat"},
    "TimeTravelExplorer": {
        "X": DIGITS[0],
        "labels": DIGITS[1],
        "X_test": DIGITS[0],
        "labels_test": DIGITS[1],
    },
    "UntrainedExplorer": {"X": DIGITS[0], "labels": DIGITS[1]},
}
ODD = [
    *(None, True, -1, 99, 1.5, float("nan"), 10**30, "a", "relu", object(), {}),
    *([], (), range(0), (1, 99), (99, 0), (-1, 0), [0, 3, 5], range(0, 10, 3), [1, None]),
    *(np.zeros((2, 2)), np.ma.masked_all(2), Network([2, 1])),
]
ARGUMENTS = [
    (name, argument)
    for name in all_of_them.__all__
    for argument in inspect.signature(getattr(all_of_them, name)).parameters
]


def test_every_explorer_is_tried():
    assert {name for name, _ in ARGUMENTS} == set(all_of_them.__all__)
    assert len(ARGUMENTS) > 100


@pytest.mark.parametrize("name, argument", ARGUMENTS)
def test_what_is_odd_is_refused_by_name(name, argument):
    explorer, refused = getattr(all_of_them, name), 0
    for odd in ODD:
        try:
            explorer(**{**NEEDED.get(name, {}), argument: odd})
        except ValueError as error:
            refused += 1
            assert re.search(rf"\b{argument}\b", str(error)), f"{argument}={odd!r}: {error}"
            assert len(str(error)) < 400
    assert refused > len(ODD) / 2


@pytest.mark.parametrize(
    "name, given",
    [
        ("DigitExplorer", {"neuron": (1, 99)}),
        ("DigitExplorer", {"neuron": (3, 0)}),
        ("DigitExplorer", {"neuron": (1, -1)}),
        ("DigitExplorer", {"digit": -1}),
        ("DigitExplorer", {"digit": 40}),
        ("DigitExplorer", {"reached": 2.5}),
        ("GatesExplorer", {"row": 9}),
        ("LedgerExplorer", {"row": 25}),
        ("LedgerExplorer", {"epochs": []}),
        ("LedgerExplorer", {"epochs": [2, 0]}),
        ("UntrainedExplorer", {"seeds": [0, 1, 5]}),
        ("UntrainedExplorer", {"seeds": []}),
        ("PetsExplorer", {"learned": [0]}),
        ("PetsExplorer", {"hidden": []}),
        ("SlopeExplorer", {"picked": 9}),
        ("SlopeExplorer", {"other": -1}),
        ("CollapseExplorer", {"picked": 9}),
        ("StepperExplorer", {"at": 10**6}),
        ("PathsExplorer", {"seen": 10**6}),
        ("PathsExplorer", {"start": (99.0, 0.0)}),
        ("BumpExplorer", {"goal": 4}),
        ("ApproximateExplorer", {"units": 31}),
        ("TimeTravelExplorer", {"epoch": 31}),
        ("HiddenLayerExplorer", {"datasets": {}}),
        ("RankingExplorer", {"born": [{"seed": 1}, None]}),
        ("OutputsExplorer", {"movers": 21}),
    ],
)
def test_what_is_not_there(name, given):
    with pytest.raises(ValueError, match=next(iter(given))):
        getattr(all_of_them, name)(**{**NEEDED.get(name, {}), **given})


@pytest.mark.parametrize(
    "name, most, given",
    [
        ("HiddenLayerExplorer", 8, lambda n: {"network": Network([2, n, 1], "tanh", output="sigmoid")}),
        (
            "LeversExplorer",
            6,
            lambda n: {
                "network": Network([n, 1], output="sigmoid", loss="mse"),
                "activations": [0.1] * n,
            },
        ),
        ("SlopeExplorer", 4, lambda n: {"network": Network([2, n, 1], "tanh", output="sigmoid", loss="mse")}),
        ("SoftmaxExplorer", 4, lambda n: {"logits": dict.fromkeys(("cat", "dog", *"abc")[:n], 1.0)}),
        ("ApproximateExplorer", 30, lambda n: {"net_units": n}),
        ("DepthExplorer", 10, lambda n: {"layers": n}),
    ],
)
def test_the_largest_that_it_takes_is_as_large_as_it_says(name, most, given):
    explorer = getattr(all_of_them, name)
    explorer(**{**NEEDED.get(name, {}), **given(most)}).picture()
    with pytest.raises(ValueError, match=rf"{next(iter(given(most)))}.*\b{most}\b"):
        explorer(**{**NEEDED.get(name, {}), **given(most + 1)})
