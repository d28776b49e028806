"""The bytes of a Word document -> its text: paragraphs, lists and tables of the body, then the footnotes and endnotes."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator

from lxml import etree

from briefgen.diagnostics import InputError
from briefgen.readers.found import Found

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_PARTS = ("word/document.xml", "word/footnotes.xml", "word/endnotes.xml")
# ISO/IEC 29500-1 (Strict) names the same elements in another namespace.
_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
_COMPOUND_FILE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # [MS-CFB] 2.2: old .doc files, and .docx with a password
_MAXIMUM_UNPACKED = 200_000_000  # bytes of one part; more is an attack, not an article
# Text that was deleted or moved away under tracked changes, and the second copy of a text box for old readers.
_NOT_READ = frozenset({f"{_W}del", f"{_W}moveFrom", _FALLBACK})
_BREAKS = {f"{_W}tab": "\t", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "\u2011"}


def read_docx(data: bytes, name: str) -> Found:
    """Paragraphs with a blank line between, a table's row as one paragraph; tracked changes are read as accepted."""
    if data.startswith(_COMPOUND_FILE):
        raise InputError(f"{name}: is protected by a password or is an old .doc; save it as .docx without a password")
    paragraphs = [text for part in _PARTS for root in _parse(data, part, name) for text in _blocks(root)]
    if not paragraphs:
        raise InputError(f"{name}: the document holds no text")
    return Found(text="\n\n".join(paragraphs) + "\n")


def _parse(data: bytes, part: str, name: str) -> Iterator[etree._Element]:
    """The part's root; nothing where a document has no such part (footnotes). No entities, no network."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            xml = _unpack(package, part, name)
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError) as error:  # RuntimeError: a password
        raise InputError(f"{name}: is not a Word document (.docx): {error}") from error
    if xml is None:
        return
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        yield etree.fromstring(xml.replace(_STRICT, _W[1:-1].encode()), parser)
    except etree.XMLSyntaxError as error:
        raise InputError(f"{name}: {part}: {error.msg}; open the document in Word and save it again") from error


def _unpack(package: zipfile.ZipFile, part: str, name: str) -> bytes | None:
    if part not in package.namelist():
        if part == _PARTS[0]:
            raise InputError(f"{name}: is not a Word document (.docx): {part} is missing")
        return None
    if package.getinfo(part).file_size > _MAXIMUM_UNPACKED:
        raise InputError(f"{name}: {part} unpacks to more than {_MAXIMUM_UNPACKED // 1_000_000} MB")
    return package.read(part)


def _blocks(element: etree._Element) -> Iterator[str]:
    """Texts of the paragraphs and table rows below the element, in order, the empty ones left out."""
    for child in element:
        if child.tag == f"{_W}p":
            yield from _paragraph(child)
        elif child.tag == f"{_W}tr":
            cells = [" ".join(" ".join(_blocks(cell)).split()) for cell in child.iter(f"{_W}tc")]
            yield from [" | ".join(cell for cell in cells if cell)] if any(cells) else []
        elif child.tag not in _NOT_READ:
            yield from _blocks(child)


def _paragraph(paragraph: etree._Element) -> Iterator[str]:
    """The paragraph, then the paragraphs of the text boxes that hang on it."""
    boxes: list[etree._Element] = []
    text = "".join(_runs(paragraph, boxes)).strip()
    if text:
        yield "\n".join(" ".join(line.split()) for line in text.splitlines())
    for box in boxes:
        yield from _blocks(box)


def _runs(element: etree._Element, boxes: list[etree._Element]) -> Iterator[str]:
    for child in element:
        if child.tag == f"{_W}txbxContent":
            boxes.append(child)
        elif child.tag == f"{_W}t":
            yield child.text or ""
        elif child.tag in _BREAKS and element.tag == f"{_W}r":
            yield _BREAKS[child.tag]
        elif child.tag not in _NOT_READ:
            yield from _runs(child, boxes)
