"""How the book writes numbers, by hand; that both languages do is compared elsewhere."""

import math

import numpy as np
import pytest

from nnbasics.figures.numbers import format_count, format_fixed, format_number, format_short

THIN = "\u202f"
SUPERSCRIPTS = str.maketrans("⁻⁰¹²³⁴⁵⁶⁷⁸⁹", "-0123456789")


@pytest.mark.parametrize(
    "value, text",
    [
        (0, "0"),
        (-0.0, "0"),
        (1, "1.00"),
        (-0.5, "−0.500"),
        (3.14159, "3.14"),
        (27.26, "27.3"),
        (-45.272, "−45.3"),
        (0.125, "0.125"),
        (0.0625, "0.0625"),
        (2.125, "2.13"),
        (-2.125, "−2.13"),  # what lies between goes up, as at school
        (123.4, "123"),
        (999.4, "999"),
        (999.5, "1000"),
        (1234.5, "1235"),
        (-9999.9, f"−10{THIN}000"),
        (45678, f"45{THIN}678"),
        (999_499, f"999{THIN}499"),
        (999_500, "1.00×10⁶"),
        (-1e6, "−1.00×10⁶"),
        (2.5e12, "2.50×10¹²"),
        (0.001234, "0.00123"),
        (0.0005, "0.000500"),
        (0.0001, "0.000100"),
        (0.000099999, "0.000100"),
        (0.00009994, "9.99×10⁻⁵"),
        (1.5e-7, "1.50×10⁻⁷"),
        (math.nan, "undefined"),
        (math.inf, "∞"),
        (-math.inf, "−∞"),
    ],
)
def test_three_significant_digits_and_a_true_minus(value, text):
    assert format_number(value) == text


@pytest.mark.parametrize(
    "value, decimals, text",
    [
        (-45.3, 2, "−45.30"),
        (1.84, 2, "1.84"),
        (0.125, 2, "0.13"),
        (-0.001, 2, "0.00"),
        (-0.006, 2, "−0.01"),
        (8, 0, "8"),
        (12345.678, 1, f"12{THIN}345.7"),
        (-1e9, 2, "−1.00×10⁹"),
    ],
)
def test_fixed_decimals(value, decimals, text):
    assert format_fixed(value, decimals) == text


@pytest.mark.parametrize(
    "value, text",
    [
        (0, "0.00"),
        (0.599, "0.60"),
        (-0.001, "0.00"),
        (-3.456, "−3.46"),
        (9.99, "9.99"),
        (9.996, "10.0"),
        (-45.67, "−45.7"),
        (99.96, "100"),
        (-1234.5, "−1235"),
        (9999.4, "9999"),
        (123456, "1×10⁵"),
    ],
)
def test_short_numbers_fit_on_a_neuron(value, text):
    assert format_short(value) == text
    assert len(text) <= 6


@pytest.mark.parametrize(
    "count, text",
    [
        (7, "7"),
        (1234, "1234"),
        (12560, f"12{THIN}560"),
        (2**53 - 1, THIN.join(("9", "007", "199", "254", "740", "991"))),
    ],
)
def test_counts_keep_every_digit(count, text):
    assert format_count(count) == text


def read(text):
    """The number that a reader sees."""
    mantissa, _, exponent = text.replace("−", "-").replace(THIN, "").partition("×10")
    return float(mantissa) * 10.0 ** int(exponent.translate(SUPERSCRIPTS) or 0)


def test_what_is_read_is_the_number_to_half_of_its_last_digit():
    rng = np.random.default_rng(1)
    for value in rng.choice([-1, 1], 4000) * 10 ** rng.uniform(-9, 9, 4000):
        assert read(format_number(value)) == pytest.approx(value, rel=0.00502)
        assert abs(read(format_fixed(value, 2)) - value) <= max(
            0.00501, 0.0051 * abs(value) * (abs(value) >= 999_500)
        )
