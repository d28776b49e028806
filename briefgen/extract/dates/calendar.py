"""Years, months and days as ISO 8601 values, and the year of a date that names none."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

PAST, FUTURE = "past", "future"


def iso(year: int | None, month: int | None = None, day: int | None = None) -> str | None:
    """A date with reduced precision, None when there is no such day; the year may be missing.

    >>> iso(2026, 2, 26), iso(2013, 5), iso(2027), iso(None, 2, 26), iso(2026, 2, 30)
    ('2026-02-26', '2013-05', '2027', '--02-26', None)
    """
    if day is not None and (month is None or not 1 <= day <= monthrange(year or 2000, month)[1]):
        return None
    parts = ["-" if year is None else f"{year:04d}"] + [f"{part:02d}" for part in (month, day) if part is not None]
    return "-".join(parts)


def quarter(year: int, number: int) -> str:
    """
    >>> quarter(2024, 1), quarter(2024, 4)
    ('2024-01/2024-03', '2024-10/2024-12')
    """
    return f"{year}-{number * 3 - 2:02d}/{year}-{number * 3:02d}"


def half(year: int, number: int) -> str:
    """
    >>> half(2024, 2)
    '2024-07/2024-12'
    """
    return f"{year}-{number * 6 - 5:02d}/{year}-{number * 6:02d}"


def nearest_year(month: int, day: int | None, reference: date, tense: str) -> int:
    """The year of a day or month without one: the last at or before the reference, the next one where the text looks ahead.

    >>> nearest_year(12, 4, date(2026, 2, 27), PAST), nearest_year(1, 15, date(2026, 2, 27), FUTURE)
    (2025, 2027)
    """
    here = (reference.month, reference.day if day is not None else 0)
    there = (month, day or 0)
    if tense == FUTURE:
        return reference.year if there >= here else reference.year + 1
    return reference.year if there <= here else reference.year - 1


def year_of_weekday(month: int, day: int, weekday: int, reference: date) -> int | None:
    """The year next to the reference in which a day of a month is that day of the week, None where it never is.

    >>> year_of_weekday(3, 5, 3, date(2026, 2, 27)), year_of_weekday(3, 5, 5, date(2026, 2, 27))
    (2026, None)
    """
    years = (reference.year, reference.year - 1, reference.year + 1)
    valid = (year for year in years if 1 <= year <= 9999 and iso(year, month, day) is not None)
    return next((year for year in valid if date(year, month, day).weekday() == weekday), None)


def shifted(unit: str, distance: int, reference: date) -> tuple[str, str]:
    """The value and precision of "last year", "next week": so many units from the reference.

    >>> shifted("year", -1, date(2026, 2, 27)), shifted("month", -2, date(2026, 2, 27))
    (('2025', 'year'), ('2025-12', 'month'))
    >>> shifted("week", -1, date(2026, 2, 27))
    ('2026-02-16/2026-02-22', 'day')
    """
    if unit == "day":
        return _moved(reference, distance).isoformat(), "day"
    if unit == "week":
        monday = _moved(reference, 7 * distance - reference.weekday())
        return f"{monday.isoformat()}/{_moved(monday, 6).isoformat()}", "day"
    if unit == "year":
        return f"{max(1, reference.year + distance):04d}", "year"
    months = reference.year * 12 + reference.month - 1 + distance * {"quarter": 3, "half": 6}.get(unit, 1)
    year, month = max(1, months // 12), months % 12 + 1
    return (quarter(year, (month + 2) // 3), "quarter") if unit == "quarter" else (f"{year:04d}-{month:02d}", "month")


def last_weekday(weekday: int, reference: date, tense: str) -> str:
    """The day of the week at or before the reference, behind it where the text looks ahead.

    >>> last_weekday(1, date(2026, 2, 27), PAST), last_weekday(0, date(2026, 2, 27), FUTURE)
    ('2026-02-24', '2026-03-02')
    """
    back = (reference.weekday() - weekday) % 7
    return _moved(reference, 7 - back if tense == FUTURE and back else -back).isoformat()


def _moved(day: date, days: int) -> date:
    """The day so many days later, inside the calendar of Python."""
    return date.fromordinal(min(date.max.toordinal(), max(1, (day + timedelta(0)).toordinal() + days)))
