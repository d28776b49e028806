"""Words grown together with their number -> figures: «пятипроцентный», «двадцатитонный», «полкило», and with a hyphen: «100-метровый»."""

from __future__ import annotations

from decimal import Decimal

from briefgen.extract.quantities.currencies import NO_CURRENCY
from briefgen.extract.quantities.figure import Figure, Reading
from briefgen.language.digits import digits
from briefgen.language.lexemes import Lexeme
from briefgen.language.numeral_words import numeral_words
from briefgen.language.ordinals import prefix_of

_SHORTEST = 8  # «стотонный» has nine letters, «двукратно» too
_ENDINGS = ("ый", "ой", "ая", "ое", "ые", "ие", "ого", "ому", "ым", "ом", "ую", "ых", "ыми", "кратно")
_TIMES = "times"


def grown_at(reading: Reading, index: int) -> Figure | None:
    """The figure of a grown-together word, or of digits joined to such an adjective."""
    words, lexeme = reading.lexicon, reading.lexemes[index]
    half = words.halved.get(lexeme.norm)
    if half:
        unit, _, factor = half.partition("*")
        return Figure(index, index + 1, Decimal("0.5") * Decimal(factor or 1), unit, "measure.half", is_worded=True)
    if not words.adjectives:
        return None
    if lexeme.kind == "number":
        return _in_digits(reading, index)
    found = prefix_of(lexeme.norm, numeral_words(words.language))
    return _figure(reading, index, index, *found) if found else None


def may_be_grown(reading: Reading, lexeme: Lexeme) -> bool:
    """A cheap test for the long words that begin with a number."""
    return len(lexeme.norm) >= _SHORTEST and lexeme.norm.endswith(_ENDINGS) and lexeme.norm.startswith(reading.lexicon.stems)


def _in_digits(reading: Reading, index: int) -> Figure | None:
    """«100-метровый», «1,5-литровую», «3-кратный»."""
    at = index + 1
    if reading.norm(at) != "-" or not reading.is_glued(at) or not reading.is_glued(at + 1) or reading.is_glued(index):
        return None
    value = digits(reading.lexemes[index].text, reading.lexicon.language)
    return None if value is None else _figure(reading, index, at + 1, value, reading.norm(at + 1))


def _figure(reading: Reading, first: int, last: int, value: Decimal, adjective: str) -> Figure | None:
    unit = reading.lexicon.adjectives.get(adjective)
    if unit is None or (unit == "concentr-percent" and first != last):
        return None  # «10-процентный» is read as an amount, which may be the end of a range
    following = reading.norm(last + 1)
    is_adverb = adjective.endswith("кратно")
    if unit == _TIMES and not is_adverb and not following.startswith(reading.lexicon.multiplied):
        return None  # «трёхкратный чемпион»
    code, _, factor = unit.partition("*")
    scale = Decimal(factor or 1)
    if code == NO_CURRENCY and not following.startswith(reading.lexicon.money_deals):
        return None  # «десятимиллионный пассажир»
    rule = "percent.adjective" if code == "concentr-percent" else "times.adjective" if code == _TIMES else "measure.adjective"
    return Figure(first, last + 1, value * scale, code, rule, scale=scale, is_worded=first == last)
