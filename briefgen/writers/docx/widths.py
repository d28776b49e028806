"""A table's texts -> the widths of its columns: the style's, made good where a word would break, else by content."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence

from briefgen.templating import Fonts

# Widths of characters in units of the type size, tuned on fourteen Russian and English phrases in bold Arial (estimate 2 to 7 % above);
# bold Times New Roman is a tenth narrower, regular faces of both by 7 %.
_FACES = {"source-sans-pro": 1.0, "source-serif-pro": 0.91}
_FIGURES = {"source-sans-pro": (0.556, 0.278), "source-serif-pro": (0.5, 0.25)}  # a digit, a decimal mark; the same in bold
_NARROW, _DIGIT, _LETTER, _WIDE, _CAPITAL = 0.35, 0.56, 0.6, 0.9, 0.75
_NARROW_SIGNS = frozenset(" \u00a0.,;:!|'’()[]iljtfrIJ-")
_WIDE_SIGNS = frozenset("жшщюмыфЖШЩЮМЫФДmwMW@%№—…")
_BREAKS = re.compile(r"[ \n\-–—/]+")
_POINTS_PER_MM = 72 / 25.4
_ALPHABETS = range(0x20, 0x530)  # Latin, Greek, Cyrillic
_LONGEST_SHARE = 0.4  # of the table: a longer word (an address) has to break


def column_widths(
    given: Sequence[float] | None, columns: Sequence[Sequence[str]], paddings: Sequence[float], total: float, *, size: float
) -> list[float]:
    """Widths in mm that sum up to `total`; `columns` holds the texts of each, head included, `paddings` what is white beside them."""
    least = [_least_width(texts, size, padding, total) for texts, padding in zip(columns, paddings, strict=True)]
    if given is None or len(given) != len(columns):
        return _fit([_natural_width(texts, size, padding) for texts, padding in zip(columns, paddings, strict=True)], least, total)
    rest = total - sum(given)
    flexible = sum(not width for width in given)
    return _fit([width or max(rest, 0) / flexible for width in given], least, total)


def face_size(fonts: Fonts, size: float) -> float:
    """A type size as `text_length` wants it: smaller for a narrow face."""
    return size * _FACES[fonts.pdf]


def text_length(words: str, size: float) -> float:
    """Millimetres that a line of bold words takes, on the safe side."""
    return sum(map(_EMS.__getitem__, words)) * size / _POINTS_PER_MM


def fraction_length(fraction: str, fonts: Fonts, size: float) -> float:
    """Millimetres of a decimal mark and its digits, exactly: Times New Roman and Arial and whatever has their metrics.

    >>> round(fraction_length(",6", Fonts("source-serif-pro", "Times New Roman", ()), 10), 2)
    2.65
    """
    digit, mark = _FIGURES[fonts.pdf]
    return sum(digit if character.isdigit() else mark for character in fraction) * size / _POINTS_PER_MM


def _least_width(texts: Sequence[str], size: float, padding: float, total: float) -> float:
    longest = 0.0
    # From the word with the most letters on: one that is too short to be longer even in the widest letters is not measured.
    for word in sorted({word for text in texts for word in _BREAKS.split(text)}, key=len, reverse=True):
        if len(word) * _WIDE * size / _POINTS_PER_MM <= longest:
            break
        longest = max(longest, text_length(word, size))
    return min(longest + padding, total * _LONGEST_SHARE)


def _natural_width(texts: Sequence[str], size: float, padding: float) -> float:
    """What a column would like, its longest line; a long one by the root, so that columns share fairly what is left."""
    longest = max((text_length(line, size) for text in texts for line in text.split("\n")), default=0)
    return padding + min(longest, 20 + 4 * math.sqrt(longest))


def _fit(wanted: Sequence[float], least: Sequence[float], total: float) -> list[float]:
    """No column below its least where the page allows it; the others give in proportion to what they can spare."""
    widths = [max(width, low) for width, low in zip(wanted, least, strict=True)]
    excess = sum(widths) - total
    spare = [width - low for width, low in zip(widths, least, strict=True)]
    if excess > 0 and sum(spare) >= excess:
        return [width - excess * free / sum(spare) for width, free in zip(widths, spare, strict=True)]
    return [width * total / sum(widths) for width in widths]


def _em(character: str) -> float:
    if character in _NARROW_SIGNS:
        return _NARROW
    if character in _WIDE_SIGNS:
        return _WIDE
    if character.isdigit():
        return _DIGIT
    return _CAPITAL if character.isupper() else _LETTER


class _Ems(dict[str, float]):
    """Widths of characters in units of the type size; what no alphabet has is wide."""

    def __missing__(self, character: str) -> float:
        return _WIDE


_EMS = _Ems({chr(code): _em(chr(code)) for code in _ALPHABETS})
