"""Percentages of ours: rounded to a tenth, halves up, and never so that they say more than the numbers do."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from briefgen.extract.quantities import find_quantities
from briefgen.formatting.percentages import change_from, rounded, share_of
from briefgen.formatting.quantities import format_quantity

AMOUNTS = st.integers(1, 10**7).map(lambda number: Decimal(number).scaleb(-3)) | st.integers(1, 10**13).map(Decimal)


def test_halves_go_up_and_idle_zeros_away() -> None:
    assert share_of(Decimal(1), Decimal(16)) == Decimal("6.3")  # 6.25
    assert str(share_of(Decimal(1), Decimal(2))) == "50"
    assert change_from(Decimal(16), Decimal(15)) == Decimal("-6.3")


def test_what_is_only_about_right_is_a_whole_number() -> None:
    assert share_of(Decimal(800), Decimal(2600), is_about=True) == 31
    assert share_of(Decimal(1), Decimal(700), is_about=True) == Decimal("0.1")


@given(AMOUNTS, AMOUNTS, st.booleans())
def test_a_share_is_within_half_a_unit_of_its_last_digit(part: Decimal, whole: Decimal, is_about: bool) -> None:
    exact = Fraction(part) / Fraction(whole) * 100
    value = share_of(part, whole, is_about=is_about)
    digits = max(len(str(value).partition(".")[2]), 0 if is_about else 1)
    assert abs(Fraction(value) - exact) <= Fraction(1, 2 * 10**digits)


@given(st.fractions(min_value=-1000, max_value=1000, max_denominator=10**5))
def test_nothing_becomes_all_or_nothing(percentage: Fraction) -> None:
    value = rounded(percentage)
    assert (abs(value) not in (0, 100)) or Fraction(value) == percentage


@given(AMOUNTS, AMOUNTS)
def test_a_change_and_its_way_back_have_opposite_signs(old: Decimal, new: Decimal) -> None:
    there, back = change_from(old, new), change_from(new, old)
    assert (there > 0) == (back < 0)


@given(AMOUNTS, AMOUNTS, st.sampled_from(["ru", "en"]), st.sampled_from(["exact", "about"]))
def test_what_is_printed_reads_back(part: Decimal, whole: Decimal, language: str, qualifier: str) -> None:
    value = share_of(part, whole, is_about=qualifier == "about")
    (found,) = find_quantities(format_quantity(value, "concentr-percent", language, qualifier=qualifier), language)
    assert (found.value, found.unit, found.qualifier) == (value, "concentr-percent", qualifier)
