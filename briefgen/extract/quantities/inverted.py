"""A number behind its unit or scale -> an approximate figure: «рублей сто», «миллиона три рублей», «процентов на десять»."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from briefgen.extract.quantities.figure import Figure, Reading
from briefgen.extract.quantities.lexicon import is_money
from briefgen.language.numerals import scale_at

# The genitive that the number would govern: plural behind five and more, singular behind two to four.
_OF_MANY = re.compile(r"(?:ов|ев|ей|нн|иль|сяч|век|рамм|ватт|тер|итр)$")
_OF_FEW = re.compile(r"[аяыи]$")
_MOST = 1000
_BETWEEN = frozenset({"на", "в"})


def inverted(reading: Reading, figure: Figure, free: int) -> Figure | None:
    """The figure with the unit or the scale before it, None where its words stand in their usual order; lexemes before `free` are taken."""
    at = figure.first - 1
    if reading.lexicon.language != "ru" or not _is_plain(reading, figure) or reading.lexemes[figure.first].gap != " ":
        return None
    if reading.norm(at) in _BETWEEN and not figure.unit:
        at -= 1
    if (
        at < free
        or at + 1 >= len(reading.lexemes)
        or reading.lexemes[at + 1].gap != " "
        or not _is_governed(reading.norm(at), figure.value)
    ):
        return None
    scale = scale_at(reading.lexemes, at, "ru")
    if scale and scale[1] == at + 1 and scale[0] >= 1000 and at == figure.first - 1:
        return _scaled(reading, figure, at, scale[0])
    found = reading.lexicon.units.find(reading.lexemes, at)
    if figure.unit or (found is None and reading.norm(at) != "человек") or (found and found[1] != at + 1):
        return None
    unit, _, factor = str(found[0] if found else "count").partition("*")
    rule = "count.inverted" if unit == "count" else "money.inverted" if is_money(unit) else "measure.inverted"
    return replace(figure, first=at, unit=unit, value=figure.value * Decimal(factor or 1), rule=rule, is_vague=True)


def _is_plain(reading: Reading, figure: Figure) -> bool:
    """A whole number of at most three digits, so no year and no amount of its own."""
    is_whole = figure.value == figure.value.to_integral_value() and 2 <= figure.value < _MOST and figure.scale == 1
    return is_whole and figure.upper is None and figure.first > 0 and reading.lexemes[figure.first].kind in ("word", "number")


def _is_governed(word: str, value: Decimal) -> bool:
    last, tens = int(value) % 10, int(value) % 100
    few = last in (2, 3, 4) and tens not in (12, 13, 14)
    return bool((_OF_FEW if few else _OF_MANY).search(word))


def _scaled(reading: Reading, figure: Figure, at: int, scale: Decimal) -> Figure | None:
    """«тысяч пять долларов», but not «несколько тысяч пять ...» and not «5 миллионов три ...»."""
    before = reading.norm(at - 1)
    if before in reading.lexicon.indefinite or before[:1].isdigit() or (figure.unit and not figure.is_worded):
        return None
    return replace(figure, first=at, value=figure.value * scale, scale=scale, is_vague=True)
