"""Russian words are looked up alike with DAWG2's compiled code and, on machines without a wheel of it, with pymorphy3's own."""

from __future__ import annotations

import re
import sys
from importlib import import_module
from importlib.resources import files
from typing import Any

import pytest

NAMES = ("topics.toml", "risks.toml", "quantities.toml", "actors.tsv")


def _readings(words: list[str]) -> list[Any]:
    analyzer = import_module("pymorphy3").MorphAnalyzer()
    return [[(reading.word, str(reading.tag), reading.normal_form, reading.score) for reading in analyzer.parse(word)] for word in words]


def test_words_are_read_alike_with_and_without_compiled_code(monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("dawg")
    lists = (files("briefgen") / "data" / "ru" / name for name in NAMES)
    found = {word for path in lists for word in re.findall(r"[А-Яа-яЁё-]{2,40}", path.read_text(encoding="utf-8"))}
    words = [*sorted(found)[::6], "", "-", "ёлка", "елка", "замгендиректора", "бокситоносный", "по-нашему", "Ъ", "тест123"]
    compiled = _readings(words)
    assert import_module("pymorphy3.dawg").EXTENSION_AVAILABLE
    for name in [name for name in sys.modules if name.split(".")[0] == "pymorphy3"]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "dawg", None)
    assert _readings(words) == compiled
    assert not import_module("pymorphy3.dawg").EXTENSION_AVAILABLE
