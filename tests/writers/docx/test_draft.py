"""Numbers and names that a document gives out are unique and the same on each run."""

from __future__ import annotations

import pytest

from briefgen.blocks import Citation, Citations, Heading, Link, Paragraph, Text
from briefgen.writers.docx.draft import bookmark_names
from briefgen.writers.docx.wordprocessing import MAX_BOOKMARK_NAME
from tests.writers.docx.opened import find, tree, values
from tests.writers.docx.small_report import written

PLACES = ".//w:bookmarkStart[not(starts-with(@w:name, 'bg_'))]/@w:name"  # of anchors, not those inside controls


def test_names_of_bookmarks_are_such_that_word_takes_them() -> None:
    anchors = ["e-1-6", "e_1_6", "E-1-6", "2024", "-x", "п-1", "x" * 90, "x" * 91]
    names = bookmark_names(anchors)
    assert len({name.lower() for name in names.values()}) == len(anchors)
    assert all(name[0].isalpha() and name.replace("_", "a").isalnum() and len(name) <= MAX_BOOKMARK_NAME for name in names.values())


def test_an_anchor_that_two_blocks_claim_is_placed_once() -> None:
    document = tree(written(Heading(1, "1.", "One", "same"), Heading(1, "2.", "Two", "same")))
    assert values(document, PLACES) == ["same"]


def test_a_citation_leads_to_the_bookmark_of_its_target() -> None:
    citation = Paragraph((Citations((Citation("1.6", "e-1-6"),)),))
    document = tree(written(citation, Paragraph((Text("here"),), anchor="e-1-6")))
    assert values(document, ".//w:hyperlink/@w:anchor") == values(document, PLACES) == ["e_1_6"]


def test_a_citation_of_nothing_in_the_report_is_words_without_a_link() -> None:
    document = tree(written(Paragraph((Citations((Citation("1.6", "nowhere"),)),))))
    assert values(document, ".//w:p[w:pPr/w:pStyle/@w:val='BodyText']//w:t/text()") == ["[", "1.6", "]"]
    assert not find(document, ".//w:hyperlink")


@pytest.mark.parametrize(
    ("target", "is_linked"),
    [("https://example.org/a?b=1&c=2", True), ("mailto:a@example.org", True), ("javascript:alert(1)", False), ("data:text/html,x", False)],
)
def test_only_addresses_of_the_web_and_of_mail_become_links(target: str, is_linked: bool) -> None:
    docx = written(Paragraph((Link("words", target),)))
    assert bool(find(tree(docx), ".//w:hyperlink/@r:id")) is is_linked
    assert values(tree(docx, "word/_rels/document.xml.rels"), ".//pr:Relationship[@TargetMode]/@Target") == [target] * is_linked


def test_an_address_with_characters_that_no_file_can_hold_is_cleaned() -> None:
    docx = written(Paragraph((Link("words", "https://example.org/\x00\ud83da"),)))
    assert values(tree(docx, "word/_rels/document.xml.rels"), ".//pr:Relationship[@TargetMode]/@Target") == ["https://example.org/a"]
