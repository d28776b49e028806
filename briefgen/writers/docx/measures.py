"""Millimetres and points of a style -> the whole units of OOXML: twips, half-points, eighths of a point, EMU."""

from __future__ import annotations

from briefgen.templating import Page, Role

_TWIPS_PER_MM = 1440 / 25.4
_EMU_PER_MM = 36_000
_POINTS_PER_MM = 72 / 25.4
# Times New Roman and Arial, in units of the type size: natural line, descent below the baseline, ascent and line gap above the
# capitals (0.271 and 0.222).
LINE, _DESCENT, _ABOVE_CAPITALS = 1.15, 0.215, 0.25


def twips(mm: float) -> int:
    """
    >>> twips(25.4)
    1440
    """
    return round(mm * _TWIPS_PER_MM)


def twentieths(points: float) -> int:
    """
    >>> twentieths(14.4)
    288
    """
    return round(points * 20)


def points_of(mm: float) -> int:
    """Whole points, as the distance of a border has them.

    >>> points_of(3)
    9
    """
    return round(mm * _POINTS_PER_MM)


def half_points(points: float) -> int:
    """
    >>> half_points(12.5)
    25
    """
    return round(points * 2)


def eighths(points: float) -> int:
    """The width of a rule; Word draws nothing thinner than a quarter of a point.

    >>> eighths(0.35)
    3
    """
    return max(2, round(points * 8))


def emu(mm: float) -> int:
    """
    >>> emu(10)
    360000
    """
    return round(mm * _EMU_PER_MM)


def text_width(page: Page) -> float:
    """The width between the margins in mm."""
    return page.width - page.left - page.right


def space_between(gap: float, upper: Role | None, lower: Role | None, *, rules: float = 0) -> int:
    """Twentieths of a point between two paragraphs so that `gap` mm are white from a baseline to the next capitals.

    A role that is None is no text: the edge of a table or of the page, where the gap counts from the line itself. `rules` points of the
    gap are ruled lines: the PDF draws a rule in the middle of the gap, Word and LibreOffice make room for it.
    """
    return max(0, twentieths(gap * _POINTS_PER_MM - rules - _white_below(upper) - _white_above(lower)))


def line_share(role: Role) -> float | None:
    """What a line is of the natural one where it is set closer than that, else None.

    >>> line_share(Role(size=10, leading=11.5)), line_share(Role(size=10, leading=11.04))
    (None, 0.96)
    """
    return role.leading / (LINE * role.size) if role.leading < LINE * role.size else None


def _white_below(role: Role | None) -> float:
    """Points of its own line that a role leaves white below the baseline."""
    return 0 if role is None else _DESCENT * role.size + _more_than_natural(role) / 2


def _white_above(role: Role | None) -> float:
    """The same above its capitals; a line that is set closer gives way there."""
    if role is None:
        return 0
    more = _more_than_natural(role)
    return _ABOVE_CAPITALS * role.size + (more / 2 if more > 0 else role.leading - LINE * role.size)


def _more_than_natural(role: Role) -> float:
    return max(0, role.leading - LINE * role.size)
