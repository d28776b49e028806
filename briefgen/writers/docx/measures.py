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


def space_between(gap: float, upper: Role | None, lower: Role | None) -> int:
    """Twentieths of a point between two paragraphs so that `gap` mm are white from a baseline to the next capitals.

    A role that is None is no text: the edge of a table or of the page, where the gap counts from the line itself.
    """
    white = _white(upper, _DESCENT) + _white(lower, _ABOVE_CAPITALS)
    return max(0, twentieths(gap * _POINTS_PER_MM - white))


def _white(role: Role | None, share: float) -> float:
    """Points of its own line that a role leaves white on one side."""
    return 0 if role is None else share * role.size + max(0, role.leading - LINE * role.size) / 2
