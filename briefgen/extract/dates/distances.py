"""What counts from the day of the article -> values: last week, three years ago, the past five years, next Monday."""

from __future__ import annotations

from datetime import date

from briefgen.extract.dates import calendar
from briefgen.extract.dates.calendar import FUTURE, moved

_SATURDAY = 5
_MONTHS = {"month": 1, "quarter": 3, "half": 6, "half-year": 6, "year-and-half": 18}
_YEARS = {"year": 1, "decade": 10, "century": 100}


def shifted(unit: str, distance: int, reference: date) -> tuple[str, str]:
    """The value and precision of "last year", "next week": so many units from the reference.

    >>> shifted("year", -1, date(2026, 2, 27)), shifted("month", -2, date(2026, 2, 27))
    (('2025', 'year'), ('2025-12', 'month'))
    >>> shifted("week", -1, date(2026, 2, 27)), shifted("weekend", 0, date(2026, 2, 27))
    (('2026-02-16/2026-02-22', 'day'), ('2026-02-28/2026-03-01', 'day'))
    >>> shifted("half", -1, date(2026, 2, 27)), shifted("century", -1, date(2026, 2, 27))
    (('2025-07/2025-12', 'half'), ('1901/2000', 'year'))
    """
    if unit == "day":
        return moved(reference, distance).isoformat(), "day"
    if unit in ("week", "weekend"):
        monday, sunday = calendar.week_of(moved(reference, 7 * distance))
        return f"{(monday if unit == 'week' else moved(sunday, -1)).isoformat()}/{sunday.isoformat()}", "day"
    if unit == "year":
        return f"{_in_range(reference.year + distance):04d}", "year"
    if unit in ("decade", "century"):
        size, offset = _YEARS[unit], int(unit == "century")
        first = (reference.year - offset) // size * size + distance * size + offset
        return f"{_in_range(first):04d}/{_in_range(first + size - 1):04d}", "decade" if unit == "decade" else "year"
    return _months(unit, distance, reference)


def _months(unit: str, distance: int, reference: date) -> tuple[str, str]:
    year, month = calendar.months_on(reference.year, reference.month, distance * _MONTHS[unit])
    if unit not in ("quarter", "half"):
        return f"{year:04d}-{month:02d}", "month"
    size = _MONTHS[unit]
    first = (month - 1) // size * size + 1
    return f"{year:04d}-{first:02d}/{year:04d}-{first + size - 1:02d}", unit


def ago(unit: str, count: int, reference: date) -> tuple[str, str]:
    """The value and precision of "three years ago" (below zero) and "in two weeks": the day, week, month or year that far away.

    >>> ago("decade", -2, date(2026, 2, 27)), ago("half-year", -1, date(2026, 2, 27))
    (('2006', 'year'), ('2025-08', 'month'))
    """
    if unit in _YEARS:
        return shifted("year", count * _YEARS[unit], reference)
    return shifted("month", count * _MONTHS[unit], reference) if unit in _MONTHS else shifted(unit, count, reference)


def stretch(unit: str, count: int, reference: date) -> tuple[str, str]:
    """The value and precision of "the past five years" (below zero) and "the next two weeks": from one end to the other.

    >>> stretch("year", -5, date(2026, 2, 27)), stretch("day", 10, date(2026, 2, 27))
    (('2021/2026', 'year'), ('2026-02-27/2026-03-09', 'day'))
    """
    days = {"day": 1, "week": 7, "weekend": 7}
    if unit in days:
        here, there = reference.isoformat(), moved(reference, count * days[unit]).isoformat()
    elif unit in _YEARS:
        here, there = f"{reference.year:04d}", f"{_in_range(reference.year + count * _YEARS[unit]):04d}"
    else:
        here, there = f"{reference.year:04d}-{reference.month:02d}", shifted("month", count * _MONTHS[unit], reference)[0]
    precision = "day" if unit in days else "year" if unit in _YEARS else "month"
    return ("/".join(sorted((here, there))) if here != there else here), precision


