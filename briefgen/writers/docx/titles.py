"""A title -> the indents at which its lines are even, as in the PDF: no word of it stands alone in the last line."""

from __future__ import annotations

from briefgen.templating import Style
from briefgen.writers.docx.measures import text_width, twips
from briefgen.writers.docx.widths import SLACK, Face, text_length, word_face

_STEPS = 12  # of halving: 150 mm to less than a twentieth


def title_indents(words: str, style: Style) -> tuple[int, int] | None:
    """Left and right indent in twips; None where the words stand on one line, or the style does not know the letterhead's own title."""
    if style.letterhead != style.name:
        return None
    role, room = style.roles.title, style.spaces.title_width
    face, is_bold = word_face(style.fonts, role.size), role.weight != "regular"
    even = _even_width(words, room, face, is_bold=is_bold)
    if even is None:
        return None
    white = text_width(style.page) - even
    return (twips(white / 2), twips(white / 2)) if style.head == "centred" else (0, twips(white))


def _even_width(words: str, room: float, face: Face, *, is_bold: bool) -> float | None:
    """The least width in mm at which words take no more lines than in their room; None where one is enough."""
    lengths = [text_length(word, face, is_bold=is_bold) for word in words.split(" ")]
    space = text_length(" ", face, is_bold=is_bold)
    lines = _lines(lengths, space, room - SLACK)
    if lines == 1:
        return None
    narrow, wide = min(max(lengths), room - SLACK), room - SLACK
    for _ in range(_STEPS):
        middle = (narrow + wide) / 2
        narrow, wide = (narrow, middle) if _lines(lengths, space, middle) <= lines else (middle, wide)
    return wide + SLACK


def _lines(lengths: list[float], space: float, room: float) -> int:
    """How many lines words of these lengths take."""
    lines, position = 1, 0.0
    for length in lengths:
        if position and position + length > room:
            lines, position = lines + 1, 0.0
        position += length + space
    return lines
