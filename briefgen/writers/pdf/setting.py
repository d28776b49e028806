"""A style made ready for measuring: its faces, its column, and the look of each role."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from briefgen.blocks import Report
from briefgen.templating import Role, Style, Weight
from briefgen.writers.pdf.faces import Face, load_faces
from briefgen.writers.pdf.strips import MM, Look


@dataclass(frozen=True, slots=True)
class Setting:
    """What every part of the layout needs to know. `width` is the text column's in points."""

    style: Style
    faces: Mapping[str, Face]
    language: str
    width: float


def prepare(report: Report, style: Style) -> Setting:
    """The setting of one edition."""
    page = style.page
    return Setting(style, load_faces(style.fonts.pdf), report.language, (page.width - page.left - page.right) * MM)


def look(setting: Setting, role: Role, *, weight: Weight | None = None, colour: str = "", factor: float = 1.0) -> Look:
    """The look of a role, or of words in it that are heavier, smaller or of another colour."""
    return Look(setting.faces[weight or role.weight], role.size * factor, getattr(setting.style.colours, colour or role.colour))


def cap_height(setting: Setting, role: Role) -> float:
    """The height of the role's capitals in points: text hangs from the capitals, not from an invisible box."""
    return setting.faces[role.weight].cap_height * role.size
