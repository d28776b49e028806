"""A draft with tracked changes: accepted it is the new one, rejected it says what the old one said; the author is briefgen."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefgen.edits.draft import W, taken
from briefgen.edits.edit import Edit
from briefgen.edits.found import FoundItem, find_items
from briefgen.edits.pulling import draft_text, open_draft
from briefgen.edits.redline import redline
from briefgen.writers.docx.slots import unify
from tests.edits.drafts import docx_of, draft, pristine, report_of
from tests.writers.docx.opened import tree, values

EDITS = (
    Edit("text", "heading/risks", "ru", "Риски для России", "Угрозы для России"),
    Edit("text", "points/risks", "ru", "", "Совсем другие слова [1.4]."),
    Edit("delete", "figures/q-xxx", "ru"),
    Edit("delete", "points/movers", "ru"),
    Edit("insert", "new/abc", "ru", new="Справочно: новый абзац.", after="heading/experts"),
    Edit("insert", "new/def", "ru", new="Порты\n3", after="figures/q-gbp", cells=("Порты", "3")),
    Edit("written", "assessment", "ru", new="Первый вывод."),
)


def opened(docx: bytes):
    return open_draft(docx, "draft.docx", lambda _: None)


@pytest.fixture(scope="module")
def new() -> bytes:
    return docx_of(replace(report_of("ru", EDITS).report, brief_number="beef" * 16))


@pytest.fixture(scope="module")
def marked(new: bytes) -> bytes:
    return redline(new, opened(new).ledger, opened(pristine("ru")))


def texts(docx: bytes, *, accept: bool, ledger=None) -> dict[str, str]:
    read = opened(docx)
    read = replace(read, ledger=ledger) if ledger else read
    found = find_items(taken(draft_text(read).lines, accept=accept), read.ledger)
    return {slot: unify(text) for entry in found.entries if isinstance(entry, FoundItem) for slot, text in entry.texts.items()}


def as_printed(text: str, numbers: dict[str, str]) -> str:
    """What is struck out has no fields: a table's number stands for its name."""
    for name, number in numbers.items():
        text = text.replace(name, number)
    return text


def words(docx: bytes, *, accept: bool) -> list[str]:
    lines = taken(draft_text(opened(docx)).lines, accept=accept)
    return [unify(line.text) for line in lines if unify(line.text)]


def test_accepted_it_says_what_the_new_draft_says(marked, new):
    assert texts(marked, accept=True) == texts(new, accept=True)
    assert words(marked, accept=True) == words(new, accept=True)


def test_rejected_it_says_what_the_old_draft_said(marked, new):
    old = texts(pristine("ru"), accept=True)
    back = texts(marked, accept=False, ledger=opened(new).ledger)
    shared = old.keys() & back.keys()
    assert len(shared) > 60
    same = {slot: back[slot] for slot in shared if not slot.startswith(("limits/", "assessment"))}
    numbers = {f"{{{anchor}}}": number for _, anchor, number in opened(new).ledger.numbers}
    assert {slot: as_printed(text, numbers) for slot, text in same.items()} == {slot: as_printed(old[slot], numbers) for slot in same}


def test_what_is_gone_is_struck_out_in_its_place(marked):
    document = tree(marked)
    gone = "".join(values(document, ".//w:tr[w:trPr/w:del]//w:delText/text()"))
    assert "10" in gone
    assert any("Интерес" in text or "имеют" in text for text in values(document, ".//w:p[w:pPr/w:rPr/w:del]//w:delText/text()"))


def test_what_is_new_is_inserted_with_its_paragraph_or_row(marked):
    document = tree(marked)
    assert "Справочно: новый абзац." in "".join(values(document, ".//w:p[w:pPr/w:rPr/w:ins]//w:ins//w:t/text()"))
    assert "Порты" in "".join(values(document, ".//w:tr[w:trPr/w:ins]//w:ins//w:t/text()"))


def test_only_the_words_that_differ_are_marked(marked):
    heading = ".//w:sdt[w:sdtPr/w:tag/@w:val='heading/risks']"
    assert values(tree(marked), f"{heading}//w:ins//w:t/text()") == ["Угрозы"]
    assert values(tree(marked), f"{heading}//w:delText/text()") == ["Риски"]


def test_author_and_date_are_the_briefs(marked):
    document = tree(marked)
    changes = list(document.iter(f"{W}ins", f"{W}del"))
    assert {node.get(f"{W}author") for node in changes} == {"briefgen"}
    assert {node.get(f"{W}date") for node in changes} == {"2026-02-27T00:00:00Z"}
    numbers = [node.get(f"{W}id") for node in changes]
    assert len(set(numbers)) == len(numbers)


def test_two_equal_drafts_have_no_changes():
    marked = redline(pristine("ru"), opened(pristine("ru")).ledger, opened(pristine("ru")))
    assert not list(tree(marked).iter(f"{W}ins", f"{W}del"))


def test_the_last_draft_is_taken_as_a_person_left_it():
    word = draft("ru")
    word.type("heading/risks", "Угрозы для России")
    marked = redline(pristine("ru"), opened(pristine("ru")).ledger, opened(word.save()))
    assert values(tree(marked), ".//w:ins//w:t/text()") == ["Риски"]


@pytest.mark.conformance
@pytest.mark.reference
def test_it_follows_the_schema(marked, reference):
    from tests.conformance.docx_lint import lint
    from tests.conformance.test_docx_schema import _faults

    assert _faults(marked, reference / "schemas" / "ooxml") == []
    assert [fault for fault in lint(marked) if "blank" not in fault] == []
