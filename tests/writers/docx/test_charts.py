"""Charts are native, can be edited, and say in words what they show."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from decimal import Decimal

from lxml import etree

from briefgen.blocks import Bar, Chart, Panel, Text
from tests.writers.docx.opened import find, paragraphs, parts, tree, values
from tests.writers.docx.small_report import written

PANEL = Panel("Euros", (Bar("Package", "12 billion", Decimal("12e9"), True), Bar("Released", "600 million", Decimal("6e8"), False)))
CHART = Chart(
    "sums", "", (PANEL, replace(PANEL, title="Dollars")), (Text("Not drawn."),), "promised", "other", "Own scales.", "Message", "Sum"
)


def _part(number: int = 1, chart: Chart = CHART) -> etree._Element:
    return tree(written(chart), f"word/charts/chart{number}.xml")


def test_a_chart_has_one_native_part_a_panel_with_its_workbook() -> None:
    names = parts(written(CHART))
    assert {name for name in names if "chart" in name} == {
        *(f"word/charts/chart{number}.xml" for number in (1, 2)),
        *(f"word/charts/_rels/chart{number}.xml.rels" for number in (1, 2)),
        *(f"word/embeddings/chart{number}.xlsx" for number in (1, 2)),
    }


def test_the_first_panel_bears_the_message_and_each_other_its_own_figures() -> None:
    document = tree(written(CHART))
    assert values(document, ".//wp:docPr/@descr") == ["Message", "Dollars: Package 12 billion; Released 600 million"]


def test_values_and_labels_are_the_reports() -> None:
    bars = find(_part(), ".//c:ser[2]")[0]
    assert values(bars, "c:cat//c:v/text()") == ["Package", "Released"]
    assert values(bars, "c:val//c:v/text()") == ["12000000000", "600000000"]
    assert values(bars, "c:tx//c:v/text()") == ["Sum"]


def test_each_bar_is_labelled_with_its_value_as_printed() -> None:
    labels = ["".join(values(label, ".//a:t/text()")) for label in find(_part(), ".//c:dLbl")]
    assert labels == ["Package  12 billion", "Released  600 million"]


def test_only_what_is_promised_is_solid() -> None:
    bars = find(_part(), ".//c:ser[2]")[0]
    assert find(bars, "c:spPr/a:solidFill")
    assert values(bars, "c:dPt[c:spPr/a:noFill]/c:idx/@val") == ["1"]


def test_a_scale_begins_at_zero_and_ends_with_the_longest_bar() -> None:
    assert values(_part(), ".//c:valAx/c:scaling/c:min/@val | .//c:valAx/c:scaling/c:max/@val") == ["12000000000", "0"]


def test_the_workbook_holds_labels_values_and_values_as_printed() -> None:
    book = zipfile.ZipFile(io.BytesIO(parts(written(CHART))["word/embeddings/chart1.xlsx"]))
    rows = find(etree.fromstring(book.read("xl/worksheets/sheet1.xml")), ".//s:row")
    assert ["".join(row.itertext()) for row in rows] == ["EurosSum", "Package1200000000012 billion", "Released600000000600 million"]


def test_the_key_names_only_what_is_drawn() -> None:
    solid = replace(CHART, panels=(replace(PANEL, bars=PANEL.bars[:1]),))
    assert paragraphs(tree(written(CHART)), "ChartKey") == ["■\u00a0promised   □\u00a0other   Own scales."]
    assert paragraphs(tree(written(solid)), "ChartKey") == ["■\u00a0promised   Own scales."]


def test_a_chart_without_bars_prints_its_note_alone() -> None:
    document = tree(written(replace(CHART, panels=())))
    assert not find(document, ".//w:drawing")
    assert paragraphs(document, "ChartNote") == ["Not drawn."]


def test_a_label_too_long_for_its_panel_puts_the_values_of_all_on_a_line_of_their_own() -> None:
    long = replace(PANEL, bars=(replace(PANEL.bars[0], label="Export guarantees for projects in the region"), PANEL.bars[1]))
    chart = _part(2, replace(CHART, panels=(long, PANEL, PANEL)))
    labels, values_printed, bars = find(chart, ".//c:ser")
    assert values(labels, "c:cat//c:v/text()") == ["Package", "Released"]
    assert values(values_printed, "c:dLbls/c:dLbl//a:t/text()") == ["12 billion", "600 million"]
    assert values(bars, "c:val//c:f/text()") == ["Sheet1!$B$2:$B$3"]


def test_values_on_lines_of_their_own_stand_at_the_right() -> None:
    bar = Bar("A label that leaves no room for a value beside it in a panel", "12 billion", Decimal("12e9"), True)
    part = _part(chart=replace(CHART, panels=(replace(PANEL, bars=(bar,)), PANEL)))
    assert set(values(part, ".//c:ser[1]//c:dLblPos/@val")) == {"inBase"}
    assert set(values(part, ".//c:ser[2]//c:dLblPos/@val")) == {"inEnd"}


def test_the_note_stands_in_the_room_that_the_emptiest_panel_leaves() -> None:
    document = tree(written(replace(CHART, panels=(PANEL, replace(PANEL, bars=PANEL.bars[:1])))))
    cells = find(document, ".//w:tc")
    assert [paragraphs(cell, "ChartNote") for cell in cells] == [[], ["Not drawn."]]
    heights = [int(height) for height in values(document, ".//wp:extent/@cy")]
    assert heights[1] < heights[0]


def test_a_label_longer_than_its_panel_stands_in_smaller_type() -> None:
    long = replace(PANEL, bars=(replace(PANEL.bars[0], label="Совокупный объём всех инвестиций Евросоюза"),))
    sizes = {int(size) for size in values(_part(chart=replace(CHART, panels=(long, PANEL, PANEL))), ".//c:ser[1]//@sz")}
    assert sizes < set(range(700, 950))


def test_the_parts_of_a_workbook_are_stored_and_the_draft_packs_it_as_a_whole() -> None:
    data = written(CHART)
    with zipfile.ZipFile(io.BytesIO(parts(data)["word/embeddings/chart1.xlsx"])) as book:
        assert {entry.compress_type for entry in book.infolist()} == {zipfile.ZIP_STORED}
    with zipfile.ZipFile(io.BytesIO(data)) as draft:
        entry = draft.getinfo("word/embeddings/chart1.xlsx")
        assert entry.compress_size < entry.file_size / 2
