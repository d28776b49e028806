"""Phrases for the rules of interests and risks: both languages, every kind that the lexicons know."""

from __future__ import annotations

import pytest

from briefgen.compose import Requisites
from briefgen.compose.edition import edition_of
from briefgen.compose.kinds import kind_name
from briefgen.language.lexicon import load
from tests.compose.sample_briefs import brief_of, standard
from tests.sample_facts import article, extraction


def phrase(rule, language, *, subject="RU"):
    """The phrase of a rule in an edition on a country."""
    brief = brief_of(extraction(article("Слово.")), subject=subject)
    return kind_name(edition_of(brief, language, standard().limits(0, 0), Requisites()), rule)


def rules():
    for language in ("ru", "en"):
        for entry in load(language, "interests")["triggers"]:
            yield from (f"interest.{kind}" for kind in {entry["kind"], entry.get("future", entry["kind"])})
        yield from (f"risk.{entry['name']}" for entry in load(language, "risks")["kinds"])
        yield from (f"counter.{entry['name']}" for entry in load(language, "risks")["counters"])


@pytest.mark.parametrize("rule", sorted({*rules(), "interest.refusal"}))
def test_every_rule_has_a_phrase_in_both_languages(rule):
    assert phrase(rule, "ru")
    assert phrase(rule, "en")


@pytest.mark.parametrize(
    ("subject", "language", "words"),
    [
        ("RU", "ru", "маршруты в обход России"),
        ("US", "ru", "маршруты в обход США"),
        ("GB", "en", "routes bypassing the United Kingdom"),
        ("ZZ", "en", "routes bypassing ZZ"),
    ],
)
def test_a_phrase_names_the_country_at_risk(subject, language, words):
    assert phrase("risk.bypass-route", language, subject=subject) == words


def test_a_void_is_filled_as_an_interest_and_as_a_risk():
    assert phrase("interest.void-filled", "en") != phrase("risk.void-filled", "en")


def test_an_unknown_rule_has_no_phrase():
    assert phrase("interest.unheard-of", "ru") == ""


@pytest.mark.parametrize("rule", sorted({*rules(), "interest.refusal"}))
def test_a_phrase_stands_behind_a_dash_or_in_a_cell(rule):
    for language in ("ru", "en"):
        words = phrase(rule, language)
        assert not set(words) & set("'\"{}—;")
        assert words[0].islower()
        assert not words.endswith(".")


def test_a_shift_of_supply_chains_names_the_country_that_they_leave():
    assert phrase("risk.supply-shift", "ru") == "снижение роли России в цепочках поставок"
    assert phrase("risk.supply-shift", "en", subject="GB") == "supply chains moving away from the United Kingdom"


def test_a_country_without_a_genitive_form_is_named_as_it_is():
    assert phrase("risk.supply-shift", "ru", subject="US") == "снижение роли США в цепочках поставок"


@pytest.mark.parametrize(
    ("subject", "words"), [("RU", "Russia’s"), ("US", "the United States’"), ("NL", "the Netherlands’"), ("GB", "the United Kingdom’s")]
)
def test_an_english_phrase_has_the_possessive_and_no_second_of(subject, words):
    assert phrase("risk.influence", "en", subject=subject) == f"a weakening of {words} influence"
