"""A paragraph -> strips, one a line: hung from its capitals, its first two and last two lines kept together."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from briefgen.blocks import Inline
from briefgen.templating import Alignment, Role
from briefgen.writers.pdf.inlines import Fragment, fragments
from briefgen.writers.pdf.lines import Line, break_lines, place_line
from briefgen.writers.pdf.setting import Setting, cap_height
from briefgen.writers.pdf.strips import Strip
from briefgen.writers.pdf.structure import Element


def paragraph_strips(
    inlines: Iterable[Inline], role: Role, element: Element, setting: Setting, *, before: float = 0.0, x: float = 0.0, width: float = 0.0
) -> list[Strip]:
    """The lines of a paragraph in a column `width` wide (0: to the right edge) that begins at `x`."""
    width = width or setting.width - x
    return line_strips(fragments(inlines, role, element, setting), role, setting, before=before, x=x, width=width)


def line_strips(
    found: Sequence[Fragment], role: Role, setting: Setting, *, before: float = 0.0, x: float = 0.0, width: float = 0.0
) -> list[Strip]:
    """Fragments as strips, a line each."""
    width = width or setting.width - x
    lines = break_lines(found, width, role.alignment, hyphenate=hyphenates(setting))
    strips = [_line_strip(line, role, setting, x, width, role.alignment) for line in lines]
    return together(strips, before=before)


def hyphenates(setting: Setting) -> bool:
    """Patterns for Russian are the only ones used: English is set ragged."""
    return setting.style.hyphenation and setting.language == "ru"


def _line_strip(line: Line, role: Role, setting: Setting, x: float, width: float, alignment: Alignment) -> Strip:
    cap = cap_height(setting, role)
    return Strip(cap, tuple(place_line(line, x, cap, width, alignment)), role.leading - cap)


def together(strips: Sequence[Strip], *, before: float) -> list[Strip]:
    """Lines as one paragraph: no single line of it stands alone on a page."""
    last = len(strips) - 1
    return [
        replace(strip, before=before if number == 0 else strip.before, keep=number < last and (number == 0 or number == last - 1))
        for number, strip in enumerate(strips)
    ]
