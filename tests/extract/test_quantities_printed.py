"""A quantity as the program prints it is read back as the same: value, upper end, unit and qualifier, in both languages."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from briefgen import find_quantities
from briefgen.extract.quantities.lexicon import lexicon
from briefgen.formatting.quantities import format_quantity
from briefgen.language.phrases import Phrases
from briefgen.model import QUALIFIERS

# Printed in the words of another unit: both CFA francs are «франк КФА»; pounds of weight are told from money by what is weighed.
# "5 times" alone says how often. Codes that are words too are read with large numbers alone ("COP 28", "TOP 5").
UNREADABLE = {"ru": {"XOF", "mass-pound", "XXX"}, "en": {"mass-pound", "times", "ALL", "COP", "CUP", "SOS", "TOP", "XXX"}}
YEARS = range(1000, 2101)


def codes(node: Phrases, language: str) -> Iterator[str]:
    """The units of a tree; for a family of currencies all its members."""
    families = lexicon(language).families
    for child in (*node.children.values(), *node.exact.values()):
        if child.value is not None:
            unit = str(child.value).partition("*")[0]
            yield from families[unit]["codes"] if unit in families else (unit,)
        yield from codes(child, language)


UNITS = sorted({*codes(lexicon("ru").units, "ru"), *codes(lexicon("en").units, "en"), "times"})
READABLE = [(language, unit) for language in ("ru", "en") for unit in UNITS if unit not in UNREADABLE[language]]
NUMBERS = st.builds(
    lambda digits, places, power: Decimal(digits).scaleb(power - places),
    st.integers(min_value=1, max_value=99_999),
    st.integers(min_value=0, max_value=2),
    st.sampled_from([0, 3, 6, 9, 12]),
)
RATIOS = st.sampled_from([Decimal(ratio) for ratio in ("1.01", "1.2", "1.5", "2", "3", "7", "10", "50", "250")])


def read_back(printed: str, language: str) -> list[tuple[Decimal, Decimal | None, str, str]]:
    return [(found.value, found.upper, found.unit, found.qualifier) for found in find_quantities(printed, language)]


@settings(max_examples=1500, deadline=None)
@given(
    value=NUMBERS,
    language_and_unit=st.sampled_from(READABLE),
    qualifier=st.sampled_from(QUALIFIERS),
    style=st.sampled_from(["text", "words", "table"]),
    case=st.sampled_from(["nominative", "genitive"]),
    is_negative=st.booleans(),
)
def test_a_printed_quantity_is_read_as_it_was(value, language_and_unit, qualifier, style, case, is_negative):
    language, unit = language_and_unit
    assume(not (unit == "mass-gram" and value in YEARS))  # «1999 г» is a year
    value = -value if is_negative and qualifier == "exact" else value
    printed = format_quantity(value, unit, language, qualifier=qualifier, style=style, case=case)
    assert read_back(printed, language) == [(value, None, unit, qualifier)], printed


@settings(max_examples=1000, deadline=None)
@given(
    lower=NUMBERS,
    ratio=RATIOS,
    language_and_unit=st.sampled_from(READABLE),
    qualifier=st.sampled_from(["exact", "about"]),
    style=st.sampled_from(["text", "table"]),
)
def test_a_printed_range_is_read_as_it_was(lower, ratio, language_and_unit, qualifier, style):
    language, unit = language_and_unit
    upper = lower * ratio
    assume(not (unit == "mass-gram" and upper in YEARS))
    printed = format_quantity(lower, unit, language, upper=upper, qualifier=qualifier, style=style)
    assert read_back(printed, language) == [(lower, upper, unit, qualifier)], printed
