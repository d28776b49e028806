"""A cell whose date would break before its bracket («25.02.» and «[2026]») -> the right indent that sends the whole date to the next line.

LibreOffice breaks a line between a full stop and a bracket (Unicode, UAX 14: IS before OP), Word and our PDF do not. A joiner between them
would stand in the text that people search and copy; an indent stands in none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefgen.writers.docx.widths import SLACK, Cell, Face, Piece, length_of

BREAKABLE = ".["
_ENDS = re.compile(r"(?<=[ \n\-–—/])")  # a line may end behind these


def indent_before_bracket(cell: Cell, room: float, face: Face) -> float | None:
    """The indent in mm for a cell with `room` mm for text; None where nothing would break, or another word would then."""
    longest, indent, position = 0.0, None, 0.0
    for token in _tokens(cell):
        text = "".join(piece.words for piece in token)
        shown = _length(token, len(text.rstrip()), face)
        longest = max(longest, shown)
        if position and position + shown > room - SLACK:
            start = position + _length(token, text.find(BREAKABLE) + 1, face)
            if BREAKABLE in text and indent is None and start <= room + SLACK:
                indent = max(room - start, 0.0) + SLACK
            position = 0.0
        position = 0.0 if text.endswith("\n") else position + _length(token, len(text), face)
    return None if indent is None or longest > room - indent else indent


def _tokens(cell: Cell) -> Iterator[list[Piece]]:
    """What stands between two places where a line may end, with the space or hyphen at its end."""
    token: list[Piece] = []
    for piece in cell:
        for words in filter(None, _ENDS.split(piece.words)):
            token.append(Piece(words, piece.is_bold, piece.share))
            if _ENDS.search(words):
                yield token
                token = []
    yield token


def _length(token: list[Piece], characters: int, face: Face) -> float:
    """Millimetres of the first so many characters."""
    length = 0.0
    for piece in token:
        length += length_of(Piece(piece.words[:characters], piece.is_bold, piece.share), face)
        characters = max(0, characters - len(piece.words))
    return length
