"""Whole editions of small articles, both ways, without a translation: our words are an official's in each language, and say the same."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from briefgen.blocks import Bar, Figure, Foreign, Heading, Report, Table
from briefgen.compose import Requisites, compose, profile_of
from briefgen.formatting.lint import lint_report, texts_of
from briefgen.naming.usage import Usage
from briefgen.pipeline import BuildOptions, assemble_brief, extract_all
from briefgen.readers import read_article
from briefgen.templating import load_profile
from briefgen.translation.memory import Memory
from tests.compose.sample_briefs import parts_of, section, text_of

pytestmark = pytest.mark.slow
FOLDER = Path(__file__).parent / "wording"
ARTICLES = {"mines": "ru", "grain": "ru", "corridor": "en", "gas": "en"}
Editions = dict[str, Report]


def editions_of(path: Path, usage: Usage = Usage()) -> Editions:  # noqa: B008
    article = read_article(path, published=date(2026, 3, 14))
    brief = assemble_brief(extract_all([article], ("RU",)), BuildOptions(), Memory.load([]))
    profile_path, mapping = load_profile("standard")
    profile = profile_of(mapping, name=str(profile_path))
    limits = profile.limits(0, 0)
    return {language: compose(brief, language, profile, limits, Requisites(), usage=usage) for language in ("ru", "en")}


@pytest.fixture(scope="module")
def all_editions() -> dict[str, Editions]:
    return {name: editions_of(FOLDER / f"{name}.txt") for name in ARTICLES}


@pytest.mark.parametrize("name", ARTICLES)
@pytest.mark.parametrize("language", ["ru", "en"])
def test_the_typography_has_no_fault_and_english_no_cyrillic(all_editions: dict[str, Editions], name: str, language: str) -> None:
    assert lint_report(all_editions[name][language]) == ()


@pytest.mark.parametrize("name", ARTICLES)
def test_a_russian_edition_has_no_latin_word_of_ours(all_editions: dict[str, Editions], name: str) -> None:
    latin = [word for text in texts_of(all_editions[name]["ru"]) for word in re.findall(r"(?<![\w-])[A-Za-z][A-Za-z’'-]+", text)]
    codes = re.compile(r"[dqsirc]-[0-9a-f]{12}")
    assert [word for word in latin if not codes.fullmatch(word)] == []


@pytest.mark.parametrize("name", ARTICLES)
def test_both_editions_have_the_same_parts_figures_and_bars(all_editions: dict[str, Editions], name: str) -> None:
    russian, english = (all_editions[name][language] for language in ("ru", "en"))
    for kind in (Heading, Table, Figure, Bar):
        assert len(list(parts_of(russian.blocks, kind))) - len(list(parts_of(english.blocks, kind))) in _awaiting(kind, name)
    values = [[(bar.value, bar.solid) for bar in parts_of(report.blocks, Bar)] for report in (russian, english)]
    assert values[0] == values[1]
    cited = [re.findall(r"\[1\.[\d.; ]+\]", text_of(section(report, "key-points"))) for report in (russian, english)]
    assert cited[0] == cited[1]


def _awaiting(kind: type, name: str) -> tuple[int, ...]:
    """One edition has an annex more, with its heading: what awaits translation."""
    return ((1,) if ARTICLES[name] == "en" else (-1,)) if kind is Heading else (0,)


@pytest.mark.parametrize("name", ARTICLES)
def test_originals_stand_only_in_the_other_edition(all_editions: dict[str, Editions], name: str) -> None:
    own = ARTICLES[name]
    assert list(parts_of(all_editions[name][own].blocks, Foreign)) == []
    assert {part.language for part in parts_of(all_editions[name]["en" if own == "ru" else "ru"].blocks, Foreign)} == {own}


SAID = [
    ("mines", "en", "£21 million"),
    ("mines", "en", "experts"),
    ("mines", "en", "the threat is seen as overstated"),
    ("mines", "en", "Ministry of Finance of Kazakhstan"),
    ("mines", "en", "Construction of a railway"),
    ("mines", "ru", "1,1 млрд евро"),
    ("grain", "en", "Spokesperson of the Ministry of Foreign Affairs of China"),
    ("grain", "en", "300 million, currency not stated"),
    ("grain", "ru", "от китайского рынка"),
    ("corridor", "ru", "Кремль"),
    ("corridor", "ru", "аналитики"),
    ("corridor", "ru", "12 млрд евро"),
    ("corridor", "ru", "около 1,5 млрд фунтов стерлингов"),
    ("gas", "ru", "Министр энергетики Турции"),
    ("gas", "ru", "Министерство энергетики России"),
    ("gas", "ru", "западные дипломаты"),
    ("gas", "ru", "35 млрд м³"),
    ("gas", "ru", "Туркмения"),
]


@pytest.mark.parametrize(("name", "language", "words"), SAID)
def test_what_a_careful_official_would_write(all_editions: dict[str, Editions], name: str, language: str, words: str) -> None:
    assert words in text_of(all_editions[name][language].blocks)


def test_the_russian_of_kazakhstan() -> None:
    printed = text_of(editions_of(FOLDER / "gas.txt", Usage(russian="ru-KZ"))["ru"].blocks)
    assert "Туркменистан" in printed and "Туркмени" not in printed.replace("Туркменистан", "")
