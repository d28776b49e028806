"""Extractions -> places: which source, paragraph and sentence a fact stands in, and which paragraphs the brief passes over."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from briefgen.model import Evidence, Extraction, Paragraph, PassedOver, Span

PASSED_OVER_ROLES = ("caption", "background")


@dataclass(frozen=True, slots=True)
class Place:
    """One numbered source with the starts of its paragraphs and sentences, for search by offset."""

    number: int
    extraction: Extraction
    paragraph_starts: tuple[int, ...]
    sentence_starts: tuple[int, ...]


def number_sources(extractions: Sequence[Extraction]) -> list[tuple[int, Extraction]]:
    """Sources from 1 in order of publication, undated ones last, equal ones by name."""
    ordered = sorted(extractions, key=lambda item: (item.article.published or date.max, item.article.name, item.article.id))
    return list(enumerate(ordered, start=1))


def place_of(number: int, extraction: Extraction) -> Place:
    """The place of one source."""
    return Place(
        number,
        extraction,
        tuple(paragraph.start for paragraph in extraction.article.paragraphs),
        tuple(sentence.start for sentence in extraction.sentences),
    )


def used(place: Place, start: int | None) -> bool:
    """Whether the brief uses what stands at the offset; what stands nowhere (None) concerns the whole article and is used."""
    return start is None or paragraph_at(place, start).role not in PASSED_OVER_ROLES


def passed_over(place: Place) -> tuple[PassedOver, ...]:
    """The paragraphs of a source that the brief does not use, with the reason."""
    return tuple(
        PassedOver(place.number, paragraph.number, paragraph.role)
        for paragraph in place.extraction.article.paragraphs
        if paragraph.role in PASSED_OVER_ROLES
    )


def paragraph_at(place: Place, offset: int) -> Paragraph:
    """The paragraph that holds the offset (the one before it for an offset between two)."""
    index = max(0, bisect_right(place.paragraph_starts, offset) - 1)
    return place.extraction.article.paragraphs[index]


def evidence_at(place: Place, start: int, surface: str) -> Evidence:
    """Source, paragraph and sentence of a fact that starts at the offset."""
    paragraph = paragraph_at(place, start)
    span = sentence_span(place, start, paragraph)
    text = place.extraction.article.text
    return Evidence(place.number, paragraph.number, text[span.start : span.stop].strip(), surface, span.start)


def sentence_span(place: Place, offset: int, paragraph: Paragraph) -> Span:
    """The sentence that holds the offset, never beyond its paragraph; the whole paragraph where it is a pull quote or has no sentences."""
    index = bisect_right(place.sentence_starts, offset) - 1
    if paragraph.role == "quotation" or index < 0:
        return Span(paragraph.start, paragraph.stop)
    sentence = place.extraction.sentences[index]
    if sentence.stop <= offset:
        return Span(paragraph.start, paragraph.stop)
    return Span(max(sentence.start, paragraph.start), min(sentence.stop, paragraph.stop))
