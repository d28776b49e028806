"""A style -> numbering.xml: one list definition for each role of a Listing, and the restart of a numbered one."""

from __future__ import annotations

from dataclasses import dataclass

from briefgen.templating import Style
from briefgen.writers.docx.markup import NOTHING, Xml, element, part, root, val
from briefgen.writers.docx.measures import twips


@dataclass(frozen=True, slots=True)
class ListKind:
    """A kind of list: its number in numbering.xml, its paragraph style, and whether its items are counted."""

    id: int
    style: str
    is_counted: bool


LISTS = {
    "points": ListKind(1, "KeyPoint", True),
    "numbered": ListKind(2, "ListNumber", True),
    "bullets": ListKind(3, "ListBullet", False),
    "checklist": ListKind(4, "Checklist", False),
}


def numbering_part(style: Style) -> bytes:
    """The bytes of numbering.xml."""
    kinds = (_definition(style, role, kind) for role, kind in LISTS.items())
    lists = (element("w:num", {"w:numId": kind.id}, val("w:abstractNumId", kind.id)) for kind in LISTS.values())
    return part(root("w:numbering", "w", *kinds, *lists))


def restarted_list(number: int, definition: int) -> Xml:
    """A list of a known definition that counts from one again."""
    restart = element("w:lvlOverride", {"w:ilvl": 0}, val("w:startOverride", 1))
    return element("w:num", {"w:numId": number}, val("w:abstractNumId", definition), restart)


def _definition(style: Style, role: str, kind: ListKind) -> Xml:
    signs = {"points": style.points_label.replace("{number}", "%1"), "numbered": "%1.", "bullets": style.bullet, "checklist": "☐"}
    is_accented = role == "points" and style.points_label_accent
    indent = twips(style.spaces.points_indent if role == "points" else style.spaces.list_indent)
    accent = element("w:rPr", None, element("w:b"), val("w:color", style.colours.accent[1:].upper())) if is_accented else NOTHING
    level = element(
        "w:lvl",
        {"w:ilvl": 0},
        val("w:start", 1),
        val("w:numFmt", "decimal" if kind.is_counted else "bullet"),
        val("w:pStyle", kind.style),
        val("w:lvlText", signs[role]),
        val("w:lvlJc", "left"),
        element("w:pPr", None, element("w:ind", {"w:left": indent, "w:hanging": indent})),
        accent,
    )
    return element("w:abstractNum", {"w:abstractNumId": kind.id}, val("w:multiLevelType", "singleLevel"), level)
