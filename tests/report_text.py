"""A Report -> readable text, so that a golden shows every word of an edition and a diff shows what changed."""

from __future__ import annotations

from collections.abc import Iterator
from functools import singledispatch

from briefgen import blocks
from briefgen.blocks import Block, Figure, Inline, LineBreak, Report


def text_of(report: Report) -> str:
    """One line a paragraph, an item or a row; no-break spaces are shown as ⍽, because they are part of the promise."""
    head = report.head
    requisites = (
        head.marking,
        head.organisation,
        head.department,
        head.addressee,
        head.kind,
        head.date,
        head.number,
        head.place,
        head.title,
    )
    lines = [*filter(None, requisites), _inlines(head.basis)]
    for block in report.blocks:
        lines += lines_of(block)
    return "\n".join(line.rstrip() for line in lines).replace("\u00a0", "⍽") + "\n"


@singledispatch
def lines_of(block: Block) -> Iterator[str]:
    """The lines of a block, after an empty one where a reader wants it."""
    raise TypeError(f"no text for {type(block).__name__}")


@lines_of.register
def _heading(block: blocks.Heading) -> Iterator[str]:
    yield ""
    yield f"{'#' * block.level} {block.number} {block.text}".replace("  ", " ")


@lines_of.register
def _paragraph(block: blocks.Paragraph) -> Iterator[str]:
    yield _inlines(block.inlines)


@lines_of.register
def _listing(block: blocks.Listing) -> Iterator[str]:
    for number, item in enumerate(block.items, 1):
        yield f"{number}) {_inlines(item.inlines)}" if block.role in {"points", "numbered"} else f"- {_inlines(item.inlines)}"


@lines_of.register
def _table(block: blocks.Table) -> Iterator[str]:
    yield from filter(None, (block.marked_title,))
    yield f"[table {block.name}: {block.description}]"
    yield " | ".join(column.head for column in block.columns)
    for row in block.rows:
        yield " | ".join(_inlines(cell) for cell in row.cells)
    yield from (f"{note.text} {_inlines(note.inlines)}" for note in blocks.footnotes_of(block))


@lines_of.register
def _quotation(block: blocks.Quotation) -> Iterator[str]:
    yield f"> {_inlines(block.inlines)}"
    yield f"> — {_inlines(block.attribution)}"
    if block.original:
        yield f"> ({block.original.text})"


@lines_of.register
def _chart(block: blocks.Chart) -> Iterator[str]:
    yield f"[chart: {block.alternative}]"
    for panel in block.panels:
        yield panel.title
        for bar in panel.bars:
            yield f"  {'█' if bar.solid else '░'} {bar.label}: {bar.value_text}"
    yield _inlines(block.note)


@lines_of.register
def _timeline(block: blocks.Timeline) -> Iterator[str]:
    for moment in block.moments:
        yield f"{'●' if moment.happened else '○'} {moment.date}: {_inlines(moment.inlines)}"


@lines_of.register
def _control(block: blocks.Control) -> Iterator[str]:
    yield f"[{block.label}: {_inlines(block.inlines) or block.prompt}]"


@lines_of.register
def _page_break(_: blocks.PageBreak) -> Iterator[str]:
    yield ""
    yield "=" * 20


@lines_of.register
def _signature(block: blocks.Signature) -> Iterator[str]:
    yield f"{block.post} ____ {block.name} {block.executor}".strip()


def _inlines(inlines: tuple[Inline, ...]) -> str:
    return "".join(_inline(inline) for inline in inlines)


def _inline(inline: Inline) -> str:
    if isinstance(inline, LineBreak):
        return " / "
    if isinstance(inline, Figure):
        return inline.qualifier + inline.integer + inline.fraction
    return inline.text
