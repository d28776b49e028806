"""data/terms.tsv: the nouns and adjectives of figures' labels, by Russian stems or English words; Russian adjectives in their forms."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from briefgen.naming.post_words import stems

# Endings of Russian adjectives, nominative and genitive: masculine, feminine, neuter, plural; by the end of the masculine nominative.
_FORMS = (
    (re.compile(r"(?<=[гкх])[ио]й$"), {"m": ("", "ого"), "f": ("ая", "ой"), "n": ("ое", "ого"), "p": ("ие", "их")}),
    (re.compile(r"(?<=[жшчщ])ий$"), {"m": ("ий", "его"), "f": ("ая", "ей"), "n": ("ее", "его"), "p": ("ие", "их")}),
    (re.compile(r"ийся$"), {"m": ("ийся", "егося"), "f": ("аяся", "ейся"), "n": ("ееся", "егося"), "p": ("иеся", "ихся")}),
    (re.compile(r"ий$"), {"m": ("ий", "его"), "f": ("яя", "ей"), "n": ("ее", "его"), "p": ("ие", "их")}),
    (re.compile(r"(ой|ый)$"), {"m": ("", "ого"), "f": ("ая", "ой"), "n": ("ое", "ого"), "p": ("ые", "ых")}),
)


@dataclass(frozen=True, slots=True)
class Term:
    """A row. `gender` m, f, n or p (plural) of a noun; `behind` is the English after `of`, `in` where it differs."""

    kind: str
    ru: str
    gender: str
    genitive: str
    en: str
    behind: str = ""
    aliases: tuple[str, ...] = ()


@cache
def terms() -> tuple[Term, ...]:
    """All rows, in the file's order."""
    lines = (files("briefgen") / "data" / "terms.tsv").read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t") + [""] * 6 for line in lines if line and not line.startswith(("#", "kind\t")))
    return tuple(Term(row[0], row[1], row[2], row[3], row[4], row[5], tuple(filter(None, row[6].split(";")))) for row in rows)


@cache
def by_stems(kind: str) -> Mapping[tuple[str, ...], Term]:
    """Terms of a kind by the stems of their Russian words, in nominative and genitive."""
    found: dict[tuple[str, ...], Term] = {}
    for term in terms():
        for text in filter(None, (term.ru, term.genitive)) if term.kind == kind else ():
            found.setdefault(stems(text), term)
    return found


@cache
def by_english(kind: str) -> Mapping[str, Term]:
    """Terms of a kind by their English words, lower case; what a row prints goes before other rows' aliases."""
    found = {term.en.lower(): term for term in reversed(terms()) if term.kind == kind}
    for term in terms():
        for alias in term.aliases if term.kind == kind else ():
            found.setdefault(alias.lower(), term)
    return found


def adjective(masculine: str, gender: str, *, genitive: bool) -> str:
    """A Russian adjective for a noun's gender, nominative or genitive; each word of it where there are several.

    >>> adjective("внешний", "f", genitive=False), adjective("прямой иностранный", "p", genitive=True)
    ('внешняя', 'прямых иностранных')
    """
    return " ".join(_form(word, gender, genitive=genitive) for word in masculine.split())


def _form(word: str, gender: str, *, genitive: bool) -> str:
    if gender == "m" and not genitive:
        return word
    for pattern, endings in _FORMS:
        if pattern.search(word):
            return pattern.sub(endings[gender][genitive], word)
    return word


@cache
def label_words() -> frozenset[str]:
    """The English words that labels are made of, in small letters.

    >>> "exports" in label_words(), "gazprom" in label_words()
    (True, False)
    """
    texts = (text for term in terms() for text in (term.en, *term.aliases))
    return frozenset(word for text in texts for word in text.split() if word.islower())
