"""A name in any of its case forms -> the name that officials use in the other language. A staffer's own table wins over ours."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from briefgen.language.words import normalise
from briefgen.naming.countries import codes_by_name, country_name
from briefgen.naming.lists import table

_COLUMNS = ("id", "kind", "ru", "en", "ru_genitive", "ru_short", "en_short", "aliases_ru", "aliases_en")
_STEM = 3  # letters that a stem keeps: «Пола» and «Пол» meet in «пол», «Мали» and «Мальта» do not meet
_MARKS = re.compile(r"[\"'.,()№+–—]")


@dataclass(frozen=True, slots=True)
class Entry:
    """A name in both languages. `kind`: person, org, media, programme, place; empty cells where there is nothing to say."""

    id: str
    kind: str
    ru: str
    en: str
    ru_genitive: str = ""
    ru_short: str = ""
    en_short: str = ""
    aliases_ru: str = ""
    aliases_en: str = ""


Entries = tuple[Entry, ...]


def find_name(text: str, source_language: str, target_language: str, *, extra: Entries = ()) -> str | None:
    """The name in the target language, nominative; None where neither the gazetteer nor the list of countries knows it.

    >>> find_name("Шавката Мирзиёева", "ru", "en"), find_name("«Лента.ру»", "ru", "en"), find_name("Brussels", "en", "ru")
    ('Shavkat Mirziyoyev', 'Lenta.ru', 'Брюссель')
    """
    entry = find_entry(text, source_language, extra=extra)
    if entry:
        return str(getattr(entry, target_language))
    code = codes_by_name(source_language).get(fold(text))
    return country_name(code, target_language) if code else None


def find_entry(text: str, language: str, *, extra: Entries = ()) -> Entry | None:
    """The entry that a name belongs to: by its exact words first, then (Russian) by stems, which gives any case form."""
    for exact, stems in (_index(extra, language), _index(entries(), language)):
        found = exact.get(fold(text)) or stems.get(stem_key(text))
        if found:
            return found
    return None


def entry_name(id: str, language: str, *, case: str = "nominative", short: bool = False, article: bool = False) -> str:
    """The name of an organisation by its id; in Russian nominative and genitive are known, an abbreviation serves all cases."""
    entry = _by_id()[id]
    if language == "ru":
        if short and entry.ru_short:
            return entry.ru_short
        if case == "nominative":
            return entry.ru
        return entry.ru_genitive or entry.ru if case == "genitive" else entry.ru_short or entry.ru
    name = entry.en_short if short and entry.en_short else entry.en
    return f"the {name}" if article and takes_article(name) else name


def takes_article(name: str) -> bool:
    """Whether English puts `the` before a body's name: it says of itself what it is, or holds `of`.

    >>> takes_article("European Council"), takes_article("Carleton University"), takes_article("Rosatom")
    (True, False, False)
    """
    words = re.findall(r"[A-Za-z]+", name)
    return words[:1] != ["The"] and ("of" in words or not set(words).isdisjoint(table()["generic_words"])) and words[-1:] != ["University"]


def read_entries(text: str) -> Entries:
    """The entries of a TSV table whose first line names the columns: ours, or a staffer's with `ru` and `en` at least."""
    lines = (line.split("\t") for line in text.splitlines() if line.strip() and not line.startswith("#"))
    head = next(lines, [])
    return tuple(_entry(dict(zip(head, cells, strict=False))) for cells in lines)


@cache
def entries() -> Entries:
    """Our own table."""
    return read_entries((files("briefgen") / "data" / "gazetteer.tsv").read_text(encoding="utf-8"))


def fold(text: str) -> str:
    """What two spellings of a name have in common.

    >>> fold("«Лента.ру»") == fold("лента ру"), fold("Мирзиёев")
    (True, 'мирзиеев')
    """
    return " ".join(_MARKS.sub(" ", normalise(text)).casefold().replace("ё", "е").split()).removeprefix("the ")


def stem_key(text: str) -> str:
    """The stems of a Russian name's words: the same for all its case forms.

    >>> stem_key("Касым-Жомарта Токаева") == stem_key("Касым-Жомарт Токаев")
    True
    """
    return " ".join(stem(word) for word in re.split(r"[\s-]+", fold(text)))


def stem(word: str) -> str:
    """A Russian word without what declension may change."""
    while True:
        ending = next((ending for ending in table()["endings"] if word.endswith(ending) and len(word) - len(ending) >= _STEM), "")
        if not ending:
            return word
        word = word.removesuffix(ending)


def _entry(row: Mapping[str, str]) -> Entry:
    return Entry(**{column: row.get(column, "").strip() for column in _COLUMNS})


@cache
def _by_id() -> Mapping[str, Entry]:
    return {entry.id: entry for entry in entries() if entry.id}


@cache
def _index(listed: Entries, language: str) -> tuple[Mapping[str, Entry], Mapping[str, Entry]]:
    """Exact words -> entry, and stems -> entry (Russian only)."""
    exact: dict[str, Entry] = {}
    stems: dict[str, Entry] = {}
    for entry in listed:
        for form in _forms(entry, language):
            exact.setdefault(fold(form), entry)
            if language == "ru":
                stems.setdefault(stem_key(form), entry)
    return exact, stems


def _forms(entry: Entry, language: str) -> Iterable[str]:
    if language == "ru":
        forms = [entry.ru, entry.ru_genitive, entry.ru_short, *entry.aliases_ru.split(";")]
    else:
        forms = [entry.en, entry.en_short, *entry.aliases_en.split(";")]
    return filter(None, forms)
