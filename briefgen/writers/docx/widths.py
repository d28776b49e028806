"""A table's texts -> the widths of its columns: the style's, made good where a word would break, else by content."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from operator import itemgetter
from typing import NamedTuple

from briefgen.templating import Fonts
from briefgen.writers.docx.advances import ARIAL, ARIAL_BOLD, TIMES, TIMES_BOLD, Advances, Wider

# Word's faces, by the PDF's: regular, bold, the wider of both.
_FACES = {
    name: (*pair, Wider(*pair)) for name, pair in {"source-sans-pro": (ARIAL, ARIAL_BOLD), "source-serif-pro": (TIMES, TIMES_BOLD)}.items()
}
_BREAKS = "\n-–—/"  # a line may break there, and at a space
_BREAKING = (" ", *_BREAKS)
_POINTS_PER_MM = 72 / 25.4
_WIDEST, _WIDEST_SMALL = 1.14, 1.0  # of the type size: no character is wider, no small letter
SLACK = 0.3  # mm: widths are rounded to twips, and programs place characters in steps of their own
_EQUAL = 1e-6  # mm: lengths that differ by less are the same
_LONGEST_SHARE = 0.4  # of the table: a longer word (an address) has to break


class Piece(NamedTuple):
    """Words in one look: bold or not, `share` of the size of the text around."""

    words: str
    is_bold: bool = False
    share: float = 1.0


@dataclass(frozen=True, slots=True)
class Face:
    """A typeface at a size in points; `wider` has the wider one of both widths of a character."""

    regular: Advances
    bold: Advances
    wider: Wider
    size: float


Cell = Sequence[Piece]


@dataclass(frozen=True, slots=True)
class Content:
    """What stands in a column: the words of all cells, a line each, and the cells in pieces, which are made where the words may be too
    wide. `share` is the largest share of a piece, 1 at least."""

    words: str
    cells: Callable[[], Sequence[Cell]]
    share: float = 1.0


def word_face(fonts: Fonts, size: float) -> Face:
    """The face in which Word sets a style's text, at a size in points."""
    return Face(*_FACES[fonts.pdf], size)


def column_widths(
    given: Sequence[float] | None, columns: Sequence[Content], paddings: Sequence[float], total: float, *, face: Face
) -> list[float]:
    """Widths in mm that sum up to `total`; `columns` are of head and rows, `paddings` what is white beside their words."""
    wanted = _wanted_widths(given, columns, paddings, total, face)
    texts = list(zip(columns, paddings, strict=True))
    asked = [_least_width(*text, total, face, enough=width) for width, text in zip(wanted, texts, strict=True)]
    widths = [width if low < width + _EQUAL else low for width, low in zip(wanted, asked, strict=True)]
    excess = sum(widths) - total
    if excess > _EQUAL:
        narrow = (width > want for width, want in zip(widths, wanted, strict=True))
        least = [low if is_narrow else _least_width(*text, total, face) for low, is_narrow, text in zip(asked, narrow, texts, strict=True)]
        spare = [width - low for width, low in zip(widths, least, strict=True)]
        if sum(spare) >= excess:  # columns give in proportion to what they can spare
            return [width - excess * free / sum(spare) for width, free in zip(widths, spare, strict=True)]
    return [width * total / sum(widths) for width in widths]


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


def _wanted_widths(
    given: Sequence[float] | None, columns: Sequence[Content], paddings: Sequence[float], total: float, face: Face
) -> list[float]:
    """The style's, of which those that are 0 share what is left; where it has none for these columns, by content."""
    if given is None or len(given) != len(columns):
        return [_natural_width(column.cells(), padding, face) for column, padding in zip(columns, paddings, strict=True)]
    rest, flexible = total - sum(given), sum(not width for width in given)
    return [width or max(rest, 0) / flexible for width in given]


def _least_width(column: Content, padding: float, total: float, face: Face, *, enough: float = 0.0) -> float:
    """What the longest word asks for. What needs no more than `enough` isn't measured, and may come out as that."""
    longest = max(0.0, enough - padding - SLACK)
    room = longest * _POINTS_PER_MM / face.size / column.share
    if longest and _longest_word(column.words, face.wider, room) <= room:
        return enough
    texts: dict[tuple[bool, float], list[str]] = {}
    for cell in column.cells():
        is_mixed, before = False, " "
        for words, is_bold, share in cell:
            texts.setdefault((is_bold, share), []).append(words)
            is_mixed = is_mixed or not (before.endswith(_BREAKING) or words.startswith(_BREAKING))
            before = words
        if is_mixed:
            longest = max(longest, *(sum(length_of(piece, face) for piece in word) for word in _mixed_words(cell)))
    for (is_bold, share), found in texts.items():
        unit = face.size * share / _POINTS_PER_MM
        longest = max(longest, _longest_word("\n".join(found), face.bold if is_bold else face.regular, longest / unit) * unit)
    return min(longest + padding + SLACK, total * _LONGEST_SHARE)


def _longest_word(text: str, advances: Mapping[str, float], enough: float) -> float:
    """The length of the longest word in units of the type size, at least `enough`. From the one with the most letters on: one that is too
    short to be longer even in the widest letters is not measured."""
    longest, advance = enough, advances.__getitem__
    most = int(enough / _WIDEST)
    for word in sorted({word for word in _words(text) if len(word) > most}, key=len, reverse=True):
        letters = len(word)
        if letters * _WIDEST <= longest:
            break
        if letters * _WIDEST_SMALL > longest or not (word.islower() and word.isalpha()):
            longest = max(longest, sum(map(advance, word)))
    return longest


def _words(text: str) -> list[str]:
    """What stands between places where a line may break."""
    for sign in _BREAKS:
        text = text.replace(sign, " ")
    return text.split(" ")


def _mixed_words(cell: Cell) -> Iterator[Sequence[Piece]]:
    """The words of a cell's joints, each in pieces: a word may change its look in the middle."""
    open_word: list[Piece] = []
    for piece in cell:
        first = _words(piece.words.split(" ", 1)[0])[0]
        open_word.append(piece._replace(words=first))
        if first != piece.words:
            yield open_word
            open_word = [piece._replace(words=_words(piece.words.rsplit(" ", 1)[-1])[-1])]
    yield open_word


def _natural_width(cells: Iterable[Cell], padding: float, face: Face) -> float:
    """What a column would like, its longest line; a long one by the root, so that columns share fairly what is left."""
    longest = 0.0
    for most, cell in sorted(((_most(cell, face), cell) for cell in cells), key=itemgetter(0), reverse=True):
        if most <= longest:
            break
        longest = max(longest, *_lines(cell, face))
    return padding + min(longest, 20 + 4 * math.sqrt(longest))


def _most(cell: Cell, face: Face) -> float:
    """Millimetres that a cell's words would take in the widest letters."""
    return sum(len(words) * share for words, _, share in cell) * _WIDEST * face.size / _POINTS_PER_MM


def _lines(cell: Cell, face: Face) -> list[float]:
    """The lengths of a cell's forced lines."""
    lengths = [0.0]
    for piece in cell:
        for number, words in enumerate(piece.words.split("\n")):
            lengths += [0.0] if number else []
            lengths[-1] += text_length(words, face, is_bold=piece.is_bold, share=piece.share)
    return lengths
