"""A text -> its dates, by rules alone: explicit ones, ranges, periods and those that count from the day of the article, in text order."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from briefgen.extract.dates import calendar
from briefgen.extract.dates.lexicon import lexicon
from briefgen.extract.dates.mention import Mention, Point, Reading
from briefgen.extract.dates.periods import decade_at, lone_year_at, period_at, relative_at, weekday_before
from briefgen.extract.dates.points import point_at
from briefgen.extract.dates.relations import looks_ahead, relation_of
from briefgen.extract.dates.spans import range_at
from briefgen.extract.identity import identify
from briefgen.language import lexemes
from briefgen.language.document import Sentence
from briefgen.model import DateMention

Tense = Callable[[int, str], str]
_CONTEXT = 250  # characters within which a day takes its year from the full date before it («27 ноября 2015 года ... уже 28 ноября»)
_OLD = 366  # days: such a date is history, and what follows it in its paragraph too


def find_dates(text: str, language: str, *, reference: date | None = None) -> tuple[DateMention, ...]:
    """The dates of any text. A day without a year is the last one before `reference`, the next one where the words look ahead.

    With no reference, a date that needs one is left out.
    """
    return dates_of(text, language, (), reference=reference)


def dates_of(
    text: str,
    language: str,
    sentences: Sequence[Sentence],
    *,
    reference: date | None,
    tense: Tense | None = None,
    keep_open: bool = False,
) -> tuple[DateMention, ...]:
    """The dates of a text with ids that come from the words of their sentences.

    `tense` tells past from future at an offset with a relation, where the syntax knows better; `keep_open` gives days and months
    without a year as `--02-26`.
    """
    reading = lexemes.read(text, lexicon(language))
    found: list[DateMention] = []
    anchor: tuple[int, Point] | None = None
    for mention in _scan(reading):
        place = reading.lexemes[mention.first].start
        settled = _settle_year(reading, mention, reference, anchor, tense)
        dated = _dated(reading, settled, mention, reference, tense, keep_open=keep_open)
        if dated:
            found.append(dated)
        if settled.start.year and settled.start.month and not mention.kind:
            anchor = (place, settled.until or settled.start)
    return identify("d", found, text, sentences)


def _scan(reading: Reading) -> Iterator[Mention]:
    index = 0
    while index < len(reading.lexemes):
        mention = mention_at(reading, index)
        if mention:
            yield mention
        index = mention.stop if mention else index + 1


def mention_at(reading: Reading, index: int) -> Mention | None:
    """The date that starts at a lexeme, the longest kind first."""
    lexeme = reading.lexemes[index]
    if lexeme.kind != "number" and lexeme.norm not in reading.lexicon.openers:
        return None
    mention = range_at(reading, index) or period_at(reading, index) or decade_at(reading, index)
    if mention:
        return mention
    point = point_at(reading, index)
    if point and not (point.day is None and point.year is None and not _is_month_alone(reading, index)):
        rule = "day" if point.day else "month"
        return Mention(index, point.stop, rule if point.year else f"{rule}.no-year", point)
    return lone_year_at(reading, index) or relative_at(reading, index)


def _is_month_alone(reading: Reading, index: int) -> bool:
    """«в мае», "in May": a preposition tells the month from a name («Мая», "May said")."""
    relation = reading.lexicon.relations.find_before(reading.lexemes, index)
    return relation is not None and not reading.is_break(index) and relation[0] in ("in", "since", "until", "before", "after")


def _settle_year(
    reading: Reading, mention: Mention, reference: date | None, anchor: tuple[int, Point] | None, tense: Tense | None
) -> Mention:
    """The mention with its open years filled in, as far as they can be."""
    if mention.kind in ("distance", "weekday", "decade"):
        return mention
    until = mention.until
    if until is None:
        return replace(mention, start=_fill(reading, mention, mention.start, reference, anchor, tense))
    start, is_wrapped = mention.start, (mention.start.month or 0) > (until.month or 0)
    if start.year is None and start.day is not None:  # days have begun: «с 26 февраля по 1 марта» on the 27th is now
        start = _fill(reading, mention, start, reference, anchor, tense)
        until = until if until.year or start.year is None else replace(until, year=start.year + is_wrapped)
    else:  # months are over: «в январе-марте» in February is last year
        until = _fill(reading, mention, until, reference, anchor, tense)
        start = start if start.year or until.year is None else replace(start, year=until.year - is_wrapped)
    return replace(mention, start=start, until=until)


def _fill(
    reading: Reading, mention: Mention, point: Point, reference: date | None, anchor: tuple[int, Point] | None, tense: Tense | None
) -> Point:
    if point.year is not None or reference is None:
        return point
    if point.shift is not None:
        return replace(point, year=reference.year + point.shift)
    if mention.kind:
        month = mention.part * (3 if mention.kind == "quarter" else 6) - (2 if mention.kind == "quarter" else 5)
        return replace(point, year=calendar.nearest_year(month, None, reference, _tense(reading, mention, tense)))
    if point.month is None:
        return point
    weekday = weekday_before(reading, mention.first)
    if weekday is not None and point.day is not None:
        year = calendar.year_of_weekday(point.month, point.day, weekday, reference)
        if year is not None:
            return replace(point, year=year)
    history = _history(reading, mention, point, reference, anchor)
    year = history or calendar.nearest_year(point.month, point.day, reference, _tense(reading, mention, tense))
    if calendar.iso(year, point.month, point.day) is None:
        year = next((y for y in range(year, year - 9, -1) if calendar.iso(y, point.month, point.day)), year)  # 29 February
    return replace(point, year=year)


def _history(reading: Reading, mention: Mention, point: Point, reference: date, anchor: tuple[int, Point] | None) -> int | None:
    """The year of the full date shortly before, in the same paragraph, where that is long past and this day follows it."""
    place = reading.lexemes[mention.first].start
    if anchor is None or place - anchor[0] > _CONTEXT or "\n" in reading.text[anchor[0] : place]:
        return None
    year, month, day = anchor[1].year or 0, anchor[1].month or 1, anchor[1].day or 1
    follows = (point.month or 0, point.day or 31) >= (month, day)
    return year if follows and (reference - date(year, month, min(day, 28))).days > _OLD else None


def _tense(reading: Reading, mention: Mention, tense: Tense | None) -> str:
    """Past or future: what the syntax says, then the words around, then «до» and «к», which look ahead."""
    relation = relation_of(reading, mention)
    known = tense(reading.lexemes[mention.first].start, relation) if tense else ""
    if known:
        return known
    return calendar.FUTURE if looks_ahead(reading, mention.first) or relation in ("until", "before") else calendar.PAST


def _dated(
    reading: Reading, mention: Mention, original: Mention, reference: date | None, tense: Tense | None, *, keep_open: bool
) -> DateMention | None:
    value, precision = _value(reading, mention, reference, tense, keep_open=keep_open)
    if not value:
        return None
    start, stop = reading.lexemes[mention.first].start, reading.lexemes[mention.stop - 1].stop
    ends = [point for point in (original.start, original.until) if point is not None]
    is_counted = mention.kind in ("distance", "weekday")
    is_shifted = any(point.shift is not None for point in ends)
    return DateMention(
        id="",
        start=start,
        stop=stop,
        surface=reading.text[start:stop],
        value=value,
        precision=precision,
        relation=relation_of(reading, mention),
        inferred=is_counted or any(point.year is None for point in ends),
        relative=is_counted or (is_shifted and mention.start.day is None),
        rule=mention.rule,
    )


def _value(reading: Reading, mention: Mention, reference: date | None, tense: Tense | None, *, keep_open: bool) -> tuple[str | None, str]:
    start, until = mention.start, mention.until
    if mention.kind == "distance":
        return calendar.shifted(*mention.distance, reference) if reference else (None, "")
    if mention.kind == "weekday":
        return (calendar.last_weekday(mention.part, reference, _tense(reading, mention, tense)), "day") if reference else (None, "")
    if start.year is None and not (keep_open and start.month and start.shift is None and until is None):
        return None, ""
    if mention.kind == "decade":
        return f"{start.year}/{(start.year or 0) + 9}", "decade"
    if mention.kind:
        return (calendar.quarter if mention.kind == "quarter" else calendar.half)(start.year or 0, mention.part), mention.kind
    precision = "day" if start.day else "month" if start.month else "year"
    first = calendar.iso(start.year, start.month, start.day)
    if until is None or first is None:
        return first, precision
    last = calendar.iso(until.year, until.month, until.day)
    return (f"{first}/{last}" if last and first < last else None), precision
