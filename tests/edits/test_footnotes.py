"""Footnotes of a draft come back: other words, a note taken out, a note that a person made."""

from __future__ import annotations

from lxml import etree

from briefgen.blocks import Table
from tests.edits.drafts import draft, edited, pulled, report_of
from tests.edits.word import W, WordDraft

NOTE = "footnotes/currency"
PART = "word/footnotes.xml"


def notes(word: WordDraft) -> etree._Element:
    return etree.fromstring(word.parts[PART])


def put(word: WordDraft, root: etree._Element) -> WordDraft:
    word.parts[PART] = etree.tostring(root)
    return word


def notes_of(language: str, changes) -> list[str]:
    tables = [block for block in report_of(language, changes).report.blocks if isinstance(block, Table)]
    return [note.inlines[0].text for table in tables for note in table.notes]


def test_an_edited_footnote_comes_back_and_is_printed():
    word = draft()
    root = notes(word)
    text = next(node for node in root.iter(f"{W}t") if "Валюта" in node.text)
    text.text = "Валюта неизвестна."
    changes = pulled(put(word, root).save()).changes
    assert [(edit.kind, edit.id, edit.new) for edit in changes] == [("text", NOTE, "Валюта неизвестна.")]
    assert "Валюта неизвестна." in notes_of("ru", changes)
    assert "Валюта неизвестна." not in notes_of("en", changes)


def test_a_footnote_that_was_taken_out_is_gone_in_both_languages():
    word = draft()
    root = notes(word)
    last = root[-1]
    root.remove(last)
    for reference in list(word.body.iter(f"{W}footnoteReference")):
        if reference.get(f"{W}id") == last.get(f"{W}id"):
            reference.getparent().remove(reference)
    changes = pulled(put(word, root).save()).changes
    assert [(edit.kind, edit.id) for edit in changes] == [("delete", NOTE)]
    assert len(notes_of("ru", changes)) == len(notes_of("ru", ())) - 1 == len(notes_of("en", changes))


def test_a_persons_own_footnote_stands_in_brackets_where_its_mark_is():
    word = draft()
    root = notes(word)
    own = etree.SubElement(root, f"{W}footnote", {f"{W}id": "77"})
    run = etree.SubElement(etree.SubElement(own, f"{W}p"), f"{W}r")
    etree.SubElement(run, f"{W}t").text = "см. записку"
    mark = etree.SubElement(word.paragraph("points/against"), f"{W}r")
    etree.SubElement(mark, f"{W}footnoteReference", {f"{W}id": "77"})
    assert edited(put(word, root))["text points/against"].new.endswith(" (см. записку)")
