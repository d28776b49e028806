"""Facts of several articles -> merged facts: equal ones become one fact with all its places."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence

from briefgen.assemble.places import Place, evidence_at, used
from briefgen.language.words import normalise
from briefgen.model import DateMention, Evidence, Extraction, FactT, Interest, Merged, Quantity, Risk, Statement

# Only sums large enough to be told apart by their number are one sum when named twice; "3 companies" twice is two facts.
_TELLING_SUM = 1_000_000


def merge(places: Sequence[Place], facts_of: Callable[[Extraction], Iterable[FactT]]) -> list[Merged[FactT]]:
    """Merged facts in order of first mention; ids of the later mentions stand in `also`."""
    groups: dict[Hashable, list[tuple[FactT, Evidence]]] = {}
    for place in places:
        for fact in facts_of(place.extraction):
            if used(place, fact.start):
                key = (type(fact).__name__, _key(fact, place.number))
                groups.setdefault(key, []).append((fact, evidence_at(place, fact.start, fact.surface)))
    return [_merged(group) for group in groups.values()]


def _merged(group: list[tuple[FactT, Evidence]]) -> Merged[FactT]:
    first = group[0][0]
    evidence = tuple(dict.fromkeys(place for _, place in group))
    return Merged(first, evidence, tuple(dict.fromkeys(fact.id for fact, _ in group if fact.id != first.id)))


def _key(fact: object, source: int) -> Hashable:
    """What makes two mentions one fact; the id where only the same sentence does (a corrected re-post keeps its ids)."""
    match fact:
        case Quantity() if fact.unit.isupper() and abs(fact.value) >= _TELLING_SUM and fact.equivalent_of is None:
            return (fact.value, fact.upper, fact.unit, fact.qualifier)
        case Statement():
            return (fact.speaker.name, fact.mode, normalise(fact.surface).casefold())
        case Interest():
            return (fact.partner, fact.toward, normalise(fact.surface).casefold())
        case Risk():
            return (fact.subject, fact.rule, normalise(fact.surface).casefold())
        case DateMention():
            return (source, fact.id)
        case Quantity():
            return fact.id
        case _:
            raise TypeError(f"not a fact: {fact!r}")
