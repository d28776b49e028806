"""A percentage is calculated where a sentence relates two figures itself, and nowhere else."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from briefgen.assemble import assemble
from briefgen.assemble.calculations import worked_out
from briefgen.extract import extract_article
from briefgen.model import Brief
from briefgen.readers.plain import read_plain
from tests.sample_facts import article, extraction, quantity

CASES = {
    language: tomllib.loads((Path("tests/cases") / language / "relations.toml").read_text(encoding="utf-8")) for language in ("ru", "en")
}
HEADLINES = {"ru": "Новости недели", "en": "News of the week"}


def brief_on(text: str, language: str) -> Brief:
    page = f"{HEADLINES[language]}\n\n{text}\n".encode()
    read = read_plain(page, "a.txt", published=date(2026, 3, 1), language=language)
    return assemble([extract_article(read, subjects=("RU",))], subject="RU", on=date(2026, 3, 1))


@pytest.mark.parametrize(("language", "case"), [(language, case) for language in CASES for case in CASES[language]["catch"]])
def test_what_a_sentence_relates_is_calculated(language: str, case: list[str]) -> None:
    text, formula, percentage, fact, base = case
    brief = brief_on(text, language)
    surfaces = {item.fact.id: item.fact.surface for item in brief.quantities}
    (found,) = brief.calculations
    value, _, qualifier = percentage.partition(" ")
    assert (found.formula, found.value, found.qualifier) == (formula, Decimal(value), qualifier or "exact")
    assert (surfaces[found.fact], surfaces[found.base]) == (fact, base)


@pytest.mark.parametrize(("language", "text"), [(language, text) for language in CASES for text in CASES[language]["leave"]])
def test_where_a_sentence_relates_nothing_nothing_is_calculated(language: str, text: str) -> None:
    assert brief_on(text, language).calculations == ()


def test_two_articles_with_one_relation_make_one_calculation() -> None:
    texts = ["Фонд выделил 10 млрд евро из 12 млрд евро.", "Уже 10 млрд евро из 12 млрд евро выплачены."]
    extractions = [
        extraction(
            of, quantity(of, "10 млрд евро", "1e10", "EUR", id=f"q-a{at}"), quantity(of, "12 млрд евро", "1.2e10", "EUR", id=f"q-b{at}")
        )
        for at, of in enumerate(article(text, name=f"{number}.txt") for number, text in enumerate(texts))
    ]
    (found,) = assemble(extractions, subject="RU", on=date(2026, 3, 1)).calculations
    assert (found.value, found.fact, found.base) == (Decimal("83.3"), "q-a0", "q-b0")


def test_a_corrected_operand_changes_what_is_calculated() -> None:
    brief = brief_on("Построено 86 из 120 проектов.", "ru")
    corrected = [
        replace(item, fact=replace(item.fact, value=Decimal(60))) if item.fact.surface == "86" else item for item in brief.quantities
    ]
    (found,) = worked_out(brief.calculations, corrected)
    assert found.value == 50
    other = [replace(item, fact=replace(item.fact, unit="mass-tonne")) if item.fact.surface == "86" else item for item in brief.quantities]
    assert worked_out(brief.calculations, other) == ()
