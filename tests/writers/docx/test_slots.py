"""Each item of a report is in a content control with a bookmark inside, named after the item, and is told in the ledger."""

from __future__ import annotations

import json

import pytest
from lxml import etree

from briefgen.blocks import (
    Choice,
    Citation,
    Citations,
    Column,
    Figure,
    Foreign,
    Heading,
    Listing,
    ListItem,
    Moment,
    Paragraph,
    Row,
    Table,
    Text,
    Timeline,
)
from briefgen.writers.docx.ledger import ledger_from
from briefgen.writers.docx.slots import bookmark_name, cell_slots, tag_name
from tests.writers.docx.opened import find, parts, tree, values, words
from tests.writers.docx.small_report import sample, written

CITED = Citations((Citation("1.6", "e-1-6"),))
COLUMNS = (Column("What"), Column("Number", "decimal"), Column("Unit"), Column("Source"))
FIGURES = Row(((Text("Reserves"),), (Figure("", "2", ".6"),), (Text("million tonnes"),), (CITED,)), ids=("figures/q-1",))


def _controls(document: etree._Element) -> dict[str, str]:
    """Texts by tag, without those of the head."""
    found = {values(control, "w:sdtPr/w:tag/@w:val")[0]: words(control) for control in find(document, ".//w:sdt")}
    return {tag: text for tag, text in found.items() if not tag.startswith("head/")}


@pytest.mark.parametrize(
    ("block", "expected"),
    [
        (Heading(2, "2.1.", "Kazakhstan", "kz", ids=("heading/kz",)), {"heading/kz": "Kazakhstan"}),
        (Paragraph((Text("Words "), CITED), ids=("lead/i-1",)), {"lead/i-1": "Words [1.6]"}),
        (Listing((ListItem((Text("One"),), ids=("points/one",)), ListItem((Text("Two"),)))), {"points/one": "One"}),
        (
            Table("figures", COLUMNS, (FIGURES,), "Figures"),
            {"figures/q-1/0": "Reserves", "figures/q-1/1": "2.6", "figures/q-1/2": "million tonnes"},
        ),
        (
            Timeline((Moment("26 May", (Text("Talks"),), True, ("timeline/i-1",)),), "", ""),
            {"timeline/i-1/0": "26 May", "timeline/i-1/2": "Talks"},
        ),
    ],
)  # fmt: skip
def test_what_came_from_data_is_in_a_control(block, expected: dict[str, str]) -> None:
    assert _controls(tree(written(block))) == expected


def test_a_bookmark_stands_inside_each_control() -> None:
    document = tree(written(Table("figures", COLUMNS, (FIGURES,), "Figures")))
    for control in find(document, ".//w:sdt"):
        tag = values(control, "w:sdtPr/w:tag/@w:val")[0]
        assert values(control, "w:sdtContent/w:bookmarkStart/@w:name") == [bookmark_name(tag)]
        assert len(find(control, "w:sdtContent/w:bookmarkEnd")) == 1


def test_the_alias_says_to_a_person_where_it_is() -> None:
    document = tree(written(Heading(1, "3.", "Figures", "figures"), Table("figures", COLUMNS, (FIGURES,), "Figures")))
    aliases = values(document, ".//w:sdt[w:sdtPr/w:tag/@w:val='figures/q-1/1']/w:sdtPr/w:alias/@w:val")
    assert aliases == ["Figures: Reserves: Number"]


def test_a_term_is_chosen_from_a_list_that_is_empty_until_then() -> None:
    options = (("low", "low"), ("high", "high"))
    row = Row(((Text("impact "), Choice("risks/r-1/impact", "impact", options, "choose")),), ids=("risks/r-1",))
    control = find(tree(written(Table("risks", (Column("Rating"),), (row,), "Risks"))), ".//w:sdt[w:sdtPr/w:dropDownList]")[0]
    assert values(control, "w:sdtPr/w:dropDownList/w:listItem/@w:value") == ["", "low", "high"]
    assert find(control, "w:sdtPr/w:showingPlcHdr")
    assert words(control) == "_____"


def test_a_chosen_term_is_no_prompt() -> None:
    choice = Choice("risks/r-1/impact", "impact", (("low", "low"), ("high", "high")), "choose", "high")
    row = Row(((choice,),), ids=("risks/r-1",))
    control = find(tree(written(Table("risks", (Column("Rating"),), (row,), "Risks"))), ".//w:sdt[w:sdtPr/w:dropDownList]")[0]
    assert words(control) == "high"
    assert not find(control, "w:sdtPr/w:showingPlcHdr")


def test_an_item_that_is_printed_twice_has_one_control() -> None:
    same = Paragraph((Text("Words"),), ids=("lead/i-1",))
    assert len(find(tree(written(same, same)), ".//w:sdt[w:sdtPr/w:tag/@w:val='lead/i-1']")) == 1


def test_the_sentence_of_the_annex_is_the_sources_own() -> None:
    own = Row(((Text("1.6"),), (Text("A sentence."),), (Text("q-1"),)), ids=("evidence/q-1",))
    foreign = Row(((Text("1.6"),), (Text("Translated."), Foreign("«Фраза»", "ru")), (Text("q-1"),)), ids=("evidence/q-1",))
    assert list(cell_slots(own, "evidence")) == [(1, "evidence/q-1/1", "source")]
    assert list(cell_slots(foreign, "evidence")) == [(1, "evidence/q-1/1", "text")]


def test_a_number_and_the_unit_beside_it_are_a_figure() -> None:
    assert [kind for _, _, kind in cell_slots(FIGURES, "figures")] == ["text", "figure", "figure"]


@pytest.mark.parametrize("name", ["risks_brief/" + "r-" * 40 + "1/0", "a/" + "б" * 70])
def test_names_are_as_short_as_word_wants_them(name: str) -> None:
    assert len(tag_name(name)) <= 64
    assert len(bookmark_name(name)) <= 40
    assert bookmark_name(name) != bookmark_name(name + "1")


def test_the_ledger_tells_what_was_printed_where() -> None:
    docx = written(
        Heading(1, "3.", "Figures", "figures", ids=("heading/figures",)), Table("figures", COLUMNS, (FIGURES,), "All", "A caption")
    )
    ledger = ledger_from(etree.fromstring(parts(docx)["customXml/item1.xml"]).text or "")
    told = {slot.id: slot for slot in ledger.slots}
    assert told["heading/figures"].prefix == "3. "
    assert (told["figures/q-1/1"].text, told["figures/q-1/1"].cell, told["figures/q-1/1"].item) == ("2.6", 1, "figures/q-1")
    assert "A caption" in ledger.fixed
    assert (ledger.language, ledger.date) == ("en", "2026-02-27")


def test_the_ledger_holds_hostile_words() -> None:
    docx = written(Paragraph((Text('<&"]]> \x01 \ud800\n'),), ids=("lead/i-1",)))
    assert json.loads(etree.fromstring(parts(docx)["customXml/item1.xml"]).text or "")["slots"]


@pytest.mark.parametrize("language", ["ru", "en"])
def test_slots_are_in_the_order_of_the_document(language: str) -> None:
    """A reader of the ledger follows the text; those of footnotes stand behind it."""
    tags = [*values(tree(sample(language)), ".//w:sdtPr/w:tag/@w:val")]
    ledger = ledger_from(tree(sample(language), "customXml/item1.xml").text or "")
    written_tags = [tag_name(slot.id) for slot in ledger.slots]
    assert [tag for tag in written_tags if tag in tags] == [tag for tag in tags if tag in written_tags]
    assert len(written_tags) >= len(tags)
