"""An article -> its figures: number, scale and unit as one value, with what it measures where the text says so."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from briefgen.extract.quantities.find import find_quantities
from briefgen.language.document import Document
from briefgen.model import DateMention, Quantity
from briefgen.naming.actors import ActorMention

__all__ = ["extract_quantities", "find_quantities"]


def extract_quantities(
    document: Document,
    published: date | None,
    *,
    dates: Sequence[DateMention] | None = None,
    actors: Sequence[ActorMention] | None = None,
) -> tuple[Quantity, ...]:
    """The figures of an article; see `extract.extract_quantities`."""
    from briefgen.extract.quantities import extract

    return extract.extract_quantities(document, published, dates=dates, actors=actors)
