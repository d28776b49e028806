"""A place in a text -> the date that starts there, of any kind: a day, a month, a part, an era, a season or a feast."""

from __future__ import annotations

from dataclasses import replace

from briefgen.extract.dates.eras import era_at
from briefgen.extract.dates.mention import Point, Reading
from briefgen.extract.dates.numeric import numeric_at
from briefgen.extract.dates.occasions import holiday_at, season_at
from briefgen.extract.dates.parts import part_at
from briefgen.extract.dates.points import day_month_at, month_at, month_day_at
from briefgen.extract.dates.year_first import year_first_at
from briefgen.extract.dates.years import with_year

_LONGEST_ROW = 6
_HALF_DAYS = ("weekday", "edge", "easter", "orthodox-easter")


def place_at(reading: Reading, index: int) -> Point | None:
    """The longest date that starts at a lexeme; its year is lent by the next date of a row where it has none of its own."""
    point = _place(reading, index)
    return _with_lent_year(reading, point) if point and point.year is None and point.shift is None else point


def grade(point: Point) -> str:
    """What an end of a range is counted in: day, month or year."""
    if point.day is not None or point.part in _HALF_DAYS:
        return "day"
    return "year" if point.part in ("decade", "century", "halfcentury", "hundred") or (point.month is None and not point.part) else "month"


def _place(reading: Reading, index: int) -> Point | None:
    return (
        numeric_at(reading, index)
        or year_first_at(reading, index)
        or part_at(reading, index)
        or era_at(reading, index)
        or day_month_at(reading, index)
        or month_day_at(reading, index)
        or month_at(reading, index)
        or season_at(reading, index)
        or holiday_at(reading, index)
        or _week_of(reading, index)
    )


def _week_of(reading: Reading, index: int) -> Point | None:
    """ "the week of June 3, 2013": Monday to Sunday."""
    if reading.norm(index) != "week" or reading.norm(index + 1) != "of" or index + 2 >= len(reading.lexemes):
        return None
    at = index + 2 + (reading.norm(index + 2) == "the")
    point = (day_month_at(reading, at) or month_day_at(reading, at)) if at < len(reading.lexemes) else None
    return replace(point, part="weekof") if point else None


def _with_lent_year(reading: Reading, point: Point) -> Point:
    """«5 мая и 10 июня 2013 года», "in May and September 2022": one year for the row."""
    row, at = reading.lexicon.words["and"] | {","}, point.stop
    for _ in range(_LONGEST_ROW):
        if reading.norm(at) not in row or at + 1 >= len(reading.lexemes) or reading.lexemes[at + 1].gap == "\n":
            return point
        start = at + 1 + (reading.norm(at) == "," and reading.norm(at + 1) in reading.lexicon.words["and"])
        following = _place(reading, start) if start < len(reading.lexemes) else None
        if following is None or grade(following) != grade(point) or following.month is None or point.month is None:
            return point
        if following.year is not None or following.shift is not None:
            is_later = (following.month, following.day or 0) >= (point.month, point.day or 0)
            return replace(with_year(point, following), stop=point.stop) if is_later else point
        at = following.stop
    return point
