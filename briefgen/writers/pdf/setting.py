"""A style made ready for measuring: its faces, its column, and the look of each role."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, is_dataclass, replace
from itertools import zip_longest

from briefgen.blocks import Block, Citation, Control, Head, Heading, Listing, Paragraph, Quotation, Report, Table
from briefgen.templating import Alignment, Role, Style, Weight
from briefgen.writers.pdf.faces import Face, load_faces
from briefgen.writers.pdf.known import Known
from briefgen.writers.pdf.strips import MM, Look


@dataclass(frozen=True, slots=True)
class Setting:
    """What every part of the layout needs to know. `width` is the text column's in points, `anchors` are those that links may lead to;
    `known` remembers what was laid out, where it is only measured."""

    style: Style
    faces: Mapping[str, Face]
    language: str
    width: float
    anchors: frozenset[str] = frozenset()
    known: Known | None = None


def printed(report: Report) -> Report:
    """The report without the places that still wait for a person's words, and without a heading that has nothing else below it."""
    pairs = zip_longest(report.blocks, report.blocks[1:])
    kept = (block for block, below in pairs if not _waits(block) and not (isinstance(block, Heading) and _waits(below)))
    return replace(report, blocks=tuple(kept))


def _waits(block: Block | None) -> bool:
    return isinstance(block, Control) and not block.inlines


def prepare(report: Report, style: Style) -> Setting:
    """The setting of one edition."""
    return replace(prepare_to_measure(report.language, style, None), anchors=frozenset(_anchors(report)))


def prepare_to_measure(language: str, style: Style, known: Known | None) -> Setting:
    """The setting of an edition whose links lead nowhere: they take the same room."""
    page = style.page
    width = (page.width - page.left - page.right) * MM
    return Setting(style, load_faces(style.fonts.pdf), language, width, known=known)


def _anchors(report: Report) -> Iterator[str]:
    """Of blocks, items and rows, and of the citations in them."""
    yield from (citation.anchor for citation in citations(report.blocks) if citation.anchor)
    for block in report.blocks:
        if isinstance(block, Heading | Table) and block.label:
            yield block.label.anchor
        match block:
            case Heading() | Paragraph() | Quotation():
                yield block.anchor
            case Listing():
                yield from (item.anchor for item in block.items)
            case Table():
                yield from (row.anchor for row in block.rows)
            case _:
                pass


def citations(value: object) -> Iterator[Citation]:
    """The citations inside a block, in reading order."""
    if isinstance(value, Citation):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from citations(item)
    elif is_dataclass(value):
        for name in value.__dataclass_fields__:
            entry = getattr(value, name)
            if isinstance(entry, tuple):
                yield from citations(entry)


def look(setting: Setting, role: Role, *, weight: Weight | None = None, colour: str = "", factor: float = 1.0) -> Look:
    """The look of a role, or of words in it that are heavier, smaller or of another colour."""
    return Look(setting.faces[weight or role.weight], role.size * factor, getattr(setting.style.colours, colour or role.colour))


def marking_role(head: Head, setting: Setting) -> Role:
    """The role of a distribution marking, which may have a place of its own across the page."""
    role = setting.style.roles.marking
    return replace(role, alignment=_ALIGNMENTS[head.marking_alignment]) if head.marking_alignment else role


_ALIGNMENTS: dict[str, Alignment] = {"left": "left", "centre": "centre", "right": "right"}


def cap_height(setting: Setting, role: Role) -> float:
    """The height of the role's capitals in points: text hangs from the capitals, not from an invisible box."""
    return setting.faces[role.weight].cap_height * role.size
