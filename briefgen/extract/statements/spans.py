"""Spans of a text: what lies inside, what is covered, what is left without the signs at the ends."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from functools import cache

from briefgen.extract.statements.quotations import find_quotations
from briefgen.language.document import Document, Sentence
from briefgen.language.lexicon import load
from briefgen.model import Paragraph

_DATELINE_LETTERS = 120  # the longest place, day and agency in front of a report


Spans = Sequence[tuple[int, int]]


def merge_spans(spans: Iterable[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """Spans in order, those that touch or overlap as one.

    >>> merge_spans([(5, 9), (0, 3), (2, 4)])
    ((0, 4), (5, 9))
    """
    merged: list[tuple[int, int]] = []
    for start, stop in sorted(spans):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(merged[-1][1], stop))
        else:
            merged.append((start, stop))
    return tuple(merged)


def within(spans: Spans, start: int, stop: int) -> Spans:
    """Of merged spans those that overlap a stretch of the text."""
    first = bisect_right(spans, start, key=lambda span: span[1])
    return spans[first : bisect_left(spans, stop, key=lambda span: span[0])]


def is_inside(offset: int, spans: Spans) -> bool:
    return opened(offset, spans) is not None


def opened(offset: int, spans: Spans) -> int | None:
    """Where the one of merged spans begins that holds the offset."""
    place = bisect_right(spans, offset, key=lambda span: span[0]) - 1
    return spans[place][0] if place >= 0 and offset < spans[place][1] else None


def covers(span: tuple[int, int], spans: Spans) -> bool:
    """The span holds hardly anything that a quotation beside it has not."""
    shared = sum(max(0, min(span[1], stop) - max(span[0], start)) for start, stop in within(spans, *span))
    return shared * 2 > span[1] - span[0]


def trim(text: str, start: int, stop: int) -> tuple[int, int] | None:
    """The span without spaces and signs at its ends; None when nothing is left."""
    while start < stop and (text[start].isspace() or text[start] in ",.;:—–-)"):
        start += 1
    while start < stop and (text[stop - 1].isspace() or text[stop - 1] in ",.;:—–-("):
        stop -= 1
    return (start, stop) if start < stop else None


def without_marks(text: str, span: tuple[int, int]) -> tuple[int, int] | None:
    """The words of a span that is one quotation and nothing else; None for any other."""
    found = find_quotations(text, *span) if text[span[0]] in "«“„\"‘'" else ()
    is_one = len(found) == 1 and found[0].is_closed and (found[0].start, found[0].stop) == span
    return (found[0].inner_start, found[0].inner_stop) if is_one else None


def start_of(document: Document, sentence: Sentence) -> int:
    """The sentence's start, behind the dateline of its paragraph."""
    return max(sentence.start, dateline_stop(document.text, document.paragraphs[sentence.paragraph]))


def dateline_stop(text: str, paragraph: Paragraph) -> int:
    """Where the words of a paragraph begin behind place, day and agency («ПЕКИН, 9 апреля. /ТАСС/.»), if any."""
    limit = min(paragraph.stop, paragraph.start + _DATELINE_LETTERS)
    return max((match.end() for rule in _datelines() if (match := rule.match(text, paragraph.start, limit))), default=paragraph.start)


@cache
def _datelines() -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(rule) for language in ("ru", "en") for rule in load(language, "speech")["datelines"])