def weekday(number: int, which: tuple[str, int], reference: date, tense: str) -> str:
    """A day of the week: that of a named week, the last before or the next after the reference, or as the tense has it.

    >>> weekday(1, ("", 0), date(2026, 2, 27), "past"), weekday(0, ("", 0), date(2026, 2, 27), FUTURE)
    ('2026-02-24', '2026-03-02')
    >>> weekday(4, ("before", 0), date(2026, 2, 27), ""), weekday(2, ("week", 1), date(2026, 2, 27), "")
    ('2026-02-20', '2026-03-04')
    """
    kind, count = which
    if kind == "week":
        return moved(calendar.week_of(moved(reference, 7 * count))[0], number).isoformat()
    back = (reference.weekday() - number) % 7
    if kind == "before":
        return moved(reference, -(back or 7)).isoformat()
    if kind == "after":
        return moved(reference, 7 - back).isoformat()
    return moved(reference, 7 - back if tense == FUTURE and back else -back).isoformat()


def weekend(reference: date, tense: str) -> str:
    """The last weekend that has begun, or the next one.

    >>> weekend(date(2026, 2, 27), "past"), weekend(date(2026, 3, 1), "past"), weekend(date(2026, 2, 27), FUTURE)
    ('2026-02-21/2026-02-22', '2026-02-28/2026-03-01', '2026-02-28/2026-03-01')
    """
    is_over = tense != FUTURE and reference.weekday() < _SATURDAY
    return shifted("weekend", -int(is_over), reference)[0]


def weekdays(first: int, last: int, reference: date, tense: str) -> str:
    """From one day of the week to another, the last such days that have begun or the next ones.

    >>> weekdays(0, 2, date(2026, 2, 27), "past")
    '2026-02-23/2026-02-25'
    """
    start = date.fromisoformat(weekday(first, ("", 0), reference, tense))
    return f"{start.isoformat()}/{moved(start, (last - first) % 7).isoformat()}"


def date_of_month(day: int, months: int | None, reference: date, tense: str) -> str | None:
    """The 12th: of the month so many from the reference's, or the last one at or before it, the next one where the text looks ahead.

    >>> today = date(2026, 2, 27)
    >>> date_of_month(12, None, today, "past"), date_of_month(28, None, today, "past"), date_of_month(31, 0, today, "")
    ('2026-02-12', '2026-01-28', None)
    """
    if months is None:
        months = int(day < reference.day) if tense == FUTURE else -int(day > reference.day)
    return calendar.iso(*calendar.months_on(reference.year, reference.month, months), day)


def month_by_shift(month: int, shift: int, reference: date) -> int:
    """The year of "last May", "this June", "next March".

    >>> month_by_shift(5, -1, date(2026, 2, 27)), month_by_shift(3, 1, date(2026, 2, 27)), month_by_shift(6, 0, date(2026, 2, 27))
    (2025, 2026, 2026)
    """
    if shift < 0:
        return _in_range(reference.year - int(month >= reference.month) + shift + 1)
    return _in_range(reference.year + (int(month <= reference.month) + shift - 1 if shift else 0))


def season_year(first_month: int, shift: int, reference: date) -> int:
    """The year in which "last autumn", "this winter", "next spring" begin: the last that is over, the one of this year, the next to begin.

    >>> season_year(9, -1, date(2026, 2, 27)), season_year(12, 0, date(2026, 2, 27)), season_year(12, -1, date(2026, 2, 27))
    (2025, 2025, 2024)
    """
    here, year = reference.month, reference.year
    if shift == 0:
        return _in_range(year - (first_month == 12 and here < 6))
    if shift < 0:
        ends_after = (first_month + 2 >= here) if first_month < 12 else True
        is_now_winter = first_month == 12 and here < 3
        return _in_range(year - ends_after - is_now_winter + shift + 1)
    return _in_range(year + (first_month <= here) + shift - 1)


def _in_range(year: int) -> int:
    return min(9999, max(1, year))
