"""What a person changed -> what a reader is told of it: marks, a row of the section on limits, the yardstick, what awaits translation."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from briefgen.blocks import (
    Block,
    Foreign,
    Heading,
    Inline,
    Inlines,
    LineBreak,
    Listing,
    ListItem,
    Mark,
    PageBreak,
    Paragraph,
    Row,
    Table,
    Text,
)
from briefgen.compose.rating import key_of_ratings
from briefgen.edits.edit import CHOICE, FIGURE, INSERT, TEXT, WRITTEN, Edit
from briefgen.formatting.text import quote
from briefgen.translation.catalogs import Catalog
from briefgen.writers.docx.slots import unify

NO_BREAK = "\u00a0"


def by_hand(words: Catalog) -> Inlines:
    """The mark of what a person corrected against its source."""
    return (Text(NO_BREAK), _mark("corrected by hand", words))


def in_the_original(text: str, language: str, words: Catalog) -> Inlines:
    """A person's words in the other edition: as they were written, marked as not translated."""
    inlines: list[Inline] = []
    for line in filter(None, map(str.strip, text.split("\n"))):
        inlines += [LineBreak()] * bool(inlines)
        inlines.append(Foreign(quote(line, language), language))
    return (*inlines, Text(NO_BREAK), _mark("not translated", words))


def _mark(message: str, words: Catalog) -> Mark:
    """A mark in brackets, on one line."""
    return Mark("[" + words.text(message).replace(" ", NO_BREAK) + "]")


def tell(blocks: Sequence[Block], applied: Sequence[Edit], twins: Sequence[Edit], foreign: Sequence[Edit], words: Catalog) -> list[Block]:
    """The blocks with all that has to be told."""
    told = list(blocks)
    if any(edit.kind == CHOICE and edit.id.endswith("/likelihood") for edit in applied):
        told = _with_key(told, words)
    told = _with_limits(told, (*_corrections(applied, words), *_edits(applied, twins, words)))
    return _with_awaiting(told, foreign, words) if foreign else told


def _with_key(blocks: list[Block], words: Catalog) -> list[Block]:
    """The yardstick below the table of risks: a term of it is never printed alone."""
    for number, block in enumerate(blocks):
        if isinstance(block, Table) and block.name == "risks":
            blocks.insert(number + 1, Paragraph((Text(key_of_ratings(words)),), "note", ids=("risks/yardstick",)))
            break
    return blocks


def _corrections(applied: Sequence[Edit], words: Catalog) -> Iterable[Row]:
    """What was corrected against the source, each with the reason that the person gave."""
    confirmed = [edit for edit in applied if edit.confirmed and edit.kind in (FIGURE, TEXT) and edit.language in ("", words.language)]
    confirmed += [edit for edit in applied if edit.confirmed and edit.kind == FIGURE and edit not in confirmed]
    if confirmed:
        inlines = [inline for number, edit in enumerate(confirmed) for inline in (Text("; " * bool(number)), *_correction(edit, words))]
        yield Row(((Text(words.text("Corrected by hand")),), (*inlines, Text("."))), ids=("limits/corrected-by-hand",))


def _correction(edit: Edit, words: Catalog) -> Iterable[Inline]:
    """The phrase with a person's words in it, in the language in which they were written."""
    given = {
        "%(new)s": quote(unify(edit.new), edit.language),
        "%(old)s": quote(unify(edit.old), edit.language),
        "%(reason)s": edit.reason.rstrip("."),
    }
    for part in re.split(r"(%\(\w+\)s)", words.text("%(new)s instead of %(old)s (%(reason)s)")):
        text = given.get(part, part)
        yield Foreign(text, edit.language) if part in given and edit.language != words.language else Text(text)


def _edits(applied: Sequence[Edit], twins: Sequence[Edit], words: Catalog) -> Iterable[Row]:
    """How much of this edition a person worded, and what of it was reworded in the other one alone."""
    own = sum(edit.kind in (TEXT, INSERT) and edit.language == words.language for edit in applied)
    parts = [words.text("worded by hand: %(count)s") % {"count": own}] * bool(own)
    parts += [words.text("reworded in the other edition, not compared yet: %(count)s") % {"count": len(twins)}] * bool(twins)
    if parts:
        yield Row(((Text(words.text("Edits")),), (Text("; ".join(parts) + "."),)), ids=("limits/edits",))


def _with_limits(blocks: list[Block], rows: tuple[Row, ...]) -> list[Block]:
    return [replace(block, rows=(*block.rows, *rows)) if isinstance(block, Table) and block.name == "limits" else block for block in blocks]


def _with_awaiting(blocks: list[Block], foreign: Sequence[Edit], words: Catalog) -> list[Block]:
    """A person's words at the end of the list of what awaits translation, which is made where there is none."""
    if not any(isinstance(block, PageBreak) for block in blocks):
        return blocks  # a part of the report that is only measured
    lines = [(line, edit.language) for edit in foreign if edit.kind in (INSERT, WRITTEN) for line in edit.new.split("\n") if line.strip()]
    items = tuple(ListItem((Foreign(quote(line.strip(), language), language),)) for line, language in lines)
    at = next((number for number, block in enumerate(blocks) if isinstance(block, Heading) and block.anchor == "awaiting"), None)
    listing = blocks[at + 1] if at is not None and at + 1 < len(blocks) else None
    if at is not None and isinstance(listing, Listing):
        return [*blocks[: at + 1], replace(listing, items=(*listing.items, *items)), *blocks[at + 2 :]]
    last = max(number for number, block in enumerate(blocks) if isinstance(block, PageBreak))
    annex = sum(isinstance(block, Heading) and block.level == 1 for block in blocks[last:]) + 1
    title = f"{words.text('Annex')}{NO_BREAK}{annex}. {words.text('Awaiting translation')}"
    return [*blocks, Heading(1, "", title, "awaiting", ids=("heading/awaiting",)), Listing(items, "bullets")]
