"""Cells, rows and tables of WordprocessingML: fixed widths in twips, no merged cells, rows that never break."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from briefgen.writers.docx.markup import NOTHING, Xml, element, val
from briefgen.writers.docx.wordprocessing import paragraph_start

REPORT_TABLE, TIMELINE_TABLE = "BriefTable", "TimelineTable"


@dataclass(frozen=True, slots=True)
class Rule:
    """A ruled line: width in eighths of a point, colour as six hexadecimal digits."""

    width: int
    colour: str


def rgb(colour: str) -> str:
    """
    >>> rgb("#1b3a63")
    '1B3A63'
    """
    return colour.removeprefix("#").upper()


def table(style: str, widths: Sequence[int], rows: Sequence[Xml], *, title: str, description: str, has_head: bool) -> Xml:
    """A table of a style; `title` and `description` are what a screen reader says of it."""
    properties = element(
        "w:tblPr",
        None,
        val("w:tblStyle", style),
        element("w:tblW", {"w:w": sum(widths), "w:type": "dxa"}),
        element("w:tblLayout", {"w:type": "fixed"}),
        _look(has_head),
        val("w:tblCaption", title) if title else NOTHING,
        val("w:tblDescription", description) if description else NOTHING,
    )
    columns = element("w:tblGrid", None, *(element("w:gridCol", {"w:w": width}) for width in widths))
    return element("w:tbl", None, properties, columns, *rows)


def row(cells: Sequence[Xml], *, is_head: bool = False) -> Xml:
    """A row that stays on one page; a head row is repeated on each page."""
    return Xml(f"<w:tr>{_row_properties(is_head)}{''.join(cells)}</w:tr>")


def cell(width: int, *paragraphs: Xml, rule_above: Rule | None = None) -> Xml:
    """A cell of whole paragraphs."""
    return Xml(f"<w:tc>{_cell_properties(width, rule_above)}{''.join(paragraphs)}</w:tc>")


def text_cell(
    width: int, style: str, content: Xml, *, keep_next: bool = False, right: int | None = None, rule_above: Rule | None = None
) -> Xml:
    """A cell of one paragraph; `right` is its indent in twips."""
    return Xml(f"{_cell_start(width, style, keep_next, right, rule_above)}{content}</w:p></w:tc>")


def border(name: str, rule: Rule, *, space: int = 0) -> Xml:
    """A single line at one side of a paragraph, a cell or a table."""
    return element(name, {"w:val": "single", "w:sz": rule.width, "w:space": space, "w:color": rule.colour})


@lru_cache(maxsize=512)
def _cell_start(width: int, style: str, keep_next: bool, right: int | None, rule_above: Rule | None) -> str:
    """All of a cell of one paragraph before its content."""
    return f"<w:tc>{_cell_properties(width, rule_above)}{paragraph_start(style, keep_next=keep_next, right=right)}"


@lru_cache(maxsize=512)
def _cell_properties(width: int, rule_above: Rule | None) -> Xml:
    borders = element("w:tcBorders", None, border("w:top", rule_above)) if rule_above else NOTHING
    return element("w:tcPr", None, element("w:tcW", {"w:w": width, "w:type": "dxa"}), borders)


@lru_cache(maxsize=2)
def _row_properties(is_head: bool) -> Xml:
    return element("w:trPr", None, element("w:cantSplit"), element("w:tblHeader") if is_head else NOTHING)


def _look(has_head: bool) -> Xml:
    """First row as the style's head, outer columns without outer padding, no bands (17.4.56; `w:val` is the same for older readers)."""
    first_row = 0x0020 if has_head else 0
    return element(
        "w:tblLook",
        {
            "w:val": f"{first_row | 0x0080 | 0x0100 | 0x0200 | 0x0400:04X}",
            "w:firstRow": int(has_head),
            "w:lastRow": 0,
            "w:firstColumn": 1,
            "w:lastColumn": 1,
            "w:noHBand": 1,
            "w:noVBand": 1,
        },
    )
