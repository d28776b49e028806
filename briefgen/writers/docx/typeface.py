"""A style -> the same style for Word's typeface, so that a page holds in Word what it holds in the PDF."""

from __future__ import annotations

from dataclasses import fields, replace

from briefgen.templating import Role, Roles, Spaces, Style
from briefgen.writers.docx.measures import LINE

# Arial is bigger on its body than the PDF's Source Sans Pro (x-heights 0.519 and 0.486): type of the same look is smaller by as much.
_FACTORS = {"Arial": 0.936, "Liberation Sans": 0.936, "Helvetica": 0.936}
# Times New Roman is smaller on its body than Source Serif Pro (x-heights 0.448 and 0.475): as large, but set closer by half as much, so
# that page one holds in Word too, where lines end without the PDF's hyphens on machines that have none for the language.
_LEADING = {"Times New Roman": 0.97, "Liberation Serif": 0.97}
_LEAST = 9.0
_CLOSEST = 0.95  # of the natural line: closer, an accent of one line touches the line above
# A page of Word's holds less than one of the PDF's: its first line hangs below the margin and its last one stands above it by their own
# white (6 points together), a rule parts the notes at its foot, and it has the place for conclusions that the PDF leaves out while it is
# empty. What these take is saved on the gaps of body text.
_GAPS = 0.95
_SAVED = ("paragraph", "points", "table_above", "note_above", "cell_top", "cell_bottom")


def style_for_word(style: Style) -> Style:
    """The style with sizes and leading that look alike in Word's face; sizes to the half-point that Word has."""
    factor = _FACTORS.get(style.fonts.word, 1.0)
    closer = _LEADING.get(style.fonts.word, factor)
    if factor == closer == 1.0:
        return style
    roles = Roles(**{field.name: _scaled(getattr(style.roles, field.name), factor, closer) for field in fields(Roles)})
    return replace(style, roles=roles, spaces=_closer_spaces(style.spaces))


def _scaled(role: Role, factor: float, closer: float) -> Role:
    size = min(role.size, max(_LEAST, round(role.size * factor * 2) / 2)) if factor != 1.0 else role.size
    return replace(role, size=size, leading=max(role.leading * closer, size * LINE * _CLOSEST))


def _closer_spaces(spaces: Spaces) -> Spaces:
    names = [field.name for field in fields(Spaces) if field.name in _SAVED or field.name.startswith("heading")]
    return replace(spaces, **{name: getattr(spaces, name) * _GAPS for name in names})
