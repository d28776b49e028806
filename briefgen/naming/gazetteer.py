"""A name in any of its case forms -> the name that officials use in the other language. A staffer's own table wins over ours."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from briefgen.language.words import normalise
from briefgen.naming.countries import codes_by_name, country_name
from briefgen.naming.lists import table

KINDS = ("person", "org", "media", "programme", "place")  # a house may add whole posts, kind post
COLUMNS = ("id", "kind", "ru", "en", "ru_genitive", "ru_short", "en_short", "aliases_ru", "aliases_en")
_STEM = 3  # letters that a stem keeps: «Пола» and «Пол» meet in «пол», «Мали» and «Мальта» do not meet
_MARKS = re.compile(r"[\"'.,()№–—]|\+(?=\w)")  # «C5+1», but «ОПЕК+» is another body than «ОПЕК»


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
_Inflected = tuple[Entry, tuple[str, ...]]


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


def find_entry(text: str, language: str, *, kinds: Collection[str] = KINDS, extra: Entries = ()) -> Entry | None:
    """The entry that a name belongs to: by its exact words first, then (Russian) in any case form."""
    for exact, inflected in (*((_extra_index(extra, language),) if extra else ()), _own_index(language)):
        candidates: list[Entry] = [*exact.get(fold(text), ()), *_in_any_case(fold(text), inflected)]
        for entry in candidates:
            if entry.kind in kinds or not entry.kind:
                return entry
    return None


def entry_name(id: str, language: str, *, case: str = "nominative", short: bool = False, article: bool = False, extra: Entries = ()) -> str:
    """The name of an organisation by its id; in Russian nominative and genitive are known, an abbreviation serves all cases."""
    entry = next((own for own in extra if own.id == id), None) or _by_id()[id]
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
    return tuple(entry_of(dict(zip(head, cells, strict=False))) for cells in lines)


@cache
def entries() -> Entries:
    """Our own table."""
    return read_entries((files("briefgen") / "data" / "gazetteer.tsv").read_text(encoding="utf-8"))


@lru_cache(maxsize=20_000)
def fold(text: str) -> str:
    """What two spellings of a name have in common.

    >>> fold("«Лента.ру»") == fold("лента ру"), fold("Мирзиёев")
    (True, 'мирзиеев')
    """
    return " ".join(_MARKS.sub(" ", normalise(text)).casefold().replace("ё", "е").split()).removeprefix("the ")


@lru_cache(maxsize=20_000)
def stems(word: str) -> frozenset[str]:
    """A Russian word with and without each ending that it may have: two forms of one word have a stem in common.

    >>> sorted(stems("токаева") & stems("токаев")), stems("токаев") & stems("токио")
    (['токаев'], frozenset())
    """
    return frozenset([word, *(word[:-length] for length in endings(word, _STEM))])


def endings(word: str, kept: int) -> Iterator[int]:
    """The lengths of the endings that a Russian word may have, longest first; at least `kept` letters stand before them.

    >>> list(endings("партиями", 3)), list(endings("тая", 3))
    ([4, 3, 1], [])
    """
    known, longest = _endings()
    return (length for length in range(min(longest, len(word) - kept), 0, -1) if word[-length:] in known)


@cache
def _endings() -> tuple[frozenset[str], int]:
    known = frozenset(table()["endings"])
    return known, max(map(len, known))


def entry_of(row: Mapping[str, str]) -> Entry:
    """A row of a table as an entry; cells that are not there are empty."""
    return Entry(**{column: row.get(column, "").strip() for column in COLUMNS})


@cache
def _by_id() -> Mapping[str, Entry]:
    return {entry.id: entry for entry in entries() if entry.id}


@cache
def _own_index(language: str) -> tuple[Mapping[str, list[Entry]], Mapping[str, list[_Inflected]]]:
    # Kept by language alone: a key of all entries would be hashed whole at each look-up.
    return _index(entries(), language)


@lru_cache(maxsize=8)
def _extra_index(extra: Entries, language: str) -> tuple[Mapping[str, list[Entry]], Mapping[str, list[_Inflected]]]:
    return _index(extra, language)


def _index(listed: Entries, language: str) -> tuple[Mapping[str, list[Entry]], Mapping[str, list[_Inflected]]]:
    """Exact words -> entries, and a stem of the first word -> entries with all their words (Russian only)."""
    exact: dict[str, list[Entry]] = {}
    inflected: dict[str, list[_Inflected]] = {}
    for entry in listed:
        for form in _forms(entry, language):
            exact.setdefault(fold(form), []).append(entry)
            words = _words(fold(form)) if language == "ru" else []
            for first in stems(words[0]) if words else ():
                inflected.setdefault(first, []).append((entry, tuple(words)))
    return exact, inflected


def _in_any_case(text: str, inflected: Mapping[str, list[_Inflected]]) -> Iterator[Entry]:
    words = tuple(stems(word) for word in _words(text))
    for first in sorted(words[0], key=len, reverse=True) if words else ():
        for entry, others in inflected.get(first, ()):
            if len(words) == len(others) and all(one & stems(other) for one, other in zip(words, others, strict=True)):
                yield entry


def _words(text: str) -> list[str]:
    return [word for word in re.split(r"[\s-]+", text) if word]


def _forms(entry: Entry, language: str) -> Iterable[str]:
    if language == "ru":
        forms = [entry.ru, entry.ru_genitive, entry.ru_short, *entry.aliases_ru.split(";")]
    else:
        forms = [entry.en, entry.en_short, *entry.aliases_en.split(";")]
    return filter(None, forms)
