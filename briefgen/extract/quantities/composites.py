"""An amount -> the same with its smaller part: «10 рублей 50 копеек» is 10.5 roubles, "6 feet 2 inches" are 74 inches.

Money stays in its own unit, since its parts are hundredths. Other measures are given in the smaller unit, where the sum is exact.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from decimal import Decimal
from functools import cache

from briefgen.extract.quantities.figure import Figure, Reading
from briefgen.extract.quantities.lexicon import is_money
from briefgen.language.lexicon import load
from briefgen.language.numerals import numeral_at

_FEET = frozenset("'′’")
_INCHES = frozenset('"″”')
_MOST_FEET = 12  # a man, a door; more is written out


def with_parts(reading: Reading, figure: Figure, amount_at: Callable[..., Figure | None]) -> Figure:
    """The figure with the smaller part that stands behind it; `amount_at` reads that part."""
    if not figure.unit or figure.stop >= len(reading.lexemes) or reading.lexemes[figure.stop].gap != " " or figure.value < 0:
        return figure
    if is_money(figure.unit) and not (figure.unit == "pound" and _has_ounces(reading, figure.stop)):
        return figure if figure.rule == "money.minor" else _with_minor(reading, figure) or _with_bare_minor(reading, figure)
    parts = _parts().get("mass-pound" if figure.unit == "pound" else figure.unit)
    at = _behind_and(reading, figure.stop)
    if not parts or at >= len(reading.lexemes) or (reading.lexemes[at].kind != "number" and not figure.is_worded):
        return figure
    part = amount_at(reading, at)
    factor = part and parts.get(part.unit)
    if not part or not factor or part.value >= factor or part.value <= 0 or part.per:
        return figure
    return replace(
        figure, value=figure.value * factor + part.value, unit=part.unit, stop=part.stop, rule="measure.composite", scale=Decimal(1)
    )


def _has_ounces(reading: Reading, at: int) -> bool:
    """ "8 pounds 5 ounces" are no money."""
    numeral = numeral_at(reading.lexemes, _behind_and(reading, at), reading.lexicon.language)
    found = numeral and reading.lexicon.units.find(reading.lexemes, numeral.stop)
    return bool(found and found[0] == "mass-ounce")


def feet_and_inches(reading: Reading, at: int) -> tuple[Decimal, int] | None:
    """6'2" in inches, and the index behind it."""
    if at + 3 >= len(reading.lexemes) or reading.norm(at + 1) not in _FEET or reading.norm(at + 3) not in _INCHES:
        return None
    feet, inches = reading.norm(at), reading.norm(at + 2)
    is_whole = feet.isdecimal() and inches.isdecimal() and len(inches) <= 2 and len(feet) <= 2
    if not is_whole or int(inches) >= 12 or int(feet) > _MOST_FEET or not all(reading.is_glued(at + step) for step in (1, 2, 3)):
        return None
    return Decimal(feet) * 12 + Decimal(inches), at + 4


def _with_minor(reading: Reading, figure: Figure) -> Figure | None:
    """«10 рублей 50 копеек»."""
    at = _behind_and(reading, figure.stop)
    numeral = numeral_at(reading.lexemes, at, reading.lexicon.language)
    if numeral is None or numeral.value >= 100 or numeral.scale > 1 or reading.lexemes[at].gap == "\n":
        return None
    found = reading.lexicon.minor.find(reading.lexemes, numeral.stop)
    if not found or figure.unit not in str(found[0]).split():
        return None
    return replace(figure, value=figure.value + numeral.value / 100, stop=found[1])


def _with_bare_minor(reading: Reading, figure: Figure) -> Figure:
    """«3 евро 20», "20 dollars 43": two digits that end their clause."""
    at = figure.stop
    lexeme = reading.lexemes[at]
    is_plain = lexeme.text.isdecimal() and len(lexeme.text) == 2 and figure.rule.startswith("money.word") and figure.scale == 1
    if not is_plain or figure.value != figure.value.to_integral_value():
        return figure
    following = reading.lexemes[at + 1] if at + 1 < len(reading.lexemes) else None
    if following is not None and following.gap != "\n" and (following.text not in ".,;)!?»" or following.gap):
        return figure
    if following is not None and following.text in ".," and reading.is_glued(at + 2):
        return figure
    return replace(figure, value=figure.value + Decimal(lexeme.text) / 100, stop=at + 1)


def _behind_and(reading: Reading, at: int) -> int:
    return at + 1 if reading.norm(at) in ("and", "и") else at


@cache
def _parts() -> Mapping[str, Mapping[str, Decimal]]:
    tables = load(".", "composites")["parts"]
    return {unit: {part: Decimal(factor) for part, factor in parts.items()} for unit, parts in tables.items()}
