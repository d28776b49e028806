"""Confirmed changes of a source's words -> edits: a figure corrected in all places where one fact is meant, else words in one place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from briefgen.edits.edit import FIGURE, Edit
from briefgen.edits.guard import FindQuantities
from briefgen.model import Brief, Merged, Quantity
from briefgen.writers.docx import slots
from briefgen.writers.docx.ledger import Ledger
from briefgen.writers.docx.slots import unify


def confirmed_edits(edits: Sequence[Edit], ledger: Ledger, brief: Brief, find: FindQuantities) -> Iterator[Edit]:
    """The edits of one item, each marked as confirmed. A row of figures whose number or unit was changed gives one correction."""
    figures = [edit for edit in edits if any(slot.id == edit.id and slot.kind == slots.FIGURE for slot in ledger.slots)]
    if figures:
        correction = _row_correction(figures, ledger, brief, find)
        if correction is not None:
            yield correction
        else:
            yield from (replace(edit, confirmed=True) for edit in figures)
    for edit in edits:
        if edit not in figures:
            yield from _sentence(edit, brief, find)


def _row_correction(figures: Sequence[Edit], ledger: Ledger, brief: Brief, find: FindQuantities) -> Edit | None:
    """Number and unit are read together: «5» and «млрд евро»."""
    item = next(slot.item for slot in ledger.slots if slot.id == figures[0].id)
    cells = [slot for slot in ledger.slots if slot.item == item and slot.kind == slots.FIGURE]
    new = {edit.id: edit.new for edit in figures}
    words = " ".join(new.get(slot.id, slot.text) for slot in cells)
    fact = item.rpartition("/")[2]
    known = _fact(brief, fact)
    found = list(find(unify(words), figures[0].language))
    if known is None or len(found) != 1:
        return None
    old = " ".join(slot.text for slot in cells)
    return _correction(figures[0], fact, old, words, found[0], known)


def _sentence(edit: Edit, brief: Brief, find: FindQuantities) -> Iterator[Edit]:
    """A figure exchanged in a sentence: the fact is corrected where the brief has one such figure; other words stay an edit of words."""
    old, new = (list(find(unify(words), edit.language)) for words in (edit.old, edit.new))
    before, after = Counter(map(_value, old)), Counter(map(_value, new))
    gone = [item for item in old if _value(item) in before - after]
    come = [item for item in new if _value(item) in after - before]
    facts = [item for item in brief.quantities if gone and _value(item.fact)[:3] == _value(gone[0])[:3]]
    if len(gone) != 1 or len(come) != 1 or len(facts) != 1:
        yield replace(edit, confirmed=True)
        return
    yield _correction(edit, facts[0].fact.id, gone[0].surface, come[0].surface, come[0], facts[0])
    expected = unify(edit.old).replace(gone[0].surface, come[0].surface)
    if expected != unify(edit.new):
        yield replace(edit, old=expected, confirmed=False, reason="")


def _value(item: Quantity) -> tuple[object, ...]:
    return (item.value, item.upper, item.unit, item.qualifier)


def _fact(brief: Brief, id: str) -> Merged[Quantity] | None:
    return next((item for item in brief.quantities if id in (item.fact.id, *item.also)), None)


def _correction(edit: Edit, fact: str, old: str, new: str, found: Quantity, known: Merged[Quantity]) -> Edit:
    unit = found.unit if found.unit not in ("count", "number") else known.fact.unit
    return replace(
        edit, kind=FIGURE, id=fact, old=unify(old), new=unify(new), confirmed=True,
        value=f"{found.value:f}", upper="" if found.upper is None else f"{found.upper:f}", unit=unit, qualifier=found.qualifier,
    )  # fmt: skip
