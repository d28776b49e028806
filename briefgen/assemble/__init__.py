"""Extractions -> Brief: sources numbered, facts merged over articles, linked to their sentences, ranked and reconciled."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from briefgen.assemble.calculations import calculations_of
from briefgen.assemble.events import events_of
from briefgen.assemble.merge import merge
from briefgen.assemble.places import Place, number_sources, passed_over, place_of, used
from briefgen.assemble.rank import rank_interests, rank_quantities, rank_risks, rank_statements
from briefgen.assemble.reconcile import reconcile
from briefgen.model import Brief, Extraction, Source

__all__ = ["assemble"]


def assemble(extractions: Sequence[Extraction], *, subject: str, on: date) -> Brief:
    """The brief of these extractions for the subject country, dated `on`; facts of captions and background are left out."""
    places = [place_of(number, extraction) for number, extraction in number_sources(extractions)]
    quantities = merge(places, lambda extraction: extraction.quantities)
    statements = merge(places, lambda extraction: extraction.statements)
    interests = merge(places, lambda extraction: extraction.interests)
    dates = merge(places, lambda extraction: extraction.dates)
    risks = merge(places, lambda extraction: tuple(risk for risk in extraction.risks if risk.subject == subject))
    brief = Brief(
        subject=subject,
        date=on.isoformat(),
        sources=tuple(_source(place) for place in places),
        quantities=rank_quantities(quantities),
        dates=tuple(dates),
        statements=rank_statements(statements),
        interests=rank_interests(interests),
        risks=rank_risks(risks),
        events=events_of(dates, statements, interests, on=on),
        diagnostics=tuple(diagnostic for place in places for diagnostic in place.extraction.diagnostics if used(place, diagnostic.start)),
        passed_over=tuple(paragraph for place in places for paragraph in passed_over(place)),
        calculations=calculations_of(places, quantities),
    )
    return reconcile(brief)


def _source(place: Place) -> Source:
    article = place.extraction.article
    return Source(
        number=place.number,
        id=article.id,
        name=article.name,
        language=article.language,
        title=article.title,
        published=article.published.isoformat() if article.published else None,
        origin=article.origin,
        digest=article.digest,
        paragraphs=len(article.paragraphs),
    )
