"""Headings and their pages -> a list of contents as Word has it: a field that Word can bring up to date, filled in beforehand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from briefgen.blocks import Block, Control, Heading
from briefgen.writers.docx.draft import Draft
from briefgen.writers.docx.markup import NOTHING, Xml, element, join, text, val
from briefgen.writers.docx.slots import bookmark_name
from briefgen.writers.docx.wordprocessing import field, internal_link, paragraph, run, tab

_DEEPEST = 2
# Levels 1 and 2 with links, by outline levels too, no numbers in a browser's view (ISO 29500-1, 17.16.5.68).
_INSTRUCTION = rf'TOC \o "1-{_DEEPEST}" \h \z \u'


@dataclass(frozen=True, slots=True)
class _Entry:
    """A line: level, words, the bookmark it leads to, the page."""

    level: int
    words: str
    bookmark: str | None
    page: int


def write_contents(title: str, blocks: Sequence[Block], pages: Mapping[str, int], draft: Draft) -> Xml:
    """The title and a line a heading, on a new page; nothing where no page is known."""
    entries = list(_entries(blocks, pages, draft))
    if not entries:
        return NOTHING
    last = len(entries) - 1
    lines = [_line(entry, draft, is_first=not number, is_last=number == last) for number, entry in enumerate(entries)]
    gallery = element("w:docPartObj", None, val("w:docPartGallery", "Table of Contents"), element("w:docPartUnique"))
    properties = element("w:sdtPr", None, val("w:id", draft.control_number("contents")), gallery)
    head = paragraph("TOCHeading", run(title, locale=draft.locale), start_page=True)
    return element("w:sdt", None, properties, element("w:sdtContent", None, head, *lines))


def _entries(blocks: Sequence[Block], pages: Mapping[str, int], draft: Draft) -> Iterator[_Entry]:
    """Headings, and the labels of controls, which are headings to a reader: no writer tells their page, so they have the one before."""
    page = 0
    for block in blocks:
        if isinstance(block, Heading) and block.level <= _DEEPEST and block.anchor in pages:
            page = pages[block.anchor]
            words = f"{block.number} {block.text}" if block.number else block.text
            yield _Entry(block.level, words, draft.target(block.anchor), page)
        elif isinstance(block, Control) and block.label and page:
            yield _Entry(1, block.label, bookmark_name(block.tag), page)


def _line(entry: _Entry, draft: Draft, *, is_first: bool, is_last: bool) -> Xml:
    """The words, dots, the page: a field inside the link, so that Word can count again. The first opens the list, the last closes it."""
    number = field(f"PAGEREF {entry.bookmark} \\h", str(entry.page), locale=draft.locale)
    shown = join((run(entry.words, locale=draft.locale), tab(), number))
    opening = join((_sign("begin"), _instruction(), _sign("separate"))) if is_first else NOTHING
    link = internal_link(entry.bookmark, shown) if entry.bookmark else shown
    return paragraph(f"TOC{entry.level}", opening, link, _sign("end") if is_last else NOTHING)


def _sign(kind: str) -> Xml:
    return element("w:r", None, element("w:fldChar", {"w:fldCharType": kind}))


def _instruction() -> Xml:
    return element("w:r", None, element("w:instrText", {"xml:space": "preserve"}, text(f" {_INSTRUCTION} ")))
