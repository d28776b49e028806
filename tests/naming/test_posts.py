"""Posts in both directions: what patterns must translate and what they must leave to a person."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from briefgen.naming.persons import Name
from briefgen.naming.post_words import lexicon
from briefgen.naming.posts import post_name
from briefgen.naming.transliteration import has_cyrillic

CASES = Path(__file__).parents[1] / "cases"


def cases(language: str) -> list[dict[str, str]]:
    return tomllib.loads((CASES / language / "posts.toml").read_text(encoding="utf-8"))["case"]


@pytest.mark.parametrize("case", cases("ru"), ids=lambda case: case["ru"])
def test_russian_posts(case: dict[str, str]) -> None:
    expected = Name(case["en"], "pattern") if "en" in case else Name(case["ru"], "none")
    assert post_name(case["ru"], "ru", "en") == expected


@pytest.mark.parametrize("case", cases("en"), ids=lambda case: case["en"])
def test_english_posts(case: dict[str, str]) -> None:
    expected = Name(case["ru"].replace("⍽", "\u00a0"), "pattern") if "ru" in case else Name(case["en"], "none")
    assert post_name(case["en"], "en", "ru") == expected


def test_the_lexicon_holds_three_hundred_words_and_no_cyrillic_in_english() -> None:
    assert len(lexicon()) >= 300
    assert [word.en for word in lexicon() if has_cyrillic(word.en) or any(map(has_cyrillic, word.aliases_en))] == []


def test_every_head_of_the_lexicon_is_translated_alone() -> None:
    heads = [word for word in lexicon() if word.kind in ("office", "ambassador", "staff") and "{" not in word.en]
    assert [word.nominative for word in heads if post_name(word.nominative, "ru", "en").method != "pattern"] == []
    assert [word.en for word in heads if post_name(word.en, "en", "ru").method != "pattern"] == []


def test_a_post_of_the_same_language_is_left_alone() -> None:
    assert post_name("министр", "ru", "ru") == Name("министр", "same")


def test_a_text_too_long_for_a_post_is_left_alone() -> None:
    role = "эксперт " + "и эксперт " * 300
    assert post_name(role, "ru", "en") == Name(role, "none")
