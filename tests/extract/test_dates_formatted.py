"""Dates as briefgen prints them, read back by the finder: the same value, precision and relation, in both languages."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given, strategies

from briefgen import find_dates
from briefgen.formatting.dates import format_date

REFERENCE = date(2026, 2, 27)
LANGUAGES = strategies.sampled_from(["ru", "en"])
DAYS = strategies.dates(min_value=date(1900, 1, 1), max_value=date(2099, 12, 31))
YEARS = strategies.integers(min_value=1900, max_value=2080)
RELATIONS = strategies.sampled_from(["on", "since", "until", "before", "after"])


def read_back(text, language):
    found = find_dates(f"{text}.", language, reference=REFERENCE)
    assert len(found) == 1, (text, found)
    return found[0]


@given(DAYS, LANGUAGES, RELATIONS)
def test_a_day(day, language, relation):
    found = read_back(format_date(day.isoformat(), language, relation=relation), language)
    assert (found.value, found.precision, found.relation, found.inferred) == (day.isoformat(), "day", relation, False)


@given(DAYS, LANGUAGES, strategies.sampled_from(["table", "narrow"]))
def test_a_day_in_a_table(day, language, style):
    assert read_back(format_date(day.isoformat(), language, style=style), language).value == day.isoformat()


@given(DAYS, LANGUAGES, strategies.sampled_from(["text", "table", "narrow"]))
def test_a_month(day, language, style):
    found = read_back(format_date(day.isoformat()[:7], language, style=style), language)
    assert (found.value, found.precision) == (day.isoformat()[:7], "month")


@given(YEARS, LANGUAGES, RELATIONS.filter(lambda relation: relation != "on"))
def test_a_year(year, language, relation):
    found = read_back(format_date(str(year), language, relation=relation), language)
    assert (found.value, found.precision, found.relation) == (str(year), "year", relation)


@given(YEARS, strategies.integers(min_value=1, max_value=4), LANGUAGES, strategies.sampled_from(["text", "table"]))
def test_a_quarter(year, number, language, style):
    value = f"{year}-{number * 3 - 2:02}/{year}-{number * 3:02}"
    found = read_back(format_date(value, language, precision="quarter", style=style), language)
    assert (found.value, found.precision) == (value, "quarter")


@given(YEARS, strategies.integers(min_value=1, max_value=2), LANGUAGES, strategies.sampled_from(["text", "table"]))
def test_a_half(year, number, language, style):
    value = f"{year}-{number * 6 - 5:02}/{year}-{number * 6:02}"
    found = read_back(format_date(value, language, precision="half", style=style), language)
    assert (found.value, found.precision) == (value, "half")


@given(strategies.integers(min_value=190, max_value=208), LANGUAGES, strategies.sampled_from(["text", "table"]))
def test_a_decade(decade, language, style):
    value = f"{decade}0/{decade}9"
    found = read_back(format_date(value, language, precision="decade", style=style), language)
    assert (found.value, found.precision) == (value, "decade")


@given(DAYS, strategies.integers(min_value=1, max_value=500), LANGUAGES, strategies.sampled_from(["text", "table"]))
def test_a_range_of_days(first, distance, language, style):
    value = f"{first.isoformat()}/{(first + timedelta(days=distance)).isoformat()}"
    found = read_back(format_date(value, language, precision="day", style=style), language)
    assert (found.value, found.precision, found.relation) == (value, "day", "between")


@given(DAYS, strategies.integers(min_value=32, max_value=900), LANGUAGES)
def test_a_range_of_months(first, distance, language):
    value = f"{first.isoformat()[:7]}/{(first + timedelta(days=distance)).isoformat()[:7]}"
    found = read_back(format_date(value, language, precision="month"), language)
    assert (found.value, found.precision, found.relation) == (value, "month", "between")


@given(YEARS, strategies.integers(min_value=1, max_value=60), LANGUAGES)
def test_a_range_of_years(first, distance, language):
    value = f"{first}/{first + distance}"
    found = read_back(format_date(value, language, precision="year"), language)
    assert (found.value, found.precision, found.relation) == (value, "year", "between")


@given(DAYS, LANGUAGES)
def test_a_day_whose_year_was_inferred(day, language):
    assert read_back(format_date(day.isoformat(), language, inferred=True), language).value == day.isoformat()
