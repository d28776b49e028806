"""Risks and counter-views: the sentences that must give one, those that must not, and from whose point of view."""

from __future__ import annotations

import re
import tomllib
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings, strategies

from briefgen.extract.risks import extract_risks
from briefgen.extract.risks.patterns import cues
from briefgen.model import Quantity, Speaker, Statement
from tests.extract.articles import document_of
from tests.extract.effort import calls

SAID = (
    'Россия российский § ¤ « » " ( — , . ; ? не риск потеряет экспорт упал в обход скорее чем антироссийский Russia '
    "'s EU could lose exports fell 9% by no danger of a default the country share 𝔏 İ "
)
WORDS = [*SAID.split(), "\u00a0"]
CASES = Path(__file__).resolve().parents[1] / "cases"


def cases(table):
    for language in ("ru", "en"):
        for case in tomllib.loads((CASES / language / "risks.toml").read_text(encoding="utf-8"))[table]:
            yield pytest.param(language, case, id=f"{language}: {case['text'][:60]}")


def told(table):
    for language in ("ru", "en"):
        for subject, title, text in tomllib.loads((CASES / language / "risks_told.toml").read_text(encoding="utf-8"))[table]:
            yield pytest.param(language, subject, title, text, id=f"{language} {subject}: {text[:60]}")


def risks_of(text, language="ru", title="Обзор", role="text", subjects=("RU",), statements=()):
    document = document_of(title, text, language=language, roles=("title", role))
    return extract_risks(document, statements, (), subjects)


@pytest.mark.parametrize(("language", "case"), list(cases("catch")))
def test_a_sentence_that_tells_a_risk_gives_it(language, case):
    (risk,) = risks_of(case["text"], language, case.get("title", "…"))
    assert (risk.subject, risk.polarity, risk.rule) == ("RU", "risk", f"risk.{case['kind']}")
    assert risk.category == case["category"]
    assert risk.firmness == case.get("firmness", risk.firmness)
    assert risk.surface == case["text"]


@pytest.mark.parametrize(("language", "case"), list(cases("counter")))
def test_a_view_that_speaks_against_a_risk_is_told_apart(language, case):
    risk, counter = risks_of(f"{case['before']} {case['text']}", language)
    assert (risk.polarity, counter.polarity) == ("risk", "counter")
    assert counter.rule == f"counter.{case['kind']}"
    assert counter.firmness == case.get("firmness", counter.firmness)
    assert counter.category == case.get("category", counter.category)


@pytest.mark.parametrize(("language", "case"), list(cases("counter")))
def test_a_counter_view_needs_a_risk(language, case):
    assert risks_of(case["text"], language) == ()


@pytest.mark.parametrize(("language", "case"), list(cases("leave")))
def test_a_sentence_that_tells_none_is_left_alone(language, case):
    assert risks_of(case["text"], language) == ()


@pytest.mark.parametrize(("language", "subject", "title", "text"), list(told("told")))
def test_a_risk_is_told_without_the_word(language, subject, title, text):
    risks = [risk for risk in risks_of(text, language, title, subjects=(subject,)) if risk.polarity == "risk"]
    assert [risk.subject for risk in risks] == [subject]
    assert risks[0].surface in text


@pytest.mark.parametrize(("language", "subject", "title", "text"), list(told("left")))
def test_what_is_neutral_denied_overcome_or_anothers_is_no_risk(language, subject, title, text):
    assert [risk.rule for risk in risks_of(text, language, title, subjects=(subject,)) if risk.polarity == "risk"] == []


@pytest.mark.parametrize("role", ["background", "caption", "heading"])
def test_background_captions_and_headings_are_passed_over(role):
    assert risks_of("Дорога идёт в обход России.", role=role) == ()


def test_a_risk_to_one_country_is_none_to_another():
    text = "Лондон стремится пошатнуть влияние Китая в регионе."
    assert risks_of(text) == ()
    assert [risk.subject for risk in risks_of(text, subjects=("CN",))] == ["CN"]


def test_one_sentence_can_be_a_risk_to_two_countries():
    text = "Аналитик отметил сдвиг в цепочках поставок от Китая и России."
    assert sorted(risk.subject for risk in risks_of(text, subjects=("CN", "RU"))) == ["CN", "RU"]


