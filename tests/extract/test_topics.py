"""Topics: what a clause's words show, and what the place, the speaker and a project's name do not."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from briefgen.extract.interests.topics import find_topics

CASES = Path(__file__).resolve().parents[1] / "cases"


def cases():
    for language in ("ru", "en"):
        for case in tomllib.loads((CASES / language / "topics.toml").read_text(encoding="utf-8"))["shows"]:
            yield pytest.param(language, case["text"], tuple(case["topics"]), id=f"{language}: {case['text'][:60]}")


@pytest.mark.parametrize(("language", "text", "topics"), list(cases()))
def test_words_show_these_topics_and_no_others(language, text, topics):
    assert find_topics(text, language) == topics


def test_a_ministry_is_a_topic_where_nothing_else_is():
    assert find_topics("заявил министр энергетики", "ru") == ("energy",)


def test_a_long_run_of_names_takes_no_long_time():
    assert find_topics("x «А " * 20000 + "на саммите" * 2000, "ru")
