"""How the book writes numbers: three significant digits, a true minus sign.  web/draw/numbers.js is the same.

What is at least 1000 is written whole, 1235 and not 1230, because a digit that is known and shown as 0 is
read as a wrong digit; from five digits on in groups of three, 12 345, apart by a narrow space, which no
country reads as a decimal mark.  From a million on and below a ten-thousandth it is a power of ten: there a
reader would count zeros, and Python's own ``print`` changes to it at the same small number.
"""
from decimal import ROUND_HALF_UP, Context, Decimal
from math import inf, isnan

MINUS, THIN = "\u2212", "\u202f"
DIGITS = 3
# Of 0.125, which lies between, the larger: as at school.
ROUNDED = Context(prec=DIGITS, rounding=ROUND_HALF_UP)


def format_number(value):
    """``value`` with three significant digits: 0.500, 12.3, 1235, 45 678, 1.50×10⁻⁷.

    Not a number is "undefined", as −b/w is where w is 0; infinities are ∞ and −∞.
    """
    return _signed(value, _significant)


def format_fixed(value, decimals):
    """``value`` with so many decimals: for columns, and for sums that must add up by eye."""
    return _signed(value, lambda size: _fixed(size, decimals) if size < 999_500 else _significant(size))


def format_short(value):
    """``value`` in at most three digits and a point, or four digits: what fits on a neuron."""
    return _signed(value, _short)


def format_count(count):
    """A count, such as 12 560 parameters: every digit of it."""
    return _signed(count, lambda size: _fixed(size, 0))


def _signed(value, text_of):
    value = float(value)
    if isnan(value):
        return "undefined"
    text = "∞" if abs(value) == inf else text_of(Decimal(abs(value)))
    return MINUS + text if value < 0 and text.strip("0.") else text  # −0.001 with two decimals is 0.00


def _significant(size):
    if not size:
        return "0"
    exponent = ROUNDED.create_decimal(size).adjusted()
    if not -4 <= exponent < 6:
        return _power_of_ten(size, DIGITS)
    return _fixed(size, max(0, DIGITS - 1 - exponent))


def _short(size):
    if size >= 9999.5:
        return _power_of_ten(size, 1)
    return _fixed(size, 2 if size < 9.995 else 1 if size < 99.95 else 0)


def _fixed(size, decimals):
    whole, point, part = str(size.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)).partition(".")
    return (f"{int(whole):,}".replace(",", THIN) if len(whole) > 4 else whole) + point + part


def _power_of_ten(size, digits):
    rounded = Context(digits, ROUND_HALF_UP).create_decimal(size)
    mantissa, _, exponent = f"{rounded:.{digits - 1}e}".partition("e")
    return f"{mantissa}×10" + str(int(exponent)).translate(str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹"))
