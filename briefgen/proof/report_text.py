"""A Report -> the passages that a finished file of it has to hold, in reading order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import singledispatch
from itertools import pairwise, zip_longest

from briefgen import blocks
from briefgen.blocks import Block, Chart, Figure, Head, Inline, LineBreak, Report
from briefgen.proof.passage import Passage


@dataclass(frozen=True, slots=True)
class Order:
    """What a format and a style decide. A draft (DOCX) has prompts in its empty controls, leaves the numbers of lists to Word and keeps a
    chart's words apart. `kind_first`: addressee and kind stand above the date (a centred head), not below it (beside a bar).
    `note_first`: a chart's note stands above its key. `by_lines`: organisation and date stand on one line, unit and number on the next.
    `place_first`: the place stands before the number."""

    is_draft: bool
    kind_first: bool
    note_first: bool
    by_lines: bool = False
    place_first: bool = False


def order_of(found: Sequence[Passage], report: Report, *, is_draft: bool) -> Order:
    """The order in which a file has what may stand in either."""
    notes = [(text_of(chart.note), chart.scale_note) for chart in charts_of(report) if chart.note]
    head, date = report.head, next(filter(None, _dating(report.head)), "")
    return Order(
        is_draft,
        kind_first=_stands_before(found, head.kind or head.addressee, date),
        note_first=any(_stands_before(found, *pair) for pair in notes),
        by_lines=_stands_before(found, date, head.department),
        place_first=_stands_before(found, head.place, head.number),
    )


def _stands_before(found: Sequence[Passage], one: str, other: str) -> bool:
    """Whether both are there in this order."""
    if not one or not other:
        return False
    return _place(found, one) < _place(found, other)


def _place(found: Sequence[Passage], words: str) -> tuple[int, int]:
    """The passage that has the words and where in it, capitals and spaces aside; behind all of them where none has."""
    wanted = "".join(words.casefold().split())
    places = ((number, "".join(passage.text.casefold().split()).find(wanted)) for number, passage in enumerate(found))
    return next((place for place in places if place[1] >= 0), (len(found), 0))


def report_passages(report: Report, order: Order) -> tuple[Passage, ...]:
    """The words of the head and of all blocks."""
    passages = [Passage("head", words) for words in _head(report, order)]
    place = "head"
    for block in report.blocks:
        if isinstance(block, blocks.Heading):
            place = f"part “{block.number} {block.text}”" if block.number else f"part “{block.text}”"
        passages += [Passage(place, words) for words in _words(block, order)]
    return tuple(passages)


def repeated_heads(report: Report) -> tuple[str, ...]:
    """The head rows of tables, which a table over several pages prints again."""
    return tuple(" ".join(column.head for column in block.columns) for block in report.blocks if isinstance(block, blocks.Table))


def limits_section(report: Report) -> tuple[str, str]:
    """The headings of the section on limits and of what follows it; two empty ones where a profile has no such section."""
    headings = [block for block in report.blocks if isinstance(block, blocks.Heading)]
    for heading, following in pairwise([*headings, blocks.Heading(1, "", "", "")]):
        if heading.anchor == "limits":
            return f"{heading.number} {heading.text}", f"{following.number} {following.text}"
    return "", ""


def charts_of(report: Report) -> tuple[Chart, ...]:
    """The charts in order."""
    return tuple(block for block in report.blocks if isinstance(block, Chart))


def chart_words(chart: Chart) -> Iterator[str]:
    """Panel titles, labels and values as printed."""
    for panel in chart.panels:
        yield panel.title
        for bar in panel.bars:
            yield f"{bar.label} {bar.value_text}"


def _head(report: Report, order: Order) -> Iterator[str]:
    head = report.head
    names: tuple[str, ...] = (head.organisation, head.department)
    dating = (head.date, head.place, head.number) if order.place_first else _dating(head)
    if order.by_lines:
        pairs = zip_longest(filter(None, names), filter(None, dating), fillvalue="")
        names, dating = tuple(words for pair in pairs for words in pair), ()
    below = (head.addressee, head.kind, *dating) if order.kind_first else (*dating, head.addressee, head.kind)
    yield from filter(None, (head.marking, head.copy, head.status, *names, *below, head.title))
    yield text_of(head.basis)


def _dating(head: Head) -> tuple[str, ...]:
    return head.date, head.number, head.place


@singledispatch
def _words(block: Block, order: Order) -> Iterator[str]:
    raise TypeError(f"no text for {type(block).__name__}")


@_words.register
def _heading(block: blocks.Heading, order: Order) -> Iterator[str]:
    yield f"{block.number} {block.text}"


@_words.register
def _paragraph(block: blocks.Paragraph, order: Order) -> Iterator[str]:
    yield text_of(block.inlines)


@_words.register
def _listing(block: blocks.Listing, order: Order) -> Iterator[str]:
    is_numbered = block.role in ("points", "numbered") and not order.is_draft
    for number, item in enumerate(block.items, 1):
        yield f"{number} {text_of(item.inlines)}" if is_numbered else text_of(item.inlines)


@_words.register
def _table(block: blocks.Table, order: Order) -> Iterator[str]:
    yield block.marked_title
    yield from (column.head for column in block.columns)
    for row in block.rows:
        yield from map(text_of, row.cells)
    yield " ".join(f"{note.text} {text_of(note.inlines)}" for note in blocks.footnotes_of(block))


@_words.register
def _quotation(block: blocks.Quotation, order: Order) -> Iterator[str]:
    yield text_of(block.inlines)
    yield block.original.text if block.original else ""
    yield text_of(block.attribution)


@_words.register
def _chart(block: blocks.Chart, order: Order) -> Iterator[str]:
    yield block.title
    kinds = {bar.solid for panel in block.panels for bar in panel.bars}
    key = " ".join([block.solid_key] * (True in kinds) + [block.hollow_key] * (False in kinds) + [block.scale_note])
    yield from () if order.is_draft else chart_words(block)
    yield from (text_of(block.note), key) if order.note_first else (key, text_of(block.note))


@_words.register
def _timeline(block: blocks.Timeline, order: Order) -> Iterator[str]:
    for moment in block.moments:
        yield f"{moment.date} {text_of(moment.inlines)}"
    yield "" if all(moment.happened for moment in block.moments) else block.expected_key


@_words.register
def _control(block: blocks.Control, order: Order) -> Iterator[str]:
    if block.inlines or order.is_draft:
        yield f"{block.label} {text_of(block.inlines) or block.prompt}"


@_words.register
def _page_break(block: blocks.PageBreak, order: Order) -> Iterator[str]:
    return iter(())


@_words.register
def _signature(block: blocks.Signature, order: Order) -> Iterator[str]:
    yield from filter(None, (block.post, block.name, block.executor))


def text_of(inlines: Iterable[Inline]) -> str:
    """The words of inlines as a reader sees them."""
    return "".join(_inline(inline) for inline in inlines)


def _inline(inline: Inline) -> str:
    if isinstance(inline, LineBreak):
        return "\n"
    if isinstance(inline, Figure):
        return inline.qualifier + inline.integer + inline.fraction
    return inline.text
