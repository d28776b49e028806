"""The bytes of a finished PDF -> what it says: the words of its structure tree in reading order, and what stands outside of it."""

from __future__ import annotations

import ctypes
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from briefgen.proof.passage import CELLS, Passage, Reading

_ROWS = frozenset({"P", "H1", "H2", "H3", "H4", "H5", "H6", "LI", "TR", "Note", "Caption"})  # elements that are a passage each
_PARTS = frozenset({"TH", "TD", "Lbl", "LBody"})  # elements whose words never run together
_FIGURE = "Figure"
# PDFium gives U+0002 or U+FFFE for a hyphen that divides a word at a line's end.
_DIVIDED = re.compile("[\x02\ufffe]")


@dataclass(slots=True)
class _Page:
    """A page's texts by the marked-content id they are drawn under (-1: none); what the tree refers to is taken out."""

    place: str
    texts: dict[int, list[str]]
    used: set[int] = field(default_factory=set)


def read_pdf(data: bytes) -> Reading:
    """The words of a tagged PDF. Raises ValueError where it cannot be read or has no structure."""
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise ValueError(f"is damaged or not a PDF ({error})") from error
    passages: list[Passage] = []
    loose: list[Passage] = []
    alternatives: list[Passage] = []
    try:
        for number in range(len(document)):
            page = document[number]
            read = _Page(f"page {number + 1}", _texts(page))
            passages += _structured(page, read, alternatives)
            loose += [Passage(read.place, " ".join(texts)) for id, texts in read.texts.items() if id not in read.used]
    finally:
        document.close()
    if not passages:
        raise ValueError("has no structure tree: it is not a PDF that briefgen wrote")
    return Reading(tuple(passages), tuple(loose), alternatives=tuple(alternatives))


def _texts(page: Any) -> dict[int, list[str]]:
    """The texts that are drawn on a page, by marked-content id, in drawing order."""
    from pypdfium2 import raw

    text_page = page.get_textpage()
    texts: dict[int, list[str]] = {}
    for index in range(raw.FPDFPage_CountObjects(page)):
        drawn = raw.FPDFPage_GetObject(page, index)
        if raw.FPDFPageObj_GetType(drawn) == raw.FPDF_PAGEOBJ_TEXT:
            text = _string(lambda buffer, size, drawn=drawn: raw.FPDFTextObj_GetText(drawn, text_page, buffer, size), ctypes.c_ushort)
            texts.setdefault(raw.FPDFPageObj_GetMarkedContentID(drawn), []).append(text)
    return texts


def _structured(page: Any, read: _Page, alternatives: list[Passage]) -> Iterator[Passage]:
    """The passages of a page's part of the structure tree."""
    from pypdfium2 import raw

    tree = raw.FPDF_StructTree_GetForPage(page)
    try:
        for index in range(raw.FPDF_StructTree_CountChildren(tree)):
            yield from _passages(raw.FPDF_StructTree_GetChildAtIndex(tree, index), read, alternatives)
    finally:
        raw.FPDF_StructTree_Close(tree)


def _passages(element: Any, read: _Page, alternatives: list[Passage]) -> Iterator[Passage]:
    from pypdfium2 import raw

    kind = _string(lambda buffer, size: raw.FPDF_StructElement_GetType(element, buffer, size))
    if kind == _FIGURE:
        alternative = _string(lambda buffer, size: raw.FPDF_StructElement_GetAltText(element, buffer, size))
        alternatives.append(Passage(read.place, alternative))
        yield from (Passage(read.place, text) for text in _drawn(element, read) if text.strip())
        return
    if kind in _ROWS:
        text = "".join(_words(element, read))
        if text.strip():
            yield Passage(read.place, text)
        return
    for child in _children(element):
        if not isinstance(child, int):
            yield from _passages(child, read, alternatives)


def _drawn(figure: Any, read: _Page) -> Iterator[str]:
    """The texts of a chart, each by itself: a value and the next panel's title never run together."""
    for child in _children(figure):
        if isinstance(child, int):
            read.used.add(child)
            yield from read.texts.get(child, ())
        else:
            yield from _drawn(child, read)


def _words(element: Any, read: _Page) -> Iterator[str]:
    """The texts of an element and of those in it; cells and labels are set apart by spaces."""
    from pypdfium2 import raw

    kind = _string(lambda buffer, size: raw.FPDF_StructElement_GetType(element, buffer, size))
    for child in _children(element):
        if isinstance(child, int):
            read.used.add(child)
            yield from read.texts.get(child, ())
        else:
            yield from _words(child, read)
    if kind in _PARTS:
        yield CELLS


def _children(element: Any) -> Iterator[Any]:
    """Child elements, and the numbers of marked content, in reading order."""
    from pypdfium2 import raw

    for index in range(raw.FPDF_StructElement_CountChildren(element)):
        child = raw.FPDF_StructElement_GetChildAtIndex(element, index)
        if child:
            yield child
        elif (id := raw.FPDF_StructElement_GetChildMarkedContentID(element, index)) >= 0:
            yield id


def _string(ask: Any, unit: Any = ctypes.c_char) -> str:
    """What a function of PDFium writes into a buffer: UTF-16 with a zero at the end; asked once for its size in bytes."""
    size = ask(None, 0)
    buffer = (unit * (size // ctypes.sizeof(unit) + 1))()
    ask(buffer, size)
    return _DIVIDED.sub("-", bytes(buffer)[: max(0, size - 2)].decode("utf-16-le", "replace"))
