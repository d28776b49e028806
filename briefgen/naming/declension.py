"""A person's Russian name in the nominative -> another case, by gender; every part by its own rule, what does not decline stays."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import Any

from briefgen.naming.countries import CASES
from briefgen.naming.given import gender_of
from briefgen.naming.lists import table

_OBLIQUE = CASES[1:]
_CONSONANT = re.compile(r"[бвгджзйклмнпрстфхцчшщь]$")


def decline_person(name: str, case: str, gender: str | None) -> str:
    """The name in a case (genitive, dative, ...); empty where the gender is not known: a guess would make a mistake.

    >>> decline_person("Роман Юнеман", "genitive", "m"), decline_person("Иветт Купер", "genitive", "f")
    ('Романа Юнемана', 'Иветт Купер')
    >>> decline_person("Касым-Жомарт Токаев", "instrumental", "m"), decline_person("Кая Каллас", "genitive", "f")
    ('Касым-Жомартом Токаевым', 'Каи Каллас')
    """
    gender = gender or gender_of(name)
    if gender not in ("m", "f"):
        return ""
    words = name.split()
    foreign = not gender_of(name)
    fixed = len(words) > 1 and words[0].lower() in _rules()["east_asian"]  # «Дэн Сяопина», «Ким Чен Ына»: the last part alone declines
    return " ".join(
        word if fixed and at < len(words) - 1 else _word(word, case, gender, is_surname=at > 0 and at == len(words) - 1, foreign=foreign)
        for at, word in enumerate(words)
    )


def _word(word: str, case: str, gender: str, *, is_surname: bool, foreign: bool) -> str:
    """«Римского-Корсакова», «Анны-Марии», but «Касым-Жомарта», «Жан-Клода»: a given name in a consonant stays before its second half."""
    *first, last = word.split("-")
    stays = not is_surname
    parts = [
        part if stays and _CONSONANT.search(part) else _part(part, case, gender, is_surname=is_surname, foreign=foreign) for part in first
    ]
    return "-".join([*parts, _part(last, case, gender, is_surname=is_surname, foreign=foreign)])


def _part(part: str, case: str, gender: str, *, is_surname: bool, foreign: bool) -> str:
    if part.lower() in (*_rules()["particles"], *_rules()["undeclined"]) or (not part[:1].isupper() and part not in table()["generations"]):
        return part
    for ending, *forms in _rows(part, gender, is_surname=is_surname or not part[:1].isupper(), foreign=foreign):
        if part.lower().endswith(ending):
            form = part[: len(part) - len(ending)] + forms[_OBLIQUE.index(case)]
            return part[0] + form[1:]
    return part


def _rows(part: str, gender: str, *, is_surname: bool, foreign: bool) -> Sequence[Sequence[str]]:
    """The endings that may fit, in the order in which they are tried."""
    rules = _rules()
    rows: list[Sequence[str]] = []
    if is_surname:
        rows += rules["masculine_foreign"]["surname"] if foreign and gender == "m" else ()
        rows += rules["masculine" if gender == "m" else "feminine"]["surname"]
    if not _CONSONANT.search(part.lower()):
        return [*rows, *rules["any"]["rows"]]
    if gender == "m":
        return [*rows, *rules["consonant"]["rows"]]
    return rows if is_surname else [*rows, *rules["soft_feminine"]["rows"]]


@cache
def _rules() -> Mapping[str, Any]:
    return tomllib.loads((files("briefgen") / "data" / "ru" / "declension.toml").read_text(encoding="utf-8"))
