"""A text -> the sums and measures in it that have no number: «десятки миллионов долларов», "hundreds of millions of tonnes"."""

from __future__ import annotations

from briefgen.extract.quantities.figure import Reading
from briefgen.extract.quantities.lexicon import lexicon
from briefgen.language import lexemes
from briefgen.language.numerals import scale_at
from briefgen.model import Span

_MOST_SCALES = 3  # hundreds of thousands of millions


def find_indefinite(text: str, language: str) -> tuple[Span, ...]:
    """Where a text tells an amount that it does not count; a person may want it, no figure can be made of it.

    >>> [(span.start, span.stop) for span in find_indefinite("потратят десятки миллионов долларов", "ru")]
    [(9, 35)]
    """
    reading = lexemes.read(text, lexicon(language))
    starts = (at for at, lexeme in enumerate(reading.lexemes) if lexeme.norm in reading.lexicon.indefinite)
    return tuple(span for at in starts if (span := _span_at(reading, at)))


def _span_at(reading: Reading, start: int) -> Span | None:
    """The span of an indefinite word, scales and a unit."""
    at = _behind_of(reading, start + 1)
    for _ in range(_MOST_SCALES):
        scale = scale_at(reading.lexemes, at, reading.lexicon.language)
        if scale is None or reading.lexemes[at].gap == "\n":
            break
        at = _behind_of(reading, scale[1])
    unit = reading.lexicon.units.find(reading.lexemes, at)
    if unit is None or at >= len(reading.lexemes) or reading.lexemes[at].gap != " ":
        return None
    return Span(reading.lexemes[start].start, reading.lexemes[unit[1] - 1].stop)


def _behind_of(reading: Reading, at: int) -> int:
    return at + 1 if reading.norm(at) == "of" else at
