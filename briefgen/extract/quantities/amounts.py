"""A place in a text -> the amount that starts there: sign, currency sign, number with scale, unit, price or rate behind it."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from briefgen.extract.quantities.codes import is_code
from briefgen.extract.quantities.composites import feet_and_inches, with_parts
from briefgen.extract.quantities.figure import Figure, Reading
from briefgen.extract.quantities.lexicon import is_money, letters
from briefgen.extract.quantities.measures import said_twice, with_per, with_unit
from briefgen.language.numeral_words import minus_words
from briefgen.language.numerals import Numeral, numeral_at

_SIGNS = frozenset("-−–")
_MILLION = Decimal(1_000_000)
_WEAK_FROM = 1000  # R5m and COP 4,000 are money, R2 and COP28 are not
_THOUSANDS = re.compile(r"\d{1,3}(?:\.000|,\d{3})")


def amount_at(reading: Reading, index: int, *, is_second: bool = False, behind_sign: bool = False) -> Figure | None:
    """The amount whose first lexeme is `index`, with its unit where one is stated; `is_second` behind the dash of a range.

    `behind_sign`: the first end has a sign of money, so that the letter in $3-5m is a scale.
    """
    minus, at = (False, index) if is_second else _sign(reading, index)
    prefix = reading.lexicon.prefixes.find(reading.lexemes, at)
    if prefix and reading.norm(at) == "a" and reading.lexemes[at + 1].gap:
        return None  # "A $2bn deal": the article, no Australian dollar
    number_at = prefix[1] if prefix else at
    if prefix and reading.norm(number_at) in _SIGNS and reading.is_glued(number_at + 1):
        minus, number_at = True, number_at + 1
    if number_at >= len(reading.lexemes) or (number_at > index and reading.lexemes[number_at].gap == "\n"):
        return None
    numeral = numeral_at(reading.lexemes, number_at, reading.lexicon.language)
    if numeral is None or (prefix and reading.lexemes[number_at].kind != "number"):
        return None
    figure = _in_feet(reading, index, number_at) if not prefix and not minus else None
    if figure is None and not is_second and not prefix and is_code(reading, number_at if number_at > index else index, numeral.stop):
        return None
    return figure or _with_all(reading, index, _with_letter(reading, numeral, has_sign=bool(prefix) or behind_sign), prefix, minus=minus)


def _with_all(reading: Reading, index: int, numeral: Numeral, prefix: tuple[str, int] | None, *, minus: bool) -> Figure | None:
    value = -numeral.value if minus else numeral.value
    figure = Figure(
        index,
        numeral.stop,
        value,
        "",
        "number.letter" if numeral.stop > index and reading.norm(numeral.stop - 1) in letters(reading.lexicon.language) else "number",
        scale=numeral.scale,
        is_worded=numeral.is_worded,
        is_vague=numeral.is_vague,
        is_fraction=numeral.is_fraction,
    )
    if prefix:
        if prefix[0] in reading.lexicon.weak and abs(value) < _WEAK_FROM:
            return None
        figure = said_twice(reading, replace(figure, unit=prefix[0].lstrip("?"), rule="money.sign"))
    else:
        figure = with_unit(reading, figure)
        if numeral.needs_unit and not figure.unit and figure.scale == 1:
            return None
    figure = _regrouped(reading, figure, has_sign=bool(prefix))
    return with_per(reading, with_parts(reading, figure, amount_at))


def _sign(reading: Reading, index: int) -> tuple[bool, int]:
    """Whether the number is below zero, and where it starts behind its sign."""
    norm, following = reading.norm(index), reading.lexemes[index + 1] if index + 1 < len(reading.lexemes) else None
    if following is None or following.gap == "\n":
        return False, index
    is_free = not reading.is_glued(index) or reading.norm(index - 1) in "(«[~≈<>"
    if norm.isalpha() and norm in minus_words(reading.lexicon.language):
        if reading.lexicon.qualifiers.find_before(reading.lexemes, index + 1):
            return False, index  # «плюс минус 5 тонн»
        return (True, index + 1) if reading.norm(index - 1) != "-" else (False, index)
    if norm in _SIGNS and following.gap == "" and is_free:
        return True, index + 1
    return (False, index + 1) if norm == "+" and following.gap == "" and following.kind == "number" and is_free else (False, index)


def _in_feet(reading: Reading, index: int, number: int) -> Figure | None:
    """6'2"."""
    found = feet_and_inches(reading, number)
    return Figure(index, found[1], found[0], "length-inch", "measure.composite") if found else None


def _with_letter(reading: Reading, numeral: Numeral, *, has_sign: bool) -> Numeral:
    """$5m, 25k tonnes: a letter glued to digits; «300 m euros» alone has a space before it."""
    at = numeral.stop
    letter = letters(reading.lexicon.language).get(reading.norm(at))
    if letter is None or numeral.scale > 1 or numeral.is_worded:
        return numeral
    scaled = replace(numeral, value=numeral.value * letter, stop=at + 1, scale=letter)
    behind = reading.lexicon.units.find(reading.lexemes, at + 1)
    if not reading.is_glued(at):
        return scaled if behind is not None and is_money(str(behind[0])) and letter >= _MILLION else numeral
    if has_sign:
        return scaled
    following = reading.lexemes[at + 1] if at + 1 < len(reading.lexemes) else None
    if behind and following and following.gap != "\n" and (following.gap or is_money(str(behind[0]))):
        return scaled
    # 20k, 3M with nothing behind: a number, if numbers are looked for
    is_unit = reading.lexicon.units.find(reading.lexemes, at) is not None and not reading.lexemes[at].text.isupper()
    return numeral if is_unit else scaled


def _regrouped(reading: Reading, figure: Figure, *, has_sign: bool) -> Figure:
    """Rp 25.000, and $1,250 in Russian: no sum has three decimals, so that they are thousands."""
    if figure.scale > 1 or not is_money(figure.unit) or figure.value != figure.value.quantize(Decimal("0.001")):
        return figure
    row = next((lexeme.text for lexeme in reading.lexemes[figure.first : figure.stop] if lexeme.kind == "number"), "")
    is_thousands = _THOUSANDS.fullmatch(row) and abs(figure.value) < _WEAK_FROM and not row.startswith("0")
    return replace(figure, value=figure.value * 1000) if is_thousands and (has_sign or "." in row) else figure
