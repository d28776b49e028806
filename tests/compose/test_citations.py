"""Citations: each leads to something that is printed, and says source and paragraph."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from briefgen.blocks import Citation, Citations, Heading, Link, ListItem, Paragraph, Quotation, Row
from tests.compose.sample_briefs import LANGUAGES, TEXT, brief_of, edition_of, parts_of, rows, section, standard, text_of, whole_extraction
from tests.sample_facts import article, extraction, interest, quantity, risk

LAST_ROW = min(len(standard().page_one_limits), len(standard().body_limits)) - 1


def anchors(report):
    return {part.anchor for kind in (Citation, Heading, ListItem, Paragraph, Quotation, Row) for part in parts_of(report, kind)} - {""}


def two_sources():
    first, second = whole_extraction(name="one.txt"), whole_extraction(name="two.txt")
    return brief_of(first, replace(second, article=replace(second.article, published=date(2026, 3, 1))))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("row", range(LAST_ROW + 1))
def test_every_citation_leads_to_a_row_of_the_report(language, row):
    report = edition_of(two_sources(), language, row=row)
    cited = {citation.target for citation in parts_of(report, Citation)}
    assert cited and cited - {row.anchor for row in parts_of(report, Row)} == set()


def test_every_link_inside_the_brief_leads_to_an_anchor():
    report = edition_of(two_sources())
    assert {link.target[1:] for link in parts_of(report, Link) if link.target.startswith("#")} - anchors(report) == set()


def test_no_two_rows_share_an_anchor():
    found = [row.anchor for row in parts_of(edition_of(two_sources()), Row) if row.anchor]
    assert len(found) == len(set(found))


def test_a_citation_says_source_and_paragraph():
    brief = two_sources()
    evidence = {item.anchor: text_of_number(item) for item in rows(edition_of(brief), "evidence")}
    assert all(citation.text == evidence[citation.target] for citation in parts_of(edition_of(brief), Citation))
    assert {"1.1", "2.1", "2.7"} <= set(evidence.values())


def text_of_number(row):
    return "".join(inline.text for inline in row.cells[0])


def test_facts_of_the_second_source_are_cited_by_its_number():
    of = article("Тишина.", name="one.txt", published=date(2026, 2, 1))
    other = article("\n".join((*["Строка."] * 6, "Потрачено 9 миллиардов евро.")), name="two.txt")
    brief = brief_of(extraction(of), extraction(other, quantity(other, "9 миллиардов евро", "9e9", "EUR")))
    assert "[2.7]" in text_of(section(edition_of(brief), "figures"))


def test_a_fact_of_two_sources_cites_both():
    brief = two_sources()
    (found,) = [item for item in parts_of(edition_of(brief).blocks, Citations) if item.text == "[1.1; 2.1]"][:1]
    assert [citation.target for citation in found.items] == ["e-1-1", "e-2-1"]


def test_citations_stand_in_order_of_number_not_of_letters():
    lines = [f"Дадут {number} миллионов евро." for number in range(2, 13)]
    of = article("\n".join(lines))
    facts = [quantity(of, f"{number} миллионов евро", f"{number}e6", "EUR", id=f"q-{number}") for number in range(2, 13)]
    wants = [
        interest(of, line.rstrip("."), "EU", id=f"i-{number}", quantities=(f"q-{number}",)) for number, line in enumerate(lines, start=2)
    ]
    threats = [risk(of, line.rstrip("."), id=f"r-{number}", rule="risk.damage") for number, line in enumerate(lines)]
    report = edition_of(brief_of(extraction(of, *facts, *wants, *threats)))
    several = [tuple(int(item.text.split(".")[1]) for item in citations.items) for citations in parts_of(report, Citations)]
    assert max(map(len, several)) == 11 and [numbers for numbers in several if numbers != tuple(sorted(numbers))] == []


def test_two_sentences_of_a_paragraph_have_rows_of_their_own():
    of = article("Даст 4 миллиарда евро. Возьмёт 5 миллиардов евро.")
    middle = of.text.index(" Возьмёт")
    facts = (quantity(of, "4 миллиарда евро", "4e9", "EUR", id="q-1"), quantity(of, "5 миллиардов евро", "5e9", "EUR", id="q-2"))
    found = extraction(of, *facts)
    span = type(found.sentences[0])
    brief = brief_of(replace(found, sentences=(span(0, middle), span(middle + 1, len(of.text)))))
    assert [row.anchor for row in rows(edition_of(brief), "evidence")] == ["e-1-1", "e-1-1-2"]


def test_one_source_is_said_to_be_single_and_two_are_not():
    assert "Single source" in text_of(section(edition_of(brief_of(whole_extraction()), "en"), "limits"))
    assert "Single source" not in text_of(section(edition_of(two_sources(), "en"), "limits"))


def test_the_evidence_has_the_sentence_as_the_source_has_it():
    printed = text_of(section(edition_of(brief_of(whole_extraction())), "evidence"))
    assert [line for line in TEXT.split("\n") if line not in printed] == []
