"""Two numbers -> a percentage of ours, rounded: the only figures that briefgen rounds, since no source has them."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Context, Decimal
from fractions import Fraction

from briefgen.model import Quantity

# A percentage of a percentage says little, a share of a share less; a multiple is one already; a rank is no measure.
NOT_MEASURED = frozenset({"concentr-percent", "concentr-permille", "percentage-point", "concentr-portion", "times", "number"})
ABOUT = frozenset({"about", "nearly", "estimated"})
_LARGEST_CHANGE = 1000  # per cent; beyond it one speaks of times
_MOST_DIGITS = 6
_PRECISE = Context(prec=60)


def share_of(part: Decimal, whole: Decimal, *, is_about: bool = False) -> Decimal:
    """How many per cent of the whole the part is.

    >>> share_of(Decimal(22), Decimal(36)), share_of(Decimal("4.8"), Decimal("8.8")), share_of(Decimal(1), Decimal(3), is_about=True)
    (Decimal('61.1'), Decimal('54.5'), Decimal('33'))
    """
    return rounded(Fraction(part) / Fraction(whole) * 100, is_about=is_about)


def change_from(old: Decimal, new: Decimal, *, is_about: bool = False) -> Decimal:
    """By how many per cent of the old value the new one is larger; below zero where it is smaller.

    >>> change_from(Decimal("8.8"), Decimal("4.8"))
    Decimal('-45.5')
    """
    return rounded((Fraction(new) - Fraction(old)) / Fraction(old) * 100, is_about=is_about)


def relative_change(old: Quantity, new: Quantity) -> Decimal | None:
    """The change between two single numbers of one unit above zero, each exact or about right; None where nothing is to be calculated."""
    if not can_relate(old, new):
        return None
    value = change_from(old.value, new.value, is_about=is_about(old, new))
    return value if value and abs(value) <= _LARGEST_CHANGE else None


def can_relate(one: Quantity, other: Quantity) -> bool:
    """Whether a percentage of two figures means anything: of a bound («более 5 млрд») or a range nothing is calculated."""
    return (
        one.unit == other.unit
        and one.unit not in NOT_MEASURED
        and not one.unit.startswith("temperature")  # a scale without a zero: 25 °C is not a quarter more than 20 °C
        and all(figure.upper is None and figure.value > 0 and figure.qualifier in ABOUT | {"exact"} for figure in (one, other))
    )


def is_about(one: Quantity, other: Quantity) -> bool:
    """Whether what is calculated of two figures is only about right, since one of them is."""
    return bool({one.qualifier, other.qualifier} & ABOUT)


def rounded(percentage: Fraction, *, is_about: bool = False) -> Decimal:
    """To a tenth, halves up; to a whole number where an operand is only about right. Nothing that is not 0 or 100 becomes 0 or 100.

    >>> rounded(Fraction(99996, 1000)), rounded(Fraction(1, 300)), rounded(Fraction(50))
    (Decimal('99.996'), Decimal('0.003'), Decimal('50'))
    """
    exact = _PRECISE.divide(Decimal(percentage.numerator), Decimal(percentage.denominator))
    found = Decimal(0)
    for digits in range(0 if is_about else 1, _MOST_DIGITS + 1):
        found = exact.quantize(Decimal(1).scaleb(-digits), rounding=ROUND_HALF_UP, context=_PRECISE)
        if abs(found) not in (0, 100) or Fraction(found) == percentage:
            break
    return _plain(found)


def _plain(value: Decimal) -> Decimal:
    """Without idle zeros and without an exponent."""
    return Decimal(format(value.normalize(_PRECISE), "f"))
