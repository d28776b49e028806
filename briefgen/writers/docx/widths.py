"""A table's texts -> the widths of its columns: the style's, made good where a word would break, else by content."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

# Widths of characters in units of the type size, measured on the bold faces of Times New Roman and Arial, the wider of the two.
_NARROW, _DIGIT, _LETTER, _WIDE, _CAPITAL = 0.35, 0.56, 0.6, 0.9, 0.75
_NARROW_SIGNS = frozenset(" \u00a0.,;:!|'’()[]iljtfrIJ-")
_WIDE_SIGNS = frozenset("жшщюмыфЖШЩЮМЫФДmwMW@%№—…")
_BREAKS = re.compile(r"[ \n\-–—/]+")
_POINTS_PER_MM = 72 / 25.4
_LONGEST_SHARE = 0.4  # of the table: a longer word (an address) has to break


def column_widths(given: Sequence[float] | None, columns: Sequence[Sequence[str]], total: float, *, size: float, padding: float) -> list[float]:
    """Widths in mm that sum up to `total`; `columns` holds the texts of each, head included, `padding` is both sides' together."""
    least = [_least_width(texts, size, padding, total) for texts in columns]
    if given is None or len(given) != len(columns):
        return _fit(_natural_widths(columns, size, padding), least, total)
    rest = total - sum(given)
    flexible = given.count(0.0) if isinstance(given, list | tuple) else 0
    return _fit([width or max(rest, 0) / max(flexible, 1) for width in given], least, total)


def text_length(words: str, size: float) -> float:
    """Millimetres that a line of words takes, on the safe side."""
    return sum(map(_em, words)) * size / _POINTS_PER_MM


def _least_width(texts: Sequence[str], size: float, padding: float, total: float) -> float:
    longest = max((text_length(word, size) for text in texts for word in _words(text)), default=0)
    return min(longest + padding, total * _LONGEST_SHARE)


def _natural_widths(columns: Sequence[Sequence[str]], size: float, padding: float) -> list[float]:
    """What each column would like, its longest line; long texts by the root, so that they share what is left fairly."""
    natural = []
    for texts in columns:
        longest = max((text_length(line, size) for text in texts for line in text.split("\n")), default=0)
        natural.append(padding + min(longest, 20 + longest**0.5 * 4))
    return natural


def _fit(wanted: Sequence[float], least: Sequence[float], total: float) -> list[float]:
    """No column below its least where the page allows it; the others give in proportion to what they can spare."""
    widths = [max(width, low) for width, low in zip(wanted, least, strict=True)]
    excess = sum(widths) - total
    spare = [width - low for width, low in zip(widths, least, strict=True)]
    if excess > 0 and sum(spare) >= excess:
        return [width - excess * free / sum(spare) for width, free in zip(widths, spare, strict=True)]
    return [width * total / sum(widths) for width in widths]


def _words(text: str) -> Iterator[str]:
    return filter(None, _BREAKS.split(text))


def _em(character: str) -> float:
    if character in _NARROW_SIGNS:
        return _NARROW
    if character in _WIDE_SIGNS:
        return _WIDE
    if character.isdigit():
        return _DIGIT
    return _CAPITAL if character.isupper() else _LETTER
