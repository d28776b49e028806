"""A document -> its quantities, each with what it measures, whose it is and of what date, where the sentence says so."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from briefgen.extract.quantities.find import quantities_of
from briefgen.extract.quantities.holders import holder_of
from briefgen.extract.quantities.labels import part_of_them, russian_label
from briefgen.extract.quantities.labels_beside import shared
from briefgen.extract.quantities.labels_english import english_label
from briefgen.extract.quantities.moments import as_of
from briefgen.extract.quantities.place import Place, begins_with, is_behind, places_of
from briefgen.language.document import Document
from briefgen.language.lexicon import load
from briefgen.model import DateMention, Quantity
from briefgen.naming.actors import ActorMention


def extract_quantities(
    document: Document,
    published: date | None,
    *,
    dates: Sequence[DateMention] | None = None,
    actors: Sequence[ActorMention] | None = None,
) -> tuple[Quantity, ...]:
    """The figures of an article. A conversion in brackets has the label, holder and date of the amount that it converts.

    `dates` and `actors`: what `extract_dates` and `find_actors` give for the document, if that is known already.
    """
    from briefgen.extract.dates import extract_dates
    from briefgen.naming.actors import find_actors

    quantities = quantities_of(document.text, document.language, document.sentences)
    if not quantities:
        return ()
    places = places_of(document, quantities)
    neighbours: dict[int, list[Place]] = defaultdict(list)
    for place in places:
        if place:
            neighbours[place.sentence.start].append(place)
    dates = extract_dates(document, published) if dates is None else dates
    mentions = find_actors(document) if actors is None else actors
    described: list[Quantity] = []
    for quantity, place in zip(quantities, places, strict=True):
        if place is None:
            described.append(quantity)
            continue
        near = [other for other in neighbours[place.sentence.start] if other is not place]
        label, holder = _whole(place, described) or (_label(place) or shared(place, described), None)
        described.append(
            replace(
                quantity,
                label=_with_rate(label, quantity.label),
                holder=holder or holder_of(place, label, mentions, near),
                as_of=as_of(place, dates, near, published),
                rule=f"{quantity.rule}.part-of-previous" if _is_part(place, near, described, document) else quantity.rule,
            )
        )
    return _with_main(described)


def _label(place: Place) -> str:
    return russian_label(place) if place.language == "ru" else english_label(place)


def _whole(place: Place, before: Sequence[Quantity]) -> tuple[str, str | None] | None:
    """«Из них 800 тысяч тонн ...»: a part of the figure before it, with its label and holder."""
    part = part_of_them(place) if place.language == "ru" and before and before[-1].unit == place.quantity.unit else None
    if part is None or not before[-1].label or place.quantity.rule == "count.noun":  # «в том числе 540 детей»
        return None
    return (f"{before[-1].label}, {part}" if part else before[-1].label), before[-1].holder


def _is_part(place: Place, near: Sequence[Place], before: Sequence[Quantity], document: Document) -> bool:
    """Whether the words before the figure make it a part of the one of its unit before it, in the same sentence or the last one."""
    words = load(place.language, "quantities")["measured"]["from_them"]
    is_first = not any(other.first < place.first for other in near)
    if not is_behind(place, words) and not (is_first and begins_with(place, words)):
        return False
    starts = [sentence.start for sentence in document.sentences]
    last = starts[max(0, bisect_left(starts, place.sentence.start) - 1)]
    wholes = [other for other in before if other.unit == place.quantity.unit and other.start >= last]
    if not wholes or place.quantity.equivalent_of or "\n" in document.text[wholes[-1].stop : place.quantity.start]:
        return False
    return place.quantity.value <= wholes[-1].value


def _with_rate(label: str, rate: str) -> str:
    """The label with the words of a price or rate, which the unit leaves out; the words of a rate alone name nothing.

    >>> _with_rate("цены на газ", "за мегаватт в час"), _with_rate("", "в сутки")
    ('цены на газ, за мегаватт в час', '')
    """
    return f"{label}, {rate}" if label and rate else label


def _with_main(quantities: Sequence[Quantity]) -> tuple[Quantity, ...]:
    by_id = {quantity.id: quantity for quantity in quantities}
    return tuple(
        replace(quantity, label=main.label, holder=main.holder, as_of=main.as_of)
        if quantity.equivalent_of and (main := by_id.get(quantity.equivalent_of))
        else quantity
        for quantity in quantities
    )
