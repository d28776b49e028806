"""The review of a brief: every fact marked in its article, explained, and complete also where the article is not at hand."""

from __future__ import annotations

from datetime import date

import pytest

from briefgen.compose import Requisites, profile_of
from briefgen.compose.edition import Edition, edition_of
from briefgen.compose.review import review_of
from briefgen.compose.rules import why
from briefgen.model import Article, Brief
from briefgen.pipeline import BuildOptions, assemble_brief, extract_all
from briefgen.readers.plain import read_plain
from briefgen.review import Review
from briefgen.templating import load_profile
from briefgen.translation.catalogs import catalog
from briefgen.translation.memory import Memory

TEXT = """Газ и скидки

Турция хочет получить скидку в 25 процентов на газ, заявил 3 марта министр энергетики страны Алпарслан Байрактар.

«Мы вложим 1,7 млрд долларов в хранилища», — сказал он.

Фото: пресс-служба министерства
"""


@pytest.fixture(scope="module")
def article() -> Article:
    return read_plain(TEXT.encode("utf-8"), "gas.txt", published=date(2026, 3, 4))


@pytest.fixture(scope="module")
def brief(article: Article) -> Brief:
    return assemble_brief(extract_all([article], ("RU",)), BuildOptions(), Memory())


def editions(brief: Brief) -> list[Edition]:
    path, mapping = load_profile("standard")
    limits = profile_of(mapping, name=str(path)).limits(0, 0)
    return [edition_of(brief, language, limits, Requisites()) for language in ("ru", "en")]


def facts_in(review: Review) -> set[str]:
    return {id for article in review.articles for part in article.paragraphs for segment in part.segments for id in segment.facts}


def test_every_fact_is_marked_in_its_article(brief: Brief, article: Article) -> None:
    review = review_of(editions(brief), {1: article}, brief_number="")
    assert facts_in(review) == {fact.id for fact in review.facts} != set()
    (source,) = review.articles
    assert source.is_whole
    assert "\n\n".join("".join(segment.text for segment in part.segments) for part in source.paragraphs) == TEXT.strip()


def test_without_the_article_the_sentences_with_facts_are_shown(brief: Brief) -> None:
    review = review_of(editions(brief), {}, brief_number="")
    (source,) = review.articles
    assert not source.is_whole and facts_in(review) == {fact.id for fact in review.facts}


def test_a_fact_begins_once(brief: Brief, article: Article) -> None:
    review = review_of(editions(brief), {1: article}, brief_number="")
    begins = [id for part in review.articles[0].paragraphs for segment in part.segments for id in segment.begins]
    assert sorted(begins) == sorted(fact.id for fact in review.facts)


def test_both_readers_are_told_why_and_what_is_in_doubt(brief: Brief, article: Article) -> None:
    review = review_of(editions(brief), {1: article}, brief_number="")
    assert all(set(fact.words) == set(fact.why) == {"ru", "en"} for fact in review.facts)
    dollars = next(fact for fact in review.facts if "1,7" in fact.words["ru"])
    assert dollars.doubts and all(set(doubt) == {"ru", "en"} for doubt in dollars.doubts)
    assert dollars.why["en"].startswith("a number with the name of a currency")


def test_the_explanation_of_a_rule_is_the_nearest_one(brief: Brief) -> None:
    _, english = editions(brief)
    assert why(english, "money.word.range", "q") == "a number with the name of a currency; from one to another"
    assert why(english, "risk.bypass-route", "r") == "cues of the kind “routes bypassing Russia” with the one who is hit"
    assert why(english, "unheard-of", "q") == ""


@pytest.mark.parametrize("kind", ["q", "d", "s", "i", "r", "c"])
def test_each_kind_of_fact_is_explained_in_both_languages(kind: str) -> None:
    for language in ("ru", "en"):
        words = catalog(language)
        bases = [message for context, message in words.messages if context == "rule" and message.split()[0] == kind]
        assert bases and all(words.find(message, context="rule") for message in bases)
