"""Ordinals in words and digits -> their numbers: «двадцать первого», «двухсоттысячный», «21-я», "twenty-first", "3rd"."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from functools import cache

from briefgen.language.lexemes import Lexeme
from briefgen.language.numeral_words import NumeralWords, numeral_words
from briefgen.language.numerals import Numeral, numeral_at

_HYPHENS = frozenset("-–")
# «5м», «2е»: without a hyphen such a letter may be a unit or a mistake.
_NEED_HYPHEN = frozenset({"м", "е", "ю", "х", "им", "ем", "их", "ей"})
_ONE = Decimal(1)


@cache
def ordinal_words(language: str) -> frozenset[str]:
    """All single words that are ordinals or end one.

    >>> "пятого" in ordinal_words("ru"), "fifth" in ordinal_words("en"), "five" in ordinal_words("en")
    (True, True, False)
    """
    words = numeral_words(language)
    return frozenset(words.ordinals) | frozenset(words.ordinal_scales)


def ordinal_at(lexemes: Sequence[Lexeme], start: int, language: str) -> Numeral | None:
    """The ordinal that starts at a lexeme.

    >>> from briefgen.language.lexemes import split
    >>> [str(ordinal_at(split(text), 0, "ru").value) for text in ("двадцать первого", "стотысячный", "21-я")]
    ['21', '100000', '21']
    >>> [str(ordinal_at(split(text), 0, "en").value) for text in ("two hundredth", "one hundred and first", "1,000th")]
    ['200', '101', '1000']
    """
    words = numeral_words(language)
    first = lexemes[start]
    if first.kind == "number":
        return _in_digits(lexemes, start, language, words)
    lone = _single(first.norm, words)
    if lone is not None:
        return Numeral(lone, start + 1, is_worded=True)
    if first.norm not in words.words and words.scales.find(lexemes, start) is None and first.norm != "a":
        return None
    numeral = numeral_at(lexemes, start, language)
    if numeral is None or not numeral.is_worded or numeral.value != numeral.value.to_integral_value():
        return None
    return _behind(lexemes, numeral, words)


def _behind(lexemes: Sequence[Lexeme], numeral: Numeral, words: NumeralWords) -> Numeral | None:
    """The cardinal with the ordinal that ends it."""
    at = numeral.stop
    if at < len(lexemes) and lexemes[at].norm in words.links and words.points:
        at += 1
    if at + 1 < len(lexemes) and lexemes[at].norm == "-" and lexemes[at].gap == "":
        at += 1
    if at >= len(lexemes) or lexemes[at].gap == "\n":
        return None
    scale = words.ordinal_scales.get(lexemes[at].norm)
    if scale is not None and _ONE < numeral.value < scale and words.points:
        return Numeral(numeral.value * scale, at + 1, scale, is_worded=True)
    last = words.ordinals.get(lexemes[at].norm, scale)
    if last is None or last >= _lowest_place(numeral.value) or 10 <= numeral.value % 100 < 20:
        return None
    return Numeral(numeral.value + last, at + 1, is_worded=True)


def _lowest_place(value: Decimal) -> Decimal:
    """The place of the last digit that is no zero: 10 of 120."""
    place = _ONE
    while value and value % (place * 10) == 0:
        place *= 10
    return place


def _single(word: str, words: NumeralWords) -> Decimal | None:
    """One word: first, hundredth; «двухсоттысячный»."""
    value = words.ordinals.get(word) or words.ordinal_scales.get(word)
    if value is not None or not words.stems:
        return value
    grown = prefix_of(word, words)
    if grown is None:
        return None
    prefix, rest = grown
    scale = words.ordinal_scales.get(rest)
    return prefix * scale if scale is not None else None


def prefix_of(word: str, words: NumeralWords) -> tuple[Decimal, str] | None:
    """The number that a grown-together word begins with, and the rest of the word: «двадцатипятитысячный» is 25 and «тысячный».

    >>> prefix_of("двадцатипятипроцентная", numeral_words("ru"))
    (Decimal('25'), 'процентная')
    """
    value, at, room = Decimal(0), 0, Decimal(1000)
    while at < len(word):
        found = next((word[at:stop] for stop in range(min(len(word), at + 13), at + 1, -1) if word[at:stop] in words.stems), None)
        if found is None or words.stems[found] >= room:
            break
        part = words.stems[found]
        value, at, room = value + part, at + len(found), Decimal(100) if part >= 100 else Decimal(10) if part >= 20 else Decimal(0)
    return (value, word[at:]) if at and at < len(word) else None


def _in_digits(lexemes: Sequence[Lexeme], start: int, language: str, words: NumeralWords) -> Numeral | None:
    """«21-я», «25й», "3rd"."""
    row = lexemes[start].text.replace(",", "") if language == "en" else lexemes[start].text
    at = start + 1
    if not row.isdecimal() or len(row) > 9 or at >= len(lexemes) or lexemes[at].gap:
        return None
    has_hyphen = lexemes[at].norm in _HYPHENS and language == "ru"
    at += has_hyphen
    if at >= len(lexemes) or lexemes[at].gap or lexemes[at].norm not in words.ordinal_endings:
        return None
    if not has_hyphen and lexemes[at].norm in _NEED_HYPHEN:
        return None
    if at + 1 < len(lexemes) and not lexemes[at + 1].gap and lexemes[at + 1].text == "-":
        return None
    return Numeral(Decimal(row), at + 1)
