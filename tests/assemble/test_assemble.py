"""Extractions become a brief: numbered sources, merged facts, evidence, events."""

from __future__ import annotations

from datetime import date

import pytest

from briefgen.assemble import assemble
from briefgen.model import PassedOver
from tests.sample_facts import article, extraction, interest, mention, quantity, risk, statement

TEXT = "ЕС выделит 12 миллиардов евро.\n4 апреля решили о 12 миллиардов евро для региона.\nФото: 5 миллиардов рублей"


@pytest.fixture
def of_one_article():
    return article(TEXT, roles=("text", "text", "caption"))


def brief_of(*extractions, subject="RU"):
    return assemble(extractions, subject=subject, on=date(2026, 2, 27))


def test_a_sum_named_twice_is_one_fact_with_two_places(of_one_article):
    first = quantity(of_one_article, "12 миллиардов евро", "12e9", "EUR", id="q-a")
    second = quantity(of_one_article, "12 миллиардов евро", "12e9", "EUR", id="q-b")
    shift = of_one_article.text.rindex("12 миллиардов")
    second = type(second)("q-b", shift, shift + 18, *[getattr(second, name) for name in second.__slots__[3:]])
    brief = brief_of(extraction(of_one_article, first, second))
    assert [(item.fact.id, item.also, len(item.evidence)) for item in brief.quantities] == [("q-a", ("q-b",), 2)]
    assert "sum-named-twice" in {diagnostic.code for diagnostic in brief.diagnostics}


def test_sums_that_differ_in_qualifier_are_two_facts(of_one_article):
    exact = quantity(of_one_article, "12 миллиардов евро", "12e9", "EUR", id="q-a")
    about = quantity(of_one_article, "12 миллиардов евро", "12e9", "EUR", id="q-b", qualifier="about")
    assert len(brief_of(extraction(of_one_article, exact, about)).quantities) == 2


def test_facts_of_captions_are_left_out_and_the_paragraph_is_named(of_one_article):
    brief = brief_of(extraction(of_one_article, quantity(of_one_article, "5 миллиардов рублей", "5e9", "RUB")))
    assert brief.quantities == ()
    assert brief.passed_over == (PassedOver(1, 3, "caption"),)


def test_evidence_is_the_sentence_with_source_and_paragraph(of_one_article):
    brief = brief_of(extraction(of_one_article, mention(of_one_article, "4 апреля", "2025-04-04")))
    (place,) = brief.dates[0].evidence
    assert (place.source, place.paragraph, place.sentence) == (1, 2, "4 апреля решили о 12 миллиардов евро для региона.")


def test_sources_are_numbered_in_order_of_publication():
    later = extraction(article("Позже.", name="a.txt", published=date(2026, 2, 2)))
    earlier = extraction(article("Раньше.", name="b.txt", published=date(2026, 2, 1)))
    undated = extraction(article("Когда-то.", name="0.txt", published=None))
    assert [source.name for source in brief_of(later, undated, earlier).sources] == ["b.txt", "a.txt", "0.txt"]


def test_one_source_is_said_to_be_single_and_two_are_not(of_one_article):
    assert "single-source" in {item.code for item in brief_of(extraction(of_one_article)).diagnostics}
    other = extraction(article("Другое.", name="two.txt"))
    assert "single-source" not in {item.code for item in brief_of(extraction(of_one_article), other).diagnostics}


def test_risks_to_other_countries_are_left_out(of_one_article):
    found = extraction(of_one_article, risk(of_one_article, "ЕС выделит"))
    assert len(brief_of(found).risks) == 1
    assert brief_of(found, subject="KZ").risks == ()


def test_experts_stand_before_officials():
    of = article("Министр сказал. Эксперт добавил.")
    minister = statement(of, "Министр сказал", "Первый", id="s-1", kind="official")
    expert = statement(of, "Эксперт добавил", "Второй", id="s-2")
    assert [item.fact.id for item in brief_of(extraction(of, minister, expert)).statements] == ["s-2", "s-1"]


def test_an_interest_with_a_sum_stands_before_one_without():
    of = article("Хочет доступа. Даст 4 миллиарда фунтов.")
    bare = interest(of, "Хочет доступа", "GB", id="i-1", stage="agreed")
    paid = interest(of, "Даст 4 миллиарда фунтов", "GB", id="i-2", stage="planned", quantities=("q-1",))
    found = brief_of(extraction(of, bare, paid, quantity(of, "4 миллиарда фунтов", "4e9", "GBP")))
    assert [item.fact.id for item in found.interests] == ["i-2", "i-1"]
