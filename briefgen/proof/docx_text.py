"""The bytes of a finished Word draft -> what it says: paragraphs, and a table's rows as one passage each; its charts apart."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable, Iterator

from lxml import etree

from briefgen.blocks import raised
from briefgen.proof.passage import CELLS, Passage, Reading

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_DOCUMENT, _FOOTNOTES, _PROPERTIES = "word/document.xml", "word/footnotes.xml", "docProps/app.xml"
_APPLICATION = "{http://schemas.openxmlformats.org/officeDocument/2006/extended-properties}Application"
# LibreOffice 7.4 saves a chart without the words that Word has for those who cannot see it; what else it saves is compared as ever.
_WITHOUT_ALTERNATIVES = "LibreOffice"
_CHART = re.compile(r"word/charts/chart\d*\.xml")
_MAXIMUM_UNPACKED = 200_000_000  # bytes of one part; more is an attack, not a draft
# What a reader does not see: deleted text, text moved away, the second copy of a drawing for old readers, codes of fields.
_UNSEEN = frozenset({f"{_W}del", f"{_W}moveFrom", f"{_W}instrText", f"{_W}delText", _FALLBACK})
_SIGNS = {f"{_W}tab": " ", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "-", f"{_W}softHyphen": ""}


def read_docx(data: bytes) -> Reading:
    """The words of a draft, tracked changes as accepted. Raises ValueError where it cannot be read."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            document = _parse(package, _DOCUMENT)
            is_kept = not _saved_by(package).startswith(_WITHOUT_ALTERNATIVES)
            notes = _parse(package, _FOOTNOTES) if _FOOTNOTES in package.namelist() else None
            charts = [_parse(package, name) for name in sorted(package.namelist(), key=_in_order) if _CHART.fullmatch(name)]
    except (zipfile.BadZipFile, KeyError, NotImplementedError, RuntimeError, EOFError) as error:  # RuntimeError: a password
        raise ValueError(f"is not a Word document ({error})") from error
    passages = tuple(Passage(f"paragraph {number}", text) for number, text in enumerate(_texts(document, notes), 1))
    alternatives = tuple(Passage("drawing", drawing.get("descr", "")) for drawing in document.iter(f"{_WP}docPr"))
    has_none = bool(alternatives) and not any(passage.text for passage in alternatives)
    found = tuple(Passage(f"chart {number}", words) for number, chart in enumerate(charts, 1) for words in _chart_words(chart))
    return Reading(passages, charts=found, alternatives=alternatives, drops_alternatives=has_none and not is_kept)


def _saved_by(package: zipfile.ZipFile) -> str:
    """The program that saved the file last; nothing where the file does not say."""
    return _parse(package, _PROPERTIES).findtext(_APPLICATION) or "" if _PROPERTIES in package.namelist() else ""


def _parse(package: zipfile.ZipFile, name: str) -> etree._Element:
    """A part's root. No entities, no network."""
    if package.getinfo(name).file_size > _MAXIMUM_UNPACKED:
        raise ValueError(f"{name} unpacks to more than {_MAXIMUM_UNPACKED // 1_000_000} MB")
    try:
        return etree.fromstring(package.read(name), etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False))
    except etree.XMLSyntaxError as error:
        raise ValueError(f"{name}: {error.msg}") from error


def _texts(document: etree._Element, notes: etree._Element | None) -> Iterator[str]:
    """The texts of the body; the footnotes of a block follow it, those of a caption its table, each behind
    the mark that stands for it."""
    words = {} if notes is None else {str(note.get(f"{_W}id")): " ".join(_rows(note)) for note in notes}
    marks = _marked(document)
    waiting: list[str] = []
    for block in document.iterfind(f"{_W}body/*"):
        if block.tag != f"{_W}tbl":
            yield from waiting
            waiting = []
        yield from _rows((block,))
        waiting += [f"{marks[id]} {words.get(id, '').strip()}" for id in _references(block)]
    yield from waiting


def _marked(document: etree._Element) -> dict[str, str]:
    """The marks of footnotes by their ids, as Word counts them; each is put where it is seen."""
    marks: dict[str, str] = {}
    for reference in list(document.iter(f"{_W}footnoteReference")):
        mark = marks.setdefault(str(reference.get(f"{_W}id")), raised(len(marks) + 1))
        seen = etree.Element(f"{_W}t")
        seen.text = mark
        reference.addnext(seen)
    return marks


def _references(block: etree._Element) -> Iterator[str]:
    return (str(reference.get(f"{_W}id")) for reference in block.iter(f"{_W}footnoteReference"))


def _in_order(name: str) -> tuple[int, str]:
    return len(name), name


def _rows(element: Iterable[etree._Element]) -> Iterator[str]:
    """The texts of paragraphs and of table rows below an element, the empty ones left out."""
    for child in element:
        if child.tag == f"{_W}p":
            text = "".join(_text(child))
            if text.strip():
                yield text
        elif child.tag == f"{_W}tr":
            text = CELLS.join(part for cell in child.iter(f"{_W}tc") for part in _rows(cell))
            if text.strip():
                yield text
        elif child.tag not in _UNSEEN and not _is_contents(child):
            yield from _rows(child)


def _is_contents(element: etree._Element) -> bool:
    """A list of contents, which repeats the headings."""
    return element.tag == f"{_W}sdt" and element.find(f"{_W}sdtPr/{_W}docPartObj") is not None


def _text(element: etree._Element) -> Iterator[str]:
    for child in element:
        if child.tag == f"{_W}t":
            yield child.text or ""
        elif child.tag in _SIGNS and element.tag == f"{_W}r":
            yield _SIGNS[child.tag]
        elif child.tag not in _UNSEEN:
            yield from _text(child)


def _chart_words(chart: etree._Element) -> Iterator[str]:
    """Titles, labels and values as printed, each once; then the names of the bars as Word keeps them."""
    seen: dict[str, None] = {}
    for paragraph in chart.iter(f"{_A}p"):
        seen.setdefault("".join(run.text or "" for run in paragraph.iter(f"{_A}t")))
    for cache in chart.iter(f"{_C}strCache"):
        seen.update(dict.fromkeys(value.text or "" for value in cache.iter(f"{_C}v")))
    yield from (words for words in seen if words.strip())
