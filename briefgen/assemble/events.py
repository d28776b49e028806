"""Dates, statements and interests -> the events of the timeline, in order of time."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from briefgen.model import OPEN_STAGES, DateMention, Event, Evidence, Interest, Merged, Statement

# "since 2005" bounds a state and is the as-of date of a figure, not something that happened.
_NO_EVENT = ("since", "between")
_TERMS = ("until", "before")


def events_of(
    dates: Sequence[Merged[DateMention]],
    statements: Sequence[Merged[Statement]],
    interests: Sequence[Merged[Interest]],
    *,
    on: date,
) -> tuple[Event, ...]:
    """One event for each dated sentence, at the first date in it; relative dates and bounds of states are left out."""
    said = {item.evidence[0]: item.fact.id for item in reversed(statements)}
    sought = {item.evidence[0]: item.fact.id for item in reversed(interests)}
    happened = {item.fact.id for item in interests if item.fact.stage not in OPEN_STAGES}
    events: dict[tuple[str, str], Event] = {}
    for item in sorted(dates, key=lambda item: (item.fact.relation in _TERMS, item.fact.start)):  # a term follows what it bounds
        fact, evidence = item.fact, item.evidence[0]
        told = any(sentence == evidence.sentence for _, sentence in events)
        if told or fact.relative or fact.relation in _NO_EVENT or fact.value.startswith("--"):
            continue
        statement = _in_sentence(evidence, said)
        interest = _in_sentence(evidence, sought)
        expected = _is_ahead(fact, on)
        interest = None if fact.value > on.isoformat()[: len(fact.value)] and interest in happened else interest
        events.setdefault((_moment(fact, expected), evidence.sentence), Event(fact.id, statement, interest, evidence, expected))
    return tuple(event for _, event in sorted(events.items(), key=lambda pair: (pair[0][0], pair[1].evidence.source, pair[1].date)))


def _moment(fact: DateMention, expected: bool) -> str:
    """What events are ordered by; something expected in a year or month stands at its end."""
    return fact.value + "-99" * (expected and len(fact.value) < len("2026-02-27"))


def _is_ahead(fact: DateMention, on: date) -> bool:
    """Later than the brief; and what is not over: «в 2026 году» and «до 2026 года» in February 2026."""
    last = fact.value.rpartition("/")[2]
    today = on.isoformat()[: len(last)]
    open_still = fact.relation in _TERMS or (fact.precision == "year")
    return last > today or (open_still and last == today)


def _in_sentence(evidence: Evidence, facts: dict[Evidence, str]) -> str | None:
    places = (place for place in facts if (place.source, place.sentence) == (evidence.source, evidence.sentence))
    first = next(places, None)
    return facts[first] if first else None
