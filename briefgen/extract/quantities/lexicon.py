"""The word lists of quantities, ready to be searched: one Lexicon per language."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Any

from briefgen.language.lexemes import normal, split
from briefgen.language.lexicon import load
from briefgen.language.numeral_words import first_words, numeral_words
from briefgen.language.ordinals import ordinal_words
from briefgen.language.phrases import Phrases, build, expand, from_table

_SIGNS = frozenset({"-", "−", "–", "+", "минус", "minus", "negative"})


@dataclass(frozen=True, slots=True)
class Lexicon:
    """`units` also holds the names of currencies; a value is a unit code, `code*factor`, or a family of currencies in small letters.

    `minor` gives the currencies and families of a part, the first of them where it stands alone. `weak` prefixes want a large number.
    `adjectives` and `halved` are single words by unit («тонный», «полтонны»); `stems` begin grown-together words.
    `openers` are the words and signs that a figure can start with, digits aside.
    """

    language: str
    units: Phrases
    minor: Phrases
    prefixes: Phrases
    qualifiers: Phrases
    qualifiers_behind: Phrases
    qualifiers_last: Phrases
    origins: frozenset[str]
    not_from: tuple[str, ...]
    weak: frozenset[str]
    indefinite: frozenset[str]
    lonely: frozenset[str]
    lonely_before: frozenset[str]
    weighed: tuple[str, ...]
    adjectives: Mapping[str, str]
    halved: Mapping[str, str]
    stems: tuple[str, ...]
    multiplied: tuple[str, ...]
    times_words: Phrases
    between: frozenset[str]
    limits: frozenset[str]
    change: tuple[str, ...]
    ranges: Mapping[str, frozenset[str]]
    dots: Phrases
    links: Phrases
    continuing: Phrases
    part_of: Phrases
    money_nouns: tuple[str, ...]
    money_sums: tuple[str, ...]
    money_deals: tuple[str, ...]
    for_money: frozenset[str]
    people: tuple[str, ...]
    counted: tuple[str, ...]
    counted_signs: frozenset[str]
    counted_again: frozenset[str]
    counted_of: frozenset[str]
    years_before: frozenset[str]
    years_until: frozenset[str]
    articles: frozenset[str]
    singles: frozenset[str]
    not_single_behind: frozenset[str]
    single_before: frozenset[str]
    labels: Phrases
    excluded: Phrases
    percent_adjective: str
    per_money: frozenset[str]
    per_time: frozenset[str]
    periods: frozenset[str]
    fixed_rates: frozenset[str]
    distances: frozenset[str]
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
    signs, codes, weak = _signs()
    units = _units(currencies, [*signs, *codes], language)
    halved = _halved(units, words["adjectives"])
    trees = _trees(words, language) | {"prefixes": build([*signs, *codes, *weak], language)}
    openers = frozenset().union(*(trees[name].first_words() for name in ("prefixes", "multiples", "shares", "times_words")))
    return Lexicon(
        language=language,
        units=units,
        minor=from_table(currencies["minor"], language),
        weak=frozenset(code for _, code in weak),
        ranges={name: frozenset(forms) for name, forms in words["ranges"].items() if name not in ("links", "continuing", "dots")},
        adjectives={normal(form): unit for pattern, unit in _pairs(words["adjectives"]) for form in expand(pattern, language)},
        halved=halved,
        percent_adjective=words["excluded"]["percent_adjective"],
        families={name: _family(table, language) for name, table in currencies["families"].items()},
        openers=first_words(language)
        | openers
        | ordinal_words(language)
        | frozenset(halved)
        | frozenset(words["singles"]["articles"])
        | _SIGNS,
        **trees,
        **_sets(words),
        **_beginnings(words, language),
    )


def _trees(words: Mapping[str, Any], language: str) -> dict[str, Any]:
    """Phrases of several words."""

    def tree(phrases: Iterable[str], *, backwards: bool = False) -> Phrases:
        return build(((phrase, True) for phrase in phrases), language, backwards=backwards)

    return {
        "qualifiers": from_table(words["qualifiers"], language, backwards=True),
        "labels": tree(words["labels"]["words"], backwards=True),
        "links": tree(words["ranges"]["links"], backwards=True),
        "not_shares_before": tree(words["not_shares"]["before"], backwards=True),
        **{
            name: from_table(words[name], language)
            for name in ("qualifiers_behind", "qualifiers_last", "multiples", "shares", "times_words")
        },
        "dots": tree(words["ranges"]["dots"]),
        "continuing": tree(words["ranges"]["continuing"]),
        "part_of": tree(words["parts"]["of"]),
        "excluded": tree(words["excluded"]["words"]),
        "times": tree(words["times"]["words"]),
        "not_shares_behind": tree(words["not_shares"]["behind"]),
    }


def _sets(words: Mapping[str, Any]) -> dict[str, Any]:
    """Single words."""
    return {
        "origins": frozenset(words["between"]["origins"]),
        "between": frozenset(words["between"]["words"]),
        "limits": frozenset(words["between"]["limits"]),
        "indefinite": frozenset(words["excluded"]["indefinite"]),
        "lonely": frozenset(words["lonely"]["units"]),
        "lonely_before": frozenset(words["lonely"]["before"]),
        "per_money": frozenset(words["per"]["money"]),
        "per_time": frozenset(words["per"]["time"]),
        "periods": frozenset(words["per"]["periods"]),
        "fixed_rates": frozenset(words["per"]["fixed"]),
        "distances": frozenset(words["per"]["distances"]),
        "times_before": frozenset(words["times"]["before"]),
        "times_behind": frozenset(words["times"].get("behind", ())),
        "in_brackets": frozenset(words["equivalents"]["between"]),
        "conversion": frozenset(words["equivalents"]["or"]),
        "articles": frozenset(words["singles"]["articles"]),
        "singles": frozenset(words["singles"]["units"]),
        "not_single_behind": frozenset(words["singles"]["not_behind"]),
        "single_before": frozenset(words["singles"]["before"]),
        "for_money": frozenset(words["money"]["for"]),
        "years_before": frozenset(words["years"]["before"]),
        "years_until": frozenset(words["years"]["limits"]),
        "counted_again": frozenset(words["counted"]["again"]),
        "counted_of": frozenset(words["counted"]["of"]),
        "counted_signs": frozenset(words["counted"]["signs"]),
    }


def _beginnings(words: Mapping[str, Any], language: str) -> dict[str, Any]:
    """Beginnings of words."""
    return {
        "not_from": tuple(words["between"]["not_from"]),
        "weighed": tuple(words["weighed"]["before"]),
        "stems": tuple(numeral_words(language).stems),
        "multiplied": tuple(words["times"]["multiplied"]),
        "change": tuple(words["between"]["change"]),
        "money_nouns": tuple(words["money"]["nouns"]),
        "money_sums": tuple(words["money"]["sums"]),
        "money_deals": (*words["money"]["deals"], *words["money"]["nouns"]),
        "people": tuple(words["money"]["people"]),
        "counted": tuple(words["counted"]["people"]),
    }


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


@cache
def letters(language: str) -> Mapping[str, Decimal]:
    """The scales of one letter: k, m, b."""
    return {letter: Decimal(value) for value, forms in load(language, "numerals")["letters"].items() for letter in forms}


def _signs() -> tuple[list[tuple[str, str]], list[tuple[str, str]], list[tuple[str, str]]]:
    """Signs, ISO codes (compared letter by letter), and signs that want a large number, marked by a question mark."""
    tables = load(".", "money")
    codes = [(f"={code}", code) for code in tables["codes"]["codes"].split()]
    same = [(f"={code}", iso) for code, iso in tables["codes"]["same"].items()]
    return _pairs(tables["signs"]), codes + same, [(sign, f"?{code}") for sign, code in _pairs(tables["weak"])]


def _units(currencies: Mapping[str, Any], signs: list[tuple[str, str]], language: str) -> Phrases:
    """Units, names of currencies, signs and codes in one tree, so that the longest of them is found."""
    named = [*_pairs(load(language, "units")), *_pairs(currencies["words"]), *_pairs(currencies["slang"]), *signs]
    named += [(f"={code}", code) for code in load(".", "money")["codes"]["behind"].split()]
    named += [(code.lower(), code) for code in load(".", "money")["codes"]["small"].split()]
    named += [(word, family) for family, table in currencies["families"].items() for word in table["words"]]
    return _with_adjectives(build(named, language), currencies, language)


def _with_adjectives(units: Phrases, currencies: Mapping[str, Any], language: str) -> Phrases:
    """The tree with «канадских» before «долларов». The words of a currency are added once and hang on each form of its adjectives."""
    groups = [(code, patterns, currencies["words"][code]) for code, patterns in currencies["adjectives"].items()]
    for family in currencies["families"].values():
        groups += [(code, patterns, family["words"]) for code, patterns in family.get("adjectives", {}).items()]
    for code, patterns, nouns in groups:
        behind = build(((noun, code) for noun in nouns), language)
        for form in (form for pattern in patterns for form in expand(pattern, language)):
            node = units
            for lexeme in split(form):
                node = node.children.setdefault(lexeme.norm, Phrases())
            for own, other in ((node.children, behind.children), (node.exact, behind.exact)):
                own.update({word: child for word, child in other.items() if word not in own})
    return units


def _halved(units: Phrases, adjectives: Mapping[str, object]) -> Mapping[str, str]:
    """«полкило», «полметра»: one word for half of a unit, in languages that grow words together."""
    if not adjectives:
        return {}
    return {f"пол{word}": str(child.value) for word, child in units.children.items() if child.value is not None and len(word) > 3}


def _family(table: Mapping[str, Any], language: str) -> Mapping[str, Any]:
    return {
        "default": table["default"],
        "countries": table.get("countries", {}),
        "home": tuple(table.get("home", ())),
        "words": [w for p in table["words"] for w in expand(p, language)],
        "codes": frozenset(table.get("countries", {})) | frozenset(table.get("adjectives", {})),
        "behind": {normal(word): code for code, forms in table.get("behind", {}).items() for word in forms},
    }
