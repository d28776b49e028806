"""One article to its extraction, with the doubts that a person should see."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

import briefgen
from briefgen.model import Extraction
from briefgen.readers.plain import read_plain

_SEED = Path(__file__).resolve().parents[2] / "seeds" / "2026-02-27-kazakhstan-rare-earths.txt"


@pytest.fixture(scope="module")
def seed() -> Extraction:
    return briefgen.extract_article(read_plain(_SEED.read_bytes(), _SEED.name), subjects=("RU",))


def _codes(extraction: Extraction) -> list[str]:
    return [doubt.code for doubt in extraction.diagnostics]


def test_each_fact_is_the_text_itself_and_has_an_id_of_its_own(seed: Extraction) -> None:
    facts = [*seed.quantities, *seed.dates, *seed.statements, *seed.interests, *seed.risks]
    assert all(seed.article.text[fact.start : fact.stop] == fact.surface for fact in facts)
    assert len({fact.id for fact in facts}) == len(facts)


def test_paragraphs_passed_over_are_named_with_the_reason(seed: Extraction) -> None:
    assert _codes(seed).count("paragraph-caption") == 4
    (background,) = [doubt for doubt in seed.diagnostics if doubt.code == "paragraph-background"]
    assert "paragraph 14" in background.hint
    assert background.severity == "info"


def test_doubts_point_to_their_facts(seed: Extraction) -> None:
    ids = {fact.id for fact in (*seed.quantities, *seed.dates, *seed.statements)}
    assert {doubt.subject for doubt in seed.diagnostics if doubt.subject} <= ids
    (sum_without_currency,) = [doubt for doubt in seed.diagnostics if doubt.code == "currency-not-stated"]
    assert "10 миллиардов" in sum_without_currency.hint
    assert "speaker-by-coreference" in _codes(seed)


def test_an_undated_article_says_so() -> None:
    article = read_plain("Министр сказал, что завод откроется. Завод построен в области.".encode(), "one.txt")
    assert "article-undated" in _codes(briefgen.extract_article(article, subjects=("RU",)))


def test_a_dated_article_does_not() -> None:
    article = read_plain("Министр сказал, что завод откроется. Завод построен в области.".encode(), "one.txt", published=date(2026, 1, 1))
    assert "article-undated" not in _codes(briefgen.extract_article(article, subjects=("RU",)))


def test_the_package_offers_its_functions_without_loading_them() -> None:
    assert set(briefgen.__all__) <= set(dir(briefgen))
    assert briefgen.__version__
    with pytest.raises(AttributeError, match="nothing"):
        _ = briefgen.nothing


@pytest.mark.parametrize(
    ("words", "language"),
    [
        (
            "Страны договорились о поставках\n\nОбновлено: 28 февраля 2026, 10:15\n\nСтороны подписали соглашение 5 мая 2025 года.\n\n"
            "© 1999–2026, «Издание». Все права защищены.\n",
            "ru",
        ),
        (
            "The countries agreed on supplies\n\nUpdated: 28 February 2026, 10:15 GMT\n\nThe two signed the deal on 5 May 2025.\n\n"
            "© 1999-2026 The Daily. All rights reserved.\n",
            "en",
        ),
    ],
)
def test_days_of_the_page_are_no_dates_of_the_article(words: str, language: str) -> None:
    extraction = briefgen.extract_article(
        read_plain(words.encode(), "one.txt", published=date(2026, 2, 28), language=language), subjects=("RU",)
    )
    assert [mention.value for mention in extraction.dates] == ["2025-05-05"]
    assert _codes(extraction).count("paragraph-background") == 2


@pytest.mark.parametrize(
    "text",
    [
        "Grids part ways\n\nVILNIUS, February 9, 2025 (BNS) - The three states left the network on 8 February 2025.\n\nThe work is done.",
        "Сети разошлись\n\nВИЛЬНЮС, 9 февраля 2025 г. /ТАСС/. Три страны вышли из сети 8 февраля 2025 года.\n\nРаботы окончены.",
    ],
)
def test_the_day_of_a_dateline_is_no_event(text: str) -> None:
    article = read_plain(text.encode(), "one.txt")
    assert article.published == date(2025, 2, 9)
    assert [found.value for found in briefgen.extract_article(article, subjects=("RU",)).dates] == ["2025-02-08"]
