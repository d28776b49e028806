"""Tables: a repeated head, rows that hold together, widths from the style, figures aligned at the decimal mark."""

from __future__ import annotations

from dataclasses import replace

from lxml import etree

from briefgen.blocks import Column, Figure, Inlines, Label, Paragraph, Reference, Row, Table, Text
from briefgen.writers.docx.measures import text_width, twips
from tests.writers.docx.opened import find, tree, values, words
from tests.writers.docx.small_report import sample, style, written


def _table(*rows: tuple[Inlines, ...], name: str = "limits", alignment: str = "left", group: bool = False) -> Table:
    columns = (Column("Kind"), *(Column("What", alignment) for _ in rows[0][1:]))
    return Table(name, columns, tuple(Row(cells, group_start=group) for cells in rows), "Alternative text", "A caption")


def _written(table: Table, language: str = "en") -> etree._Element:
    return find(tree(written(table, language=language)), ".//w:tbl")[0]


def test_the_head_row_is_repeated_and_no_row_breaks() -> None:
    table = _written(_table(((Text("a"),), (Text("b"),))))
    assert len(find(table, "w:tr")) == 2
    assert len(find(table, "w:tr[1]/w:trPr/w:tblHeader")) == 1
    assert len(find(table, "w:tr/w:trPr/w:cantSplit")) == 2


def test_a_screen_reader_is_told_what_a_table_holds() -> None:
    table = _written(_table(((Text("a"),), (Text("b"),))))
    assert values(table, "w:tblPr/w:tblCaption/@w:val") == ["A caption"]
    assert values(table, "w:tblPr/w:tblDescription/@w:val") == ["Alternative text"]


def test_widths_are_those_of_the_style_and_fill_the_line() -> None:
    table = _written(_table(((Text("a"),), (Text("b"),))))
    widths = list(map(int, values(table, "w:tblGrid/w:gridCol/@w:w")))
    assert widths == [twips(32), twips(text_width(style("govuk").page)) - twips(32)]
    assert list(map(int, values(table, "w:tr[1]/w:tc/w:tcPr/w:tcW/@w:w"))) == widths


def test_every_table_of_the_sample_fills_the_line() -> None:
    for language, name in (("ru", "gost"), ("en", "govuk")):
        for table in find(tree(sample(language)), ".//w:tbl"):
            assert sum(map(int, values(table, "w:tblGrid/w:gridCol/@w:w"))) == twips(text_width(style(name).page))


def test_a_group_begins_below_a_stronger_rule() -> None:
    table = _written(_table(((Text("a"),), (Text("b"),)), group=True))
    assert len(find(table, "w:tr[2]/w:tc/w:tcPr/w:tcBorders/w:top")) == 2
    assert not find(table, "w:tr[1]/w:tc/w:tcPr/w:tcBorders")


def test_integers_end_and_fractions_begin_at_the_same_place() -> None:
    figures = [Figure("about ", "1", ",1"), Figure("", "200", ""), Figure("", "12\u00a0500", ",25")]
    table = _written(_table(*(((Text("a"),), (figure,)) for figure in figures), alignment="decimal"), "ru")
    assert values(table, "w:tr/w:tc[2]/w:p/w:pPr/w:pStyle/@w:val") == ["TableHeadFigure", "TableFigure", "TableFigure", "TableFigure"]
    indents = [values(row, "w:tc[2]/w:p/w:pPr/w:ind/@w:right") for row in find(table, "w:tr")]
    # Four millimetres less a comma and one digit, then less a comma and two digits, of 10 pt: 226 twips less 150 and 250.
    assert indents == [[], ["77"], [], ["0"]]


def test_a_cell_of_words_in_a_column_of_figures_ends_with_the_integers() -> None:
    table = _written(_table(((Text("a"),), (Text("22 of 36"),)), alignment="decimal"))
    assert values(table, "w:tr[2]/w:tc[2]/w:p/w:pPr/w:pStyle/@w:val") == ["TableFigure"]


def test_a_short_table_stays_on_one_page_and_a_long_one_keeps_its_first_rows() -> None:
    for count, kept in ((3, [0, 1]), (30, [0])):
        table = _written(_table(*[((Text("a"),), (Text("b"),))] * count))
        rows = find(table, "w:tr")[1:]
        assert [number for number, row in enumerate(rows) if find(row, "w:tc/w:p/w:pPr/w:keepNext")] == kept


def test_two_tables_in_a_row_stay_two() -> None:
    table = _table(((Text("a"),), (Text("b"),)))
    bare = Table(table.name, table.columns, table.rows, table.description)
    body = find(tree(written(bare, bare)), "w:body")[0]
    assert [etree.QName(child).localname for child in body][-4:] == ["tbl", "p", "tbl", "sectPr"]


def test_word_counts_a_captions_number_and_a_reference_leads_to_it() -> None:
    labelled = replace(_table(((Text("a"),), (Text("b"),))), label=Label("Table", "2", ":", "table-limits"))
    document = tree(written(labelled, Paragraph((Text("see table "), Reference("2", "table-limits")))))
    caption, reference = find(document, ".//w:p[w:pPr/w:pStyle/@w:val='Caption']")[0], find(document, ".//w:p[.//w:instrText]")[-1]
    assert words(caption) == "Table\u00a02: A caption"
    assert values(caption, "w:bookmarkStart/@w:name") == ["table_limits"]
    instructions = [node.text.strip() for node in find(document, ".//w:instrText")]
    assert instructions == [r"SEQ Table \* ARABIC", r"REF table_limits \h"]
    assert words(reference) == "see table 2"


def test_a_reference_to_nothing_is_plain_words() -> None:
    document = tree(written(Paragraph((Text("see table "), Reference("2", "table-none")))))
    assert not find(document, ".//w:instrText") and "see table 2" in words(document)
