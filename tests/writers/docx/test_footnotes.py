"""Footnotes: real ones in Word, read back, edited, deleted; a person's own comes back in brackets."""

from __future__ import annotations

from dataclasses import replace

from briefgen.blocks import Column, Footnote, Row, Strong, Table, Text
from tests.writers.docx.opened import find, parts, tree, values, words
from tests.writers.docx.small_report import written

NOTE = Footnote(1, (Text("A conversion by the source."),), ("footnotes/conversion",))
ROW = Row(((Text("Guarantees"),), (Strong("4"),)), ids=("figures/q-1",))
TABLE = Table(
    "limits", (Column("What"), Column("How much")), (ROW,), "All", "Sums", notes=(NOTE, replace(NOTE, number=2, ids=("footnotes/two",)))
)


def test_a_footnote_has_its_part_its_separators_and_its_mark() -> None:
    docx = written(TABLE)
    notes = tree(docx, "word/footnotes.xml")
    assert values(notes, "w:footnote/@w:id") == ["-1", "0", "1", "2"]
    assert values(notes, "w:footnote/@w:type") == ["separator", "continuationSeparator"]
    assert words(find(notes, "w:footnote[@w:id='1']")[0]).strip() == "A conversion by the source."
    assert values(tree(docx), ".//w:footnoteReference/@w:id") == ["1", "2"]
    assert values(tree(docx, "word/settings.xml"), "w:footnotePr/w:footnote/@w:id") == ["-1", "0"]


def test_the_rules_that_part_notes_from_text_take_next_to_no_room() -> None:
    notes = tree(written(TABLE), "word/footnotes.xml")
    assert values(notes, "w:footnote[@w:type]/w:p/w:pPr/w:pStyle/@w:val") == ["Separator", "Separator"]


def test_its_words_are_a_slot_with_control_and_bookmark() -> None:
    notes = tree(written(TABLE), "word/footnotes.xml")
    assert values(notes, ".//w:sdt/w:sdtPr/w:tag/@w:val") == ["footnotes/conversion", "footnotes/two"]
    assert values(notes, ".//w:bookmarkStart/@w:name") == ["bg_footnotes_conversion", "bg_footnotes_two"]


def test_a_report_without_notes_has_no_part_for_them() -> None:
    docx = written(Table("limits", (Column("What"),), (Row(((Text("x"),),)),), "All"))
    assert "word/footnotes.xml" not in parts(docx)
    assert not find(tree(docx, "word/settings.xml"), "w:footnotePr")


def test_the_marks_stand_behind_the_caption() -> None:
    caption = find(tree(written(TABLE)), ".//w:p[w:pPr/w:pStyle/@w:val='Caption']")[0]
    assert words(caption) == "Sums\u00a0" and len(find(caption, ".//w:footnoteReference")) == 2
