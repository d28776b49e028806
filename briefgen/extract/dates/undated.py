"""Days and months without a year in an article without a date -> their years, where the dates that name one leave no other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from briefgen.extract.dates.calendar import FUTURE, PAST, iso
from briefgen.extract.dates.mention import Mention, Point, Reading

_BACK, _ON = 3, 8  # months: a story goes on, with short steps back («3 декабря» after «12 марта 2021 года» is of the year before)
_NEAR = 1  # years between what a text looks back on and what it looks ahead to, if its own day lies between them
_PARAGRAPHS = 1  # how many paragraphs back a story may have named its year


@dataclass(frozen=True, slots=True)
class Told:
    """A date with its tense and whether it names its year; its paragraph and its sentence are counted."""

    mention: Mention
    tense: str
    paragraph: int
    sentence: int


def with_years(reading: Reading, mentions: Sequence[Mention], tenses: Sequence[str]) -> list[Mention]:
    """The mentions, those without a year with the one that the story is in; what stays open stays as it is.

    Looking back: the year of the last full date, in which the story is, or the one that the calendar brings next. Looking ahead: the
    next such day after it; else the year that the text looks ahead to, if it looks back on that year too or on the one before.
    """
    told = list(_placed(reading, mentions, tenses))
    window = _window(told)
    anchor, is_framed = None, False
    filled = []
    for one in told:
        mention = one.mention
        if _is_open(mention):
            year = _from_anchor(one, anchor, window, is_framed=is_framed) or (
                _ahead(mention.start, window) if one.tense == FUTURE else None
            )
            mention = _filled(mention, year) if year else mention
            is_framed = is_framed or (year is None and one.tense == PAST)
        if _is_full(mention) and one.tense == PAST:
            anchor = replace(one, mention=mention)
        filled.append(mention)
    return filled


def _placed(reading: Reading, mentions: Sequence[Mention], tenses: Sequence[str]) -> list[Told]:
    told, at, paragraph, sentence = [], 0, 0, 0
    for mention, tense in zip(mentions, tenses, strict=True):
        while at < mention.first:
            at += 1
            paragraph += reading.lexemes[at].gap == "\n"
            sentence += reading.is_break(at)
        told.append(Told(mention, tense, paragraph, sentence))
    return told


def _is_open(mention: Mention) -> bool:
    """A plain day or month, or a range of them, that names no year."""
    ends = [end for end in (mention.start, mention.until) if end is not None]
    return not mention.kind and all(end.year is None and end.month and end.shift is None and not end.part for end in ends)


def _is_full(mention: Mention) -> bool:
    return not mention.kind and mention.start.year is not None and mention.start.month is not None and not mention.start.part


def _window(told: Sequence[Told]) -> tuple[int, int] | None:
    """The last year that the text looks back on and the first that it looks ahead to, where its own day lies closely between them."""
    dated = [one for one in told if not one.mention.kind and one.mention.start.year]
    past = [(one.mention.until or one.mention.start).year or 0 for one in dated if one.tense == PAST]
    ahead = [one.mention.start.year or 0 for one in dated if one.tense == FUTURE]
    if not past or not ahead or not 0 <= min(ahead) - max(past) <= _NEAR:
        return None
    return max(past), min(ahead)


def _ahead(point: Point, window: tuple[int, int] | None) -> int | None:
    return window[1] if window and iso(window[1], point.month, point.day) else None


def _from_anchor(one: Told, anchor: Told | None, window: tuple[int, int] | None, *, is_framed: bool) -> int | None:
    """The year by the last full date: that of the nearest such day, or of the next one where the text looks ahead from it.

    A text that began with days of no year is news of its own day: what it tells of an older date is background, and only what follows
    that date in its own paragraph belongs to it.
    """
    if anchor is None or one.paragraph - anchor.paragraph > _PARAGRAPHS:
        return None
    last = anchor.mention.until or anchor.mention.start
    months = _months_between(last, one.mention.start)
    is_same = one.sentence == anchor.sentence or is_framed
    if is_same and (months < 0 or one.paragraph != anchor.paragraph):
        return None
    if one.tense == FUTURE:
        is_now = window is None or (last.year or 0) >= window[0]
        year = (last.year or 0) + (months < 0) if is_now else None
    else:
        steps = (year for year in (-1, 0, 1) if -_BACK <= months + 12 * year <= _ON)
        step = next(steps, None)
        year = None if step is None or (is_same and step) else (last.year or 0) + step
    return year if year and iso(year, one.mention.start.month, one.mention.start.day) else None


def _months_between(first: Point, second: Point) -> float:
    """Months from one day to another in the same year; below zero where the second comes first.

    >>> _months_between(Point(0, 2021, 3, 15), Point(0, None, 6, 30)), _months_between(Point(0, 2021, 3, 15), Point(0, None, 3))
    (3.5, 0.0)
    """
    is_same = first.month == second.month and (first.day is None or second.day is None)
    days = 0 if is_same else (second.day or 1) - (first.day or 1)
    return (second.month or 1) - (first.month or 1) + days / 30


def _filled(mention: Mention, year: int) -> Mention:
    until = mention.until
    is_wrapped = until is not None and (until.month or 0, until.day or 0) < (mention.start.month or 0, mention.start.day or 0)
    return replace(mention, start=replace(mention.start, year=year), until=until and replace(until, year=year + is_wrapped))
