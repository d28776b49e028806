"""A panel's figures -> the small XLSX workbook that Word opens for "Edit data": label, value, value as printed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

from briefgen.blocks import Bar
from briefgen.writers.docx.markup import NAMESPACES, NOTHING, Xml, element, part, root, text
from briefgen.writers.docx.package import Packed, pack, stored

SHEET = "Sheet1"  # the name that Word's own charts use; formulas of the chart refer to it
_RELATIONSHIP = NAMESPACES["r"]
_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml."


def write_workbook(title: str, series_name: str, bars: Sequence[Bar]) -> bytes:
    """Column A labels, B values, C values as printed; the first row names them. Its parts are stored: the draft packs it as a whole."""
    head = _row(1, _words("A1", title), _words("B1", series_name), NOTHING)
    rows = (
        _row(number, _words(f"A{number}", bar.label), _number(f"B{number}", format(bar.value, "f")), _words(f"C{number}", bar.value_text))
        for number, bar in enumerate(bars, 2)
    )
    sheet = root("worksheet", "", element("sheetData", None, head, *rows), default="s")
    return pack({**_same_in_all(), "xl/worksheets/sheet1.xml": stored(part(sheet))})


@cache
def _same_in_all() -> Mapping[str, Packed]:
    """The parts about the sheet."""
    parts = {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _relationships("officeDocument", "xl/workbook.xml"),
        "xl/_rels/workbook.xml.rels": _relationships("worksheet", "worksheets/sheet1.xml"),
        "xl/workbook.xml": _book(),
    }
    return {name: stored(part(content)) for name, content in parts.items()}


def _book() -> Xml:
    sheet = element("sheet", {"name": SHEET, "sheetId": 1, "r:id": "rId1"})
    return root("workbook", "r", element("sheets", None, sheet), default="s")


def _row(number: int, *cells: Xml) -> Xml:
    return element("row", {"r": number}, *cells)


def _words(reference: str, words: str) -> Xml:
    return element("c", {"r": reference, "t": "inlineStr"}, element("is", None, element("t", None, text(words))))


def _number(reference: str, digits: str) -> Xml:
    return element("c", {"r": reference}, element("v", None, text(digits)))


def _relationships(kind: str, target: str) -> Xml:
    relation = element("Relationship", {"Id": "rId1", "Type": f"{_RELATIONSHIP}/{kind}", "Target": target})
    return root("Relationships", "", relation, default="pr")


def _content_types() -> Xml:
    return root(
        "Types",
        "",
        element("Default", {"Extension": "rels", "ContentType": "application/vnd.openxmlformats-package.relationships+xml"}),
        element("Default", {"Extension": "xml", "ContentType": "application/xml"}),
        element("Override", {"PartName": "/xl/workbook.xml", "ContentType": f"{_TYPE}sheet.main+xml"}),
        element("Override", {"PartName": "/xl/worksheets/sheet1.xml", "ContentType": f"{_TYPE}worksheet+xml"}),
        default="ct",
    )