def test_two_risks_of_one_sentence_share_it_between_them():
    route, centres = risks_of(
        "По мнению эксперта, европейские государства продолжают попытки выстроить логистические маршруты в обход России "
        "и сформировать альтернативные центры силы в регионе."
    )
    assert (route.rule, route.surface) == (
        "risk.bypass-route",
        "европейские государства продолжают попытки выстроить логистические маршруты в обход России",
    )
    assert (centres.rule, centres.surface) == ("risk.power-centres", "сформировать альтернативные центры силы в регионе")


def test_a_denial_in_one_clause_leaves_the_risk_of_the_other():
    found = risks_of("Он заявил, что меры не затронут соглашения, так как их отмена может нанести ущерб России.")
    assert {(risk.polarity, risk.rule) for risk in found} == {("risk", "risk.damage"), ("counter", "counter.denial")}


def test_a_risk_names_the_statement_that_says_so():
    text = "Дорога идёт в обход России."
    start = len("Обзор\n\n")
    said = Statement("s-1", start, start + len(text), text, "reported", "по словам", False, Speaker("Анна Ким", "", "expert", "f"), "x")
    (risk,) = risks_of(text, statements=(said,))
    assert (risk.statement, risk.firmness) == ("s-1", "reported")


def test_the_authors_own_words_are_asserted():
    (risk,) = risks_of("Дорога идёт в обход России.")
    assert (risk.statement, risk.firmness) == (None, "asserted")


def test_counter_views_have_ids_of_their_own_kind():
    risk, counter = risks_of("Дорога идёт в обход России. Она не представляет угрозы для России.")
    assert (risk.id[:2], counter.id[:2]) == ("r-", "c-")


def test_what_names_nobody_is_told_of_the_country_of_the_risk_before_it():
    text = "Грузия ждёт гостей. Российские порты потеряют пятую часть грузов. Склады переполнены, суда простаивают."
    document = document_of("Грузия: новый порт", text, language="ru", roles=("title", "text"))
    found = extract_risks(document, (), (), ("GE", "RU"))
    assert [(risk.subject, risk.surface[:7]) for risk in found] == [("RU", "Российс"), ("RU", "Склады ")]


def test_sums_in_its_currency_name_the_country_of_an_article():
    text = "Хозяйства должны банкам 380 миллиардов тенге. Сеять весной будет не на что."
    document = document_of("Фермеры просят отсрочки", text, language="ru", roles=("title", "text"))
    amount = Quantity("q-1", 0, 1, "", Decimal(1), None, "KZT", "exact", "", None, None, None, "money")
    assert extract_risks(document, (), (), ("KZ",)) == ()
    assert len(extract_risks(document, (), (), ("KZ",), quantities=(amount,))) == 2


@pytest.mark.parametrize("language", ["ru", "en"])
@given(words=strategies.lists(strategies.sampled_from(WORDS), max_size=30))
@settings(max_examples=60, deadline=None)
def test_any_words_give_spans_of_the_text(language, words):
    document = document_of("Russia, Россия", " ".join(words), language=language)
    for risk in extract_risks(document, (), (), ("RU", "EU")):
        assert document.text[risk.start : risk.stop] == risk.surface
        assert risk.surface.strip() == risk.surface != ""


@pytest.mark.parametrize(
    ("language", "sentence"),
    [("en", "Russia could lose markets, and exports fell by 9%. "), ("ru", "Россия теряет рынки, экспорт упал на 9%. ")],
)
def test_work_grows_with_the_length_of_the_text(language, sentence):
    short, long = (document_of("Россия", sentence * count, language=language) for count in (20, 80))
    few, many = (calls(lambda _, document=document: extract_risks(document, (), (), ("RU",)), "") for document in (short, long))
    assert many < few * 5


def test_a_long_run_of_risk_words_takes_no_long_time():
    assert risks_of("shift of supply chains from " * 3000, language="en") == ()


def all_cues(language, table):
    by_letters, others = cues(language, table)
    return {cue.pattern: cue for cue in (*(cue for found in by_letters.values() for cue in found), *others)}.values()


CUES = [cue for language in ("ru", "en") for table in ("kinds", "counters") for cue in all_cues(language, table) if cue.starts]


@given(strategies.sampled_from(CUES).flatmap(lambda cue: strategies.tuples(strategies.just(cue), strategies.from_regex(cue.pattern))))
def test_what_a_cue_finds_begins_as_its_pattern_tells(drawn):
    """Else it would never be tried there."""
    cue, text = drawn
    match = re.search(cue.pattern, text)
    assert match is None or match.group().startswith(cue.starts)
