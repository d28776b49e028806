"""An Article -> its Extraction: the text is annotated once, then each stage finds its facts."""

from __future__ import annotations

from typing import TypeVar

from briefgen.model import Article, DateMention, Extraction, Quantity, Span

PlacedT = TypeVar("PlacedT", Quantity, DateMention)


def extract_article(article: Article, *, subjects: tuple[str, ...]) -> Extraction:
    """Everything one article says, in text order, with doubts as diagnostics; `subjects`: the actors whose risks are wanted."""
    from briefgen.extract.dates import extract_dates
    from briefgen.extract.doubts import find_doubts
    from briefgen.extract.interests import extract_interests
    from briefgen.extract.quantities import extract_quantities
    from briefgen.extract.risks import extract_risks
    from briefgen.extract.statements import extract_statements
    from briefgen.language.annotate import annotate
    from briefgen.naming.actors import find_actors

    document = annotate(article.text, article.language, article.paragraphs)
    boilerplate = _boilerplate(article)
    actors, found = find_actors(document), extract_dates(document, article.published)
    quantities = _outside(extract_quantities(document, article.published, dates=found, actors=actors), boilerplate)
    dates = _outside(found, (*boilerplate, *_datelines(article)))
    statements = extract_statements(document)
    interests = extract_interests(document, quantities, dates, statements, subjects=subjects, actors=actors)
    risks = extract_risks(document, statements, interests, subjects, quantities=quantities, actors=actors)
    doubts = find_doubts(article, quantities, dates, statements)
    sentences = tuple(Span(sentence.start, sentence.stop) for sentence in document.sentences)
    return Extraction(article, quantities, dates, statements, interests, risks, doubts, sentences)


def _boilerplate(article: Article) -> tuple[Span, ...]:
    """The paragraphs that a page prints around each of its articles: stamps, rights, cookies, counters."""
    from briefgen.language.paragraphs import is_boilerplate

    passed = (part for part in article.paragraphs if part.role == "background")
    return tuple(Span(part.start, part.stop) for part in passed if is_boilerplate(article.text[part.start : part.stop], article.language))


def _datelines(article: Article) -> tuple[Span, ...]:
    """Place, day and agency before the first words («ВИЛЬНЮС, 9 февраля. /ТАСС/.»): the day of the report is no event."""
    from briefgen.extract.statements.spans import dateline_stop

    return tuple(Span(part.start, dateline_stop(article.text, part)) for part in article.paragraphs if part.role == "text")


def _outside(facts: tuple[PlacedT, ...], spans: tuple[Span, ...]) -> tuple[PlacedT, ...]:
    return tuple(fact for fact in facts if not any(span.start <= fact.start < span.stop for span in spans))
