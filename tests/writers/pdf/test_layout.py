"""The parts of the layout: lines, columns, rows and pages."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefgen.blocks import Column, Control, Figure, Heading, Paragraph, Row, Strong, Table, Text
from briefgen.templating import load_style
from briefgen.writers.pdf.breaks import WIDEST
from briefgen.writers.pdf.columns import Need, column_widths
from briefgen.writers.pdf.flow import flow
from briefgen.writers.pdf.hyphens import cut_points
from briefgen.writers.pdf.inlines import fragments
from briefgen.writers.pdf.lines import Line, break_lines, place_line
from briefgen.writers.pdf.pages import paginate
from briefgen.writers.pdf.setting import Setting, prepare, printed
from briefgen.writers.pdf.strips import MM, Bar, Run, Strip
from briefgen.writers.pdf.structure import Element
from briefgen.writers.pdf.tables import table_strips
from tests.writers.sample_report import sample_report


@pytest.fixture(scope="module")
def setting() -> Setting:
    return prepare(sample_report("ru"), load_style("gost"))


def lines(text: str, width: float, setting: Setting, *, justified: bool = False) -> list[Line]:
    role = setting.style.roles.body
    found = fragments((Text(text),), role, Element("P"), setting)
    return break_lines(found, width, "justified" if justified else "left", hyphenate=justified)


def text(line: Line) -> str:
    parts = [fragment.text for word in line.words for fragment in (*word.fragments, *([word.space] if word.space else []))]
    return "".join(parts).strip(" ")


def test_a_no_break_space_never_ends_a_line(setting: Setting) -> None:
    for width in range(60, 300, 7):
        for line in lines("сумма в 25\u00a0млрд долларов\u00a0США и ещё 120\u00a0млн евро", width, setting):
            assert not text(line).endswith(("25", "120", "долларов"))


@pytest.mark.parametrize("width", [120.0, 200.0, 330.0])
def test_no_line_is_wider_than_its_column(width: float, setting: Setting) -> None:
    words = "Планируемое заключение соглашения между двумя странами в сфере редкоземельных металлов " * 4
    for justified in (False, True):
        for line in lines(words, width, setting, justified=justified):
            assert line.width <= width * 1.03


def test_ragged_text_takes_no_more_lines_than_it_needs(setting: Setting) -> None:
    words = "один два три четыре пять шесть семь восемь девять десять " * 6
    total = sum(line.width for line in lines(words, 1e9, setting))
    assert len(lines(words, 300, setting)) <= total / 300 + 2


def test_a_last_line_is_no_lonely_citation(setting: Setting) -> None:
    found = lines("Продолжаются попытки выстроить маршруты в\u00a0обход [1.31]", 130, setting)
    assert text(found[-1]) != "[1.31]"


@pytest.mark.parametrize("word", ["Великобритания", "2026-го", "USD", "ЕАБР", "жест", "12-процентный", "Euroclear", "C5+1", "minerals"])
def test_names_figures_and_short_words_are_never_cut(word: str) -> None:
    assert cut_points(word) == []


def test_a_word_keeps_three_letters_on_either_line() -> None:
    assert all(3 <= point <= 7 for point in cut_points("ископаемые"))


def test_a_justified_line_is_cut_only_where_it_would_gape(setting: Setting) -> None:
    [first, *_] = lines("и на раз и на два и на три и на четыре и на пять", 300, setting, justified=True)
    assert all(word.ending != "cut" for word in first.words)


def test_no_space_of_a_justified_line_gapes(setting: Setting) -> None:
    sample = "Интерес к Казахстану и Центральной Азии проявляют три партнёра: Великобритания\u00a0— критически важные минералы"
    role = setting.style.roles.body
    for width in range(120, 520, 20):
        for line in lines(sample, width, setting, justified=True):
            spreads = [item.spread for item in place_line(line, 0.0, 0.0, width, role.alignment) if isinstance(item, Run)]
            assert max(spreads) <= WIDEST * 0.25 * role.size


def test_a_long_name_is_cut_only_where_a_line_could_not_be_filled(setting: Setting) -> None:
    sample = "Интерес к Казахстану проявляют три партнёра: Великобритания\u00a0— критически важные минералы"
    found = [[text(line) for line in lines(sample, width, setting, justified=True)] for width in (330, 500)]
    assert found[0][0].endswith("Велико") and "Великобритания" in found[1][0]


def test_no_word_is_cut_for_a_line_that_stays_unfilled(setting: Setting) -> None:
    sample = "Крупнейшие суммы: 4\u00a0млрд\u00a0фунтов\u00a0стерлингов\u00a0(Великобритания)"
    for width in range(150, 400, 10):
        for line in lines(sample, width, setting, justified=True):
            assert line.words[-1].ending != "cut" or line.last or width - line.width < 0.1 * width


def test_a_place_that_waits_for_words_has_no_heading_in_print() -> None:
    heading, words = Heading(1, "8.", "Выводы", "a"), Heading(1, "9.", "Источники", "s")
    report = replace(sample_report("ru"), blocks=(heading, Control("a", "", "Введите текст"), words))
    assert printed(report).blocks == (words,)
    filled = replace(report, blocks=(heading, Control("a", "", "", (Text("Слова."),)), words))
    assert printed(filled).blocks == filled.blocks


def test_a_compound_breaks_after_its_hyphen_and_a_double_name_does_not(setting: Setting) -> None:
    for width in range(90, 200, 9):
        for line in lines("президент Касым-Жомарт и торгово-экономическое", width, setting):
            assert not text(line).endswith("Касым-")


def test_an_address_breaks_after_a_slash(setting: Setting) -> None:
    found = lines("https://example.org/one/two/three/four", 110, setting)
    assert len(found) > 1
    assert "".join(text(line) for line in found) == "https://example.org/one/two/three/four"


def test_a_string_that_no_line_holds_is_broken_anywhere(setting: Setting) -> None:
    found = lines("я" * 5000, 200, setting)
    assert "".join(text(line) for line in found) == "я" * 5000
    assert all(line.width <= 200 for line in found)


def test_columns_hold_their_longest_word() -> None:
    assert column_widths((20.0, 0.0), (Need(35.0, 50.0), Need(20.0, 400.0)), 100.0) == [35.0, 65.0]


def test_columns_without_widths_in_the_style_follow_their_content() -> None:
    narrow, wide = column_widths((), (Need(10.0, 20.0), Need(10.0, 200.0)), 100.0)
    assert narrow + wide == pytest.approx(100.0)
    assert wide > 4 * narrow


def test_a_style_with_another_number_of_columns_is_not_followed() -> None:
    assert len(column_widths((10.0, 0.0, 10.0), (Need(10.0, 20.0), Need(10.0, 200.0)), 100.0)) == 2


def test_columns_spare_what_they_do_not_need() -> None:
    widths = column_widths((60.0, 0.0), (Need(10.0, 30.0), Need(10.0, 55.0)), 100.0)
    assert widths[1] == pytest.approx(55.0)


def test_columns_always_fill_the_table() -> None:
    for needs in ((Need(80.0, 90.0), Need(70.0, 90.0)), (Need(5.0, 5.0), Need(5.0, 5.0)), (Need(45.0, 60.0), Need(50.0, 500.0))):
        assert sum(column_widths((30.0, 0.0), needs, 100.0)) == pytest.approx(100.0)


def figures_table(*figures: Figure | Strong) -> Table:
    rows = tuple(Row(((Text("Показатель"),), (figure,))) for figure in figures)
    return Table("other", (Column("Что"), Column("Число", "decimal")), rows, "")


def test_decimal_marks_stand_below_each_other(setting: Setting) -> None:
    table = figures_table(Figure("почти ", "200", ""), Figure("", "2", ",6"), Figure("более ", "1", ",125"))
    strips = table_strips(table, Element("Document"), setting, before=0)[1:]
    marks = []
    for strip, row in zip(strips, table.rows, strict=True):
        figure = row.cells[1][0]
        assert isinstance(figure, Figure)
        runs = [item for item in strip.items if isinstance(item, Run)]
        number = runs[-1]
        integer = number.text.strip()[: len(figure.integer)]
        marks.append(number.x + number.look.face.width(integer, number.look.size))
    assert marks[0] == pytest.approx(marks[1], abs=0.05)
    assert marks[1] == pytest.approx(marks[2], abs=0.05)


def test_a_column_of_figures_without_a_style_holds_its_widest_fraction(setting: Setting) -> None:
    strips = table_strips(figures_table(Figure("", "1", ",123456789")), Element("Document"), setting, before=0)
    number = [item for item in strips[1].items if isinstance(item, Run)][-1]
    assert number.x + number.look.face.width(number.text, number.look.size) <= setting.width + 0.1


def test_a_row_taller_than_a_third_of_a_page_may_break(setting: Setting) -> None:
    table = Table("limits", (Column("Вид"), Column("Что")), (Row(((Text("Вид"),), (Text("слово " * 900),))),), "")
    strips = table_strips(table, Element("Document"), setting, before=0)
    pages = paginate(strips, 500)
    assert len(pages) > 1
    assert all(placed.y + placed.strip.height <= 500.1 for page in pages for placed in page.placed)


def test_a_row_never_breaks_otherwise(setting: Setting) -> None:
    table = Table("limits", (Column("Вид"), Column("Что")), (Row(((Text("Вид"),), (Text("слово " * 60),))),), "")
    assert len(table_strips(table, Element("Document"), setting, before=0)) == 2


def test_a_heading_never_stands_at_a_foot(setting: Setting) -> None:
    report = sample_report("ru")
    strips = flow(report, setting).strips
    for height in range(260, 700, 11):
        for page in paginate(strips, height)[:-1]:
            assert page.placed[-1].strip.bookmark is None


def test_a_lead_stays_on_the_page_of_its_table(setting: Setting) -> None:
    rows = tuple(Row(((Text("слово " * 20),),)) for _ in range(9))
    lead = Paragraph((Text("Токаев: стороны достигли договорённости о сотрудничестве. " * 3),), "lead")
    blocks = (*[Paragraph((Text("Строка."),))] * 5, Heading(2, "2.2.", "Союз", "eu"), lead, Table("t", (Column("Что"),), rows, ""))
    strips = flow(replace(sample_report("ru"), blocks=blocks), setting).strips
    for height in range(150, 500, 7):
        for page in paginate(strips, height)[:-1]:
            last = page.placed[-1].strip
            assert last.closing or not last.keep  # the head of a table and two of its rows, or nothing that leads to it


@pytest.mark.parametrize("name", ["gost", "gost-14", "govuk", "digest"])
@pytest.mark.parametrize("date", ["30\u00a0сентября [2026]", "30\u00a0September [2026]"])
def test_the_longest_day_of_a_timeline_stands_on_one_line(name: str, date: str) -> None:
    setting = prepare(sample_report("ru"), load_style(name))
    role = setting.style.roles.timeline
    assert len(break_lines(fragments((Text(date),), role, Element("Lbl"), setting), setting.style.charts.rail_date * MM)) == 1


def test_two_lines_of_a_paragraph_stay_together() -> None:
    lines = [Strip(10, keep=keep) for keep in (True, False, True, False)]
    pages = paginate([Strip(85), *lines], 100)
    assert [len(page.placed) for page in pages] == [1, 4]


def test_a_repeated_head_and_a_closing_rule_frame_a_tables_pages() -> None:
    rule = Bar(0, 0, 1, 1, "#000000")
    header = (Strip(5),)
    rows = [Strip(30, header=header, opening=(rule,), closing=(rule,)) for _ in range(6)]
    first, second = paginate([Strip(5), *rows], 100)
    assert [len(page.placed) for page in (first, second)] == [4, 4]
    assert [len(placed.items) for placed in first.placed] == [0, 1, 1, 2]
    assert [len(placed.items) for placed in second.placed] == [0, 0, 1, 1]


def test_a_page_break_starts_a_page() -> None:
    assert len(paginate([Strip(10), Strip(10, new_page=True)], 100)) == 2


def test_what_is_taller_than_a_page_is_set_all_the_same() -> None:
    pages = paginate([Strip(60, keep=True), Strip(60, keep=True), Strip(60)], 100)
    assert [len(page.placed) for page in pages] == [1, 1, 1]


def test_headings_of_a_style_differ_in_size(setting: Setting) -> None:
    blocks = tuple(Heading(level, "", "Раздел", f"h{level}") for level in (1, 2, 3))
    strips = flow(replace(sample_report("ru"), blocks=blocks), setting).strips[-3:]
    sizes = [item.look.size for strip in strips for item in strip.items if isinstance(item, Run)]
    assert sizes == sorted(sizes, reverse=True)
