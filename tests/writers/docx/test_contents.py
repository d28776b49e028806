"""The list of contents: before the annexes, filled in, with fields and links that Word can bring up to date."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefgen.blocks import Control, Heading, PageBreak, Paragraph, Text
from briefgen.writers.docx.document import write_docx
from tests.conformance.docx_lint import lint
from tests.writers.docx.opened import find, paragraphs, tree, values, words
from tests.writers.docx.small_report import STYLES, small_report, style
from tests.writers.sample_report import sample_report

BLOCKS = (
    Heading(1, "1.", "Key points", "points"),
    Paragraph((Text("First."),)),
    PageBreak(),
    Heading(2, "2.1.", "Kazakhstan", "kz"),
    Heading(3, "", "Too deep", "deep"),
    Control("assessment", "3. Assessment", "Enter text"),
    PageBreak(),
    Heading(1, "", "Annex 1. Sources", "sources"),
    Paragraph((Text("Last."),)),
)
PAGES = {"points": 1, "kz": 2, "deep": 2, "sources": 4}


def written(pages: dict[str, int]) -> bytes:
    return write_docx(replace(small_report(*BLOCKS), contents_title="Contents"), style("govuk"), pages)


def test_each_heading_stands_with_its_page() -> None:
    document = tree(written(PAGES))
    assert paragraphs(document, "TOC1") == ["1. Key points1", "3. Assessment2", "Annex 1. Sources4"]
    assert paragraphs(document, "TOC2") == ["2.1. Kazakhstan2"]


def test_it_stands_before_the_annexes_on_a_new_page() -> None:
    body = tree(written(PAGES))[0]
    texts = [words(child) for child in body]
    place = next(number for number, child in enumerate(body) if child.tag.endswith("}sdt"))
    assert texts[place + 1] == "Annex 1. Sources"
    assert find(body[place], ".//w:p[1]/w:pPr/w:pageBreakBefore")
    assert not find(body[place + 1], "w:pPr/w:pageBreakBefore")


def test_lines_lead_to_their_headings() -> None:
    document = tree(written(PAGES))
    targets = values(document, ".//w:p[starts-with(w:pPr/w:pStyle/@w:val, 'TOC')]/w:hyperlink/@w:anchor")
    assert set(targets) <= set(values(document, ".//w:bookmarkStart/@w:name"))
    assert [text.split()[1] for text in values(document, ".//w:instrText/text()") if "PAGEREF" in text] == targets


def test_word_can_bring_it_up_to_date() -> None:
    document = tree(written(PAGES))
    assert values(document, ".//w:docPartGallery/@w:val") == ["Table of Contents"]
    kinds = values(document, ".//w:fldChar/@w:fldCharType")
    assert kinds.count("begin") == kinds.count("end") == kinds.count("separate") == 5


def test_without_pages_there_is_none() -> None:
    assert not find(tree(written({})), ".//w:docPartObj")


@pytest.mark.conformance
@pytest.mark.reference
@pytest.mark.parametrize("language", ["ru", "en"])
def test_a_draft_with_contents_is_sound(language, reference) -> None:
    from tests.conformance.test_docx_schema import _faults

    report = replace(sample_report(language), contents_title="Contents")
    pages = {block.anchor: 1 for block in report.blocks if isinstance(block, Heading)}
    docx = write_docx(report, style(STYLES[language]), pages)
    assert find(tree(docx), ".//w:docPartObj")
    assert lint(docx) == []
    assert _faults(docx, reference / "schemas" / "ooxml") == []
