"""A document with two hundred edits, of all kinds and in any order: nothing of them is lost, and nothing comes back that nobody did."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from briefgen.blocks import Block, Column, Heading, Listing, ListItem, Paragraph, Row, Table, Text
from briefgen.edits.applying import apply_edits
from briefgen.edits.edit import Edit
from briefgen.edits.merging import merge_edits
from briefgen.edits.pulling import open_draft, pull
from briefgen.writers.docx.slots import plain, unify
from tests.edits.drafts import docx_of, small_brief
from tests.edits.word import WordDraft
from tests.writers.docx.small_report import small_report

SECTIONS, ROWS, COLUMNS, POINTS = 12, 8, 3, 5
WORDS = st.text("абвгдежз ийклмн", min_size=1, max_size=12).map(str.strip).filter(bool)
KINDS = ("word", "word", "word", "delete", "move", "paragraph", "row")


def blocks() -> list[Block]:
    """Some 160 items with 350 slots."""
    found: list[Block] = []
    for section in range(SECTIONS):
        found.append(Heading(1, f"{section + 1}.", f"Раздел {section}", f"h{section}", ids=(f"heading/h{section}",)))
        found.append(Paragraph((Text(f"Абзац {section}."),), ids=(f"lead/{section}",)))
        items = tuple(ListItem((Text(f"Пункт {section} {point}"),), ids=(f"points/{section}-{point}",)) for point in range(POINTS))
        found.append(Listing(items, "bullets"))
        rows = tuple(
            Row(tuple((Text(f"ячейка {section} {row} {column}"),) for column in range(COLUMNS)), ids=(f"rows/{section}-{row}",))
            for row in range(ROWS)
        )
        found.append(Table("interests", tuple(Column(f"Столбец {number}") for number in range(COLUMNS)), rows, "Таблица"))
    return found


REPORT = small_report(*blocks(), language="ru")
PRISTINE = docx_of(REPORT)


@dataclass
class Typist:
    """Makes edits in a draft, and keeps what the draft should then say: words by slot, items in order, what was added."""

    word: WordDraft = field(default_factory=lambda: WordDraft(PRISTINE))
    words: dict[str, str] = field(default_factory=dict)
    gone: set[str] = field(default_factory=set)
    added: list[str] = field(default_factory=list)

    def slots(self) -> list[str]:
        return [tag for tag in self.word.tags() if not tag.startswith("head/")]

    def do(self, kind: str, one: int, other: int, words: str) -> None:
        slots = self.slots()
        slot = slots[one % len(slots)]
        if kind == "word":
            self.word.type(slot, words)
            self.words[slot] = words
        elif kind == "delete" and len(self.gone) < SECTIONS * ROWS // 3:
            self.word.delete(slot)
            self.gone.add(_item(slot))
        elif kind == "move":
            like = [tag for tag in slots if _kind(tag) == _kind(slot) == "rows" and _item(tag) != _item(slot)]
            if like:
                self.word.move(slot, after=like[other % len(like)])
        elif kind == "paragraph":
            self.word.add(f"новый {len(self.added)} {words}", after=slot)
            self.added.append(f"новый {len(self.added)} {words}")
        elif kind == "row" and _kind(slot) == "rows":
            self.word.add_row([f"строка {len(self.added)}", words, words], after=slot)
            self.added.append(f"строка {len(self.added)}\n{words}\n{words}")


def _kind(slot: str) -> str:
    return slot.partition("/")[0]


def _item(slot: str) -> str:
    return "/".join(slot.split("/")[:2])


def _pulled(docx: bytes, kept: tuple[Edit, ...] = ()) -> tuple[Edit, ...]:
    found = pull(open_draft(docx, "draft.docx", lambda _: None), kept, small_brief(), terms={}, find=lambda *_: ())
    assert (found.refused, found.pending, found.untaken) == ((), (), ())
    return found.changes


# Two hundred edits are not made smaller: a failing list is printed whole, by its seed.
CAREFUL = settings(max_examples=4, deadline=None, phases=[Phase.generate], suppress_health_check=list(HealthCheck))
ACTIONS = st.lists(st.tuples(st.sampled_from(KINDS), st.integers(0, 9999), st.integers(0, 9999), WORDS), min_size=200, max_size=200)


@pytest.mark.slow
@CAREFUL
@given(ACTIONS)
def test_two_hundred_edits_come_back_and_no_others(actions) -> None:
    typist = Typist()
    for action in actions:
        typist.do(*action)
    edits = _pulled(typist.word.save())
    before, gone = _texts(REPORT), typist.gone
    changed = {slot: words for slot, words in typist.words.items() if unify(words) != unify(before[slot]) and _item(slot) not in gone}
    assert {edit.id: edit.new for edit in edits if edit.kind == "text"} == changed
    assert {edit.id for edit in edits if edit.kind == "delete"} == typist.gone
    assert sorted(edit.new for edit in edits if edit.kind == "insert") == sorted(typist.added)


@pytest.mark.slow
@CAREFUL
@given(ACTIONS)
def test_a_report_with_the_edits_prints_what_the_draft_says(actions) -> None:
    """And its own draft, read back, has no edit left: what was applied is what was meant."""
    typist = Typist()
    for action in actions:
        typist.do(*action)
    edits = merge_edits((), _pulled(typist.word.save()), draft="")
    applied = apply_edits(REPORT, edits)
    assert applied.unplaced == ()
    shown = _texts(applied.report)
    for slot, words in typist.words.items():
        if _item(slot) not in typist.gone:
            assert unify(shown[slot]) == unify(words)
    assert typist.gone.isdisjoint(map(_item, shown))
    everything = "\n".join(unify(text) for text in shown.values())
    assert all(unify(line) in everything for text in typist.added for line in text.split("\n"))
    again = docx_of(replace(applied.report, brief_number="beef" * 16))
    assert _pulled(again, edits) == ()


def _texts(report) -> dict[str, str]:
    """The words of each slot as the report has them."""
    found: dict[str, str] = {}
    for block in report.blocks:
        if isinstance(block, Heading):
            found[block.ids[0]] = block.text
        elif isinstance(block, Paragraph):
            found[block.ids[0]] = plain(block.inlines)
        elif isinstance(block, Listing):
            found.update({item.ids[0]: plain(item.inlines) for item in block.items})
        elif isinstance(block, Table):
            found.update({f"{row.ids[0]}/{number}": plain(cell) for row in block.rows for number, cell in enumerate(row.cells)})
    return found
