"""A text -> its dates, by rules alone: explicit ones, ranges, periods and those that count from the day of the article, in text order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from briefgen.extract.dates.lexicon import lexicon
from briefgen.extract.dates.lone_years import lone_year_at
from briefgen.extract.dates.mention import Mention, Point, Reading, stands_alone
from briefgen.extract.dates.numeric import day_and_month_at
from briefgen.extract.dates.places import place_at
from briefgen.extract.dates.relations import relation_of
from briefgen.extract.dates.relative import relative_at
from briefgen.extract.dates.settle import Setting, Tense, settle, tense_of
from briefgen.extract.dates.spans import range_at
from briefgen.extract.dates.undated import with_years
from briefgen.extract.dates.values import value_of
from briefgen.extract.identity import identify
from briefgen.language import lexemes
from briefgen.language.document import Sentence
from briefgen.model import DateMention

_YEAR_DIGITS = 4
_BESIDE = 3  # lexemes between a date and its day of the week
_ROMAN = frozenset("IVXХІ")
_MONTH_BEHIND = ("in", "since", "until", "before", "after", "on")


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
    that have no year as `--02-26`, if the other dates of the text don't tell it (`undated`).
    """
    reading = lexemes.read(text, lexicon(language))
    mentions = list(_without_weekdays_of_dates(reading))
    settled = list(_settled(reading, mentions, reference, tense))
    if keep_open and reference is None:
        settled = with_years(reading, settled, [tense_of(reading, mention, tense) for mention in mentions])
    found: list[DateMention] = []
    for mention, known in zip(mentions, settled, strict=True):
        when = tense_of(reading, mention, tense) if mention.kind else ""
        value, precision = value_of(known, reference, when, keep_open=keep_open)
        if value:
            found.append(_dated(reading, mention, value, precision))
    return identify("d", found, text, sentences)


def _settled(reading: Reading, mentions: Sequence[Mention], reference: date | None, tense: Tense | None) -> Iterator[Mention]:
    """The mentions with their years, each with the last full date before it in view, or the year with which a sentence begins."""
    anchor: tuple[int, Point] | None = None
    for mention in mentions:
        settled = settle(reading, mention, Setting(reference, anchor, tense))
        is_full = settled.start.month is not None or (settled.until is None and reading.is_break(mention.first - 1))
        if settled.start.year and is_full and not mention.kind and not settled.start.part:
            anchor = (reading.lexemes[mention.first].start, settled.until or settled.start)
        yield settled


def _without_weekdays_of_dates(reading: Reading) -> Iterator[Mention]:
    """«7 июня 2013, в пятницу», "5 March (Thursday)": the day of the week says nothing more."""
    stop, beside = -_BESIDE, reading.lexicon.words["beside_weekday"]
    for mention in _scan(reading):
        is_beside = mention.kind == "weekday" and mention.first - stop <= _BESIDE
        if not (is_beside and all(reading.norm(at) in beside for at in range(stop, mention.first))):
            yield mention
        stop = mention.stop if mention.start.day and not mention.kind else -_BESIDE


def _scan(reading: Reading) -> Iterator[Mention]:
    """The mentions in text order; those before our era are passed over whole."""
    index = 0
    while index < len(reading.lexemes):
        mention = mention_at(reading, index)
        era = reading.lexicon.trees["bc"].find(reading.lexemes, mention.stop) if mention else None
        if mention and not era:
            yield mention
        index = era[1] if era else mention.stop if mention else index + 1


def mention_at(reading: Reading, index: int) -> Mention | None:
    """The date that starts at a lexeme, the longest kind first."""
    lexeme = reading.lexemes[index]
    if lexeme.kind != "number" and lexeme.norm not in reading.lexicon.openers and not _ROMAN.issuperset(lexeme.text):
        return None
    if _is_address(reading, index) or _is_in_column(reading, index):
        return None
    mention = range_at(reading, index)
    if mention:
        return _with_lent_year(reading, mention)
    point = place_at(reading, index)
    if point and reading.norm(point.stop) in reading.lexicon.words["streets_behind"]:
        return None
    if point and (point.day or point.part or point.year or point.shift is not None or _is_month_alone(reading, index, point.stop)):
        return Mention(index, point.stop, _rule(point), point)
    return lone_year_at(reading, index) or relative_at(reading, index) or _day_and_month(reading, index)


