"""The brief of the real article, every word of it, in both languages: tests/golden/seed.ru.txt and seed.en.txt."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from briefgen.blocks import Report
from briefgen.compose import Requisites, compose, profile_of
from briefgen.formatting.lint import lint_report
from briefgen.pipeline import BuildOptions, assemble_brief, extract_all
from briefgen.readers import read_article
from briefgen.templating import load_profile
from briefgen.translation.memory import Memory
from tests.report_text import text_of

pytestmark = pytest.mark.slow

LANGUAGES = ("ru", "en")
SEED = Path(__file__).resolve().parent.parent / "seeds" / "2026-02-27-kazakhstan-rare-earths.txt"


@pytest.fixture(scope="module")
def editions() -> dict[str, Report]:
    """Both editions with the roomiest limits, before any page is counted."""
    extractions = extract_all([read_article(SEED)], ("RU",))
    brief = assemble_brief(extractions, BuildOptions(), Memory.load(sorted(SEED.parent.glob("*.po"))))
    path, mapping = load_profile("standard")
    profile = profile_of(mapping, name=str(path))
    limits = profile.limits(0, 0)
    return {language: compose(brief, language, profile, limits, Requisites(), brief_number="0" * 64) for language in LANGUAGES}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_words_of_the_brief_are_the_recorded_ones(
    language: str, editions: dict[str, Report], golden: Callable[[str, str], None]
) -> None:
    golden(f"seed.{language}.txt", text_of(editions[language]))


def test_both_editions_have_the_same_parts_in_the_same_order(editions: dict[str, Report]) -> None:
    anchors = [[block.anchor for block in editions[language].blocks if hasattr(block, "level")] for language in LANGUAGES]
    assert anchors[0] == anchors[1]


def test_both_editions_cite_the_same_places(editions: dict[str, Report]) -> None:
    cited = [set(re.findall(r"\b1\.\d+(?=[;\]])", text_of(editions[language]))) for language in LANGUAGES]
    assert cited[0] == cited[1]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_typography_of_the_brief_has_no_fault(language: str, editions: dict[str, Report]) -> None:
    assert lint_report(editions[language]) == ()
