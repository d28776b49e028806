"""A brief's calculated figures, worked out again from their operands: the only numbers that no source has."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from briefgen.model import Brief, Change, Quantity
from briefgen.proof.finding import Finding


def calculated(brief: Brief) -> tuple[Quantity, ...]:
    """The differences that a file may print, without their sign: «рост: 2 млрд евро»."""
    found = _figures(brief)
    return tuple(
        replace(found[change.fact], value=abs(change.difference), upper=None, qualifier="exact")
        for change in brief.changes
        if change.difference is not None and change.fact in found
    )


def check_calculated(brief: Brief) -> Iterator[Finding]:
    """A finding for each difference that its operands do not give."""
    found = _figures(brief)
    for change in brief.changes:
        if change.difference is not None and change.difference != (wanted := _difference(change, found)):
            yield Finding("calculated", "brief.json", change.fact, str(change.difference), "" if wanted is None else str(wanted))


def _difference(change: Change, found: dict[str, Quantity]) -> Decimal | None:
    new, old = found.get(change.fact), found.get(change.earlier)
    return new.value - old.value if new and old and new.unit == old.unit else None


def _figures(brief: Brief) -> dict[str, Quantity]:
    merged = (*brief.earlier.quantities, *brief.quantities)
    return {id: item.fact for item in merged for id in (item.fact.id, *item.also)}
