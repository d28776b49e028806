"""Blocks of a report -> the body of a document; one function a block, in the order of the report."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from briefgen.blocks import (
    Block,
    Chart,
    Control,
    Heading,
    Inlines,
    Listing,
    PageBreak,
    Paragraph,
    Quotation,
    Report,
    Signature,
    Table,
    Timeline,
)
from briefgen.writers.docx.charts import write_chart
from briefgen.writers.docx.contents import write_contents
from briefgen.writers.docx.draft import Draft
from briefgen.writers.docx.head import write_head
from briefgen.writers.docx.inlines import write_inlines
from briefgen.writers.docx.markup import NOTHING, Xml, join
from briefgen.writers.docx.slots import CONTROL, TEXT, Slot, bookmark_name, plain
from briefgen.writers.docx.tables import write_table
from briefgen.writers.docx.timeline import write_timeline
from briefgen.writers.docx.wordprocessing import bookmark, content_control, paragraph, run, tab

_ANNEXES = 2  # the page break before them, after the one between page one and the body
_PARAGRAPHS = {"body": "BodyText", "lead": "Lead", "note": "Note", "small": "Small"}
_LISTS = {"points": "KeyPoint", "numbered": "ListNumber", "bullets": "ListBullet", "checklist": "Checklist"}


def write_body(report: Report, draft: Draft, pages: Mapping[str, int]) -> Xml:
    """Head and all blocks. The list of contents stands before the annexes: page one has to hold the brief, and the body its pages."""
    contents = write_contents(report.contents_title, report.blocks, pages, draft)
    return join((write_head(report.head, draft), *_blocks(report.blocks, draft, contents)))


def _blocks(blocks: tuple[Block, ...], draft: Draft, contents: Xml) -> Iterator[Xml]:
    before: Block | None = None
    start_page = False
    breaks = 0
    for block in blocks:
        if isinstance(block, PageBreak):
            start_page = True
            breaks += 1
            if breaks == _ANNEXES and contents:
                yield contents
                before, start_page = None, False
            continue
        if isinstance(before, Table | Timeline) and _starts_with_table(block):
            yield paragraph("Separator")  # without it Word makes one table of two
        if isinstance(block, Heading):
            yield _heading(block, draft, start_page=start_page, is_flush=isinstance(before, Heading))
        else:
            yield write_block(block, draft, start_page=start_page)
        before, start_page = block, False


def _starts_with_table(block: Block) -> bool:
    match block:
        case Table(caption=words) | Chart(title=words):
            return not words
        case _:
            return isinstance(block, Timeline)


def write_block(block: Block, draft: Draft, *, start_page: bool = False) -> Xml:
    """One block; `start_page` puts it on a new page."""
    match block:
        case Heading():
            return _heading(block, draft, start_page=start_page, is_flush=False)
        case Paragraph():
            return _paragraph(block, draft, start_page=start_page)
        case Listing():
            return _listing(block, draft, start_page=start_page)
        case Table():
            return write_table(block, draft, start_page=start_page)
        case Quotation():
            return _quotation(block, draft, start_page=start_page)
        case Chart():
            return write_chart(block, draft, start_page=start_page)
        case Timeline():
            return write_timeline(block, draft, start_page=start_page)
        case Control():
            return _control(block, draft, start_page=start_page)
        case Signature():
            return _signature(block, draft, start_page=start_page)
        case PageBreak():
            return NOTHING


def _heading(heading: Heading, draft: Draft, *, start_page: bool, is_flush: bool) -> Xml:
    """A heading right below another has only that one's space: Word adds up what two paragraphs ask for."""
    draft.section = heading.text
    number = f"{heading.number} " if heading.number else ""
    before = draft.label(heading.label) if heading.label else run(number, locale=draft.locale)
    content = run(heading.text, locale=draft.locale)
    if heading.ids:
        prefix = f"{heading.label.word} {heading.label.sign} " if heading.label else number
        content = draft.slot(Slot(heading.ids[0], heading.ids[0], TEXT, heading.text, draft.where(), prefix=prefix), content)
    words = bookmark(draft.place(heading.anchor), before, content)
    return paragraph(f"Heading{heading.level}", words, start_page=start_page, is_flush=is_flush)


