"""An extraction -> lines for a terminal: paragraphs with their facts marked by colour, and listed below them in words."""

from __future__ import annotations

from collections.abc import Iterator

import click

from briefgen.model import DateMention, Extraction, Interest, Paragraph, Quantity, Risk, Statement

Fact = Quantity | DateMention | Statement | Interest | Risk
_COLOURS = {"figure": "green", "date": "cyan", "statement": "blue", "interest": "yellow", "risk": "red"}
_INLINE = ("figure", "date")  # short facts are marked in the text; long ones would swallow them


def view_of(extraction: Extraction, *, facts_only: bool = False) -> Iterator[str]:
    """The article's head, then its paragraphs with their facts."""
    article = extraction.article
    published = article.published.isoformat() if article.published else "no date"
    yield click.style(f"{article.name}  {article.language}  {published}  {len(article.paragraphs)} paragraphs", bold=True)
    facts = sorted(_facts(extraction), key=lambda found: (found[1].start, found[1].stop))
    for paragraph in article.paragraphs:
        here = [(kind, fact) for kind, fact in facts if paragraph.start <= fact.start < paragraph.stop]
        if here or not facts_only:
            yield from _paragraph(article.text, paragraph, here)


def _facts(extraction: Extraction) -> Iterator[tuple[str, Fact]]:
    yield from (("figure", fact) for fact in extraction.quantities)
    yield from (("date", fact) for fact in extraction.dates)
    yield from (("statement", fact) for fact in extraction.statements)
    yield from (("interest", fact) for fact in extraction.interests)
    yield from (("risk", fact) for fact in extraction.risks)


def _paragraph(text: str, paragraph: Paragraph, facts: list[tuple[str, Fact]]) -> Iterator[str]:
    role = "" if paragraph.role == "text" else f" ({paragraph.role})"
    yield ""
    yield click.style(f"{paragraph.number}{role}  ", dim=True) + _marked(text, paragraph, facts)
    for kind, fact in facts:
        yield f"    {click.style(kind, fg=_COLOURS[kind])}  {_words(fact)}  {click.style(f'[{fact.id}] {fact.rule}', dim=True)}"


def _marked(text: str, paragraph: Paragraph, facts: list[tuple[str, Fact]]) -> str:
    marked, at = "", paragraph.start
    for kind, fact in facts:
        if kind in _INLINE and fact.start >= at:
            marked += _plain(text[at : fact.start]) + click.style(_plain(text[fact.start : fact.stop]), fg=_COLOURS[kind], bold=True)
            at = fact.stop
    return marked + _plain(text[at : max(at, paragraph.stop)])


def _words(fact: Fact) -> str:
    if isinstance(fact, Quantity):
        upper = f" to {fact.upper:f}" if fact.upper is not None else ""
        return f"{fact.qualifier} {fact.value:f}{upper} {fact.unit}" + (f", {_plain(fact.label)}" if fact.label else "")
    if isinstance(fact, DateMention):
        return f"{fact.relation} {fact.value}" + (" (year inferred)" if fact.inferred else "")
    if isinstance(fact, Statement):
        return _plain(f"{fact.mode}, {fact.speaker.name} ({fact.speaker.kind}): {fact.surface}")
    if isinstance(fact, Interest):
        return _plain(f"{fact.partner} -> {', '.join(fact.toward) or '?'}, {', '.join(fact.topics)}, {fact.stage}: {fact.surface}")
    return _plain(f"{fact.subject}, {fact.category}, {fact.polarity}, {fact.firmness}: {fact.surface}")


def _plain(text: str) -> str:
    """One line without control characters: an article must not steer the terminal."""
    return "".join(sign if sign.isprintable() else " " for sign in text)
