"""A number in a text -> whether it is part of a name, a date, a time or an address, and so no figure: «Су-24», 14:10, «№ 5»."""

from __future__ import annotations

from briefgen.extract.quantities.figure import Reading
from briefgen.extract.quantities.lexicon import letters
from briefgen.language.numerals import scale_at

_DASHES = frozenset("-−–—")
_HYPHEN = "-"
_OPENING = frozenset("(«[")
_LETTERS = 2  # «д. 5 м», "p. 3 m": letters are no unit there
_GLUED_SIGNS = frozenset("#№_@'’=&")


def is_code(reading: Reading, first: int, stop: int) -> bool:
    """Whether the number of lexemes `first` to `stop` is no amount, by what is glued to it or the label before it."""
    if reading.lexemes[first].kind == "number" and (_is_joined_before(reading, first) or _is_joined_behind(reading, stop)):
        return True
    if first == 0 or reading.is_break(first) or reading.lexicon.labels.find_before(reading.lexemes, first) is None:
        return False
    return not _is_amount(reading, first, stop)


def _is_amount(reading: Reading, first: int, stop: int) -> bool:
    """«выпуск 5 млн тонн», «на месторождении 2,3 тонны»: no number of a chapter or a field has a scale or a long unit."""
    language = reading.lexicon.language
    if any(scale_at(reading.lexemes, at, language) is not None for at in range(first + 1, stop + 1)):
        return True
    unit = reading.lexicon.units.find(reading.lexemes, stop)
    return unit is not None and len(reading.norm(stop)) > _LETTERS


def is_known(reading: Reading, at: int) -> bool:
    """Whether the word is a scale or a unit (as a noun, or «процентный»)."""
    words = reading.lexicon
    if words.percent_adjective and reading.norm(at).startswith(words.percent_adjective):
        return True
    return (
        words.units.find(reading.lexemes, at) is not None
        or words.minor.find(reading.lexemes, at) is not None
        or scale_at(reading.lexemes, at, words.language) is not None
        or reading.norm(at) in letters(words.language)
        or words.times.find(reading.lexemes, at) is not None
        or reading.norm(at) in words.adjectives
    )


def _is_joined_before(reading: Reading, first: int) -> bool:
    if not reading.is_glued(first):
        return False
    previous, before = reading.lexemes[first - 1], reading.norm(first - 2)
    if previous.kind == "word":
        return not (len(previous.text) >= 3 and previous.text[-1].islower() and not previous.text.isascii())
    if previous.norm in _DASHES or previous.text in ":/.,":
        joined = reading.is_glued(first - 1) and (before[:1].isdigit() or (previous.norm == _HYPHEN and before[:1].isalpha()))
        return joined or previous.text == "/"
    if previous.text == "+":
        return reading.is_glued(first - 1) and before not in _OPENING  # «(+12%)»
    return previous.kind == "number" or previous.text in _GLUED_SIGNS


def _is_joined_behind(reading: Reading, at: int) -> bool:
    """Something glued behind digits that is neither a scale, a unit nor the second end of a range."""
    if not reading.is_glued(at):
        return False
    lexeme, following = reading.lexemes[at], reading.norm(at + 1)
    if lexeme.kind == "word":
        return not is_known(reading, at) and (lexeme.text.isascii() or len(lexeme.text) < 4 or lexeme.text.isupper())
    if not reading.is_glued(at + 1):
        return False
    if lexeme.norm == _HYPHEN and following[:1].isalpha():
        return not is_known(reading, at + 1) and reading.lexicon.qualifiers_behind.find(reading.lexemes, at) is None
    return (lexeme.text in ":/.'’" and following[:1].isdigit()) or (lexeme.text in "'’" and following == "s")
