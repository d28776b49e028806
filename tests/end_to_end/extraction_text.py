"""An Extraction -> readable lines, a fact a line in the order of the text, so that a diff shows what rules found or lost."""

from __future__ import annotations

from bisect import bisect_right
from functools import singledispatch

from briefgen.model import DateMention, Extraction, Interest, Quantity, Risk, Statement

Fact = Quantity | DateMention | Statement | Interest | Risk
_NAMES = {Quantity: "quantity", DateMention: "date", Statement: "statement", Interest: "interest", Risk: "risk"}
_LONGEST = 90  # characters of a clause; its beginning is enough to know it by


def text_of(extraction: Extraction) -> str:
    """Paragraphs as headings with number and role, the facts of each below, then the doubts by code."""
    facts: list[Fact] = [*extraction.quantities, *extraction.dates, *extraction.statements, *extraction.interests, *extraction.risks]
    starts = [paragraph.start for paragraph in extraction.article.paragraphs]
    lines: dict[int, list[str]] = {}
    for fact in sorted(facts, key=lambda fact: (fact.start, fact.stop, fact.id)):
        lines.setdefault(bisect_right(starts, fact.start), []).append(f"  {_NAMES[type(fact)]}: {line_of(fact)} ({fact.rule})")
    printed = []
    for paragraph in extraction.article.paragraphs:
        text = extraction.article.text[paragraph.start : paragraph.stop]
        printed += [f"{paragraph.number} [{paragraph.role}] {_short(text)}", *lines.get(paragraph.number, [])]
    doubts = [f"{doubt.code}: {extraction.article.text[doubt.start : doubt.stop]}".strip() for doubt in extraction.diagnostics]
    return "\n".join((*printed, "", *sorted(doubts))) + "\n"


@singledispatch
def line_of(fact: Fact) -> str:
    """What a fact says, on one line."""
    raise TypeError(f"no text for {type(fact).__name__}")


@line_of.register
def _quantity(fact: Quantity) -> str:
    value = f"{fact.value:f}" + (f"..{fact.upper:f}" if fact.upper is not None else "")
    parts = [f"{fact.surface} = {value} {fact.unit} {fact.qualifier}", f"label {fact.label or '-'}", f"holder {fact.holder or '-'}"]
    parts += [f"as of {fact.as_of}"] * bool(fact.as_of) + ["conversion"] * bool(fact.equivalent_of)
    return "; ".join(parts)


@line_of.register
def _date(fact: DateMention) -> str:
    marks = ["inferred"] * fact.inferred + ["relative"] * fact.relative
    return f"{fact.surface} = {' '.join((fact.relation, fact.value, fact.precision, *marks))}"


@line_of.register
def _statement(fact: Statement) -> str:
    who = fact.speaker
    negated = "not " * fact.negated
    return f"{who.name} [{who.role or '-'}; {who.kind} {who.gender or '-'}] {negated}{fact.mode}: {_short(fact.surface)}"


@line_of.register
def _interest(fact: Interest) -> str:
    linked = "".join(f"; {name} {len(ids)}" for name, ids in (("quantities", fact.quantities), ("dates", fact.dates)) if ids)
    whom = ", ".join(fact.toward) or "-"
    return f"{fact.partner} -> {whom} {fact.polarity} {', '.join(fact.topics) or '-'} {fact.stage}{linked}: {_short(fact.surface)}"


@line_of.register
def _risk(fact: Risk) -> str:
    said = "said" if fact.statement else "article text"
    return f"{fact.subject} {fact.category} {fact.polarity} {fact.firmness}, {said}: {_short(fact.surface)}"


def _short(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= _LONGEST else words[:_LONGEST].rstrip() + "…"
