"""A mention whose year is open -> the same with its year: from the weekday beside it, the date before it, or the day of the article."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from briefgen.extract.dates import calendar
from briefgen.extract.dates.mention import Mention, Point, Reading
from briefgen.extract.dates.relations import relation_of
from briefgen.extract.dates.tenses import is_present, tense_around
from briefgen.extract.dates.weekdays import weekday_before

Tense = Callable[[int, str], str]
_CONTEXT = 250  # characters within which a day takes its year from the full date before it («27 ноября 2015 года ... уже 28 ноября»)
_OLD = 366  # days: such a date is history, and what follows it in its paragraph too
_FAR = 2  # years: what happened last year is told beside what happens now
_NEWS = 60  # days in which a day without a year is rather the one of the news
_SOON = 90  # days: what lasts from which day to which is told a season ahead
_LAST_MONTH = 31
_WINTER = 12


@dataclass(frozen=True, slots=True)
class Setting:
    """What bears on open years: the day of the article, the last full date with its offset, and the syntax where it is known."""

    reference: date | None
    anchor: tuple[int, Point] | None = None
    tense: Tense | None = None


def settle(reading: Reading, mention: Mention, setting: Setting) -> Mention:
    """The mention with its open years filled in, as far as they can be."""
    if mention.kind:
        return mention
    until = mention.until
    if until is None:
        return replace(mention, start=_fill(reading, mention, mention.start, setting))
    start, is_wrapped = mention.start, _first_month(mention.start) > _first_month(until)
    if start.year is None and start.day is not None:  # days have begun: «с 26 февраля по 1 марта» on the 27th is now
        start = _fill(reading, mention, start, setting)
        until = until if until.year or start.year is None else replace(until, year=start.year + is_wrapped)
    else:  # months are over: «в январе-марте» in February is last year
        until = _fill(reading, mention, until, setting)
        start = start if start.year or until.year is None else replace(start, year=until.year - is_wrapped)
    return replace(mention, start=start, until=until)


def tense_of(reading: Reading, mention: Mention, tense: Tense | None) -> str:
    """Past or future: what the syntax says, then the words around, then «до» and «к», which look ahead."""
    relation = relation_of(reading, mention)
    known = _known_tense(reading, mention, tense)
    is_span = relation == "until" and reading.norm(mention.first - 2) in reading.lexicon.words["spans_before"]  # "the year to March"
    return known or (calendar.FUTURE if relation in ("until", "before") and not is_span else calendar.PAST)


def _known_tense(reading: Reading, mention: Mention, tense: Tense | None) -> str:
    relation = relation_of(reading, mention)
    known = tense(reading.lexemes[mention.first].start, relation) if tense else ""
    return known or tense_around(reading, mention.first, relation)


def _fill(reading: Reading, mention: Mention, point: Point, setting: Setting) -> Point:
    reference = setting.reference
    if point.year is not None or reference is None:
        return point
    if point.shift is not None:
        return replace(point, year=max(1, reference.year + point.shift))
    month, day = _first_month(point), point.day
    if not month:
        return point
    weekday = weekday_before(reading, mention.first)
    if weekday is not None and day is not None:
        year = calendar.year_of_weekday(month, day, weekday, reference)
        if year is not None:
            return replace(point, year=year)
    year = _history(reading, mention, month, day, setting) or _nearest_year(reading, mention, month, day, setting, reference)
    if day is not None and calendar.iso(year, month, day) is None:
        year = next((y for y in range(year, year - 9, -1) if calendar.iso(y, month, day)), year)  # 29 February
    return replace(point, year=max(1, year) + (point.part == "season" and point.number == _WINTER))


def _nearest_year(reading: Reading, mention: Mention, month: int, day: int | None, setting: Setting, reference: date) -> int:
    """The year by the tense; days from which to which a thing lasts are the next ones beside a present verb ("flights are cancelled")."""
    tense = tense_of(reading, mention, setting.tense)
    if day is not None and mention.until is not None and _is_present(reading, mention, setting):
        year = calendar.nearest_year(month, day, reference, calendar.FUTURE)
        is_soon = calendar.iso(year, month, day) is not None and date(year, month, day) <= calendar.moved(reference, _SOON)
        return year if is_soon else calendar.nearest_year(month, day, reference, tense)
    if day is None and tense == calendar.FUTURE and relation_of(reading, mention) == "since":
        reference = calendar.moved(reference, -_LAST_MONTH)  # «отменят с января», told in February
    return calendar.nearest_year(month, day, reference, tense)


def _is_present(reading: Reading, mention: Mention, setting: Setting) -> bool:
    return not _known_tense(reading, mention, setting.tense) and is_present(reading, mention.first)


def _first_month(point: Point) -> int:
    """The month in which a point begins, 0 for a year."""
    if point.part in ("quarter", "half"):
        return point.number * (3 if point.part == "quarter" else 6) - (2 if point.part == "quarter" else 5)
    if point.part == "season":
        return point.number
    return {"easter": 4, "orthodox-easter": 4}.get(point.part, point.month or 0)


def _history(reading: Reading, mention: Mention, month: int, day: int | None, setting: Setting) -> int | None:
    """The year of the full date shortly before, in the same paragraph, where that is long past and this day follows it.

    A year with which a sentence begins sets the time for the past days behind it («В 2014 году ... 16 марта прошел референдум»), unless
    such a day has just gone by, which might be that of the news.
    """
    place, anchor, reference = reading.lexemes[mention.first].start, setting.anchor, setting.reference
    if anchor is None or reference is None or place - anchor[0] > _CONTEXT or "\n" in reading.text[anchor[0] : place]:
        return None
    year, first_month, first_day = anchor[1].year or 0, anchor[1].month or 1, anchor[1].day or 1
    follows = (month, day or 31) >= (first_month, first_day)
    if not follows or (reference - date(year, first_month, min(first_day, 28))).days <= _OLD:
        return None
    return year if anchor[1].month or _is_in_year(reading, mention, (month, day or 1), setting) else None


def _is_in_year(reading: Reading, mention: Mention, when: tuple[int, int], setting: Setting) -> bool:
    anchor, reference = setting.anchor, setting.reference
    if anchor is None or reference is None or reference.year - (anchor[1].year or 0) < _FAR:
        return False
    since = calendar.moved(reference, -_NEWS)
    year = since.year + (when < (since.month, since.day))
    is_news = calendar.iso(year, *when) is None or date(year, *when) <= reference
    return not is_news and tense_of(reading, mention, setting.tense) == calendar.PAST
