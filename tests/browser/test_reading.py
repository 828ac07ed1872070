"""The reader of explorers notices what is wrong: each of these mistakes once passed every test."""

import math

import pytest

from .reading import (
    assert_edges_are,
    assert_sums_come_out,
    assert_text_reads,
    number_in,
    value_of,
)

COLORS = ["blue", "orange", "gray"]


@pytest.mark.parametrize(
    "text, value",
    [
        ("0.750", 0.7501),
        ("−0.750", -0.75),
        ("(−0.750)", -0.75),
        ("+0.120", 0.12),
        ("1.50×10⁻⁷", 1.4962e-7),
        ("−2.00×10⁹", -2.001e9),
        ("45\u202f678", 45678.4),
        ("−0.00", -0.001),
        ("123", 123.4),
        ("87 of 100", 87),
        ("12.3 %", 0.12345),
        ("45°", 45.4),
        ("29 %", 28.53),
        ("an 8", 8),
        ("1 step", 1),
        ("0", 3e-9),
        ("yes", 1),
        ("–", math.nan),
        ("nowhere: with w = 0 the curve is flat", math.nan),
        ("∞, too large", math.inf),
        ("", 0),
    ],
)
def test_a_number_reads_as_it_is(text, value):
    assert_text_reads("name", text, value, "here")


@pytest.mark.parametrize(
    "text, value",
    [
        ("1.50", 0.75),  # w / 2 for w / 4
        ("−0.500", 0.5),  # z as −z
        ("0.750", 0.7506),
        ("1.50×10⁻⁷", 1.5e-6),
        ("88 of 100", 87),
        ("12.3 %", 0.0123),
        ("46°", 45.4),
        ("3", 3.2),
        ("0", 0.4),
        ("yes", 0),
        ("0.50", math.nan),
        ("–", 0.3),
        ("", 0.3),
    ],
)
def test_a_number_that_is_another_is_noticed(text, value):
    with pytest.raises(AssertionError, match="here: name is"):
        assert_text_reads("name", text, value, "here")


@pytest.mark.parametrize(
    "line",
    [
        "z = w × x + b = 3.00 × 0.500 + (−1.00) = 0.500",
        "σ(6.00 × 0.250 + 6.00) = 0.999",
        "output = σ(z) = 1 / (1 + e^(−0.500)) = 0.622, so virginica",
        "(0.800 − 1.00)² = 0.0400",
        "−1.00 × ln 0.500 − 0 × ln 0.500 = 0.693",
    ],
)
def test_a_sum_that_comes_out(line):
    assert assert_sums_come_out(line, "here") >= 1


@pytest.mark.parametrize(
    "line",
    [
        "z = w × x + b = 3.00 × 0.500 + (−1.00) = −0.500",
        "1.00 × 0.999 + 1.00 × 0.999 = 1.20",  # h₁ where h₂ belongs
        "output = σ(z) = 1 / (1 + e^(0.500)) = 0.622, so virginica",
        "3.00 × 0.500 + 1.00 = 0.500",
        "σ(6.00 × 0.250 − 6.00) = 0.999",
    ],
)
def test_a_sum_that_does_not(line):
    with pytest.raises(AssertionError, match="does not come out"):
        assert_sums_come_out(line, "here")


def test_words_are_no_sums():
    for text in ("w × x + b", "z", "", "x₁ = 3", "2.00 ()", "__import__('os')"):
        assert value_of(text) is None
    assert number_in("none") is None


WEIGHTS = [[2.0, -1.0, 0.0], [-3.0]]
EDGES = [["blue", 9, "none"], ["orange", 4.5, "5, 3"], ["gray", 0.5, "none"], ["orange", 9, "5, 3"]]


def test_edges_as_they_are():
    assert_edges_are(WEIGHTS, EDGES, COLORS, "here")


@pytest.mark.parametrize(
    "place, edge",
    [
        (1, ["blue", 4.5, "none"]),  # the opposite sign
        (1, ["orange", 2.25, "5, 3"]),  # its width squared
        (1, ["orange", 4.5, "none"]),
        (0, ["blue", 9, "5, 3"]),
        (2, ["blue", 0.5, "none"]),
    ],
)
def test_an_edge_of_another_weight_is_noticed(place, edge):
    edges = [*EDGES[:place], edge, *EDGES[place + 1 :]]
    with pytest.raises(AssertionError, match=f"here: edge {place} of weight"):
        assert_edges_are(WEIGHTS, edges, COLORS, "here")
