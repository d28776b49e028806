"""The bytes of a DOCX -> its parts as trees, and the small questions that tests ask of them."""

from __future__ import annotations

import io
import zipfile

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
NAMESPACES = {
    "w": W[1:-1],
    "r": R[1:-1],
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "s": "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
    "pr": "http://schemas.openxmlformats.org/package/2006/relationships",
}


def parts(docx: bytes) -> dict[str, bytes]:
    """All parts by name, in the order of the file."""
    with zipfile.ZipFile(io.BytesIO(docx)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def tree(docx: bytes, name: str = "word/document.xml") -> etree._Element:
    """One part as a tree."""
    return etree.fromstring(parts(docx)[name])


def find(element: etree._Element, path: str) -> list[etree._Element]:
    """Elements below by XPath, with the usual prefixes."""
    found = element.xpath(path, namespaces=NAMESPACES)
    assert isinstance(found, list)
    return found


def values(element: etree._Element, path: str) -> list[str]:
    """Attributes or texts below by XPath."""
    return [str(value) for value in find(element, path)]


def words(element: etree._Element) -> str:
    """The text of an element, a line break as such."""
    return "".join("\n" if node.tag == f"{W}br" else node.text or "" for node in element.iter(f"{W}t", f"{W}br"))


def paragraphs(element: etree._Element, style: str) -> list[str]:
    """The texts of all paragraphs of a style."""
    return [words(found) for found in find(element, f".//w:p[w:pPr/w:pStyle/@w:val='{style}']")]
