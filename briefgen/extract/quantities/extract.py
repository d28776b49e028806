"""A document -> its quantities, each with what it measures, whose it is and of what date, where the sentence says so."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from briefgen.extract.quantities.find import quantities_of
from briefgen.extract.quantities.holders import holder_of
from briefgen.extract.quantities.labels import part_of_them, russian_label
from briefgen.extract.quantities.labels_english import english_label
from briefgen.extract.quantities.moments import as_of
from briefgen.extract.quantities.place import Place, places_of
from briefgen.language.document import Document
from briefgen.model import Quantity


def extract_quantities(document: Document, published: date | None) -> tuple[Quantity, ...]:
    """The figures of an article. A conversion in brackets has the label, holder and date of the amount that it converts."""
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
    dates, mentions = extract_dates(document, published), find_actors(document)
    described: list[Quantity] = []
    for quantity, place in zip(quantities, places, strict=True):
        if place is None:
            described.append(quantity)
            continue
        near = [other for other in neighbours[place.sentence.start] if other is not place]
        label, holder = _whole(place, described) or (_label(place), None)
        holder = holder or holder_of(place, label, mentions, near)
        described.append(replace(quantity, label=_with_rate(label, quantity.label), holder=holder, as_of=as_of(place, dates, near)))
    return _with_main(described)


def _label(place: Place) -> str:
    return russian_label(place) if place.language == "ru" else english_label(place)


def _whole(place: Place, before: Sequence[Quantity]) -> tuple[str, str | None] | None:
    """«Из них 800 тысяч тонн ...»: a part of the figure before it, with its label and holder."""
    part = part_of_them(place) if place.language == "ru" and before and before[-1].unit == place.quantity.unit else None
    if part is None or not before[-1].label:
        return None
    return (f"{before[-1].label}, {part}" if part else before[-1].label), before[-1].holder


def _with_rate(label: str, rate: str) -> str:
    """The label with the words of a price or rate, which the unit leaves out.

    >>> _with_rate("цены на газ", "за мегаватт в час"), _with_rate("", "в сутки")
    ('цены на газ, за мегаватт в час', 'в сутки')
    """
    return f"{label}, {rate}" if label and rate else label or rate


def _with_main(quantities: Sequence[Quantity]) -> tuple[Quantity, ...]:
    by_id = {quantity.id: quantity for quantity in quantities}
    return tuple(
        replace(quantity, label=main.label, holder=main.holder, as_of=main.as_of)
        if quantity.equivalent_of and (main := by_id.get(quantity.equivalent_of))
        else quantity
        for quantity in quantities
    )
