"""A year with its part or its day behind it: "2021 Q1", "2021-H2", "2021 March 5", «2013 г., 5 ноября»."""

from __future__ import annotations

from briefgen.extract.dates.mention import Point, Reading
from briefgen.extract.dates.parts import lettered_at
from briefgen.extract.dates.points import day_month_at, month_day_at
from briefgen.extract.dates.years import BARE_YEARS, has_year_word, with_year, year_at

_YEAR_DIGITS = 4


def year_first_at(reading: Reading, index: int) -> Point | None:
    """The part or the day of the year that starts at a lexeme; a day in Russian only behind «г.,»."""
    if len(reading.lexemes[index].text) != _YEAR_DIGITS or reading.lexemes[index].kind != "number":
        return None
    year = year_at(reading, index)
    if year is None or year.year not in BARE_YEARS:
        return None
    at = year.stop + (reading.norm(year.stop) in (",", "-"))
    if at >= len(reading.lexemes) or reading.lexemes[at].gap == "\n":
        return None
    point = lettered_at(reading, at) or _day(reading, index, year, at)
    return None if point is None or point.year is not None else with_year(point, Point(point.stop, year.year))


def _day(reading: Reading, index: int, year: Point, at: int) -> Point | None:
    if reading.norm(at - 1) == "-":
        return None
    if reading.lexicon.language == "en":
        return month_day_at(reading, at) if reading.lexemes[at].text[0].isupper() else None
    is_named = has_year_word(reading, index, year) and reading.norm(at - 1) == ","
    return day_month_at(reading, at) if is_named and reading.norm(year.stop - 1) in (".", "г") else None
