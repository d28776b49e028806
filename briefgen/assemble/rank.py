"""Merged facts -> the same in the order in which a reader needs them."""

from __future__ import annotations

from collections.abc import Sequence

from briefgen.model import Interest, Merged, Quantity, Risk, Statement

# What is agreed and what is about to happen is news; what is done or goes on is its background.
STAGE_RANK = {"agreed": 5, "funded": 5, "planned": 4, "done": 3, "under_way": 2, "stated": 2}
_SPEAKER_RANK = {"expert": 0, "official": 1, "organisation": 2, "person": 3, "media": 4}
_FIRMNESS_RANK = {"asserted": 0, "reported": 1, "possible": 2, "denied": 3}


def rank_quantities(quantities: Sequence[Merged[Quantity]]) -> tuple[Merged[Quantity], ...]:
    """Money first (a unit of three capitals), unstated currency after it, then other units, counts last; the larger first in each."""
    return tuple(sorted(quantities, key=lambda item: (_unit_rank(item.fact.unit), item.fact.unit, -abs(item.fact.value))))


def rank_statements(statements: Sequence[Merged[Statement]]) -> tuple[Merged[Statement], ...]:
    """Experts first, then officials, bodies, others; in each group the order of first mention."""
    return tuple(sorted(statements, key=lambda item: _SPEAKER_RANK.get(item.fact.speaker.kind, 5)))


def rank_interests(interests: Sequence[Merged[Interest]]) -> tuple[Merged[Interest], ...]:
    """Interests with a sum first, then by stage, then by number of sources; the order of first mention decides ties."""
    return tuple(sorted(interests, key=_interest_rank))


def rank_risks(risks: Sequence[Merged[Risk]]) -> tuple[Merged[Risk], ...]:
    """Risks before counter-views, more sources first, firmer first."""
    return tuple(sorted(risks, key=lambda item: (item.fact.polarity == "counter", -_sources(item), _FIRMNESS_RANK[item.fact.firmness])))


def _interest_rank(item: Merged[Interest]) -> tuple[bool, bool, int, int]:
    fact = item.fact
    general = fact.topics in ((), ("other",)) or not fact.toward
    return (general, not fact.quantities, -STAGE_RANK[fact.stage], -_sources(item))


def _unit_rank(unit: str) -> int:
    if unit == "XXX":
        return 1
    if len(unit) == 3 and unit.isupper():
        return 0
    return 3 if unit == "count" else 2


def _sources(item: Merged[Interest] | Merged[Risk]) -> int:
    return len({place.source for place in item.evidence})
