"""Posts in both directions: what patterns must translate and what they must leave to a person."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

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


def test_the_lexicon_holds_a_thousand_words_and_no_cyrillic_in_english() -> None:
    assert len(lexicon()) >= 950
    assert [word.en for word in lexicon() if has_cyrillic(word.en) or any(map(has_cyrillic, word.aliases_en))] == []


def test_every_head_of_the_lexicon_is_translated_alone() -> None:
    heads = [word for word in lexicon() if word.kind in ("office", "ambassador", "staff") and "{" not in word.en]
    assert [word.nominative for word in heads if post_name(word.nominative, "ru", "en").method != "pattern"] == []
    assert [word.en for word in heads if post_name(word.en, "en", "ru").method != "pattern"] == []


@pytest.mark.parametrize("language", ["ru", "en"])
def test_there_are_cases_enough_each_way(language: str) -> None:
    assert len(cases(language)) >= 120


def test_no_row_of_the_lexicon_stands_twice() -> None:
    rows = [(word.kind, word.nominative or word.genitive) for word in lexicon()]
    assert sorted(row for row in set(rows) if rows.count(row) > 1) == []


def test_every_head_of_the_lexicon_is_translated_in_the_genitive_too() -> None:
    heads = [word for word in lexicon() if word.kind in ("office", "ambassador", "staff") and "{" not in word.en]
    different = [word for word in heads if post_name(word.genitive, "ru", "en") != post_name(word.nominative, "ru", "en")]
    assert [word.genitive for word in different] == []


def test_a_text_without_a_known_word_is_left_alone_in_both_directions() -> None:
    assert post_name("кто-то", "ru", "en").method == post_name("somebody", "en", "ru").method == "none"


@given(st.text(alphabet="абв авпрз -«»,.ETоф", max_size=40), st.sampled_from(["ru", "en"]))
def test_any_text_gives_a_translation_without_its_letters_or_itself(text: str, language: str) -> None:
    found = post_name(text, language, "en" if language == "ru" else "ru")
    assert found.text == text or found.method == "pattern"


def test_a_post_of_the_same_language_is_left_alone() -> None:
    assert post_name("министр", "ru", "ru") == Name("министр", "same")


def test_a_text_too_long_for_a_post_is_left_alone() -> None:
    role = "эксперт " + "и эксперт " * 300
    assert post_name(role, "ru", "en") == Name(role, "none")


def test_the_lexicon_holds_hundreds_of_posts_and_bodies_in_both_languages() -> None:
    table = (Path(__file__).resolve().parents[2] / "briefgen" / "data" / "posts.tsv").read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in table if line.strip() and not line.startswith("#")][1:]
    assert len({row[1] for row in rows}) >= 300 and len({row[3] for row in rows}) >= 300
