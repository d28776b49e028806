"""An Article -> its Extraction: the text is annotated once, then each stage finds its facts."""

from __future__ import annotations

from briefgen.model import Article, Extraction, Span


def extract_article(article: Article, *, subjects: tuple[str, ...]) -> Extraction:
    """Everything one article says, in text order, with doubts as diagnostics; `subjects`: the actors whose risks are wanted."""
    from briefgen.extract.dates import extract_dates
    from briefgen.extract.doubts import find_doubts
    from briefgen.extract.interests import extract_interests
    from briefgen.extract.quantities import extract_quantities
    from briefgen.extract.risks import extract_risks
    from briefgen.extract.statements import extract_statements
    from briefgen.language.annotate import annotate

    document = annotate(article.text, article.language, article.paragraphs)
    quantities = extract_quantities(document, article.published)
    dates = extract_dates(document, article.published)
    statements = extract_statements(document)
    interests = extract_interests(document, quantities, dates, statements, subjects=subjects)
    risks = extract_risks(document, statements, interests, subjects, quantities=quantities)
    doubts = find_doubts(article, quantities, dates, statements)
    sentences = tuple(Span(sentence.start, sentence.stop) for sentence in document.sentences)
    return Extraction(article, quantities, dates, statements, interests, risks, doubts, sentences)
