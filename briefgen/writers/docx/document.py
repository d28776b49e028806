"""A Report in a Style -> the bytes of a DOCX: a slim letterhead filled with styled paragraphs, tables and charts."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from briefgen.blocks import Report
from briefgen.diagnostics import UsageError
from briefgen.templating import Style, find_letterhead
from briefgen.writers.docx.body import write_body
from briefgen.writers.docx.draft import Draft
from briefgen.writers.docx.letterhead import MARKING, PAGE_OF, RUNNING
from briefgen.writers.docx.markup import NOTHING, Xml, join, root
from briefgen.writers.docx.package import save
from briefgen.writers.docx.properties import set_properties
from briefgen.writers.docx.styles import character_styles, paragraph_styles
from briefgen.writers.docx.wordprocessing import field, run

if TYPE_CHECKING:
    from docx.document import Document
    from lxml.etree import _Element

_HEADER_OR_FOOTER = ("header", "footer")


def write_docx(report: Report, style: Style) -> bytes:
    """The DOCX of one edition; the same report, style and letterhead give the same bytes."""
    document = _open_letterhead(style)
    draft = Draft(report, style, document)
    _append(document, write_body(report, draft))
    _fill_margins(report, draft)
    _set_language(document, report.locale)
    set_properties(report, document)
    return save(document.part.package)


def _open_letterhead(style: Style) -> Document:
    """The letterhead of the style, checked for the styles that a brief is written in."""
    import docx

    path = find_letterhead(style.letterhead)
    document = docx.Document(io.BytesIO(path.read_bytes()))
    present = {str(value) for value in document.styles.element.xpath("w:style/@w:styleId")}
    wanted = {entry.id for entry in (*paragraph_styles(style), *character_styles(style))} | {"BriefTable", "TimelineTable"}
    if missing := sorted(wanted - present):
        raise UsageError(
            f"{path}: the letterhead lacks the styles {', '.join(missing)}; make one with "
            "`python -m briefgen.writers.docx.letterhead STYLE.toml LETTERHEAD.docx` and change that"
        )
    return document


def _append(document: Document, body: Xml) -> None:
    """The body before the letterhead's last section properties; blank paragraphs of the letterhead give way."""
    from docx.oxml import parse_xml
    from docx.oxml.ns import qn

    target = document.element.body
    for blank in target.findall(qn("w:p")):
        if not blank.xpath(".//w:t | .//w:drawing | .//w:pict | .//w:sectPr"):
            target.remove(blank)
    section = target[-1]
    for child in list(parse_xml(root("w:body", "w r wp", body))):
        section.addprevious(child)


def _fill_margins(report: Report, draft: Draft) -> None:
    """The tagged places of header and footer; a paragraph whose places are all empty goes, the last of its part apart."""
    content = {
        MARKING: run(report.head.marking, locale=draft.locale),
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
        tag = next((str(element.get(qn("w:val"))) for element in place.iter(qn("w:tag"))), "")
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

    for element in document.styles.element.xpath("w:docDefaults/w:rPrDefault/w:rPr/w:lang"):
        element.set(qn("w:val"), locale)
        element.set(qn("w:eastAsia"), locale)
    settings = document.settings.element
    signs = {"w:themeFontLang": locale, "w:decimalSymbol": "," if locale == "ru-RU" else ".", "w:listSeparator": ";" if locale == "ru-RU" else ","}
    for name, value in signs.items():
        for element in settings.findall(qn(name)):
            element.set(qn("w:val"), value)
