"""Facts and extractions for tests, made from a short text by the words that they stand on."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from briefgen.model import Article, DateMention, Extraction, Interest, Paragraph, Quantity, Risk, Span, Speaker, Statement


def article(text: str, *, name: str = "one.txt", published: date | None = date(2026, 2, 27), roles: tuple[str, ...] = ()) -> Article:
    """An article whose paragraphs are the lines of the text, with the roles given (else text)."""
    paragraphs, start = [], 0
    for number, line in enumerate(text.split("\n"), start=1):
        role = roles[number - 1] if number <= len(roles) else "text"
        paragraphs.append(Paragraph(number, start, start + len(line), role))
        start += len(line) + 1
    return Article(id=name, name=name, language="ru", text=text, paragraphs=tuple(paragraphs), title="Проба", published=published)


def extraction(of: Article, *facts: Quantity | DateMention | Statement | Interest | Risk) -> Extraction:
    """An extraction with these facts; each paragraph is one sentence."""
    kinds: dict[type, list[object]] = {kind: [] for kind in (Quantity, DateMention, Statement, Interest, Risk)}
    for fact in facts:
        kinds[type(fact)].append(fact)
    groups = [tuple(kinds[kind]) for kind in (Quantity, DateMention, Statement, Interest, Risk)]
    return Extraction(of, *groups, diagnostics=(), sentences=tuple(Span(p.start, p.stop) for p in of.paragraphs))  # type: ignore[arg-type]


def quantity(
    of: Article, surface: str, value: str, unit: str, *, id: str = "q-1", qualifier: str = "exact", rule: str = "money"
) -> Quantity:
    start = of.text.index(surface)
    return Quantity(id, start, start + len(surface), surface, Decimal(value), None, unit, qualifier, "", None, None, None, rule)


def mention(of: Article, surface: str, value: str, *, id: str = "d-1", relation: str = "on", precision: str = "day") -> DateMention:
    start = of.text.index(surface)
    return DateMention(id, start, start + len(surface), surface, value, precision, relation, False, False, "day")


def statement(of: Article, surface: str, name: str, *, id: str = "s-1", kind: str = "expert", mode: str = "reported") -> Statement:
    start = of.text.index(surface)
    return Statement(id, start, start + len(surface), surface, mode, "", False, Speaker(name, "эксперт", kind, "m"), "reported")


def interest(
    of: Article,
    surface: str,
    partner: str,
    *,
    id: str = "i-1",
    stage: str = "planned",
    quantities: tuple[str, ...] = (),
    dates: tuple[str, ...] = (),
) -> Interest:
    start = of.text.index(surface)
    topics = ("critical-minerals",)
    return Interest(id, start, start + len(surface), surface, partner, ("KZ",), topics, stage, "wants", quantities, dates, "interest.test")


def risk(
    of: Article,
    surface: str,
    *,
    id: str = "r-1",
    polarity: str = "risk",
    category: str = "transport",
    said: str | None = None,
    rule: str = "risk.test",
) -> Risk:
    start = of.text.index(surface)
    return Risk(id, start, start + len(surface), surface, "RU", category, polarity, "reported", said, rule)
