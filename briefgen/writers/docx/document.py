"""A Report in a Style -> the bytes of a DOCX: a slim letterhead filled with styled paragraphs, tables and charts."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from briefgen.blocks import Report
from briefgen.diagnostics import UsageError
from briefgen.templating import Style, find_letterhead
from briefgen.writers.docx.body import write_body
from briefgen.writers.docx.comments import add_comments
from briefgen.writers.docx.draft import Draft
from briefgen.writers.docx.footnotes import add_footnotes, first_free_number
from briefgen.writers.docx.house_styles import take_styles_by_name
from briefgen.writers.docx.ledger import LEDGER, Ledger, add_ledger, ledger_from
from briefgen.writers.docx.letterhead import MARKING, MARKING_BELOW, PAGE_OF, RUNNING
from briefgen.writers.docx.markup import NOTHING, Xml, element, join, part, root
from briefgen.writers.docx.package import save
from briefgen.writers.docx.properties import set_properties
from briefgen.writers.docx.typeface import style_for_word
from briefgen.writers.docx.wordprocessing import field, run

if TYPE_CHECKING:
    from docx.document import Document
    from lxml.etree import _Element

_CURE = "make one with `python -m briefgen.writers.docx.letterhead STYLE.toml LETTERHEAD.docx` and change that"
_HEADER_OR_FOOTER = ("header", "footer")
_SIGNS = {"ru-RU": (",", ";"), "en-GB": (".", ",")}  # decimal mark and list separator of formulas in Word's tables
_SOLID = ".//w:t | .//w:drawing | .//w:pict | .//w:sectPr"


def write_docx(report: Report, style: Style, pages: Mapping[str, int] = MappingProxyType({})) -> bytes:
    """The DOCX of one edition; the same report, style and letterhead give the same bytes. `pages` of anchors, as another writer laid them
    out, fill the list of contents, which is left out without them."""
    document = _open_letterhead(style)
    draft = Draft(report, style_for_word(style), document, first_footnote=first_free_number(document))
    filled = _filled(document, write_body(report, draft, pages))
    add_footnotes(draft)
    add_comments(report, draft)
    add_ledger(report, draft, filled)
    _fill_margins(report, draft)
    _set_language(document, draft.locale)
    set_properties(report, document, locale=draft.locale)
    return save(document.part.package, {str(document.part.partname): part(filled)})


def ledger_of(report: Report, style: Style) -> Ledger:
    """What the DOCX of a report tells of itself: its slots and their texts."""
    import docx
    from lxml import etree

    package = docx.Document(io.BytesIO(write_docx(report, style))).part.package
    part = next(part for part in package.iter_parts() if str(part.partname) == LEDGER)
    return ledger_from(etree.fromstring(part.blob).text or "")


def _open_letterhead(style: Style) -> Document:
    """The letterhead of the style, checked for the styles that a brief is written in."""
    path = find_letterhead(style.letterhead)
    document = _read(path)
    if missing := take_styles_by_name(document, style):
        raise UsageError(f"{path}: the letterhead lacks the styles {', '.join(missing)}; {_CURE}")
    return document


def _read(path: Path) -> Document:
    import docx
    from docx.opc.exceptions import OpcError
    from lxml.etree import XMLSyntaxError

    content = io.BytesIO(path.read_bytes())
    try:
        return docx.Document(content)
    except (zipfile.BadZipFile, OpcError, XMLSyntaxError, KeyError, ValueError) as error:
        raise UsageError(f"{path}: this is no Word file that a brief can be written on ({error}); {_CURE}") from error


def _filled(document: Document, body: Xml) -> Xml:
    """The letterhead's document with the body before its last section properties; its blank paragraphs give way.

    It stays text: made a tree, only to be written out again, it takes a quarter of the whole time.
    """
    from docx.oxml.ns import qn
    from lxml.etree import tostring

    *own, section = document.element.body
    kept = [child for child in own if child.tag != qn("w:p") or child.xpath(_SOLID)]
    before, after = ("".join(tostring(child, encoding="unicode") for child in children) for children in (kept, (section,)))
    return root("w:document", "w r wp", element("w:body", None, Xml(before), body, Xml(after)))


def _fill_margins(report: Report, draft: Draft) -> None:
    """The tagged places of header and footer; a paragraph whose places are all empty goes, the last of its part apart."""
    content = {
        MARKING: run(report.head.marking, locale=draft.locale),
        MARKING_BELOW: run(report.head.marking if report.head.marking_at_foot else "", locale=draft.locale),
        RUNNING: run(report.running, locale=draft.locale),
        PAGE_OF: _page_of(report.page_of, draft.locale),
    }
    for relation in draft.document.part.rels.values():
        if not relation.is_external and relation.reltype.rpartition("/")[2] in _HEADER_OR_FOOTER:
            _fill_places(relation.target_part.element, content)


def _fill_places(margin: _Element, content: dict[str, Xml]) -> None:
    from docx.oxml import parse_xml
    from docx.oxml.ns import qn

    for place in list(margin.iter(qn("w:sdt"))):
        tag = next((str(found.get(qn("w:val"))) for found in place.iter(qn("w:tag"))), "")
        paragraph = place.getparent()
        if tag not in content or paragraph is None:
            continue
        for piece in list(parse_xml(root("w:p", "w", content[tag]))):
            place.addprevious(piece)
        paragraph.remove(place)
        if paragraph.find(qn("w:r")) is None and len(margin.findall(qn("w:p"))) > 1:
            margin.remove(paragraph)


def _page_of(pattern: str, locale: str) -> Xml:
    """`Page {page} of {pages}` with the fields that Word counts."""
    before, _, rest = pattern.partition("{page}")
    between, _, after = rest.partition("{pages}")
    counts = {"PAGE": "1", "NUMPAGES": "1"}
    page, pages = (field(name, shown, locale=locale) for name, shown in counts.items())
    return join(
        (
            run(before, locale=locale),
            page if "{page}" in pattern else NOTHING,
            run(between, locale=locale),
            pages if "{pages}" in pattern else NOTHING,
            run(after, locale=locale),
        )
    )


def _set_language(document: Document, locale: str) -> None:
    """The language of whatever a person will type, and the decimal mark that goes with it."""
    from docx.oxml.ns import qn

    for language in document.styles.element.xpath("w:docDefaults/w:rPrDefault/w:rPr/w:lang"):
        language.set(qn("w:val"), locale)
        language.set(qn("w:eastAsia"), locale)
    decimal, separator = _SIGNS.get(locale, _SIGNS["en-GB"])
    settings = {"w:themeFontLang": locale, "w:decimalSymbol": decimal, "w:listSeparator": separator}
    for name, value in settings.items():
        for setting in document.settings.element.findall(qn(name)):
            setting.set(qn("w:val"), value)
