"""Risks with what speaks against them: no view against a risk is lost, whatever the limits."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefgen.blocks import Row
from tests.compose.sample_briefs import LANGUAGES, brief_of, edition_of, rows, section, standard, text_of, whole_extraction
from tests.sample_facts import article, extraction, risk, statement

# Each risk with what is said against it; as many kinds as the tightest limits print.
KINDS = (("bypass-route", "transport"), ("power-centres", "political"), ("supply-shift", "trade"))


def argument(*, loose: int = 0):
    """A brief of three risks, an answer to each, and `loose` views against none of them."""
    answers = [f"Ответ {number} успокоил." for number in range(len(KINDS) + loose)]
    of = article("\n".join((*(f"Беда {number} грозит." for number in range(len(KINDS))), *answers)))
    facts = [
        risk(of, f"Беда {number} грозит", id=f"r-{number}", category=category, rule=f"risk.{kind}")
        for number, (kind, category) in enumerate(KINDS)
    ]
    for number, answer in enumerate(answers):
        category = KINDS[number][1] if number < len(KINDS) else "energy"
        facts.append(risk(of, answer.rstrip("."), id=f"c-{number}", category=category, rule="counter.x", polarity="counter"))
    return brief_of(extraction(of, *facts))


def cell(row: Row, index: int) -> str:
    return "".join(getattr(inline, "text", " ") for inline in row.cells[index])


@pytest.mark.parametrize("row", range(-1, min(len(standard().page_one_limits), len(standard().body_limits)) - 1))
def test_no_view_against_a_risk_is_lost(row):
    printed = text_of(section(edition_of(argument(loose=3), row=row), "risks"))
    assert [number for number in range(6) if f"Ответ {number} успокоил" not in printed] == []


def test_a_view_against_stands_beside_the_risk_that_it_answers():
    found = [(cell(row, 0).split(".")[0], cell(row, 2).split("\u00a0")[0]) for row in rows(edition_of(argument()), "risks")]
    assert found == [("Транспорт", "Ответ 0 успокоил"), ("Политика", "Ответ 1 успокоил"), ("Торговля", "Ответ 2 успокоил")]


@pytest.mark.parametrize(("language", "words"), [("ru", "в\u00a0источниках нет"), ("en", "none in the sources")])
def test_that_nothing_speaks_against_a_risk_is_said(language, words):
    of = article("Беда грозит.")
    (row,) = rows(edition_of(brief_of(extraction(of, risk(of, "Беда грозит", rule="risk.damage"))), language), "risks")
    assert cell(row, 2) == words


def test_a_view_against_without_any_risk_is_printed():
    of = article("Беды не будет.")
    report = edition_of(brief_of(extraction(of, risk(of, "Беды не будет", polarity="counter", rule="counter.denial"))))
    assert "Беды не будет" in text_of(section(report, "risks"))


def test_a_view_against_is_no_risk():
    assert len(rows(edition_of(brief_of(whole_extraction())), "risks")) == 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_likelihood_and_impact_are_left_to_a_person(language):
    (row,) = rows(edition_of(brief_of(whole_extraction()), language), "risks")
    assert not any(letter.isdigit() for letter in cell(row, 3)) and cell(row, 3).count("_____") == 2


def test_risks_of_one_kind_are_one_row_with_all_who_speak_of_it():
    of = article("Первый видит беду. Второй видит угрозу.")
    facts = [
        statement(of, "Первый видит беду", "Первый", id="s-1"),
        statement(of, "Второй видит угрозу", "Второй", id="s-2"),
        risk(of, "Первый видит беду", id="r-1", said="s-1", rule="risk.damage"),
        risk(of, "Второй видит угрозу", id="r-2", said="s-2", rule="risk.damage"),
    ]
    (row,) = rows(edition_of(brief_of(extraction(of, *facts))), "risks")
    assert cell(row, 1) == "Первый, мнение; Второй, мнение"


@pytest.mark.parametrize(
    ("cue", "kind", "told"),
    [("сообщил", "organisation", "сообщение"), ("считает", "organisation", "мнение"), ("сказал", "expert", "мнение")],
)
def test_what_somebody_reports_is_no_opinion(cue, kind, told):
    of = article("Беда грозит.")
    said = statement(of, "Беда грозит", "Центробанк", id="s-1")
    said = replace(said, cue=cue, speaker=replace(said.speaker, kind=kind))
    (row,) = rows(edition_of(brief_of(extraction(of, said, risk(of, "Беда грозит", said="s-1", rule="risk.damage")))), "risks")
    assert cell(row, 1) == f"Центробанк, {told}"


def test_a_risk_that_nobody_voices_is_the_articles():
    (row,) = rows(edition_of(brief_of(extraction(of := article("Беда грозит."), risk(of, "Беда грозит", rule="risk.damage")))), "risks")
    assert cell(row, 1) == "Сама статья, сообщение"


@pytest.mark.parametrize(
    ("subject", "words"), [("RU", "Risks to Russia"), ("KZ", "Risks to Kazakhstan"), ("GB", "Risks to the United Kingdom")]
)
def test_the_section_is_named_after_the_subject(subject, words):
    (heading, *_) = section(edition_of(brief_of(whole_extraction(), subject=subject), "en"), "risks")
    assert words in text_of([heading])
