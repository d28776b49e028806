"""A place in a text -> the amount that starts there: sign, currency sign, number with scale, unit, price or rate behind it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from functools import cache

from briefgen.extract.quantities.figure import Figure, Reading
from briefgen.extract.quantities.lexicon import is_money
from briefgen.language.lexicon import load
from briefgen.language.numerals import Numeral, numeral_at

_MINUS = frozenset("-−–")
_DASHES = frozenset("-−–—")
_HYPHEN = "-"
_MILLION = Decimal(1_000_000)
_LATER_LETTERS = frozenset("едпнк")  # «т. е.», «т. д.», «т. п.», «т. н.», «т. к.» after a number are no tonnes


def amount_at(reading: Reading, index: int, *, is_second: bool = False) -> Figure | None:
    """The amount whose first lexeme is `index`, with its unit where one is stated; `is_second` behind the dash of a range."""
    minus, at = (False, index) if is_second else _minus(reading, index)
    prefix = reading.lexicon.prefixes.find(reading.lexemes, at)
    number_at = prefix[1] if prefix else at
    if prefix and number_at < len(reading.lexemes) and reading.norm(number_at) in _MINUS and reading.is_glued(number_at + 1):
        minus, number_at = True, number_at + 1
    if number_at >= len(reading.lexemes) or (number_at > index and reading.lexemes[number_at].gap == "\n"):
        return None
    numeral = numeral_at(reading.lexemes, number_at, reading.lexicon.language)
    if numeral is None or (prefix and reading.lexemes[number_at].kind != "number"):
        return None
    if not is_second and is_code(reading, at, number_at, has_sign=bool(prefix)):
        return None
    numeral = _with_letter(reading, numeral, has_sign=bool(prefix))
    value = -numeral.value if minus else numeral.value
    figure = Figure(index, numeral.stop, value, "", "number", scale=numeral.scale, is_worded=numeral.is_worded)
    if prefix:
        figure = replace(figure, unit=prefix[0], rule="money.sign", stop=_behind_sign(reading, numeral.stop, prefix[0]))
    else:
        figure = _with_unit(reading, figure)
    return _with_minor(reading, _with_per(reading, figure))


def is_code(reading: Reading, first: int, number: int, *, has_sign: bool = False) -> bool:
    """Whether digits are part of a name, a date, a time or an ordinal («Су-24», 14:10, 3.11.7, "5th"), or stand behind a label («№ 5»)."""
    if has_sign:
        return False
    if reading.lexemes[number].kind == "number" and (_is_joined_before(reading, first) or _is_joined_behind(reading, number)):
        return True
    return first > 0 and not reading.is_break(first) and reading.lexicon.labels.find_before(reading.lexemes, first) is not None


def _minus(reading: Reading, index: int) -> tuple[bool, int]:
    norm = reading.norm(index)
    if norm in ("минус", "minus"):
        return True, index + 1
    if norm in _MINUS and reading.is_glued(index + 1) and (not reading.is_glued(index) or reading.norm(index - 1) in "(«"):
        return True, index + 1
    return False, index


def _is_joined_before(reading: Reading, first: int) -> bool:
    if not reading.is_glued(first):
        return False
    previous, before = reading.lexemes[first - 1], reading.norm(first - 2)
    if previous.kind == "word":
        return not (len(previous.text) >= 3 and previous.text[-1].islower() and not previous.text.isascii())
    if previous.norm in _DASHES or previous.text in ":/.,":
        joined = reading.is_glued(first - 1) and (before[:1].isdigit() or (previous.norm == _HYPHEN and before[:1].isalpha()))
        return joined or previous.text == "/"
    return previous.kind == "number" or previous.text in "+#№_@'’=&"


def _is_joined_behind(reading: Reading, number: int) -> bool:
    """Digits with something glued to them that is neither a scale, a unit, an ending of a cardinal nor the second end of a range."""
    at = number + 1
    if not reading.is_glued(at):
        return False
    lexeme, following = reading.lexemes[at], reading.norm(at + 1)
    if lexeme.kind == "word":
        return not _is_known(reading, at) and (lexeme.text.isascii() or len(lexeme.text) < 4 or lexeme.text.isupper())
    if not reading.is_glued(at + 1):
        return False
    if lexeme.norm == _HYPHEN and following[:1].isalpha():
        numeral = numeral_at(reading.lexemes, number, reading.lexicon.language)
        return not (_is_known(reading, at + 1) or (numeral is not None and numeral.stop > at))
    return (lexeme.text in ":/.'’" and following[:1].isdigit()) or (lexeme.text in "'’" and following == "s")


def _is_known(reading: Reading, at: int) -> bool:
    """Whether the word is a scale or a unit (as a noun, or «процентный»)."""
    adjective = reading.lexicon.percent_adjective
    if adjective and reading.norm(at).startswith(adjective):
        return True
    language = reading.lexicon.language
    return (
        reading.lexicon.units.find(reading.lexemes, at) is not None
        or _scales(language).get(reading.norm(at)) is not None
        or reading.norm(at) in letters(language)
    )


def _with_letter(reading: Reading, numeral: Numeral, *, has_sign: bool) -> Numeral:
    """$5m, 25k tonnes: a letter glued to digits."""
    letter = letters(reading.lexicon.language).get(reading.norm(numeral.stop))
    if letter is None or numeral.scale > 1 or numeral.is_worded:
        return numeral
    behind = reading.lexicon.units.find(reading.lexemes, numeral.stop + 1)
    if not reading.is_glued(numeral.stop):  # «300 m euros»
        is_sum = behind is not None and is_money(str(behind[0])) and letter >= _MILLION
        return Numeral(numeral.value * letter, numeral.stop + 1, letter) if is_sum else numeral
    if has_sign or (behind and not reading.is_glued(numeral.stop + 1) and reading.lexemes[numeral.stop + 1].gap != "\n"):
        return Numeral(numeral.value * letter, numeral.stop + 1, letter)
    return numeral


def _behind_sign(reading: Reading, stop: int, code: str) -> int:
    """ "$5 million dollars", «$200 млн США»: the currency said twice."""
    found = reading.lexicon.units.find(reading.lexemes, stop)
    if found and found[0] == code and reading.lexemes[stop].gap != "\n":
        return found[1]
    return stop


def _with_unit(reading: Reading, figure: Figure) -> Figure:
    at = figure.stop
    if at >= len(reading.lexemes) or reading.lexemes[at].gap == "\n":
        return figure
    if _joins(reading, at):
        at += 1
    adjective = reading.lexicon.percent_adjective
    if adjective and reading.norm(at).startswith(adjective) and not reading.norm(at + 1).startswith("пункт"):
        return replace(figure, unit="concentr-percent", rule="percent.adjective", stop=at + 1)
    found = reading.lexicon.units.find(reading.lexemes, at) or reading.lexicon.minor.find(reading.lexemes, at)
    if found is None or not _is_unit(reading, figure, at, found[1]):
        return figure
    if reading.lexicon.minor.find(reading.lexemes, at) == found and not reading.lexicon.units.find(reading.lexemes, at):
        return replace(figure, unit=found[0], rule="money.minor", stop=found[1], value=figure.value / 100)
    unit, _, factor = str(found[0]).partition("*")
    if unit == "pound" and reading.norm(at - 1) == _HYPHEN:
        unit = "mass-pound"
    value = figure.value * Decimal(factor or 1)
    rule = "money.word" if is_money(unit) else "percent" if unit == "concentr-percent" else "measure"
    return replace(figure, unit=unit, rule=rule, stop=found[1], value=value, scale=figure.scale * Decimal(factor or 1))


def _is_unit(reading: Reading, figure: Figure, at: int, stop: int) -> bool:
    """Letters and words that are units only in the right company."""
    norm, behind = reading.norm(at), reading.norm(stop)
    if norm == "т" and ((behind in _LATER_LETTERS and reading.norm(stop - 1) == ".") or behind == "."):
        return reading.norm(stop if behind not in "." else stop + 1)[:1] not in _LATER_LETTERS
    if norm == "m" and stop == at + 1 and reading.is_glued(at):
        return False
    if norm == "won" and stop == at + 1:
        return abs(figure.value) >= 1000 and figure.scale > 1
    if norm in ("г", "гр", "с", "л", "ц"):
        return figure.scale == 1 and not 1000 <= figure.value <= 2100
    return True


def _joins(reading: Reading, at: int) -> bool:
    return reading.norm(at) == _HYPHEN and reading.is_glued(at) and reading.is_glued(at + 1)


def _with_per(reading: Reading, figure: Figure) -> Figure:
    """The words behind a price or a rate; the span stays without them."""
    at, words = figure.stop, reading.lexicon
    if not figure.unit or at >= len(reading.lexemes) or reading.lexemes[at].gap == "\n":
        return figure
    if reading.norm(at) in words.fixed_rates:
        return replace(figure, per=reading.lexemes[at].text)
    stop = None
    if reading.norm(at) in words.per_time and reading.norm(at + 1) in words.periods:
        stop = at + 2
    elif is_money(figure.unit) and reading.norm(at) in words.per_money:
        numeral = numeral_at(reading.lexemes, at + 1, words.language)
        found = words.units.find(reading.lexemes, numeral.stop if numeral else at + 1)
        stop = found[1] if found and not is_money(str(found[0])) else None
    if stop is None:
        return figure
    return replace(figure, resume=stop, per=reading.text[reading.lexemes[at].start : reading.lexemes[stop - 1].stop])


def _with_minor(reading: Reading, figure: Figure) -> Figure:
    """«10 рублей 50 копеек» is one amount."""
    if not is_money(figure.unit) or figure.per or figure.scale > 1 or figure.rule == "money.minor":
        return figure
    at = figure.stop + 1 if reading.norm(figure.stop) in ("and", "и") else figure.stop
    numeral = numeral_at(reading.lexemes, at, reading.lexicon.language)
    found = numeral and reading.lexicon.minor.find(reading.lexemes, numeral.stop)
    if not numeral or not found or found[0] != figure.unit or numeral.value >= 100 or reading.lexemes[at].gap == "\n":
        return figure
    return replace(figure, value=figure.value + numeral.value / 100, stop=found[1])


@cache
def letters(language: str) -> Mapping[str, Decimal]:
    """The scales of one letter: k, m, b."""
    return {letter: Decimal(value) for value, letters in load(language, "numerals")["letters"].items() for letter in letters}


@cache
def _scales(language: str) -> Mapping[str, bool]:
    from briefgen.language.phrases import expand

    patterns = [pattern for forms in load(language, "numerals")["scales"].values() for pattern in forms]
    return {form.rstrip("."): True for pattern in patterns for form in expand(pattern, language)}
