"""The word lists of dates, ready to be searched: one Lexicon per language."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from briefgen.language.lexicon import load
from briefgen.language.numerals import first_words
from briefgen.language.phrases import Phrases, build, from_table


@dataclass(frozen=True, slots=True)
class Lexicon:
    """`words` holds small closed lists by name; trees give numbers as text, relations, and distances such as "year:-1".

    `openers` are the words that a date can start with, digits aside.
    """

    language: str
    months: Phrases
    weekdays: Phrases
    ordinals: Phrases
    year: Phrases
    quarter: Phrases
    half: Phrases
    words: Mapping[str, frozenset[str]]
    bare_years: Mapping[str, frozenset[str]]
    not_years_behind: Phrases
    not_years_before: frozenset[str]
    relations: Phrases
    year_of: Phrases
    relative: Phrases
    ago: Mapping[str, frozenset[str]]
    future: Phrases
    past: Phrases
    past_endings: tuple[str, ...]
    openers: frozenset[str]


@cache
def lexicon(language: str) -> Lexicon:
    """All lists of a language."""
    tables = load(language, "dates")
    words = tables["words"]

    def tree(phrases: Iterable[str]) -> Phrases:
        return build(((phrase, True) for phrase in phrases), language)

    months, weekdays, ordinals, relative = (from_table(tables[name], language) for name in ("months", "weekdays", "ordinals", "relative"))
    openers = {word.removeprefix("=").lower() for opener in (months, weekdays, ordinals, relative) for word in opener.children}
    return Lexicon(
        language=language,
        months=months,
        weekdays=weekdays,
        ordinals=ordinals,
        year=tree(words["year"]),
        quarter=tree(words["quarter"]),
        half=tree(words["half"]),
        words={name: frozenset(forms) for name, forms in words.items()},
        bare_years={name: frozenset(forms) for name, forms in tables["bare_years"].items()},
        not_years_behind=tree(tables["not_years"]["behind"]),
        not_years_before=frozenset(tables["not_years"]["before"]),
        relations=from_table(tables["relations"], language, backwards=True),
        year_of=from_table(tables["year_of"], language),
        relative=relative,
        ago={name: frozenset(forms) for name, forms in tables["ago"].items()},
        future=tree(tables["future"]["words"]),
        past=tree(tables["past"]["words"]),
        past_endings=tuple(tables["past"]["endings"]),
        openers=first_words(language) | openers | frozenset(words["quarter_letters"]) | frozenset(words["half_letters"]),
    )
