"""A brief and the figures that a person corrected -> the brief with these figures; and which printed words that changed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from decimal import Decimal

from briefgen.assemble.calculations import worked_out
from briefgen.blocks import Block, Figure, Inlines, Listing, ListItem, Moment, Paragraph, Report, Row, Table, Timeline
from briefgen.edits.edit import FIGURE, Edit
from briefgen.edits.sheet import Item, items_of, with_items
from briefgen.edits.telling import by_hand
from briefgen.model import Brief, Merged, Quantity
from briefgen.translation.catalogs import Catalog, catalog
from briefgen.writers.docx.slots import plain


def correct_brief(brief: Brief, edits: Iterable[Edit]) -> tuple[Brief, tuple[Edit, ...]]:
    """The brief with corrected figures, in all places and languages; the corrections whose figure it does not hold."""
    corrections = [edit for edit in edits if edit.kind == FIGURE]
    quantities = list(brief.quantities)
    gone = []
    for edit in corrections:
        at = next((number for number, item in enumerate(quantities) if edit.id in (item.fact.id, *item.also)), None)
        if at is None:
            gone.append(edit)
        else:
            quantities[at] = _corrected(quantities[at], edit)
    if not corrections:
        return brief, ()
    calculations = worked_out(brief.calculations, quantities)
    return replace(brief, quantities=tuple(quantities), calculations=calculations), tuple(gone)


def corrected_report(brief: Brief, edits: Sequence[Edit], compose: Callable[[Brief], Report]) -> Report:
    """The report of the corrected brief, in which each text that a correction changed is marked."""
    corrected, _ = correct_brief(brief, edits)
    report = compose(corrected)
    if corrected is brief:
        return report
    before = {id: item for block in compose(brief).blocks for id, item in _items(block)}
    words = catalog(report.language)
    return replace(report, blocks=tuple(_marked_block(block, before, words) for block in report.blocks))


def _corrected(item: Merged[Quantity], edit: Edit) -> Merged[Quantity]:
    upper = Decimal(edit.upper) if edit.upper else None
    fact = replace(item.fact, value=Decimal(edit.value), upper=upper, unit=edit.unit or item.fact.unit, qualifier=edit.qualifier or "exact")
    return replace(item, fact=fact)


def _items(block: Block) -> Iterable[tuple[str, Item]]:
    """The items of a block by their first id."""
    yield from ((item.ids[0], item) for item in items_of(block) if item.ids)
    if isinstance(block, Paragraph) and block.ids:
        yield block.ids[0], block


def _marked_block(block: Block, before: dict[str, Item], words: Catalog) -> Block:
    if isinstance(block, Paragraph):
        marked = _marked_item(block, before, words)
        return marked if isinstance(marked, Paragraph) else block
    if isinstance(block, Listing | Table | Timeline):
        return with_items(block, tuple(_marked_item(item, before, words) for item in items_of(block)))
    return block


def _marked_item(item: Item, before: dict[str, Item], words: Catalog) -> Item:
    """The item with the mark where its words differ from those before the correction; in a row of figures behind the label."""
    old = before.get(item.ids[0]) if item.ids else None
    if isinstance(item, Row) and isinstance(old, Row) and len(old.cells) == len(item.cells):
        changed = {number for number, (cell, other) in enumerate(zip(item.cells, old.cells, strict=True)) if _differs(cell, other)}
        if any(isinstance(inline, Figure) for cell in item.cells for inline in cell) and changed:
            changed = {0}
        return replace(item, cells=tuple((*cell, *by_hand(words)) if number in changed else cell for number, cell in enumerate(item.cells)))
    if (
        isinstance(item, Moment | Paragraph | ListItem)
        and isinstance(old, Moment | Paragraph | ListItem)
        and _differs(item.inlines, old.inlines)
    ):
        return replace(item, inlines=(*item.inlines, *by_hand(words)))
    return item


def _differs(one: Inlines, other: Inlines) -> bool:
    return plain(one) != plain(other)
