"""The sample report as a finished PDF, in both languages and styles."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from dataclasses import replace
from functools import lru_cache
from io import BytesIO
from pathlib import Path

import pikepdf
import pypdfium2
import pytest

from briefgen.blocks import Citation, Citations, Column, Head, Heading, Link, PageBreak, Paragraph, Row, Table, Text
from briefgen.templating import load_style
from briefgen.writers.pdf import Attachment, Known, Layout, measure_pdf, write_pdf
from tests.writers.pdf.tagged_text import tagged_text, untagged_text
from tests.writers.report_text import block_words
from tests.writers.sample_report import sample_report

EDITIONS = [("ru", "gost"), ("en", "govuk"), ("ru", "govuk"), ("en", "gost")]
ROOT = Path(__file__).resolve().parents[3]


@lru_cache
def layout(language: str, style: str) -> Layout:
    return write_pdf(sample_report(language), load_style(style))


def page_text(data: bytes, page: int) -> str:
    return str(pypdfium2.PdfDocument(data)[page].get_textpage().get_text_bounded())


@pytest.mark.parametrize(("language", "style"), EDITIONS)
def test_all_words_of_the_report_are_in_the_tree_in_order(language: str, style: str) -> None:
    report = sample_report(language)
    said = tagged_text(layout(language, style).data)
    start = next(number for number, part in enumerate(said) if part.tag == "H1")
    found = [part for part in said[start:] if part.tag != "Lbl" or re.search(r"\d{4}", part.text)]
    assert " ".join(part.text for part in found).split() == block_words(report)


@pytest.mark.parametrize(("language", "style"), EDITIONS)
def test_page_one_reads_in_order(language: str, style: str) -> None:
    text = page_text(layout(language, style).data, 0)
    wanted = (
        ["27", "Об интересах", "Главное", "Партнёры: кратко", "Крупнейшие суммы"]
        if language == "ru"
        else ["Interests of the United", "Key points", "Partners at a glance", "Largest figures", "Risks to Russia in brief"]
    )
    places = [text.replace("\u00a0", " ").find(part) for part in wanted]
    assert -1 not in places
    assert places == sorted(places)


def test_a_page_break_starts_a_page_and_anchors_tell_where() -> None:
    anchors = layout("ru", "gost").anchors
    assert anchors["risks-brief"] == 1
    assert anchors["interests"] == 2
    assert anchors["sources"] == anchors["evidence"]
    assert anchors["e-1-60"] == layout("ru", "gost").pages


@pytest.mark.parametrize(("language", "style"), EDITIONS)
def test_bookmarks_equal_the_headings(language: str, style: str) -> None:
    report = sample_report(language)
    document = pypdfium2.PdfDocument(layout(language, style).data)
    found = [(bookmark.level, bookmark.get_title()) for bookmark in document.get_toc()]
    headings = [block for block in report.blocks if isinstance(block, Heading)]
    assert [title for _, title in found] == [f"{heading.number} {heading.text}".strip() for heading in headings]
    assert [level for level, _ in found] == [heading.level - 1 for heading in headings]


@pytest.mark.parametrize("language", ["ru", "en"])
def test_every_font_is_embedded_and_maps_to_unicode(language: str) -> None:
    with pikepdf.open(BytesIO(layout(language, "gost").data)) as pdf:
        fonts = [font for page in pdf.pages for font in page.obj.Resources.Font.values()]
        assert fonts
        for font in fonts:
            assert "/ToUnicode" in font
            assert "/FontFile2" in font.DescendantFonts[0].FontDescriptor
            assert "It" not in str(font.BaseFont).split("-")[-1]


def test_gost_numbers_pages_at_the_top_from_the_second() -> None:
    margins = untagged_text(layout("ru", "gost").data)
    assert margins[0] == ""
    assert [text[-1] for text in margins[1:]] == [str(number) for number in range(2, len(margins) + 1)]


def test_govuk_prints_running_text_and_page_of_pages() -> None:
    found = layout("en", "govuk")
    for number, text in enumerate(untagged_text(found.data), 1):
        assert text.replace("\u00a0", " ").endswith(f"Prepared from open sourcesPage {number} of {found.pages}")


def test_a_tables_head_is_repeated_on_each_page_as_an_artifact() -> None:
    found = layout("en", "govuk")
    last = page_text(found.data, found.pages - 1)
    assert "Sentence of the source" in last
    said = [part.text for part in tagged_text(found.data)]
    assert said.count("Sentence of the source") == 1


def test_citations_lead_to_their_rows() -> None:
    found = layout("ru", "gost")
    with pikepdf.open(BytesIO(found.data)) as pdf:
        annotation = pdf.pages[0].obj.Annots[0]
        assert annotation.Contents == "1.6"
        target = [page.obj.objgen for page in pdf.pages].index(annotation.Dest[0].objgen) + 1
    assert target == found.anchors["e-1-6"]


def test_originals_are_marked_with_their_language() -> None:
    with pikepdf.open(BytesIO(layout("en", "govuk").data)) as pdf:
        languages = {str(element.get("/Lang")) for element in pdf.objects if _is_element(element, "/Span")}
        assert languages == {"ru"}
        assert pdf.Root.Lang == "en-GB"


def _is_element(value: object, tag: str) -> bool:
    return isinstance(value, pikepdf.Dictionary) and value.get("/Type") == "/StructElem" and value.get("/S") == tag


def test_the_chart_says_its_message() -> None:
    with pikepdf.open(BytesIO(layout("en", "govuk").data)) as pdf:
        figures = [element for element in pdf.objects if _is_element(element, "/Figure")]
        alternatives = [str(figure.Alt) for figure in figures]
        assert any("Largest sums" in text for text in alternatives)
        assert all(float(figure.A.BBox[2]) > float(figure.A.BBox[0]) for figure in figures)


def test_rows_and_heads_have_their_scope() -> None:
    with pikepdf.open(BytesIO(layout("ru", "gost").data)) as pdf:
        scopes = [str(element.A.Scope) for element in pdf.objects if _is_element(element, "/TH")]
    assert set(scopes) == {"/Row", "/Column"}


def test_an_empty_control_is_not_printed() -> None:
    said = " ".join(part.text for part in tagged_text(layout("en", "govuk").data))
    assert "Assessment" not in said
    assert "Remarks. Checked against the source." in said.replace("\u00a0", " ")


def test_a_character_that_no_font_has_stands_as_its_code_everywhere() -> None:
    report = sample_report("en")
    strange = (Heading(2, "", "A rocket \U0001f680", "x"), Paragraph((Text("see 漢 there"),)))
    found = write_pdf(replace(report, running="now 漢", blocks=(*report.blocks[:5], *strange, *report.blocks[5:])), load_style("govuk"))
    said = [part.text for part in tagged_text(found.data)]
    assert "A rocket ‹U+1F680›" in said and "see ‹U+6F22› there" in said
    assert all("now ‹U+6F22›" in text.replace("\u00a0", " ") for text in untagged_text(found.data))


def test_attachments_lie_in_the_file_as_they_were_given() -> None:
    given = (
        Attachment("brief.json", "application/json", "Data", b'{"a": 1}', "Facts"),
        Attachment("brief.en.docx", "application/zip", "Source", b"PK\x03\x04", "Draft"),
    )
    data = write_pdf(sample_report("en"), load_style("govuk"), given).data
    with pikepdf.open(BytesIO(data)) as pdf:
        assert {name: file.get_file().read_bytes() for name, file in pdf.attachments.items()} == {
            attachment.name: attachment.data for attachment in given
        }
        assert sorted(str(file.AFRelationship) for file in pdf.Root.AF) == ["/Data", "/Source"]
        assert b"<pdfaid:part>3<" in pdf.Root.Metadata.read_bytes()
    assert data == write_pdf(sample_report("en"), load_style("govuk"), given[::-1]).data


@pytest.mark.parametrize("style", ["gost", "govuk"])
def test_a_draft_says_so_once_as_text_and_behind_each_page(style: str) -> None:
    report = sample_report("ru")
    found = write_pdf(replace(report, head=replace(report.head, status="Проект"), watermark="ПРОЕКТ"), load_style(style))
    assert [part.text.casefold() for part in tagged_text(found.data)].count("проект") == 1
    assert all(text.startswith("ПРОЕКТ") for text in untagged_text(found.data))


def test_thin_and_narrow_spaces_become_no_break_spaces() -> None:
    report = replace(sample_report("ru"), blocks=(Paragraph((Text("10\u202fмлрд\u2009т и\u200b тире\u2011дефис"),)),))
    said = tagged_text(write_pdf(report, load_style("gost")).data)
    assert said[-1].text == "10\u00a0млрд\u00a0т и тире\u2011дефис"


@pytest.mark.parametrize("style", ["gost", "govuk"])
def test_an_empty_requisite_leaves_no_gap(style: str) -> None:
    head = Head("", "", "", "Справка", "", "", "", "О минералах", ())
    report = replace(sample_report("ru"), head=head, blocks=())
    found = write_pdf(report, load_style(style))
    assert [part.text for part in tagged_text(found.data)] == ["СПРАВКА", "О минералах"]
    page = pypdfium2.PdfDocument(found.data)[0]
    top = max(obj.get_bounds()[3] for obj in page.get_objects())
    assert page.get_height() - top == pytest.approx((20 if style == "gost" else 18) * 72 / 25.4, abs=3)


@pytest.mark.parametrize("style", ["gost", "govuk"])
def test_a_marking_stands_on_each_page_and_once_as_text(style: str) -> None:
    report = sample_report("en")
    head = replace(report.head, marking="TLP:AMBER", marking_at_foot=True)
    found = write_pdf(replace(report, head=head), load_style(style))
    said = [part.text for part in tagged_text(found.data)]
    assert said.count("TLP:AMBER") == 1
    assert [text.count("TLP:AMBER") for text in untagged_text(found.data)] == [1, *[2] * (found.pages - 1)]


@pytest.mark.parametrize(("alignment", "at_foot"), [("right", False), ("centre", True)])
def test_a_marking_stands_where_its_scheme_wants_it(alignment: str, at_foot: bool) -> None:
    report = sample_report("ru")
    head = replace(report.head, marking="OFFICIAL", marking_alignment=alignment, marking_at_foot=at_foot, copy="Экз. 3")
    found = write_pdf(replace(report, head=head), load_style("gost"))
    assert "Экз. 3" in [part.text for part in tagged_text(found.data)]
    page = pypdfium2.PdfDocument(found.data)[1]
    text = page.get_textpage()
    places = []
    searcher = text.search("OFFICIAL")
    while (hit := searcher.get_next()) is not None:
        boxes = [text.get_charbox(index) for index in range(hit[0], hit[0] + hit[1])]
        places.append((boxes[0][0], boxes[-1][2], boxes[0][1]))
    assert len(places) == 1 + at_foot
    left, right = 20 * 72 / 25.4, page.get_width() - 10 * 72 / 25.4
    for start, stop, _ in places:
        wanted, found_at = (right, stop) if alignment == "right" else ((left + right) / 2, (start + stop) / 2)
        assert found_at == pytest.approx(wanted, abs=1)


def test_metadata_comes_from_the_report() -> None:
    with pikepdf.open(BytesIO(layout("ru", "gost").data)) as pdf:
        assert str(pdf.docinfo.Title).startswith("Об интересах Великобритании")
        assert str(pdf.docinfo.ModDate) == "D:20260227000000Z"
        metadata = bytes(pdf.Root.Metadata.read_bytes()).decode("utf-8")
    for part in ("<pdfuaid:part>1<", "<pdfaid:conformance>A<", "8e3862834cee2c73", "2026-02-27T00:00:00Z"):
        assert part in metadata


def test_a_locale_is_written_as_a_language_tag() -> None:
    report = replace(sample_report("en"), locale="en_GB", blocks=())
    with pikepdf.open(BytesIO(write_pdf(report, load_style("govuk")).data)) as pdf:
        assert pdf.Root.Lang == "en-GB"


@pytest.mark.slow
def test_the_bytes_are_the_same_in_every_process() -> None:
    program = (
        "import hashlib\n"
        "from tests.writers.sample_report import sample_report\n"
        "from briefgen.templating import load_style\n"
        "from briefgen.writers.pdf import write_pdf\n"
        "print(hashlib.sha256(write_pdf(sample_report('ru'), load_style('gost')).data).hexdigest())"
    )
    digests = set()
    for seed, zone in (("0", "UTC"), ("1", "Asia/Almaty"), ("77", "America/New_York")):
        environment = {**os.environ, "PYTHONHASHSEED": seed, "TZ": zone}
        run = subprocess.run([sys.executable, "-c", program], cwd=ROOT, env=environment, capture_output=True, text=True, check=True)
        digests.add(run.stdout)
    assert len(digests) == 1


@pytest.mark.parametrize("language", ["ru", "en"])
def test_measuring_counts_the_pages_without_a_file(language: str) -> None:
    style = load_style("gost" if language == "ru" else "govuk")
    known: Known = {}
    for size in range(len(sample_report(language).blocks), 0, -3):
        report = replace(sample_report(language), blocks=sample_report(language).blocks[:size])
        assert measure_pdf(report, style, known) == write_pdf(report, style).pages


def test_a_row_of_the_annex_leads_back_to_its_first_citation() -> None:
    citation, again = Citation("1.2", "e-1-2", "c-e-1-2"), Citation("1.2", "e-1-2")
    row = Row(((Link("1.2", "#c-e-1-2"),), (Text("A sentence."),)), anchor="e-1-2")
    table = Table("evidence", (Column("Para."), Column("Sentence")), (row,), "")
    blocks = (
        Paragraph((Text("One "), Citations((citation,)))),
        PageBreak(),
        Paragraph((Text("Two "), Citations((again,)))),
        PageBreak(),
        table,
    )
    found = write_pdf(replace(sample_report("en"), blocks=blocks), load_style("govuk"))
    with pikepdf.open(BytesIO(found.data)) as pdf:
        pages = [page.obj.objgen for page in pdf.pages]
        leads = [[pages.index(annotation.Dest[0].objgen) for annotation in page.obj.get("/Annots", [])] for page in pdf.pages]
        [back] = pdf.pages[2].obj.Annots
        [to] = pdf.pages[0].obj.Annots
        assert float(back.Dest[3]) > float(to.Rect[1])
    assert leads == [[2], [2], [0]]
