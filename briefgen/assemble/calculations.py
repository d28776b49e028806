"""Figures that a text relates itself -> percentages of ours: a part of its whole, a new value against the old one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from briefgen.assemble.places import Place, paragraph_at, sentence_span, used
from briefgen.assemble.relations import Relation, relation
from briefgen.formatting.percentages import NOT_MEASURED, can_relate, is_about, relative_change, share_of
from briefgen.model import Calculation, Merged, Quantity

_SMALLEST_WHOLE = 10  # «две из трёх стран» needs no percentage: it would only sound precise


def calculations_of(places: Sequence[Place], quantities: Sequence[Merged[Quantity]]) -> tuple[Calculation, ...]:
    """The percentages that the texts of some sources give ground for, each once, by the ids of the merged figures."""
    merged = {id: item.fact.id for item in quantities for id in (item.fact.id, *item.also)}
    found = [
        Calculation(it.formula, Decimal(0), "exact", merged[it.fact.id], merged[it.base.id]) for place in places for it in _related(place)
    ]
    return worked_out(tuple(dict.fromkeys(found)), quantities)


def worked_out(calculations: Sequence[Calculation], quantities: Sequence[Merged[Quantity]]) -> tuple[Calculation, ...]:
    """The calculations with the values that their operands give now; one whose operands allow none is left out."""
    figures = {id: item.fact for item in quantities for id in (item.fact.id, *item.also)}
    done = (_worked_out(item, figures) for item in calculations)
    return tuple(item for item in done if item)


def _worked_out(item: Calculation, figures: Mapping[str, Quantity]) -> Calculation | None:
    fact, base = figures.get(item.fact), figures.get(item.base)
    if fact is None or base is None:
        return None
    value = _share(fact, base) if item.formula == "share" else relative_change(base, fact)
    return replace(item, value=value, qualifier="about" if is_about(fact, base) else "exact") if value else None


def _share(part: Quantity, whole: Quantity) -> Decimal | None:
    if not can_relate(part, whole) or part.value >= whole.value:
        return None
    if part.unit == "count" and (whole.value < _SMALLEST_WHOLE or part.value == 1):
        return None
    return share_of(part.value, whole.value, is_about=is_about(part, whole))


def _related(place: Place) -> Iterator[Relation]:
    """What the words of a source relate, figure by figure; where a sentence gives a percentage or a multiple itself, it is left at that."""
    article = place.extraction.article
    for span, figures in _by_sentence(place).items():
        if not any(figure.unit in NOT_MEASURED for figure in figures):
            found = (relation(article.text, *span, article.language, first=first, second=second) for first, second in pairwise(figures))
            yield from filter(None, found)


def _by_sentence(place: Place) -> dict[tuple[int, int], list[Quantity]]:
    """The figures of each sentence in text order, without the source's conversions."""
    grouped: dict[tuple[int, int], list[Quantity]] = {}
    for fact in sorted(place.extraction.quantities, key=lambda fact: fact.start):
        if used(place, fact.start) and fact.equivalent_of is None:
            span = sentence_span(place, fact.start, paragraph_at(place, fact.start))
            grouped.setdefault((span.start, span.stop), []).append(fact)
    return grouped
