"""What the styles of a letterhead say of lines and of the rows of tables."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefgen.writers.docx.letterhead import BUILT_IN, build_letterhead
from briefgen.writers.docx.typeface import style_for_word
from tests.writers.docx.opened import find, tree, values
from tests.writers.docx.small_report import style


def spacing(name: str, id: str) -> dict[str, str]:
    styles = tree(build_letterhead(style(name)), "word/styles.xml")
    (found,) = find(styles, f".//w:style[@w:styleId='{id}']/w:pPr/w:spacing")
    return {side: values(found, f"@w:{side}")[0] for side in ("line", "lineRule")}


@pytest.mark.parametrize("name", BUILT_IN)
def test_text_of_tables_is_set_close_in_a_way_that_cuts_nothing(name: str) -> None:
    line = spacing(name, "TableText")
    assert line["lineRule"] == "auto"  # grows with a larger letter or a picture that a person puts in; exact lines would cut it
    assert 0.95 <= int(line["line"]) / 240 < 1


@pytest.mark.parametrize("name", BUILT_IN)
def test_lines_of_running_text_are_at_least_as_high_as_the_style_asks(name: str) -> None:
    assert spacing(name, "BodyText")["lineRule"] == "atLeast"


@pytest.mark.parametrize("name", BUILT_IN)
def test_a_line_that_holds_drawings_is_never_less_than_they_are(name: str) -> None:
    assert spacing(name, "ChartPanels")["lineRule"] == "atLeast"


@pytest.mark.parametrize("name", BUILT_IN)
def test_a_hairline_takes_its_width_from_the_cell_above_it(name: str) -> None:
    given = style(name)
    thick = replace(given, rules=replace(given.rules, hairline=given.rules.hairline + 0.2))
    bottoms = []
    for ruled in (given, thick):
        styles = tree(build_letterhead(ruled), "word/styles.xml")
        (bottom,) = values(styles, ".//w:style[@w:styleId='BriefTable']/w:tblPr/w:tblCellMar/w:bottom/@w:w")
        bottoms.append(int(bottom))
    assert bottoms[0] - bottoms[1] == 4  # twentieths of a point


@pytest.mark.parametrize("name", BUILT_IN)
def test_sources_are_listed_in_the_type_that_the_pdf_lists_them_in(name: str) -> None:
    styles = tree(build_letterhead(style(name)), "word/styles.xml")
    (size,) = values(styles, ".//w:style[@w:styleId='ListNumber']/w:rPr/w:sz/@w:val")
    assert int(size) == 2 * style_for_word(style(name)).roles.listing.size


@pytest.mark.parametrize("name", BUILT_IN)
def test_the_bar_of_a_charts_note_stands_inside_its_cell(name: str) -> None:
    styles = tree(build_letterhead(style(name)), "word/styles.xml")
    properties = ".//w:style[@w:styleId='ChartNote']/w:pPr"
    (indent,) = map(int, values(styles, f"{properties}/w:ind/@w:left"))
    (space,) = map(int, values(styles, f"{properties}/w:pBdr/w:left/@w:space"))
    assert indent / 20 >= space + style(name).charts.note_bar


@pytest.mark.parametrize("name", BUILT_IN)
def test_items_of_a_list_stand_line_by_line_and_key_points_apart(name: str) -> None:
    styles = tree(build_letterhead(style(name)), "word/styles.xml")
    tight = {
        id: values(styles, f".//w:style[@w:styleId='{id}']/w:pPr/w:contextualSpacing/@w:val")[0]
        for id in ("ListNumber", "ListBullet", "Checklist", "KeyPoint")
    }
    assert tight == {"ListNumber": "1", "ListBullet": "1", "Checklist": "1", "KeyPoint": "0"}


@pytest.mark.parametrize("name", BUILT_IN)
def test_bullets_are_the_styles(name: str) -> None:
    numbering = tree(build_letterhead(style(name)), "word/numbering.xml")
    assert values(numbering, ".//w:lvl[w:pStyle/@w:val='ListBullet']/w:lvlText/@w:val") == [style(name).bullet]
