"""A Report -> the words that its edition must hold, in reading order."""

from __future__ import annotations

from collections.abc import Iterator

from briefgen.blocks import (
    Block,
    Chart,
    Citations,
    Control,
    Figure,
    Heading,
    Inlines,
    LineBreak,
    Listing,
    Paragraph,
    Quotation,
    Report,
    Signature,
    Table,
    Timeline,
)


def block_words(report: Report) -> list[str]:
    """Words of the blocks; labels of lists and what a writer adds of its own are left out."""
    return " ".join(text for block in report.blocks for text in _texts(block)).split()


def inline_text(inlines: Inlines) -> str:
    """The text of a paragraph or cell on one line."""
    return "".join(_inline(inline) for inline in inlines)


def _inline(inline: object) -> str:
    if isinstance(inline, LineBreak):
        return " "
    if isinstance(inline, Figure):
        return inline.qualifier + inline.integer + inline.fraction
    return inline.text if isinstance(inline, Citations) else str(getattr(inline, "text", ""))


def _texts(block: Block) -> Iterator[str]:
    match block:
        case Heading():
            yield f"{block.number} {block.text}"
        case Paragraph():
            yield inline_text(block.inlines)
        case Listing():
            yield from (inline_text(item.inlines) for item in block.items)
        case Table():
            yield block.marked_title
            yield from (column.head for column in block.columns)
            yield from (inline_text(cell) for row in block.rows for cell in row.cells)
            yield from (f"{note.text} {inline_text(note.inlines)}" for note in block.notes)
        case Quotation():
            yield inline_text(block.inlines)
            yield block.original.text if block.original else ""
            yield inline_text(block.attribution)
        case Chart():
            yield from _chart(block)
        case Timeline():
            for moment in block.moments:
                yield moment.date
                yield inline_text(moment.inlines)
            yield block.expected_key if not all(moment.happened for moment in block.moments) else ""
        case Control():
            yield f"{block.label}. {inline_text(block.inlines)}" if block.inlines else ""
        case Signature():
            yield from (block.post, block.name, block.executor)


def _chart(chart: Chart) -> Iterator[str]:
    yield chart.title
    for panel in chart.panels:
        yield panel.title
        for bar in panel.bars:
            yield from (bar.label, bar.value_text)
    kinds = {bar.solid for panel in chart.panels for bar in panel.bars}
    yield from (key for solid, key in ((True, chart.solid_key), (False, chart.hollow_key)) if solid in kinds)
    yield from (chart.scale_note, inline_text(chart.note))
