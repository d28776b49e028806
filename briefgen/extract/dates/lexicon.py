"""The word lists of dates, ready to be searched: one Lexicon per language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from briefgen.language.lexicon import load
from briefgen.language.numeral_words import first_words
from briefgen.language.phrases import Phrases, build, from_table

_VALUED = (
    "months",
    "weekdays",
    "weekday_names",
    "ordinals",
    "decades",
    "seasons",
    "holidays",
    "shifts",
    "stretches",
    "units",
    "relative",
    "year_of",
)
_OPENING = ("months", "weekdays", "weekday_names", "ordinals", "decades", "seasons", "holidays", "shifts", "stretches", "units", "relative")
_QUOTES = frozenset("«\"“„'’‘")


@dataclass(frozen=True, slots=True)
class Lexicon:
    """`trees` find phrases by the name of their list, with their value as text; `words` holds small closed lists of single words.

    `cardinals` are the number words by value, for ordinals and years put together from several; `openers` the words that a date can
    start with, digits and Roman numbers aside.
    """

    language: str
    trees: Mapping[str, Phrases]
    words: Mapping[str, frozenset[str]]
    cardinals: Mapping[str, int]
    verb_endings: tuple[str, ...]
    past_endings: tuple[str, ...]
    openers: frozenset[str]


@cache
def lexicon(language: str) -> Lexicon:
    """All lists of a language."""
    tables = load(language, "dates")
    trees = {name: from_table(tables[name], language) for name in _VALUED}
    trees |= {name: build(((phrase, True) for phrase in phrases), language) for name, phrases in tables["phrases"].items()}
    trees |= {name: build(((phrase, True) for phrase in tables[name]["words"]), language) for name in ("past", "present", "future")}
    trees["relations"] = from_table(tables["relations"], language, backwards=True)
    words = {name: frozenset(forms) for name, forms in tables["words"].items()}
    openers = {word for name in (*_OPENING, "edges", "final", "first", "year", "eve") for word in trees[name].first_words()}
    letters = words["quarter_letters"] | words["half_letters"] | words["fiscal"] | words["base"]
    return Lexicon(
        language=language,
        trees=trees,
        words=words,
        cardinals=_cardinals(language),
        verb_endings=tuple(tables["words"]["verb_endings"]),
        past_endings=tuple(tables["past"]["endings"]),
        openers=first_words(language) | openers | letters | _QUOTES,
    )


def _cardinals(language: str) -> Mapping[str, int]:
    return {
        words[0]: int(value) for words, value in _flat(from_table(load(language, "numerals")["words"], language), ()) if len(words) == 1
    }


def _flat(tree: Phrases, words: tuple[str, ...]) -> list[tuple[tuple[str, ...], str]]:
    own = [(words, str(tree.value))] if tree.value is not None else []
    return own + [pair for word, child in tree.children.items() for pair in _flat(child, (*words, word))]
