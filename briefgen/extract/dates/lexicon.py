"""The word lists of dates, ready to be searched: one Lexicon per language."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from briefgen.language.lexicon import load
from briefgen.language.phrases import Phrases, build, from_table


@dataclass(frozen=True, slots=True)
class Lexicon:
    """`words` holds small closed lists by name; trees give numbers as text, relations, and distances such as "year:-1"."""

    language: str
    months: Phrases
    weekdays: Phrases
    ordinals: Phrases
    year: Phrases
    quarter: Phrases
    half: Phrases
    words: Mapping[str, frozenset[str]]
    not_years_behind: Phrases
    not_years_before: frozenset[str]
    relations: Phrases
    year_of: Phrases
    relative: Phrases
    ago: Mapping[str, frozenset[str]]
    future: Phrases
    past: Phrases
    past_endings: tuple[str, ...]


@cache
def lexicon(language: str) -> Lexicon:
    """All lists of a language."""
    tables = load(language, "dates")
    words = tables["words"]

    def tree(phrases: Iterable[str]) -> Phrases:
        return build(((phrase, True) for phrase in phrases), language)

    return Lexicon(
        language=language,
        months=from_table(tables["months"], language),
        weekdays=from_table(tables["weekdays"], language),
        ordinals=from_table(tables["ordinals"], language),
        year=tree(words["year"]),
        quarter=tree(words["quarter"]),
        half=tree(words["half"]),
        words={name: frozenset(forms) for name, forms in words.items()},
        not_years_behind=tree(tables["not_years"]["behind"]),
        not_years_before=frozenset(tables["not_years"]["before"]),
        relations=from_table(tables["relations"], language, backwards=True),
        year_of=from_table(tables["year_of"], language),
        relative=from_table(tables["relative"], language),
        ago={name: frozenset(forms) for name, forms in tables["ago"].items()},
        future=tree(tables["future"]["words"]),
        past=tree(tables["past"]["words"]),
        past_endings=tuple(tables["past"]["endings"]),
    )
