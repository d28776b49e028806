"""A report's comments -> a list to tick off, an annex of the Word draft: what a person has to look at, section by section."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from briefgen.blocks import (
    Block,
    Comment,
    Foreign,
    Heading,
    Inlines,
    Listing,
    ListItem,
    Moment,
    PageBreak,
    Report,
    Row,
    Strong,
    Table,
    Text,
    Timeline,
)
from briefgen.formatting.text import quote
from briefgen.translation.catalogs import catalog


def with_checklist(report: Report) -> Report:
    """The report with the annex; without comments the same."""
    items = tuple(ListItem(inlines, ids=(f"checklist/{number}",)) for number, inlines in enumerate(_lines(report), start=1))
    if not items:
        return report
    words = catalog(report.language)
    last = max((number for number, block in enumerate(report.blocks) if isinstance(block, PageBreak)), default=0)
    annex = sum(isinstance(block, Heading) and block.level == 1 for block in report.blocks[last:]) + 1
    title = f"{words.text('Annex')}\u00a0{annex}. {words.text('To be checked')}"
    head = Heading(1, "", title, "checklist", ids=("heading/checklist",))
    return replace(report, blocks=(*report.blocks, head, Listing(items, "checklist")))


def _lines(report: Report) -> Iterator[Inlines]:
    """The comments in the order of their items, each with its section."""
    sections = dict(_sections(report.blocks))
    places = {id: number for number, id in enumerate(sections)}
    for comment in sorted(report.comments, key=lambda comment: places.get(_item(comment, sections), -1)):
        section = sections.get(_item(comment, sections), "")
        head = (Strong(f"{section}. "),) if section else ()
        if comment.language:
            yield (*head, Text(comment.text + " "), Foreign(quote(comment.sentence, comment.language), comment.language))
        else:
            yield (*head, Text(" ".join(filter(None, (comment.text, comment.sentence and quote(comment.sentence, report.language))))))


def _item(comment: Comment, sections: dict[str, str]) -> str:
    """The item of a comment, which may name a slot of it."""
    return comment.id if comment.id in sections else comment.id.rpartition("/")[0]


def _sections(blocks: tuple[Block, ...]) -> Iterator[tuple[str, str]]:
    section = ""
    for block in blocks:
        if isinstance(block, Heading):
            section = block.text
        children: tuple[Row | ListItem | Moment, ...] = ()
        if isinstance(block, Table):
            children = block.rows
        elif isinstance(block, Listing | Timeline):
            children = block.items if isinstance(block, Listing) else block.moments
        for ids in (getattr(block, "ids", ()), *(item.ids for item in children)):
            yield from ((id, section) for id in ids)
