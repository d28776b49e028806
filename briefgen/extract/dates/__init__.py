"""An article -> its dates in ISO 8601, with the year worked out where the text leaves it to the reader."""

from __future__ import annotations

from datetime import date

from briefgen.extract.dates.find import find_dates
from briefgen.language.document import Document
from briefgen.model import DateMention

__all__ = ["extract_dates", "find_dates"]


def extract_dates(document: Document, published: date | None) -> tuple[DateMention, ...]:
    """The dates of an article; see `extract.extract_dates`."""
    from briefgen.extract.dates import extract

    return extract.extract_dates(document, published)
