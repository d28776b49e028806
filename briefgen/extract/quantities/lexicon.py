"""The word lists of quantities, ready to be searched: one Lexicon per language."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from briefgen.language.lexicon import load
from briefgen.language.numerals import first_words
from briefgen.language.phrases import Phrases, build, expand, from_table


@dataclass(frozen=True, slots=True)
class Lexicon:
    """`units` also holds the names of currencies; a value is a unit code, `code*factor`, or a family of currencies in small letters.

    `openers` are the words and signs that a figure can start with, digits aside.
    """

    language: str
    units: Phrases
    minor: Phrases
    prefixes: Phrases
    qualifiers: Phrases
    qualifiers_behind: Phrases
    between: frozenset[str]
    limits: frozenset[str]
    change: tuple[str, ...]
    ranges: Mapping[str, frozenset[str]]
    links: Phrases
    continuing: Phrases
    part_of: Phrases
    money_nouns: tuple[str, ...]
    people: tuple[str, ...]
    labels: Phrases
    excluded: Phrases
    percent_adjective: str
    per_money: frozenset[str]
    per_time: frozenset[str]
    periods: frozenset[str]
    fixed_rates: frozenset[str]
    multiples: Phrases
    times: Phrases
    times_before: frozenset[str]
    times_behind: frozenset[str]
    shares: Phrases
    not_shares_before: Phrases
    not_shares_behind: Phrases
    families: Mapping[str, Mapping[str, Any]]
    in_brackets: frozenset[str]
    conversion: frozenset[str]
    openers: frozenset[str]


@cache
def lexicon(language: str) -> Lexicon:
    """All lists of a language."""
    words, currencies = load(language, "quantities"), load(language, "currencies")
    signs, codes = _signs()
    families = currencies["families"]
    named = [*_pairs(load(language, "units")), *_pairs(currencies["words"]), *signs, *codes]
    named += [(word, family) for family, table in families.items() for word in table["words"]]

    def tree(phrases: Iterable[str], *, backwards: bool = False) -> Phrases:
        return build(((phrase, True) for phrase in phrases), language, backwards=backwards)

    prefixes, multiples, shares = (
        build([*signs, *codes], language),
        from_table(words["multiples"], language),
        from_table(words["shares"], language),
    )
    openers = [word.removeprefix("=").lower() for tree in (prefixes, multiples, shares) for word in tree.children]
    return Lexicon(
        language=language,
        units=build(named, language),
        minor=from_table(currencies["minor"], language),
        prefixes=prefixes,
        qualifiers=from_table(words["qualifiers"], language, backwards=True),
        qualifiers_behind=from_table(words["qualifiers_behind"], language),
        between=frozenset(words["between"]["words"]),
        limits=frozenset(words["between"]["limits"]),
        change=tuple(words["between"]["change"]),
        ranges={name: frozenset(forms) for name, forms in words["ranges"].items() if name not in ("links", "continuing")},
        links=tree(words["ranges"]["links"], backwards=True),
        continuing=tree(words["ranges"]["continuing"]),
        part_of=tree(words["parts"]["of"]),
        money_nouns=tuple(words["money"]["nouns"]),
        people=tuple(words["money"]["people"]),
        labels=tree(words["labels"]["words"], backwards=True),
        excluded=tree(words["excluded"]["words"]),
        percent_adjective=words["excluded"]["percent_adjective"],
        per_money=frozenset(words["per"]["money"]),
        per_time=frozenset(words["per"]["time"]),
        periods=frozenset(words["per"]["periods"]),
        fixed_rates=frozenset(words["per"]["fixed"]),
        multiples=multiples,
        times=tree(words["times"]["words"]),
        times_before=frozenset(words["times"]["before"]),
        times_behind=frozenset(words["times"].get("behind", ())),
        shares=shares,
        not_shares_before=tree(words["not_shares"]["before"], backwards=True),
        not_shares_behind=tree(words["not_shares"]["behind"]),
        families={name: _family(table, language) for name, table in families.items()},
        in_brackets=frozenset(words["equivalents"]["between"]),
        conversion=frozenset(words["equivalents"]["or"]),
        openers=first_words(language) | frozenset(openers) | {"-", "−", "–", "минус", "minus"},
    )


def is_money(unit: str) -> bool:
    """Whether a unit is a currency: ISO 4217, XXX included, or a family of currencies.

    >>> is_money("USD"), is_money("dollar"), is_money("mass-tonne"), is_money("count")
    (True, True, False, False)
    """
    return (len(unit) == 3 and unit.isupper()) or unit in load("en", "currencies")["families"]


def dimension(unit: str) -> str:
    """Which units can stand for one another.

    >>> dimension("EUR"), dimension("mass-tonne"), dimension("concentr-percent")
    ('money', 'mass', 'concentr')
    """
    return "money" if is_money(unit) else unit.partition("-")[0]


def _pairs(table: Mapping[str, Iterable[str]]) -> list[tuple[str, str]]:
    return [(phrase, value) for value, phrases in table.items() for phrase in phrases]


def _signs() -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
    """Signs and ISO codes; codes are compared letter by letter."""
    tables = load(".", "money")
    same = tables["codes"]["same"].items()
    return _pairs(tables["signs"]), [(f"={code}", code) for code in tables["codes"]["codes"].split()] + [
        (f"={code}", iso) for code, iso in same
    ]


def _family(table: Mapping[str, Any], language: str) -> Mapping[str, Any]:
    return {
        "default": table["default"],
        "countries": table.get("countries", {}),
        "words": [w for p in table["words"] for w in expand(p, language)],
    }