def _slotted(ids: tuple[str, ...], inlines: Inlines, content: Xml, draft: Draft) -> Xml:
    """A paragraph's words in the control of the item they are."""
    return draft.slot(Slot(ids[0], ids[0], TEXT, plain(inlines), draft.where()), content) if ids and inlines else content


def _paragraph(block: Paragraph, draft: Draft, *, start_page: bool) -> Xml:
    words = write_inlines(block.inlines, draft, is_small=block.role != "body")
    content = bookmark(draft.place(block.anchor), _slotted(block.ids, block.inlines, words, draft))
    return paragraph(_PARAGRAPHS[block.role], content, start_page=start_page)


def _listing(listing: Listing, draft: Draft, *, start_page: bool) -> Xml:
    """Key points stand in the type of running text, all other lists in that of tables."""
    numbering = draft.start_list(listing.role) if listing.items else None
    words = (write_inlines(item.inlines, draft, is_small=listing.role != "points") for item in listing.items)
    return join(
        paragraph(
            _LISTS[listing.role],
            bookmark(draft.place(item.anchor), _slotted(item.ids, item.inlines, content, draft)),
            start_page=start_page and not number,
            numbering=numbering,
        )
        for number, (item, content) in enumerate(zip(listing.items, words, strict=True))
    )


def _quotation(quotation: Quotation, draft: Draft, *, start_page: bool) -> Xml:
    content = write_inlines(quotation.inlines, draft, is_small=True)
    words = bookmark(draft.place(quotation.anchor), _slotted(quotation.ids, quotation.inlines, content, draft))
    original = quotation.original
    below = paragraph("Original", run(original.text, style="Foreign", locale=draft.locale_of(original.language))) if original else NOTHING
    source = paragraph("QuoteSource", write_inlines(quotation.attribution, draft, is_small=True))
    return join((paragraph("Quote", words, start_page=start_page), below, source))


def _control(control: Control, draft: Draft, *, start_page: bool) -> Xml:
    """A label where it has one of its own, and below it the place to write in: the person's words, or a prompt that Word takes away
    at the first letter."""
    label = paragraph("ControlLabel", run(control.label, locale=draft.locale), start_page=start_page) if control.label else NOTHING
    prompt = run(_in_brackets(control.prompt), style="PlaceholderText", locale=draft.locale)
    words = write_inlines(control.inlines, draft) or prompt
    name = bookmark_name(control.tag)
    slot = Slot(control.tag, control.tag, CONTROL, plain(control.inlines) or _in_brackets(control.prompt), control.label)
    draft.slots.append(slot)
    marked = bookmark(draft.place_named(name), words)
    number = draft.control_number(control.tag)
    # About the words, not about the paragraph: LibreOffice shows the prompt of a control about whole paragraphs in the style of text.
    place = content_control(control.tag, control.label, number, marked, placeholder=not control.inlines)
    return Xml(label + paragraph("BodyText", place))


def _in_brackets(prompt: str) -> str:
    """A prompt as nobody would issue it.

    >>> _in_brackets("Enter text"), _in_brackets("[Enter text]")
    ('[Enter text]', '[Enter text]')
    """
    return prompt if prompt.startswith("[") else f"[{prompt}]"


def _signature(signature: Signature, draft: Draft, *, start_page: bool) -> Xml:
    """Post, a ruled space for the pen, name: tab stops of the style."""
    post, name = run(signature.post, locale=draft.locale), run(signature.name, locale=draft.locale)
    line = paragraph("Signature", post, tab(), tab(), tab(), name, start_page=start_page) if signature.post or signature.name else NOTHING
    executor = paragraph("Executor", run(signature.executor, locale=draft.locale)) if signature.executor else NOTHING
    return Xml(line + executor)
