"""A Chinese name as Russian writes it (the system of Palladius) -> pinyin, as English writes it: «Ли Чэнган» is Li Chenggang."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

_VOWELS = "aeo"


def pinyin_name(name: str) -> str:
    """The name in pinyin; empty where it is no Chinese surname with a given name of one or two syllables.

    >>> pinyin_name("Ли Чэнган"), pinyin_name("Лань Фоань"), pinyin_name("Си Цзиньпин")
    ('Li Chenggang', 'Lan Fo’an', 'Xi Jinping')
    >>> pinyin_name("Ли Андерсон"), pinyin_name("Роман Иванов")
    ('', '')
    """
    surname, _, given = name.partition(" ")
    if surname not in _table()["people"]["surnames"] or not given[:1].isupper():
        return ""
    family, own = _syllables().get(surname.lower(), ""), _given(given.lower().replace("ё", "е"))
    return f"{family.capitalize()} {own.capitalize()}" if family and own else ""


def _given(word: str) -> str:
    """One or two syllables; the second begins with a consonant where it can: «ъ» tells where it does not."""
    known = _syllables()
    if word in known:
        return known[word]
    splits = ((word[:at], word[at:].removeprefix("ъ")) for at in range(len(word) - 1, 0, -1))
    pairs = [(known[first], known[second]) for first, second in splits if first in known and second in known]
    pairs.sort(key=lambda pair: pair[1][0] in _VOWELS + "yw")
    if not pairs:
        return ""
    first, second = pairs[0]
    return first + ("’" if second[0] in _VOWELS else "") + second


@cache
def _syllables() -> Mapping[str, str]:
    table = _table()
    initials = table["initials"].items()
    hard = {f"{initial}{final}": latin[0] + said for initial, latin in initials for final, said in table["hard"].items()}
    soft = {f"{initial}{final}": latin[-1] + said for initial, latin in initials for final, said in table["soft"].items()}
    whole: dict[str, str] = table["whole"]
    return hard | soft | whole


@cache
def _table() -> Mapping[str, Any]:
    return tomllib.loads((files("briefgen") / "data" / "palladius.toml").read_text(encoding="utf-8"))
