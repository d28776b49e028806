"""A paragraph -> spans of its sentences and words, in Russian and English."""

from __future__ import annotations

import re
from collections.abc import Iterator

_ENGLISH_WORD = re.compile(
    r"(?:[A-Z]\.){2,}"  # U.S.
    r"|(?:Mr|Mrs|Ms|Dr|St|Prof|Gen|Sen|Rep|Gov|Lt|Col|Sgt|Jr|Sr|Inc|Ltd|Co|Corp|No|vs|etc)\."
    r"|\d+(?:[.,]\d+)*"
    r"|['’]s\b"  # China's is two words
    r"|[^\W\d_]+(?:(?:-|['’](?!s\b))[^\W\d_]+)*"
    r"|\w+|[^\w\s]"
)
_ENGLISH_STOP = re.compile(r"[.!?…]+[\"'”’)\]]*\s+(?=[\"'“‘(\[]?[A-Z0-9£$€])")
_UNIT_STOP = re.compile(
    r"(?:(?:\d|\bмлн|\bмлрд|\bтрлн|\bтыс\.?)\s?(?:руб|долл|барр|проц|чел|экз|кг|тг|км|га|т)|\b\d{4}\s?гг?)\.(\s+)(?=[«\"]?[А-ЯЁ][а-яё]|[А-ЯЁ]{2,})"
)
_ABBREVIATION = re.compile(
    r"(?:\b(?:[A-Z]|Mr|Mrs|Ms|Dr|St|Prof|Gen|Sen|Rep|Gov|Lt|Col|Sgt|Jr|Sr|No|vs|Inc|Ltd|Co|Corp|approx|e\.g|i\.e)"
    r"|[A-Z]\.[A-Z])\.$"
)


def sentence_spans(text: str, language: str) -> Iterator[tuple[int, int]]:
    """Half-open spans of the sentences of one paragraph.

    >>> [("Mr. Lee left. He said so."[a:b]) for a, b in sentence_spans("Mr. Lee left. He said so.", "en")]
    ['Mr. Lee left.', 'He said so.']
    """
    if language == "ru":
        from razdel import sentenize

        for part in sentenize(text):
            yield from _past_units(text, part.start, part.stop)
        return
    start = 0
    for match in _ENGLISH_STOP.finditer(text):
        stop = start + len(text[start : match.end()].rstrip())
        if _ABBREVIATION.search(text[start:stop]):
            continue
        yield start, stop
        start = match.end()
    if text[start:].strip():
        yield start, start + len(text[start:].rstrip())


def _past_units(text: str, start: int, stop: int) -> Iterator[tuple[int, int]]:
    """razdel never ends a sentence with an abbreviation; behind a number a unit does, before a capital: «до 210 млн т. РЖД направили»."""
    for match in _UNIT_STOP.finditer(text, start, stop):
        yield start, match.start(1)
        start = match.end()
    if start < stop:
        yield start, stop


def word_spans(text: str, language: str) -> Iterator[tuple[int, int]]:
    """Half-open spans of the words and signs of one sentence.

    >>> [("the U.S. oil's 2.5%"[a:b]) for a, b in word_spans("the U.S. oil's 2.5%", "en")]
    ['the', 'U.S.', 'oil', "'s", '2.5', '%']
    """
    if language == "ru":
        from razdel import tokenize

        yield from ((part.start, part.stop) for part in tokenize(text))
        return
    yield from ((match.start(), match.end()) for match in _ENGLISH_WORD.finditer(text))
