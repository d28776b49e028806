"""Words such as 2026-W09 -> Period: the days that an issue covers. Weeks are ISO 8601 weeks, Monday to Sunday."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from briefgen.diagnostics import UsageError

_WEEK = re.compile(r"(\d{4})-?W(\d{2})", re.ASCII | re.IGNORECASE)
_MONTH = re.compile(r"(\d{4})-(\d{2})", re.ASCII)


@dataclass(frozen=True, slots=True)
class Period:
    """The days from `start` to `stop`, both included; `name` is what it is called, `series` which issues it is compared with."""

    name: str
    series: str
    start: date
    stop: date

    @property
    def interval(self) -> str:
        """The days as an ISO 8601 interval.

        >>> week_of("2026-W09").interval
        '2026-02-23/2026-03-01'
        """
        return f"{self.start.isoformat()}/{self.stop.isoformat()}"


def week_of(text: str) -> Period:
    """An ISO week by its name.

    >>> week_of("2026-W01").start.isoformat()
    '2025-12-29'
    """
    found = _WEEK.fullmatch(text.strip())
    try:
        start = date.fromisocalendar(int(found[1]), int(found[2]), 1) if found else None
        if start is None:
            raise ValueError(text)
        return _week(start)
    except (ValueError, OverflowError) as error:
        raise UsageError(f"{text!r} is no ISO week; write 2026-W09 (weeks run from Monday to Sunday, a year has 52 or 53)") from error


def month_of(text: str) -> Period:
    """A calendar month by its name, 2026-02."""
    found = _MONTH.fullmatch(text.strip())
    try:
        if found is None:
            raise ValueError(text)
        year, month = int(found[1]), int(found[2])
        return Period(f"{year:04}-{month:02}", "month", date(year, month, 1), date(year, month, monthrange(year, month)[1]))
    except ValueError as error:
        raise UsageError(f"{text!r} is no month; write 2026-02") from error


def period_of(text: str) -> Period:
    """Two days with a slash between, both included: 2026-02-01/2026-02-28."""
    first, slash, last = text.strip().partition("/")
    try:
        start, stop = date.fromisoformat(first), date.fromisoformat(last)
    except ValueError as error:
        raise UsageError(f"{text!r} is no period; write its first and last day: 2026-02-01/2026-02-28") from error
    if not slash or stop < start:
        raise UsageError(f"{text!r}: the period ends before it begins")
    return Period(f"{first}_{last}", "period", start, stop)


def last_full_week(today: date) -> Period:
    """The last ISO week that is over on a day: on a Monday the one that ended the day before.

    >>> last_full_week(date(2026, 1, 1)).name
    '2025-W52'
    """
    return _week(today - timedelta(days=today.weekday() + 7))


def _week(monday: date) -> Period:
    year, week, _ = monday.isocalendar()
    return Period(f"{year:04}-W{week:02}", "week", monday, monday + timedelta(days=6))
