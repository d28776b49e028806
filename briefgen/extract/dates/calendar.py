"""Years, months and days as ISO 8601 values, and the year of a date that names none."""

from __future__ import annotations

from calendar import monthrange
from datetime import date

PAST, FUTURE = "past", "future"
_JUST_PAST = 14  # days: nobody tells of a day that lies more than eleven months ahead without its year
_LAST_SHORT_YEAR = 35  # '35 is 2035, '36 is 1936: the news speaks of plans ten years ahead, and of the war


def iso(year: int | None, month: int | None = None, day: int | None = None) -> str | None:
    """A date with reduced precision, None when there is no such day; the year may be missing.

    >>> iso(2026, 2, 26), iso(2013, 5), iso(2027), iso(None, 2, 26), iso(2026, 2, 30)
    ('2026-02-26', '2013-05', '2027', '--02-26', None)
    """
    if month is not None and not 1 <= month <= 12:
        return None
    if day is not None and (month is None or not 1 <= day <= monthrange(year or 2000, month)[1]):
        return None
    parts = ["-" if year is None else f"{year:04d}"] + [f"{part:02d}" for part in (month, day) if part is not None]
    return "-".join(parts)


def full_year(short: int) -> int:
    """The year that two digits mean.

    >>> full_year(13), full_year(91), full_year(41)
    (2013, 1991, 1941)
    """
    return short + (2000 if short <= _LAST_SHORT_YEAR else 1900)


def months_on(year: int, month: int, count: int) -> tuple[int, int]:
    """The month so many months later, inside the years 1 to 9999.

    >>> months_on(2026, 2, -3), months_on(2025, 12, 2)
    ((2025, 11), (2026, 2))
    """
    months = min(9999 * 12 + 11, max(12, year * 12 + month - 1 + count))
    return months // 12, months % 12 + 1


def last_day(year: int, month: int) -> int:
    """
    >>> last_day(2024, 2)
    29
    """
    return monthrange(year, month)[1]


def nearest_year(month: int, day: int | None, reference: date, tense: str) -> int:
    """The year of a day or month without one: the last at or before the reference, the next one where the text looks ahead.

    A day that has just gone by is meant also where the verb looks ahead ("will be in force from 25 February", told on the 27th).

    >>> nearest_year(12, 4, date(2026, 2, 27), PAST), nearest_year(1, 15, date(2026, 2, 27), FUTURE)
    (2025, 2027)
    >>> nearest_year(2, 25, date(2026, 2, 27), FUTURE), nearest_year(12, 28, date(2026, 1, 3), FUTURE)
    (2026, 2025)
    """
    if tense == FUTURE:
        if day is None:
            return reference.year + (month < reference.month)
        start = moved(reference, -_JUST_PAST)
        return start.year + ((month, day) < (start.month, start.day))
    here = (reference.month, reference.day if day is not None else 0)
    there = (month, day or 0)
    return reference.year if there <= here else reference.year - 1


def year_of_weekday(month: int, day: int, weekday: int, reference: date) -> int | None:
    """The year next to the reference in which a day of a month is that day of the week, None where it never is.

    >>> year_of_weekday(3, 5, 3, date(2026, 2, 27)), year_of_weekday(3, 5, 5, date(2026, 2, 27))
    (2026, None)
    """
    years = (reference.year, reference.year - 1, reference.year + 1)
    valid = (year for year in years if 1 <= year <= 9999 and iso(year, month, day) is not None)
    return next((year for year in valid if date(year, month, day).weekday() == weekday), None)


def weekday_of_month(year: int, month: int, weekday: int, which: int) -> str | None:
    """The first, second, ... or last (-1) Monday of a month, None where there is no fifth.

    >>> weekday_of_month(2014, 3, 0, -1), weekday_of_month(2013, 11, 3, 4), weekday_of_month(2013, 2, 0, 5)
    ('2014-03-31', '2013-11-28', None)
    """
    if which < 0:
        end = date(year, month, last_day(year, month))
        return moved(end, -((end.weekday() - weekday) % 7)).isoformat()
    first = date(year, month, 1)
    return iso(year, month, 1 + (weekday - first.weekday()) % 7 + 7 * (which - 1))


def week_of_month(year: int, month: int, which: int) -> tuple[date, date] | None:
    """Monday and Sunday of the first, second, ... or last week of a month; a week belongs to the month of its Thursday (ISO 8601).

    >>> week_of_month(2014, 10, 1)
    (datetime.date(2014, 9, 29), datetime.date(2014, 10, 5))
    """
    thursday = weekday_of_month(year, month, 3, which)
    return week_of(date.fromisoformat(thursday)) if thursday else None


def week_of(day: date) -> tuple[date, date]:
    """Monday and Sunday of the week that holds a day.

    >>> week_of(date(2026, 2, 27))
    (datetime.date(2026, 2, 23), datetime.date(2026, 3, 1))
    """
    return moved(day, -day.weekday()), moved(day, 6 - day.weekday())


def easter(year: int, *, orthodox: bool) -> date:
    """Easter Sunday after Meeus, "Astronomical Algorithms" (1991), ch. 8; the Julian one as a day of the Gregorian calendar.

    >>> easter(2014, orthodox=False), easter(2024, orthodox=True)
    (datetime.date(2014, 4, 20), datetime.date(2024, 5, 5))
    """
    if orthodox:
        moon = (19 * (year % 19) + 15) % 30
        days = moon + (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7 + 114
        return moved(date(year, days // 31, days % 31 + 1), year // 100 - year // 400 - 2)
    century, rest = divmod(year, 100)
    moon = (19 * (year % 19) + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    sunday = (32 + 2 * (century % 4) + 2 * (rest // 4) - moon - rest % 4) % 7
    days = moon + sunday - 7 * ((year % 19 + 11 * moon + 22 * sunday) // 451) + 114
    return date(year, days // 31, days % 31 + 1)


def moved(day: date, days: int) -> date:
    """The day so many days later, inside the calendar of Python.

    >>> moved(date(2026, 2, 27), 2), moved(date(9999, 12, 31), 1)
    (datetime.date(2026, 3, 1), datetime.date(9999, 12, 31))
    """
    return date.fromordinal(min(date.max.toordinal(), max(1, day.toordinal() + days)))
