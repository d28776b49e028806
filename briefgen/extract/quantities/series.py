"""Numbers in a row before one unit -> figures with that unit: «10, 20 и 30 процентов», "40 and 30 percent"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from briefgen.extract.quantities.figure import Figure, Reading

_YEARS = range(1900, 2101)
_PLAIN_RULES = ("number", "number.letter")


def lend_in_series(reading: Reading, figures: Sequence[Figure]) -> list[Figure]:
    """The figures, each plain number that stands in a row before a figure with a unit having that unit and, if it is smaller, its scale."""
    lent = list(figures)
    conjoined = False
    for place in range(len(lent) - 2, -1, -1):
        figure, following = lent[place], lent[place + 1]
        between = reading.norm(figure.stop) if following.first == figure.stop + 1 else ""
        is_and = between in reading.lexicon.ranges["shared"]
        conjoined = is_and or (conjoined and between == ",")
        if conjoined and _may_borrow(reading, figure, following):
            lent[place] = _with_unit_of(figure, following)
        else:
            conjoined = False
    return lent


def _may_borrow(reading: Reading, figure: Figure, lender: Figure) -> bool:
    """A number of digits and no year; counted nouns are not lent, since «2 и 5 человек» may have two nouns."""
    if figure.unit or figure.rule not in _PLAIN_RULES or figure.is_worded != lender.is_worded or figure.upper is not None:
        return False
    if not lender.unit or lender.unit in ("count", "times") or lender.rule == "money.sign" or reading.is_break(figure.stop + 1):
        return False
    is_year = figure.value == figure.value.to_integral_value() and int(figure.value) in _YEARS
    return not is_year and (not figure.is_worded or figure.value > 1)


def _with_unit_of(figure: Figure, lender: Figure) -> Figure:
    shares_scale = figure.scale == 1 and lender.scale > 1 and figure.value < 1000
    value, scale = (figure.value * lender.scale, lender.scale) if shares_scale else (figure.value, figure.scale)
    return replace(figure, value=value, scale=scale, unit=lender.unit, rule=f"{lender.rule.removesuffix('.lent')}.lent")