def _is_in_column(reading: Reading, index: int) -> bool:
    """A short number before another one begins no date; a gate for tables of figures, since each number is tried in many ways."""
    lexeme = reading.lexemes[index]
    if lexeme.kind != "number" or len(lexeme.text) == _YEAR_DIGITS or index + 1 >= len(reading.lexemes):
        return False
    following = reading.lexemes[index + 1]
    return following.kind == "number" and following.gap == " " and not reading.is_break(index)


def _is_address(reading: Reading, index: int) -> bool:
    """«улица 1905 года», «ул. 8 Марта»."""
    before = index - 1 - (reading.norm(index - 1) == ".")
    return reading.lexemes[index].kind == "number" and reading.norm(before) in reading.lexicon.words["streets_before"]


def _with_lent_year(reading: Reading, mention: Mention) -> Mention:
    """«1–5 мая и 7–9 июня 2013 года»: a range takes the year of the one it stands in a row with."""
    until, at = mention.until, mention.stop + 1
    if until is None or until.year is not None or until.shift is not None or at >= len(reading.lexemes) or reading.lexemes[at].gap == "\n":
        return mention
    if reading.norm(mention.stop) not in reading.lexicon.words["and"] | {","} or until.month is None:
        return mention
    following = range_at(reading, at)
    end = following.until if following else place_at(reading, at)
    if end is None or end.year is None or end.month is None or end.month < until.month or mention.start.month is None:
        return mention
    return replace(mention, start=replace(mention.start, year=end.year), until=replace(until, year=end.year))


def _rule(point: Point) -> str:
    name = point.part or ("day" if point.day else "month")
    if point.part in ("quarter", "half"):
        return f"period.{name}"
    return name if point.year or point.part in ("decade", "century", "hundred") else f"{name}.no-year"


def _is_month_alone(reading: Reading, index: int, stop: int) -> bool:
    """«в мае», "in May": a preposition tells the month from a name («Мая», "May said")."""
    if stands_alone(reading, index, stop):
        return True
    relation = reading.lexicon.trees["relations"].find_before(reading.lexemes, index)
    return relation is not None and not reading.is_break(index) and relation[0] in _MONTH_BEHIND


def _day_and_month(reading: Reading, index: int) -> Mention | None:
    """ "on 2/15", «до 01.02» where the sentence goes no further."""
    point = day_and_month_at(reading, index) if reading.lexemes[index].kind == "number" else None
    if point is None or not (reading.norm(index - 1) in reading.lexicon.words["day_behind"] or stands_alone(reading, index, point.stop)):
        return None
    is_closed = point.stop >= len(reading.lexemes) or reading.lexemes[point.stop].gap == "\n" or reading.norm(point.stop) in ",.;)"
    is_closed = is_closed or reading.norm(point.stop) in reading.lexicon.words["day_closers"]
    return Mention(index, point.stop, "day.no-year", point) if is_closed else None


def _dated(reading: Reading, mention: Mention, value: str, precision: str) -> DateMention:
    start, stop = reading.lexemes[mention.first].start, reading.lexemes[mention.stop - 1].stop
    ends = [point for point in (mention.start, mention.until) if point is not None]
    is_counted = bool(mention.kind)
    rule = f"{mention.rule}.either-order" if any(point.is_guess for point in ends) else mention.rule
    is_shifted = any(point.shift is not None for point in ends)
    return DateMention(
        id="",
        start=start,
        stop=stop,
        surface=reading.text[start:stop],
        value=value,
        precision=precision,
        relation=relation_of(reading, mention),
        inferred=is_counted or any(point.year is None or point.is_guess for point in ends),
        relative=is_counted or (is_shifted and mention.start.day is None),
        rule=rule,
    )
