"""Tables and charts have numbers, and the key points refer to them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefgen.blocks import Chart, Citation, Citations, Column, Heading, Label, Listing, ListItem, Paragraph, Reference, Report, Table, Text
from briefgen.compose.labels import labelled, renumbered
from briefgen.translation.catalogs import catalog
from tests.compose.sample_briefs import LANGUAGES, brief_of, edition_of, parts_of, text_of, whole_extraction

TABLE = Table("figures", (Column("What"),), (), "All figures", "Sums named")


def report_in(language: str) -> Report:
    return edition_of(brief_of(whole_extraction()), language)


def labels_of(report: Report) -> list[Label]:
    return [block.label for block in report.blocks if isinstance(block, Heading | Table) and block.label]


@pytest.mark.parametrize("language", LANGUAGES)
def test_tables_and_charts_are_counted_apart_in_reading_order(language):
    names = [(label.anchor, label.number) for label in labels_of(report_in(language))]
    charts = [pair for pair in names if pair[0].startswith("figure-")]
    assert charts == [("figure-chart", "1")]
    assert [number for anchor, number in names if anchor.startswith("table-")] == ["1", "2", "3", "4", "5"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_reference_names_the_number_of_a_label_that_is_there(language):
    report = report_in(language)
    numbers = {label.anchor: label.number for label in labels_of(report)}
    references = list(parts_of(report, Reference))
    assert {reference.target for reference in references} == {"table-partners", "figure-chart", "table-figures", *numbers} - {""}
    assert all(numbers[reference.target] == reference.text for reference in references)


@pytest.mark.parametrize(("language", "words"), [("ru", "Таблица\u00a01\u00a0—"), ("en", "Table\u00a01:")])
def test_a_heading_above_a_table_is_its_caption(language, words):
    heading = next(block for block in report_in(language).blocks if isinstance(block, Heading) and block.anchor == "partners")
    assert heading.number == words


@pytest.mark.parametrize(("language", "words"), [("ru", "(рис. 1; табл. 3) ["), ("en", "(Figure 1; Table 3) [")])
def test_a_point_refers_before_its_citations(language, words):
    points = next(block for block in report_in(language).blocks if isinstance(block, Listing))
    point = next(text_of([Paragraph(item.inlines)]) for item in points.items if item.ids == ("points/sums",))
    assert words in point


def test_a_table_that_is_not_printed_is_not_referred_to():
    extraction = replace(whole_extraction(), quantities=())
    assert "table-figures" not in {found.target for found in parts_of(edition_of(brief_of(extraction)), Reference)}


def test_a_page_that_is_composed_alone_has_room_for_references_to_the_others():
    point = ListItem((Text("Sums"), Text("\u00a0"), Citations((Citation("1.1", "e-1-1"),))), ids=("points/sums",))
    alone = labelled([Listing((point,), "points")], catalog("en"), elsewhere=frozenset({"table-figures"}))
    assert [found.target for found in parts_of(alone, Reference)] == ["table-figures"]


def test_numbers_follow_when_a_table_goes_and_a_reference_to_it_becomes_words():
    first, second = replace(TABLE, name="one"), replace(TABLE, name="two")
    blocks = labelled([first, second], catalog("en"))
    text = Paragraph((Text("see "), Reference("1", "table-one"), Text(" and "), Reference("2", "table-two")))
    kept = renumbered([text, blocks[1]])
    assert kept[0] == Paragraph((Text("see "), Text("1"), Text(" and "), Reference("1", "table-two")))
    assert isinstance(kept[1], Table) and kept[1].title == "Table\u00a01: Sums named"


def test_a_chart_has_no_caption_but_its_heading():
    assert not any(isinstance(block, Chart) and block.title for block in report_in("ru").blocks)
