"""An edited report -> which of its texts are a person's own, so that nobody looks for them in the sources."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from briefgen.blocks import Block, Control, Heading, Paragraph, Quotation, Report, Row
from briefgen.edits.edit import DELETE, NEW, TEXT, WRITTEN, Edit
from briefgen.edits.sheet import Item, items_of
from briefgen.writers.docx.slots import EVIDENCE, shown

CHECKLIST = "checklist/"
# What briefgen itself tells of edits: it holds the words before and after, and the bounds of the yardstick.
_TOLD = ("limits/corrected-by-hand", "limits/edits", "risks/yardstick")


def worded_by_hand(report: Report, edits: Iterable[Edit]) -> frozenset[str]:
    """The texts of items that a person worded, in this edition or in the other one: a row's cells together."""
    edits = tuple(edits)
    changed = {edit.id for edit in edits if edit.kind == TEXT}
    if not edits and not any(id.startswith(CHECKLIST) for block in report.blocks for item in _items(block) for id in item.ids[:1]):
        return frozenset()
    items = {id.rpartition("/")[0] for id in changed} | changed | set(_TOLD)
    texts = [_text(item) for block in report.blocks for item in _items(block) if _is_own(item, items)]
    texts += [f"{report.head.title}" for id in changed if id == "head/title"]
    written = [edit.new for edit in edits if edit.kind == WRITTEN]
    texts += [shown(block.inlines) for block in report.blocks if isinstance(block, Control) and block.inlines]
    return frozenset((*texts, *written, *(line for text in written for line in text.split("\n"))))


def facts_unsaid(edits: Iterable[Edit]) -> frozenset[str]:
    """The ids of facts whose rows of the annex a person changed or left out."""
    ids = (edit.id.split("/")[1] for edit in edits if edit.kind in (TEXT, DELETE) and edit.id.startswith(EVIDENCE + "/"))
    return frozenset(ids)


def _items(block: Block) -> Iterator[Item]:
    yield from items_of(block)
    if isinstance(block, Heading | Paragraph | Quotation):
        yield block


def _is_own(item: Item, items: set[str]) -> bool:
    """An item that was edited or added; what awaits translation in a list has no id."""
    return not item.ids or not items.isdisjoint(item.ids) or item.ids[0].startswith((NEW, CHECKLIST))


def _text(item: Item) -> str:
    if isinstance(item, Row):
        return " ".join(shown(cell) for cell in item.cells)
    if isinstance(item, Heading):
        return f"{item.number} {item.text}"
    date = getattr(item, "date", "")
    return f"{date} {shown(item.inlines)}".strip()
