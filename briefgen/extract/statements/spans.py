"""Spans of a text: what lies inside, what is covered, what is left without the signs at the ends."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from briefgen.language.document import Document, Sentence
from briefgen.language.lexicon import load
from briefgen.model import Paragraph

_DATELINE_LETTERS = 120  # the longest place, day and agency in front of a report


def is_inside(offset: int, spans: Sequence[tuple[int, int]]) -> bool:
    return any(start <= offset < stop for start, stop in spans)


def covers(span: tuple[int, int], spans: Sequence[tuple[int, int]]) -> bool:
    """The span holds hardly anything that a quotation beside it has not."""
    shared = sum(max(0, min(span[1], stop) - max(span[0], start)) for start, stop in spans)
    return shared * 2 > span[1] - span[0]


def trim(text: str, start: int, stop: int) -> tuple[int, int] | None:
    """The span without spaces and signs at its ends; None when nothing is left."""
    while start < stop and (text[start].isspace() or text[start] in ",.;:—–-)"):
        start += 1
    while start < stop and (text[stop - 1].isspace() or text[stop - 1] in ",.;:—–-("):
        stop -= 1
    return (start, stop) if start < stop else None


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
