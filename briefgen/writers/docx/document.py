"""A Report in a Style -> the bytes of a DOCX: a slim letterhead filled with styled paragraphs, tables and charts."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from briefgen.blocks import Report
from briefgen.templating import Style
from briefgen.writers.docx.body import write_body
from briefgen.writers.docx.comments import add_comments
from briefgen.writers.docx.draft import Draft, word_locale
from briefgen.writers.docx.footnotes import add_footnotes
from briefgen.writers.docx.ledger import Ledger, add_ledger, ledger_from, ledger_of_draft, ledger_words
from briefgen.writers.docx.markup import NOTHING, Xml, join, printable
from briefgen.writers.docx.opened import open_letterhead
from briefgen.writers.docx.parts import Parts
from briefgen.writers.docx.places import MARKING, MARKING_BELOW, PAGE_OF, RUNNING
from briefgen.writers.docx.properties import set_properties
from briefgen.writers.docx.restart import add_lists
from briefgen.writers.docx.typeface import style_for_word
from briefgen.writers.docx.wordprocessing import field, run

NO_PAGES: Mapping[str, int] = MappingProxyType({})
_APART = " · "  # between a marking and the word that the paper is a draft


def write_docx(report: Report, style: Style, pages: Mapping[str, int] = NO_PAGES) -> bytes:
    """The DOCX of one edition; the same report, style and letterhead give the same bytes. `pages` of anchors, as another writer laid them
    out, fill the list of contents, which is left out without them."""
    draft, body = _written(report, style, pages)
    parts, document = draft.parts, draft.parts.letterhead.document
    parts.put(document.name, document.filled(body))
    add_comments(report, draft)
    add_ledger(ledger_of_draft(report, draft, body), parts)
    _fill_margins(report, draft)
    add_lists(parts, draft.lists)
    set_properties(report, parts, locale=draft.locale)
    return parts.packed()


def ledger_of(report: Report, style: Style) -> Ledger:
    """What the DOCX of a report tells of itself: its slots and their texts."""
    draft, body = _written(report, style, NO_PAGES)
    return ledger_from(printable(ledger_words(ledger_of_draft(report, draft, body))))


def _written(report: Report, style: Style, pages: Mapping[str, int]) -> tuple[Draft, Xml]:
    """The draft with all that the body needs beside it, and the body."""
    parts = Parts(open_letterhead(style.letterhead, word_locale(report.locale)))
    draft = Draft(report, style_for_word(style), parts)
    body = write_body(report, draft, pages)
    add_footnotes(draft)
    return draft, body


def _fill_margins(report: Report, draft: Draft) -> None:
    """The tagged places of header and footer. That the paper is a draft stands beside the marking, where the PDF has it across the page."""
    above = _APART.join(filter(None, (report.head.marking, report.head.status)))
    content = {
        MARKING: run(above, locale=draft.locale),
        MARKING_BELOW: run(report.head.marking if report.head.marking_at_foot else "", locale=draft.locale),
        RUNNING: run(report.running, locale=draft.locale),
        PAGE_OF: _page_of(report.page_of, draft.locale),
    }
    for name, margin in draft.parts.letterhead.margins.items():
        draft.parts.put(name, margin.filled(content))


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
