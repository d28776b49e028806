"""The word lists of numbers, ready to be searched: one NumeralWords per language."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from briefgen.language.lexicon import load
from briefgen.language.phrases import Phrases, build, expand, from_table


@dataclass(frozen=True, slots=True)
class NumeralWords:
    """Words by value, and trees of phrases. `singular` and `plural` are denominators; `stems` begin grown-together words («пятитонный»)."""

    words: Mapping[str, Decimal]
    scales: Phrases
    alone: Phrases
    alone_governed: Phrases
    governors: frozenset[str]
    vague: Phrases
    halves: Phrases
    bare: Phrases
    portions: Phrases
    joined: Phrases
    added: Phrases
    fraction_of: Phrases
    singular: Mapping[str, Decimal]
    plural: Mapping[str, Decimal]
    ordinals: Mapping[str, Decimal]
    ordinal_scales: Mapping[str, Decimal]
    ordinal_endings: frozenset[str]
    stems: Mapping[str, Decimal]
    wholes: frozenset[str]
    links: frozenset[str]
    points: frozenset[str]
    endings: frozenset[str]
    minus: frozenset[str]


@cache
def numeral_words(language: str) -> NumeralWords:
    tables = load(language, "numerals")
    signs = tables["signs"]

    def tree(name: str) -> Phrases:
        return from_table(tables[name], language)

    return NumeralWords(
        words=forms_of(tables["words"], language),
        scales=tree("scales"),
        alone=tree("alone"),
        alone_governed=tree("alone_governed"),
        governors=frozenset(signs["governors"]),
        vague=tree("vague"),
        halves=tree("halves"),
        bare=tree("bare"),
        portions=tree("portions"),
        joined=tree("joined"),
        added=tree("added"),
        fraction_of=build(((phrase, True) for phrase in signs["fraction_of"]), language),
        singular=forms_of(tables["denominators"]["singular"], language),
        plural=forms_of(tables["denominators"]["plural"], language),
        ordinals=forms_of(tables["ordinals"], language),
        ordinal_scales=forms_of(tables["ordinal_scales"], language),
        ordinal_endings=frozenset(signs["ordinal_endings"]),
        stems=forms_of(tables["stems"], language),
        wholes=frozenset(form for pattern in signs["wholes"] for form in expand(pattern, language)),
        links=frozenset(signs["and"]),
        points=frozenset(signs["point"]),
        endings=frozenset(signs["endings"]),
        minus=frozenset(signs["minus"]),
    )


def forms_of(table: Mapping[str, Sequence[str]], language: str) -> dict[str, Decimal]:
    """Single words of a table {value: patterns} by their forms."""
    return {form: Decimal(value) for value, patterns in table.items() for pattern in patterns for form in expand(pattern, language)}


@cache
def first_words(language: str) -> frozenset[str]:
    """The words that a number in words can start with.

    >>> "two" in first_words("en"), "of" in first_words("en")
    (True, False)
    """
    lexicon = numeral_words(language)
    trees = (lexicon.alone, lexicon.alone_governed, lexicon.portions, lexicon.joined, lexicon.vague, lexicon.halves, lexicon.bare)
    return frozenset(lexicon.words).union(lexicon.points, *(tree.first_words() for tree in trees))


@cache
def minus_words(language: str) -> frozenset[str]:
    """The words and signs before a number below zero."""
    return numeral_words(language).minus
