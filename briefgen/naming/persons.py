"""A person's name in one language -> the name in the other: from the gazetteer, else transliterated and marked as such."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from briefgen.naming.cyrillisation import cyrillise
from briefgen.naming.gazetteer import Entries, entries, find_entry, fold
from briefgen.naming.given import spelling_of
from briefgen.naming.pinyin import pinyin_name
from briefgen.naming.transliteration import has_cyrillic, transliterate

NBSP = "\u00a0"


@dataclass(frozen=True, slots=True)
class Name:
    """A name or post as printed, and how it was found: same, gazetteer, transliterated, pattern or none (the original)."""

    text: str
    method: str


def person_name(name: str, source_language: str, target_language: str, *, extra: Entries = ()) -> Name:
    """The name as the target language writes it; a name in Latin letters that no table knows stays as it is.

    >>> person_name("Касым-Жомарт Токаев", "ru", "en"), person_name("Роман Иванов", "ru", "en")
    (Name(text='Kassym-Jomart Tokayev', method='gazetteer'), Name(text='Roman Ivanov', method='transliterated'))
    """
    if source_language == target_language or not name:
        return Name(name, "same")
    entry = find_entry(name, source_language, kinds=("person",), extra=extra)
    if entry:
        return Name(str(getattr(entry, target_language)), "gazetteer")
    surname = _surnames(source_language, target_language).get(fold(name))
    if surname:
        return Name(surname, "gazetteer")
    if target_language == "en" and has_cyrillic(name):
        chinese = pinyin_name(name)
        if chinese:
            return Name(chinese, "transliterated")
        given, _, rest = name.partition(" ")
        return Name(f"{spelling_of(given) or transliterate(given)} {transliterate(rest)}".strip(), "transliterated")
    cyrillic = cyrillise(name) if target_language == "ru" else ""
    return Name(cyrillic, "transliterated") if cyrillic else Name(name, "same")


def short_name(name: str, language: str, *, initials_first: bool = True) -> str:
    """Initials and surname: `К.-Ж. Токаев` with no space inside the initials (GOST R 7.0.97), `K-J Tokayev`.

    >>> short_name("Касым-Жомарт Токаев", "ru"), short_name("Иван Петрович Смирнов", "ru"), short_name("Yvette Cooper", "en")
    ('К.-Ж.\\xa0Токаев', 'И.П.\\xa0Смирнов', 'Y\\xa0Cooper')
    """
    *given, surname = name.split()
    if not given:
        return name
    initials = "".join(_initial(word, language) for word in given)
    return f"{initials}{NBSP}{surname}" if initials_first else f"{surname}{NBSP}{initials}"


def _initial(word: str, language: str) -> str:
    parts = [part[0] for part in word.split("-") if part]
    return "".join(f"{'-' if at else ''}{part}." for at, part in enumerate(parts)) if language == "ru" else "-".join(parts)


@cache
def _surnames(source_language: str, target_language: str) -> dict[str, str]:
    """Surnames that all people of the gazetteer who bear them write alike: «Токаев» alone is Tokayev."""
    found: dict[str, set[str]] = {}
    for entry in entries():
        source, target = str(getattr(entry, source_language)), str(getattr(entry, target_language))
        if entry.kind == "person" and len(source.split()) == 2 and len(target.split()) == 2:
            found.setdefault(fold(re.split(r"\s", source)[-1]), set()).add(target.split()[-1])
    return {surname: spellings.pop() for surname, spellings in found.items() if len(spellings) == 1}
