"""The language of a text."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from hypothesis import given, strategies

from briefgen.diagnostics import InputError
from briefgen.language.detect import detect_language
from briefgen.readers import read_article

CASES = tomllib.loads((Path(__file__).resolve().parents[1] / "cases" / "languages.toml").read_text(encoding="utf-8"))
OTHERS = CASES["others"]


@pytest.mark.parametrize("name", OTHERS)
@pytest.mark.parametrize("times", [1, 6])
def test_other_languages_are_told_from_russian_and_english(name: str, times: int) -> None:
    assert detect_language(f"{OTHERS[name]}\n" * times) is None


@pytest.mark.parametrize(("language", "text"), [(language, text) for language, texts in CASES["read"].items() for text in texts])
def test_language_is_told_by_letters_and_common_words(language: str, text: str) -> None:
    assert (detect_language(text) or "none") == language


@pytest.mark.parametrize("name", ["Ukrainian", "Kazakh", "Bulgarian", "Belarusian", "Serbian", "German", "Chinese", "Chinese with English"])
def test_an_article_in_another_language_is_refused(name: str, tmp_path: Path) -> None:
    path = tmp_path / "one.txt"
    path.write_text(OTHERS[name] * 3, encoding="utf-8")
    with pytest.raises(InputError, match=r"one\.txt: the language is not Russian or English") as error:
        read_article(path)
    assert error.value.exit_code == 3


@given(strategies.text(max_size=200))
def test_any_text_has_a_language_or_none(text: str) -> None:
    assert detect_language(text) in ("ru", "en", None)
