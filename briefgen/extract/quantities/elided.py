"""A number whose noun was said before -> a count: «погибли 17 человек, ещё 32 получили ранения», "of the 36 minerals, 22 are mined"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from briefgen.extract.quantities.figure import Figure, Reading

_YEARS = range(1900, 2101)
_FARTHEST = 20  # lexemes from the figure whose noun is meant


def count_again(reading: Reading, figure: Figure, before: Sequence[Figure]) -> Figure:
    """The number as a count where a count stands before it in the sentence, and a word or "of" says that it counts the same."""
    if not before or not _is_plain(reading, figure):
        return figure
    other = before[-1]
    if other.unit != "count" or figure.first - other.stop > _FARTHEST or any(map(reading.is_break, range(other.stop, figure.first + 1))):
        return figure
    words = reading.lexicon
    is_more = reading.norm(figure.first - 1) in words.counted_again
    is_part = reading.norm(_before_article(reading, other.first)) in words.counted_of and figure.value <= other.value
    return replace(figure, unit="count", rule="count.elided") if is_more or (is_part and not _is_governed(reading, figure)) else figure


def _is_plain(reading: Reading, figure: Figure) -> bool:
    """A whole number in digits that is no year and no part of a code."""
    is_whole = figure.value == figure.value.to_integral_value() and figure.value > 1 and int(figure.value) not in _YEARS
    is_digits = not figure.unit and figure.rule == "number" and figure.scale == 1 and figure.upper is None and not figure.is_worded
    is_free = not reading.is_glued(figure.stop) or reading.norm(figure.stop) in (".", ",")
    return is_whole and is_digits and is_free


def _is_governed(reading: Reading, figure: Figure) -> bool:
    """«из 36 минералов добывают в 22»: a preposition makes it something else."""
    previous = reading.lexemes[figure.first - 1]
    return previous.norm in reading.lexicon.between or (previous.kind == "word" and len(previous.norm) <= 2)


def _before_article(reading: Reading, index: int) -> int:
    return index - 2 if reading.norm(index - 1) == "the" else index - 1
