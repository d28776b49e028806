"""A brief's calculated figures, worked out again from their operands: the only numbers that no source has."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

from briefgen.formatting.percentages import relative_change
from briefgen.model import Brief, Calculation, Change, Evidence, Quantity
from briefgen.proof.finding import Finding

_BRIEF = "brief.json"


def calculated(brief: Brief) -> tuple[Quantity, ...]:
    """What a file may print as calculated, without its sign: «рост: 2 млрд евро, или на 20 %», «доля: 61,1 %»."""
    found = _figures(brief)
    ours = []
    for change in brief.changes:
        new, old = found.get(change.fact), found.get(change.earlier)
        if change.difference is not None and new and old:
            ours.append(replace(new, value=abs(change.difference), upper=None, qualifier="exact"))
            relative = relative_change(old, new)
            ours += [_percentage(new, relative)] if relative is not None else []
    ours += [_percentage(found[item.fact], item.value, item.qualifier) for item in brief.calculations if item.fact in found]
    return tuple(ours)


def check_calculated(brief: Brief) -> Iterator[Finding]:
    """A finding for each calculated figure that its operands do not give."""
    found = _figures(brief)
    for change in brief.changes:
        if change.difference is not None and change.difference != (wanted := _difference(change, found)):
            yield Finding("calculated", _BRIEF, change.fact, str(change.difference), "" if wanted is None else str(wanted))
    places = {id: _sentences(item.evidence) for item in brief.quantities for id in (item.fact.id, *item.also)}
    for item in brief.calculations:
        exact = _exact(item, found)
        if exact is None or not places[item.fact] & places[item.base]:
            yield Finding("calculated", _BRIEF, item.fact, f"{item.value} %", "")
        elif abs(Fraction(item.value) - exact) > _half_of_last(item.value, item.qualifier):
            yield Finding("calculated", _BRIEF, item.fact, f"{item.value} %", f"{float(exact):.6g} %")


def _percentage(fact: Quantity, value: Decimal, qualifier: str = "exact") -> Quantity:
    return replace(fact, value=abs(value), upper=None, unit="concentr-percent", qualifier=qualifier)


def _exact(item: Calculation, found: dict[str, Quantity]) -> Fraction | None:
    """The formula, worked out without rounding; None where the operands are not there or not of one unit."""
    fact, base = found.get(item.fact), found.get(item.base)
    if fact is None or base is None or fact.unit != base.unit or base.value <= 0:
        return None
    part = Fraction(fact.value) / Fraction(base.value) * 100
    return part if item.formula == "share" else part - 100


def _half_of_last(value: Decimal, qualifier: str) -> Fraction:
    """How far rounding may go: half a unit of the last digit, of a tenth at least (of a whole where the figure is about right)."""
    digits = max(len(str(value).partition(".")[2]), 0 if qualifier == "about" else 1)
    return Fraction(1, 2 * 10**digits)


def _difference(change: Change, found: dict[str, Quantity]) -> Decimal | None:
    new, old = found.get(change.fact), found.get(change.earlier)
    return new.value - old.value if new and old and new.unit == old.unit else None


def _sentences(evidence: tuple[Evidence, ...]) -> set[tuple[int, str]]:
    return {(place.source, place.sentence) for place in evidence}


def _figures(brief: Brief) -> dict[str, Quantity]:
    merged = (*brief.earlier.quantities, *brief.quantities)
    return {id: item.fact for item in merged for id in (item.fact.id, *item.also)}
