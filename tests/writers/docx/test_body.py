"""Each block is printed with real styles, in the order of the report."""

from __future__ import annotations

import pytest

from briefgen.blocks import (
    Block,
    Control,
    Foreign,
    Heading,
    Listing,
    ListItem,
    Mark,
    Moment,
    PageBreak,
    Paragraph,
    Quotation,
    Signature,
    Text,
    Timeline,
)
from tests.writers.docx.opened import find, paragraphs, tree, values, words
from tests.writers.docx.small_report import sample, written

WORDS = (Text("words"),)
ASSESSMENT = ".//w:sdt[w:sdtPr/w:tag/@w:val='assessment']"
ITEMS = (ListItem((Text("one"),), "first"), ListItem((Text("two"),)))


@pytest.mark.parametrize("level", [1, 2, 3])
def test_a_heading_is_a_heading_with_its_number_and_bookmark(level: int) -> None:
    document = tree(written(Heading(level, "2.1.", "Interests", "interests")))
    assert paragraphs(document, f"Heading{level}") == ["2.1. Interests"]
    assert values(document, ".//w:bookmarkStart/@w:name")[-1] == "interests"


@pytest.mark.parametrize(("role", "name"), [("body", "BodyText"), ("lead", "Lead"), ("note", "Note"), ("small", "Small")])
def test_a_paragraph_has_the_style_of_its_role(role: str, name: str) -> None:
    assert paragraphs(tree(written(Paragraph(WORDS, role))), name) == ["words"]


@pytest.mark.parametrize(
    ("role", "name"), [("points", "KeyPoint"), ("numbered", "ListNumber"), ("bullets", "ListBullet"), ("checklist", "Checklist")]
)
def test_a_list_is_a_real_list(role: str, name: str) -> None:
    docx = written(Listing(ITEMS, role))
    assert paragraphs(tree(docx), name) == ["one", "two"]
    assert values(tree(docx, "word/styles.xml"), f".//w:style[@w:styleId='{name}']/w:pPr/w:numPr/w:numId/@w:val")


@pytest.mark.parametrize(("role", "style"), [("points", "Mark"), ("numbered", "MarkSmall"), ("bullets", "MarkSmall")])
def test_marks_in_a_list_are_as_small_as_its_type_asks(role: str, style: str) -> None:
    docx = written(Listing((ListItem((Mark("[translation]"),)),), role))
    assert style in values(tree(docx), ".//w:rStyle/@w:val")


def test_a_second_numbered_list_counts_from_one() -> None:
    docx = written(Listing(ITEMS, "numbered"), Listing(ITEMS, "numbered"))
    first, *_ = numbers = [
        values(found, "w:pPr/w:numPr/w:numId/@w:val") for found in find(tree(docx), ".//w:p[w:pPr/w:pStyle/@w:val='ListNumber']")
    ]
    assert first == [] and numbers[2] == numbers[3]
    restarted = find(tree(docx, "word/numbering.xml"), f".//w:num[@w:numId='{numbers[2][0]}']")[0]
    assert values(restarted, "w:lvlOverride/w:startOverride/@w:val") == ["1"]


@pytest.mark.parametrize("block", [Heading(1, "", "H", ""), Paragraph(WORDS), Listing(ITEMS), Control("t", "Label", "prompt")])
def test_what_follows_a_page_break_starts_a_page_without_an_empty_paragraph(block: Block) -> None:
    document = tree(written(Paragraph(WORDS), PageBreak(), block))
    assert len(find(document, ".//w:pageBreakBefore")) == 1
    assert all(words(found) for found in find(document, ".//w:body/w:p"))


def test_a_quotation_has_its_speaker_and_below_a_translation_its_original() -> None:
    block = Quotation((Text("said "), Mark("[translation]")), (Text("Post, Name"),), Foreign("«сказал»", "ru"), "quote")
    document = tree(written(block))
    assert values(document, ".//w:body/w:p/w:pPr/w:pStyle/@w:val")[-3:] == ["Quote", "Original", "QuoteSource"]
    assert values(document, ".//w:p[w:pPr/w:pStyle/@w:val='Original']//w:lang/@w:val") == ["ru-RU"]


def test_the_timeline_tells_what_happened_from_what_is_expected_without_colour() -> None:
    block = Timeline((Moment("2023", WORDS, True), Moment("2027", WORDS, False)), "Events", "expected")
    document = tree(written(block))
    assert paragraphs(document, "TimelineMark") == ["●", "○"]
    assert paragraphs(document, "TimelineKey") == ["○\u00a0\u00a0expected"]
    assert values(document, ".//w:tblDescription/@w:val") == ["Events; ○ expected"]


def test_a_place_for_a_persons_words_is_a_control_with_a_prompt() -> None:
    control = find(tree(written(Control("assessment", "Assessment", "Enter text"))), ASSESSMENT)[0]
    assert values(control, "w:sdtPr/w:tag/@w:val | w:sdtPr/w:alias/@w:val") == ["Assessment", "assessment"]
    assert find(control, "w:sdtPr/w:showingPlcHdr")
    assert words(control) == "[Enter text]"
    assert values(control, ".//w:rStyle/@w:val") == ["PlaceholderText"]


def test_a_control_without_a_label_stands_below_the_heading_of_the_report() -> None:
    document = tree(written(Heading(1, "8.", "Assessment", "assessment"), Control("assessment", "", "Enter text")))
    assert paragraphs(document, "Heading1") == ["8. Assessment"]
    assert paragraphs(document, "ControlLabel") == []
    assert not find(document, ASSESSMENT + "/w:sdtPr/w:alias")


def test_a_persons_words_stand_in_the_control_and_are_no_prompt() -> None:
    control = find(tree(written(Control("assessment", "Assessment", "Enter text", WORDS))), ASSESSMENT)[0]
    assert words(control) == "words"
    assert not find(control, "w:sdtPr/w:showingPlcHdr")


def test_the_number_of_a_control_comes_from_its_tag() -> None:
    def number(*blocks: Block) -> str:
        return values(tree(written(*blocks)), ".//w:sdt[w:sdtPr/w:tag/@w:val='b']/w:sdtPr/w:id/@w:val")[0]

    assert number(Control("b", "B", "p")) == number(Control("a", "A", "p"), Control("b", "B", "p"))


def test_the_signature_stands_on_one_line_with_the_executor_below() -> None:
    document = tree(written(Signature("Post", "N. Name", "Prepared by: Name")))
    assert paragraphs(document, "Signature") == ["PostN. Name"]
    assert len(find(document, ".//w:p[w:pPr/w:pStyle/@w:val='Signature']/w:r/w:tab")) == 3
    assert paragraphs(document, "Executor") == ["Prepared by: Name"]


@pytest.mark.parametrize("language", ["ru", "en"])
def test_no_paragraph_of_the_sample_is_empty(language: str) -> None:
    bare = [found for found in find(tree(sample(language)), ".//w:p") if not words(found) and not find(found, ".//w:drawing")]
    assert bare == []
