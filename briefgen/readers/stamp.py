"""The day of publication that a page prints beside its title or an agency before the first words; not a day that the article tells of."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache

from briefgen.language.lexicon import load
from briefgen.language.paragraphs import is_stamp
from briefgen.model import Paragraph

_HEAD = 5  # paragraphs at the top among which a page's stamp stands
_DATELINE_LETTERS = 120
_YEAR_FIRST = re.compile(r"(?<![\d./-])(\d{4})[-./](\d{1,2})[-./](\d{1,2})(?![\d-])")
_YEAR_LAST = re.compile(r"(?<![\d./-])(\d{1,2})([./])(\d{1,2})\2(\d{4})(?!\d)")
_NAMED = re.compile(r"(?<![\d.])(\d{1,2})(?:st|nd|rd|th|-?го)?\s([^\W\d_]{3,9})\.?,?\s(\d{4})(?!\d)")
_MONTH_FIRST = re.compile(r"\b([^\W\d_]{3,9})\.?\s(\d{1,2})(?:st|nd|rd|th|-?го)?,?\s(\d{4})(?!\d)")


def published_in(text: str, paragraphs: Sequence[Paragraph], language: str) -> date | None:
    """The one whole day that stamps, bylines and the agency's dateline give; None where they give none, or two.

    >>> from briefgen.language.paragraphs import split_paragraphs
    >>> text = "A title about trade\\n14 October 2025\\n\\nThe ministry said on 1 October 2025 that trade had grown."
    >>> published_in(text, split_paragraphs(text, "en"), "en")
    datetime.date(2025, 10, 14)
    """
    places = list(_stamps(text, paragraphs, language))
    days = {day for place in places for day in _days(place, language)}
    return days.pop() if len(days) == 1 else None


def _stamps(text: str, paragraphs: Sequence[Paragraph], language: str) -> Iterator[str]:
    """Lines of the head that only tell when and by whom, then the dateline of the first paragraph of text."""
    for paragraph in paragraphs[:_HEAD]:
        words = text[paragraph.start : paragraph.stop]
        if paragraph.role == "text":
            yield from (match[0] for rule in _datelines(language) if (match := rule.match(words[:_DATELINE_LETTERS])))
            return
        if paragraph.role == "background" and is_stamp(words, language):
            yield words


def _days(words: str, language: str) -> Iterator[date]:
    """The whole days that a line names. 02/03/2026 is read in Russian only, where the day always goes first."""
    for match in _YEAR_FIRST.finditer(words):
        yield from _day(match[1], int(match[2]), match[3])
    for match in _YEAR_LAST.finditer(words):
        first, second = int(match[1]), int(match[3])
        if language == "ru" or match[2] == "." or first > 12:
            yield from _day(match[4], second, match[1])
        elif second > 12 or first == second:
            yield from _day(match[4], first, match[3])
    for match in _NAMED.finditer(words):
        yield from _day(match[3], _month(match[2], language), match[1])
    for match in _MONTH_FIRST.finditer(words):
        yield from _day(match[3], _month(match[1], language), match[2])


def _day(year: str, month: int, day: str) -> Iterator[date]:
    try:
        yield date(int(year), month, int(day))
    except ValueError:
        return


def _month(word: str, language: str) -> int:
    """The month's number; 0 for another word."""
    lower = word.lower()
    return next((number for stem, number in _months(language) if lower.startswith(stem)), 0)


@cache
def _months(language: str) -> tuple[tuple[str, int], ...]:
    """What the names of months begin with, the longest first («март» before «ма» of «мая»)."""
    months = load(language, "dates")["months"]
    stems = {form.split("{")[0].rstrip(".").lower(): int(number) for number, forms in months.items() for form in forms}
    return tuple(sorted(stems.items(), key=lambda item: (-len(item[0]), item[0])))


@cache
def _datelines(language: str) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(rule) for rule in load(language, "speech")["datelines"])
