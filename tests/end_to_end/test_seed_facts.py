"""What the real article says and the extraction has to find: figures, dates, pull quotes, risks and what speaks against them."""

from __future__ import annotations

import json
import re
from collections import Counter
from decimal import Decimal
from pathlib import Path

import pytest

from briefgen.model import Extraction, Risk
from tests.end_to_end.conftest import Built

pytestmark = pytest.mark.slow

FIGURES = [
    ("4 миллиарда фунтов стерлингов", "4e9", "GBP", "exact"),
    ("413,2 миллиарда рублей", "413.2e9", "RUB", "exact"),
    ("10 миллиардов", "10e9", "XXX", "exact"),
    ("12 миллиардов евро", "12e9", "EUR", "exact"),
    ("$200 миллиардов", "200e9", "USD", "nearly"),
    ("600 миллионов евро", "600e6", "EUR", "exact"),
    ("120 миллионов евро", "120e6", "EUR", "exact"),
    ("12 миллиардов евро", "12e9", "EUR", "exact"),
    ("22", "22", "count", "exact"),
    ("36", "36", "count", "exact"),
    ("2,6 миллиона тонн", "2.6e6", "mass-tonne", "exact"),
    ("800 тысяч тонн", "800e3", "mass-tonne", "nearly"),
    ("25 миллиардов долларов", "25e9", "USD", "over"),
    ("1,1 миллиарда долларов", "1.1e9", "USD", "about"),
]
EXPERT = "эксперт Центра международного взаимодействия и сотрудничества"
PULL_QUOTES = [
    ("Несмотря на то", "Алина Елисеева", EXPERT),
    ("Эти соглашения выгодны", "Иветт Купер", "министр иностранных дел Великобритании"),
    ("Лондон усиленно стремится", "Алина Елисеева", EXPERT),
    ("Вместе мы сможем", "Касым-Жомарт Токаев", "президент Казахстана"),
    ("Безусловно, это попытка", "Роман Юнеман", "политолог, специалист по Казахстану"),
    ("Казахстану надо быстрее", "Роман Юнеман", "политолог, специалист по Казахстану"),
    ("Страны Центральной Азии", "Алина Елисеева", EXPERT),
    ("Выбор времени саммита", "Роберт Катлер", "старший научный сотрудник университета Карлтона"),
]
INFERRED = {"2026-02-26", "2026-02-25", "2025-11-06", "2025-12-04", "2025-12-23", "2025-04-04"}
STATED = {"2027", "2023", "2005", "2026"}
RISKS = [
    ("risk", "в обход России", "transport"),
    ("risk", "альтернативные центры силы", "political"),
    ("risk", "сдвиг в цепочках поставок от Китая и России", "trade"),
    ("counter", "дипломатическим маневром", None),
    ("counter", "перераспределением активов", None),
]
REPORTED_AT_LEAST = 18


@pytest.fixture(scope="module")
def found(seed: Built) -> Extraction:
    return seed.extractions[0]


def test_all_figures_are_found_with_unit_and_qualifier(found: Extraction) -> None:
    wanted = [(surface, Decimal(value), unit, qualifier) for surface, value, unit, qualifier in FIGURES]
    assert [(fact.surface, fact.value, fact.unit, fact.qualifier) for fact in found.quantities] == wanted


def test_the_rouble_equivalent_belongs_to_the_pounds_and_nothing_else_is_a_conversion(found: Extraction) -> None:
    ids = {fact.id: fact.surface for fact in found.quantities}
    linked = [(fact.surface, ids[fact.equivalent_of]) for fact in found.quantities if fact.equivalent_of]
    assert linked == [("413,2 миллиарда рублей", "4 миллиарда фунтов стерлингов")]


def test_dates_have_their_years_and_say_which_were_inferred(found: Extraction) -> None:
    inferred = {fact.value for fact in found.dates if fact.inferred and not fact.relative}
    stated = {fact.value for fact in found.dates if not fact.inferred}
    assert inferred == INFERRED and stated >= STATED


def test_the_pull_quotes_have_speaker_and_role(found: Extraction) -> None:
    quotes = [fact for fact in found.statements if fact.mode == "direct"]
    told = [
        (fact.surface[: len(start)], fact.speaker.name, fact.speaker.role) for fact, (start, _, _) in zip(quotes, PULL_QUOTES, strict=True)
    ]
    assert told == PULL_QUOTES


def test_experts_are_told_from_officials(found: Extraction) -> None:
    kinds = {(fact.speaker.name, fact.speaker.kind) for fact in found.statements}
    experts = {name for name, kind in kinds if kind == "expert"}
    assert experts == {"Алина Елисеева", "Роман Юнеман", "Роберт Катлер"}
    assert {"Иветт Купер", "Ермек Кошербаев", "Касым-Жомарт Токаев"} <= {name for name, kind in kinds if kind == "official"}


def test_the_partners_are_the_three_of_the_title(found: Extraction) -> None:
    assert {fact.partner for fact in found.interests} == {"GB", "US", "EU"}


@pytest.mark.parametrize(("polarity", "words", "category"), RISKS, ids=[words for _, words, _ in RISKS])
def test_risks_and_views_against_them_are_told_apart(found: Extraction, polarity: str, words: str, category: str | None) -> None:
    matching = [fact for fact in found.risks if words in fact.surface]
    assert matching and {fact.polarity for fact in matching} == {polarity}
    assert category is None or category in {fact.category for fact in matching}


def test_a_view_against_is_held_by_an_expert(found: Extraction) -> None:
    speakers = {fact.id: fact.speaker.name for fact in found.statements}
    assert {_speaker(fact, speakers) for fact in found.risks if fact.polarity == "counter"} == {"Роман Юнеман"}


def _speaker(fact: Risk, speakers: dict[str, str]) -> str:
    return speakers.get(fact.statement or "", "")


def test_no_fact_says_that_astana_is_a_partner_of_its_own(found: Extraction) -> None:
    assert [fact.id for fact in found.interests if fact.partner in fact.toward] == []


@pytest.fixture(scope="module")
def annotation(reference: Path) -> dict:  # type: ignore[type-arg]
    return json.loads((reference / "evaluation" / "dev" / "seed.json").read_text(encoding="utf-8"))


@pytest.mark.reference
def test_all_annotated_dates_are_found(found: Extraction, annotation: dict) -> None:  # type: ignore[type-arg]
    wanted = {(date["start"], date["iso"]) for date in annotation["dates"] if not date.get("optional")}
    starts = {(fact.start, fact.value) for fact in found.dates}
    assert {
        (start, value) for start, value in wanted if not any(abs(start - other) < 12 and value == same for other, same in starts)
    } == set()


@pytest.mark.reference
def test_most_annotated_reported_statements_are_found(found: Extraction, annotation: dict) -> None:  # type: ignore[type-arg]
    """Same speaker, and words of which most are the same (token F1 of at least 0.6)."""
    wanted = [view for view in annotation["views"] if view["kind"] == "reported" and not view.get("optional")]
    told = [(fact.speaker.name, fact.surface) for fact in found.statements if fact.mode == "reported"]
    missed = [view["text"] for view in wanted if not any(name == view["speaker"] and _alike(words, view["text"]) for name, words in told)]
    assert len(wanted) - len(missed) >= REPORTED_AT_LEAST, missed


def _alike(one: str, other: str) -> bool:
    left, right = (Counter(re.findall(r"\w+", text.lower())) for text in (one, other))
    return 2 * (left & right).total() >= 0.6 * (left.total() + right.total())
