"""A table's texts -> the widths of its columns: the style's, made good where a word would break, else by content."""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from briefgen.templating import Fonts
from briefgen.writers.docx.advances import ARIAL, ARIAL_BOLD, TIMES, TIMES_BOLD, Advances

_FACES = {"source-sans-pro": (ARIAL, ARIAL_BOLD), "source-serif-pro": (TIMES, TIMES_BOLD)}  # Word's, by the PDF's
_BREAKS = re.compile(r"[ \n\-–—/]+")
_POINTS_PER_MM = 72 / 25.4
_WIDEST = 1.14  # of the type size: no character is wider
SLACK = 0.3  # mm: widths are rounded to twips, and programs place characters in steps of their own
_LONGEST_SHARE = 0.4  # of the table: a longer word (an address) has to break


@dataclass(frozen=True, slots=True)
class Piece:
    """Words in one look: bold or not, `share` of the size of the text around."""

    words: str
    is_bold: bool = False
    share: float = 1.0


@dataclass(frozen=True, slots=True)
class Face:
    """A typeface at a size in points."""

    regular: Advances
    bold: Advances
    size: float


Cell = Sequence[Piece]


def word_face(fonts: Fonts, size: float) -> Face:
    """The face in which Word sets a style's text, at a size in points."""
    return Face(*_FACES[fonts.pdf], size)


def column_widths(
    given: Sequence[float] | None, columns: Sequence[Sequence[Cell]], paddings: Sequence[float], total: float, *, face: Face
) -> list[float]:
    """Widths in mm that sum up to `total`; `columns` holds the cells of each, head included, `paddings` what is white beside them."""
    least = [_least_width(cells, padding, total, face) for cells, padding in zip(columns, paddings, strict=True)]
    if given is None or len(given) != len(columns):
        return _fit([_natural_width(cells, padding, face) for cells, padding in zip(columns, paddings, strict=True)], least, total)
    rest = total - sum(given)
    flexible = sum(not width for width in given)
    return _fit([width or max(rest, 0) / flexible for width in given], least, total)


def text_length(words: str, face: Face, *, is_bold: bool = False, share: float = 1.0) -> float:
    """Millimetres that words take on one line.

    >>> from briefgen.templating import Fonts
    >>> round(text_length("10", word_face(Fonts("source-serif-pro", "Times New Roman", ()), 10)), 2)
    3.53
    """
    advances = face.bold if is_bold else face.regular
    return sum(map(advances.__getitem__, words)) * face.size * share / _POINTS_PER_MM


def length_of(piece: Piece, face: Face) -> float:
    """Millimetres that a piece takes on one line."""
    return text_length(piece.words, face, is_bold=piece.is_bold, share=piece.share)


def fraction_length(fraction: str, face: Face) -> float:
    """Millimetres of a decimal mark and its digits, which stand in bold."""
    return text_length(fraction, face, is_bold=True)


def _least_width(cells: Iterable[Cell], padding: float, total: float, face: Face) -> float:
    whole, mixed = _words(cells)
    longest = max((sum(length_of(piece, face) for piece in word) for word in mixed), default=0.0)
    for (is_bold, share), words in whole.items():
        # From the word with the most letters on: one that is too short to be longer even in the widest letters is not measured.
        for word in sorted(words, key=len, reverse=True):
            if len(word) * _WIDEST * face.size * share / _POINTS_PER_MM <= longest:
                break
            longest = max(longest, text_length(word, face, is_bold=is_bold, share=share))
    return min(longest + padding + SLACK, total * _LONGEST_SHARE)


def _words(cells: Iterable[Cell]) -> tuple[dict[tuple[bool, float], set[str]], list[tuple[Piece, ...]]]:
    """The words of one look each, by the look, and those where pieces meet: these may change their look in the middle."""
    whole: defaultdict[tuple[bool, float], set[str]] = defaultdict(set)
    mixed = []
    for cell in cells:
        open_word: list[Piece] = []
        for piece in cell:
            first, *others = _BREAKS.split(piece.words)
            open_word.append(Piece(first, piece.is_bold, piece.share))
            if others:
                mixed.append(tuple(open_word))
                open_word = [Piece(others.pop(), piece.is_bold, piece.share)]
                whole[piece.is_bold, piece.share].update(others)
        mixed.append(tuple(open_word))
    return whole, mixed


def _natural_width(cells: Iterable[Cell], padding: float, face: Face) -> float:
    """What a column would like, its longest line; a long one by the root, so that columns share fairly what is left."""
    longest = max((length for cell in cells for length in _lines(cell, face)), default=0)
    return padding + min(longest, 20 + 4 * math.sqrt(longest))


def _lines(cell: Cell, face: Face) -> list[float]:
    """The lengths of a cell's forced lines."""
    lengths = [0.0]
    for piece in cell:
        for number, words in enumerate(piece.words.split("\n")):
            lengths += [0.0] if number else []
            lengths[-1] += text_length(words, face, is_bold=piece.is_bold, share=piece.share)
    return lengths


def _fit(wanted: Sequence[float], least: Sequence[float], total: float) -> list[float]:
    """No column below its least where the page allows it; the others give in proportion to what they can spare."""
    widths = [max(width, low) for width, low in zip(wanted, least, strict=True)]
    excess = sum(widths) - total
    spare = [width - low for width, low in zip(widths, least, strict=True)]
    if excess > 0 and sum(spare) >= excess:
        return [width - excess * free / sum(spare) for width, free in zip(widths, spare, strict=True)]
    return [width * total / sum(widths) for width in widths]
