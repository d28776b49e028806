"""A mention whose years are known -> its ISO 8601 value and its precision."""

from __future__ import annotations

from datetime import date

from briefgen.extract.dates import calendar, distances
from briefgen.extract.dates.calendar import iso
from briefgen.extract.dates.mention import Mention, Point

_SIZES = {"quarter": 3, "half": 6}
_WINTER = 12
Ends = tuple[str, str]


def value_of(mention: Mention, reference: date | None, tense: str, *, keep_open: bool) -> tuple[str | None, str]:
    """None where the year, or the day to count from, is not known; `keep_open` gives a day or month without a year as `--02-26`."""
    if mention.kind:
        return _counted(mention, reference, tense) if reference else (None, "")
    start, until = mention.start, mention.until
    if start.year is None:
        is_plain = keep_open and start.month and start.shift is None and not start.part
        if not is_plain or (until is not None and (until.year is not None or not until.month or until.part)):
            return None, ""
        first, last = iso(None, start.month, start.day), iso(None, until.month, until.day) if until else None
        return (f"{first}/{last}" if last else first), "day" if start.day else "month"
    if not 1 <= start.year <= 9999 or (until is not None and not 1 <= (until.year or 0) <= 9999):
        return None, ""
    ends, precision = _ends(start)
    if until is None or ends is None:
        return _joined(ends), precision
    last_ends, _ = _ends(until)
    if last_ends is None or ends[0] >= last_ends[1]:
        return None, ""
    return f"{ends[0]}/{last_ends[1]}", _range_precision(precision)


def _range_precision(precision: str) -> str:
    return {"quarter": "month", "half": "month", "decade": "year"}.get(precision, precision)


def _joined(ends: Ends | None) -> str | None:
    if ends is None:
        return None
    return ends[0] if ends[0] == ends[1] else "/".join(ends)


def _ends(point: Point) -> tuple[Ends | None, str]:
    """First and last day, month or year of a point, and the precision."""
    year, month, number = point.year or 0, point.month or 0, point.number
    if not point.part:
        value = iso(year, point.month, point.day)
        return ((value, value) if value else None), "day" if point.day else "month" if month else "year"
    if point.part in _SIZES:
        size = _SIZES[point.part]
        return _months(year, number * size - size + 1, size), point.part
    if point.part == "season":
        first = calendar.months_on(year - (number == _WINTER), number, 0)
        return _months(*first, 3), "month"
    if point.part == "months":
        return _months(year, 1 if number > 0 else 13 + number, abs(number)), "month"
    if point.part in ("decade", "century", "halfcentury", "hundred"):
        return _era(point), "decade" if point.part == "decade" else "year"
    return _days(point, year, month), "day"


def _months(year: int, month: int, count: int) -> Ends:
    last = calendar.months_on(year, month, count - 1)
    return f"{year:04d}-{month:02d}", f"{last[0]:04d}-{last[1]:02d}"


def _era(point: Point) -> Ends:
    year = point.year or 0
    if point.part == "halfcentury":
        year += 50 * (point.number - 1)
    return f"{year:04d}", f"{year + {'decade': 9, 'halfcentury': 49}.get(point.part, 99):04d}"


def _days(point: Point, year: int, month: int) -> Ends | None:
    """Parts that are days: halves and thirds of a month, its weekdays and weeks, its last day, Easter."""
    if point.part in ("easter", "orthodox-easter"):
        return _same(calendar.easter(year, orthodox=point.part != "easter").isoformat())
    end = calendar.last_day(year, month)
    if point.part == "halfmonth":
        return _between(year, month, 1, 15) if point.number == 1 else _between(year, month, 16, end)
    if point.part == "tendays":
        return _between(year, month, point.number * 10 - 9, end if point.number == 3 else point.number * 10)
    if point.part == "weekday":
        return _same(calendar.weekday_of_month(year, month, point.number, point.which))
    if point.part == "edge":
        return _same(iso(year, month, end if point.which < 0 else 1))
    if point.part == "weekof":
        valid = iso(year, month, point.day)
        return _week(calendar.week_of(date.fromisoformat(valid))) if valid else None
    return _week(calendar.week_of_month(year, month, point.which))


def _week(days: tuple[date, date] | None) -> Ends | None:
    return (days[0].isoformat(), days[1].isoformat()) if days else None


def _between(year: int, month: int, first: int, last: int) -> Ends | None:
    ends = iso(year, month, first), iso(year, month, last)
    return (ends[0], ends[1]) if ends[0] and ends[1] else None


def _same(value: str | None) -> Ends | None:
    return (value, value) if value else None


def _counted(mention: Mention, reference: date, tense: str) -> tuple[str | None, str]:
    unit, count = mention.distance
    if mention.kind == "distance":
        return distances.shifted(unit, count, reference)
    if mention.kind == "ago":
        return distances.ago(unit, count, reference)
    if mention.kind == "stretch":
        return distances.stretch(unit, count, reference)
    if mention.kind == "weekday":
        return distances.weekday(mention.part, mention.distance, reference, tense), "day"
    if mention.kind == "weekdays":
        return distances.weekdays(mention.part, mention.number, reference, tense), "day"
    if mention.kind == "weekend":
        return distances.weekend(reference, tense), "day"
    if mention.kind == "dates":
        end = distances.date_of_month(mention.number, count if unit else None, reference, tense)
        return (f"{end[:7]}-{mention.part:02d}/{end}" if end else None), "day"
    if mention.kind == "date":
        return distances.date_of_month(mention.part, count if unit else None, reference, tense), "day"
    if mention.kind == "month":
        return iso(distances.month_by_shift(mention.part, count, reference), mention.part), "month"
    return _joined(_season(mention.part, count, reference)), "month"


def _season(first_month: int, count: int, reference: date) -> Ends:
    return _months(distances.season_year(first_month, count, reference), first_month, 3)
