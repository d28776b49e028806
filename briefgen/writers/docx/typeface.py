"""A style -> the same style for Word's typeface, so that a page holds in Word what it holds in the PDF."""

from __future__ import annotations

from dataclasses import fields, replace

from briefgen.templating import Role, Roles, Style
from briefgen.writers.docx.measures import LINE

# Arial is bigger on its body than the PDF's Source Sans Pro (x-heights 0.519 and 0.486): type of the same look is smaller by as much.
_FACTORS = {"Arial": 0.936, "Liberation Sans": 0.936, "Helvetica": 0.936}
# Times New Roman is smaller on its body than Source Serif Pro (x-heights 0.448 and 0.475): as large, but set closer by half as much, so
# that page one holds in Word too, where lines end without the PDF's hyphens on machines that have none for the language.
_LEADING = {"Times New Roman": 0.97, "Liberation Serif": 0.97}
_LEAST = 9.0


def style_for_word(style: Style) -> Style:
    """The style with sizes and leading that look alike in Word's face; sizes to the half-point that Word has."""
    factor = _FACTORS.get(style.fonts.word, 1.0)
    closer = _LEADING.get(style.fonts.word, factor)
    if factor == closer == 1.0:
        return style
    return replace(style, roles=Roles(**{field.name: _scaled(getattr(style.roles, field.name), factor, closer) for field in fields(Roles)}))


def _scaled(role: Role, factor: float, closer: float) -> Role:
    size = min(role.size, max(_LEAST, round(role.size * factor * 2) / 2)) if factor != 1.0 else role.size
    return replace(role, size=size, leading=max(role.leading * closer, size * LINE))
