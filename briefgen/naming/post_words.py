"""data/posts.tsv and the names of states -> the words that posts are made of, looked up by Russian stems or English words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from briefgen.language.lexicon import load
from briefgen.naming.countries import codes_by_name
from briefgen.naming.gazetteer import endings, fold

_STEM = 3
HEADS = ("office", "ambassador", "staff")
FIELD, TOPIC = "{f}", "{t}"


@dataclass(frozen=True, slots=True)
class Word:
    """A row of the lexicon. `kind`: office, ambassador, staff, field, topic, body; `genitive` of a topic is its dative."""

    kind: str
    nominative: str
    genitive: str
    en: str
    aliases_en: tuple[str, ...] = ()


@cache
def lexicon() -> tuple[Word, ...]:
    """All rows, in the file's order."""
    lines = (files("briefgen") / "data" / "posts.tsv").read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t") for line in lines if line and not line.startswith(("#", "kind\t")))
    return tuple(Word(row[0], row[1], row[2], row[3], tuple(row[4].split(";")) if len(row) > 4 else ()) for row in rows)


def stems(text: str) -> tuple[str, ...]:
    """
    >>> stems("заместителя министра финансов") == stems("заместитель министра финансов")
    True
    """
    return tuple(stem(word) for word in fold(text).split())


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """A Russian word without what declension may change; two words that meet in one stem must not both be in the lexicon.

    >>> stem("министрами"), stem("заведующая")
    ('министр', 'заведующ')
    """
    while length := next(endings(word, _STEM), 0):
        word = word[:-length]
    return word


@cache
def by_stems(kinds: tuple[str, ...]) -> Mapping[tuple[str, ...], Word]:
    """Rows of some kinds by the stems of their Russian words; {f} and {t} end a key, what follows them is looked up apart."""
    found: dict[tuple[str, ...], Word] = {}
    for word in lexicon():
        if word.kind in kinds:
            for text in filter(None, (word.nominative, word.genitive)):  # «посол» and «посла» have no stem in common
                key = stems(text.replace(FIELD, "").replace(TOPIC, ""))
                found.setdefault((*key, *(mark for mark in (FIELD, TOPIC) if mark in word.en)), word)
    return found


@cache
def by_english(kinds: tuple[str, ...]) -> Mapping[str, Word]:
    """Rows of some kinds by their English words, aliases too, lower case."""
    found: dict[str, Word] = {}
    for word in lexicon():
        for text in (word.en, *word.aliases_en) if word.kind in kinds else ():
            found.setdefault(text.lower().replace("’", "'"), word)
    return found


def longest(words: Sequence[str], rows: Mapping[tuple[str, ...], Word], ending: tuple[str, ...] = ()) -> tuple[Word, int] | None:
    """The row with the most words at the start of a sequence, and how many they are."""
    return next(matching(words, rows, ending), None)


def matching(words: Sequence[str], rows: Mapping[tuple[str, ...], Word], ending: tuple[str, ...] = ()) -> Iterator[tuple[Word, int]]:
    """The rows that stand at the start of a sequence, those with the most words first, and how many these are."""
    for length in range(min(len(words), 9), 0, -1):
        word = rows.get((*words[:length], *ending))
        if word:
            yield word, length


@cache
def states(language: str) -> Mapping[str, str]:
    """Names of states and unions in any case form, abbreviations too, lower case -> code."""
    found = dict(codes_by_name(language))
    for name, row in load(language, "actors").items():
        code, kind, *forms = row if isinstance(row, tuple) else (row, "")
        if kind == "name" and ":" not in code:
            for form in [name, *(forms[0].split(";") if forms else [])]:
                found.setdefault(fold(form), code)
    return found


@cache
def adjective_of(language: str) -> Mapping[str, str]:
    """Code of a state -> its first adjective: «казахстанский», Kazakh."""
    found: dict[str, str] = {}
    for name, row in load(language, "actors").items():
        code, kind = row[:2] if isinstance(row, tuple) else (row, "")
        if kind == "adjective":
            found.setdefault(code, name)
    return found


@cache
def state_adjectives(language: str) -> Mapping[str, str]:
    """Adjectives of states, by stem in Russian: «казахстанский», Kazakh -> code."""
    found: dict[str, str] = {}
    for name, row in load(language, "actors").items():
        code, kind = row[:2] if isinstance(row, tuple) else (row, "")
        if kind == "adjective" and ":" not in code:
            found.setdefault(stem(fold(name)) if language == "ru" else fold(name), code)
    return found
