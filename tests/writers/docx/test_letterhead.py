"""The shipped letterheads are those of their styles; a staffer's own is checked before it is written on."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path

import docx
import pytest

from briefgen.diagnostics import UsageError
from briefgen.templating import find_letterhead
from briefgen.writers.docx.document import write_docx
from briefgen.writers.docx.letterhead import BUILT_IN, build_letterhead, main
from tests.writers.docx.opened import find, parts, tree, values, words
from tests.writers.docx.small_report import sample, small_report, style

MOST_BYTES = 12_000


@pytest.mark.parametrize("name", BUILT_IN)
def test_a_shipped_letterhead_is_in_step_with_its_style(name: str) -> None:
    """Parts, not bytes, are compared: zlib builds differ in how they pack. `python -m briefgen.writers.docx.letterhead` makes it anew."""
    shipped = find_letterhead(name).read_bytes()
    assert parts(shipped) == parts(build_letterhead(style(name)))
    assert len(shipped) < MOST_BYTES


def test_margins_and_distances_are_those_of_the_style() -> None:
    margins = find(tree(build_letterhead(style("gost"))), ".//w:pgMar")[0]
    measured = {side: values(margins, f"@w:{side}")[0] for side in ("left", "right", "top", "bottom", "header")}
    assert measured == {"left": "1134", "right": "567", "top": "1134", "bottom": "1134", "header": "567"}


def test_the_page_number_after_gost_is_on_top_and_not_on_the_first_page() -> None:
    docx_bytes = sample("ru")
    assert find(tree(docx_bytes), ".//w:sectPr/w:titlePg")
    assert values(tree(docx_bytes, "word/header1.xml"), ".//w:instrText/text()") == [" PAGE "]
    assert words(tree(docx_bytes, "word/header2.xml")) == ""


def test_the_footer_of_the_other_style_has_the_running_text_and_page_x_of_y() -> None:
    footer = tree(sample("en"), "word/footer1.xml")
    assert words(footer) == "Briefing note, 27 February 2026. Prepared from open sourcesPage 1 of 1"
    assert values(footer, ".//w:instrText/text()") == [" PAGE ", " NUMPAGES "]


def test_a_marking_stands_on_the_first_page_as_text_and_above_each_other_page() -> None:
    report = small_report()
    marked = write_docx(replace(report, head=replace(report.head, marking="TLP:GREEN")), style("govuk"))
    assert words(find(tree(marked), "w:body/w:p")[0]) == "TLP:GREEN"
    assert words(tree(marked, "word/header1.xml")) == "TLP:GREEN"


def test_a_marking_at_the_right_stands_on_the_line_of_the_page_number() -> None:
    report = small_report(language="ru")
    for marking in ("Для служебного пользования", ""):
        header = tree(write_docx(replace(report, head=replace(report.head, marking=marking)), style("gost")), "word/header1.xml")
        (line,) = find(header, "w:p")
        assert words(line) == f"2{marking}"
        assert len(find(line, "w:r/w:tab")) == 2


@pytest.mark.parametrize(("marking", "shown"), [("OFFICIAL-SENSITIVE", "OFFICIAL-SENSITIVE · DRAFT"), ("", "DRAFT")])
def test_each_page_says_that_the_paper_is_a_draft(marking: str, shown: str) -> None:
    report = small_report()
    head = replace(report.head, marking=marking, status="DRAFT", marking_at_foot=True)
    written = write_docx(replace(report, head=head), style("govuk"))
    assert words(tree(written, "word/header1.xml")) == shown
    assert words(tree(written, "word/footer1.xml")).endswith(marking)
    assert "DRAFT" in [words(line) for line in find(tree(written), "w:body/w:p")]


@pytest.mark.parametrize("name", BUILT_IN)
def test_a_marking_at_the_foot_lifts_nothing_into_the_text(name: str) -> None:
    report = small_report()
    marked = write_docx(replace(report, head=replace(report.head, marking="TLP:GREEN", marking_at_foot=True)), style(name))
    (line,) = find(tree(marked, "word/footer1.xml"), "w:p[w:pPr/w:pStyle/@w:val='Marking']")
    assert (words(line), values(line, "w:pPr/w:spacing/@w:after")) == ("TLP:GREEN", ["0"])


def test_nothing_of_the_places_to_fill_in_remains() -> None:
    for language in ("ru", "en"):
        for name in ("word/header1.xml", "word/footer1.xml"):
            assert not find(tree(sample(language), name), ".//w:sdt")


def test_a_letterhead_with_a_staffers_own_words_keeps_them(tmp_path: Path) -> None:
    own = docx.Document(io.BytesIO(find_letterhead("govuk").read_bytes()))
    own.add_paragraph("Motto")
    own.add_paragraph("")
    own.save(str(tmp_path / "own.docx"))
    document = tree(write_docx(small_report(), replace(style("govuk"), letterhead=str(tmp_path / "own.docx"))))
    texts = [words(found) for found in find(document, "w:body/w:p")]
    assert texts[0] == "Motto" and "" not in texts


def test_a_letterhead_without_our_styles_is_refused_by_name(tmp_path: Path) -> None:
    docx.Document().save(str(tmp_path / "plain.docx"))
    with pytest.raises(UsageError, match=r"plain\.docx: the letterhead lacks the styles .*Brief Table"):
        write_docx(small_report(), replace(style("govuk"), letterhead=str(tmp_path / "plain.docx")))


@pytest.mark.parametrize("content", [b"no zip at all", b""])
def test_a_letterhead_that_is_no_word_file_is_refused_by_name(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "broken.docx").write_bytes(content)
    with pytest.raises(UsageError, match=r"broken\.docx"):
        write_docx(small_report(), replace(style("govuk"), letterhead=str(tmp_path / "broken.docx")))


def test_the_script_makes_a_letterhead_for_a_style_of_ones_own(tmp_path: Path) -> None:
    main(["gost", str(tmp_path / "mine.docx")])
    assert parts((tmp_path / "mine.docx").read_bytes()) == parts(build_letterhead(style("gost")))


def test_the_script_asks_for_both_a_style_and_a_file() -> None:
    with pytest.raises(SystemExit, match="usage"):
        main(["gost"])


def test_faces_that_may_stand_in_are_listed_in_their_order() -> None:
    """One list with commas (ISO 29500-1, 17.8.3.1)."""
    fonts = parts(build_letterhead(style("gost")))["word/fontTable.xml"].decode()
    assert 'w:name="Times New Roman"><w:altName w:val="PT Astra Serif,Liberation Serif"/>' in fonts
