"""An article and its facts -> diagnostics: what was passed over, inferred or assumed, for a person's eye."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefgen.diagnostics import Diagnostic
from briefgen.extract.quantities.indefinite import find_indefinite
from briefgen.model import Article, DateMention, Quantity, Statement

_PASSED_OVER = {
    "caption": "a caption of a picture: figures and statements in it belong to the picture",
    "background": "related links, an advert, a notice of the page or a portrait beside the article: it tells of the past, not of the news",
}


def find_doubts(
    article: Article, quantities: Sequence[Quantity], dates: Sequence[DateMention], statements: Sequence[Statement]
) -> tuple[Diagnostic, ...]:
    """All doubts in text order; those about the whole article first."""
    doubts = [*_paragraphs(article), *_quantities(quantities), *_indefinite(article), *_dates(dates), *_speakers(statements)]
    if article.published is None:
        doubts.append(
            Diagnostic("article-undated", hint="the article has no date: give it with --published, or dates without a year stay open")
        )
    return tuple(sorted(doubts, key=lambda doubt: (doubt.start if doubt.start is not None else -1, doubt.code, doubt.subject)))


def _paragraphs(article: Article) -> Iterator[Diagnostic]:
    for paragraph in article.paragraphs:
        if paragraph.role in _PASSED_OVER:
            hint = f"paragraph {paragraph.number} was passed over as {_PASSED_OVER[paragraph.role]}"
            yield Diagnostic(f"paragraph-{paragraph.role}", "info", paragraph.start, paragraph.stop, hint=hint)


def _quantities(quantities: Sequence[Quantity]) -> Iterator[Diagnostic]:
    for quantity in quantities:
        if quantity.unit == "XXX":
            hint = f"«{quantity.surface}» is a sum without a currency: it is printed as it stands and never added up"
            yield Diagnostic("currency-not-stated", "warning", quantity.start, quantity.stop, quantity.id, hint)
        elif "assumed-currency" in quantity.rule:
            hint = f"«{quantity.surface}» was read as {quantity.unit}: the text does not say whose currency it is"
            yield Diagnostic("currency-read-as", "info", quantity.start, quantity.stop, quantity.id, hint)


def _indefinite(article: Article) -> Iterator[Diagnostic]:
    passed_over = [(paragraph.start, paragraph.stop) for paragraph in article.paragraphs if paragraph.role in _PASSED_OVER]
    for span in find_indefinite(article.text, article.language):
        if not any(start <= span.start < stop for start, stop in passed_over):
            hint = f"«{article.text[span.start : span.stop]}» tells no number: it is not among the figures"
            yield Diagnostic("figure-indefinite", "info", span.start, span.stop, hint=hint)


def _dates(dates: Sequence[DateMention]) -> Iterator[Diagnostic]:
    for mention in dates:
        if mention.rule.endswith("either-order"):
            hint = f"«{mention.surface}» was read as {mention.value}; the day and the month might be the other way round"
            yield Diagnostic("day-or-month", "warning", mention.start, mention.stop, mention.id, hint)
        elif mention.inferred and not mention.relative:
            hint = f"the year of «{mention.surface}» is inferred from the article's date: {mention.value}"
            yield Diagnostic("year-inferred", "info", mention.start, mention.stop, mention.id, hint)


def _speakers(statements: Sequence[Statement]) -> Iterator[Diagnostic]:
    for statement in statements:
        if "+coreference" in statement.rule:
            hint = f"the speaker stands in another sentence: {statement.speaker.name} was inferred"
            yield Diagnostic("speaker-by-coreference", "info", statement.start, statement.stop, statement.id, hint)
        elif "+unresolved" in statement.rule:
            hint = f"the text names no person for «{statement.speaker.name}»"
            yield Diagnostic("speaker-unresolved", "warning", statement.start, statement.stop, statement.id, hint)
