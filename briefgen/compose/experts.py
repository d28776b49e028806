"""Statements -> the section "Expert views": experts in a table, officials and bodies after them, direct words told from reported ones.

The original of a translated quotation stands in the annex, at the citation.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from briefgen.blocks import Block, Column, Heading, Inline, Inlines, Paragraph, Row, Strong, Table, Text
from briefgen.compose.edition import Edition, cited, post, speaker
from briefgen.compose.passages import say
from briefgen.model import Merged, Statement

_REPORTED = 130  # characters: four lines of the column
_QUOTATION = 150  # characters: four lines of the column, as many again for the original under a translation


def expert_views(edition: Edition, number: str) -> tuple[Block, ...]:
    """Experts with one reported and one direct statement each; officials and organisations in a line each."""
    experts = voices(edition.brief.statements, ("expert",))
    others = voices(edition.brief.statements, ("official", "organisation", "person"))
    if not experts and not others:
        return ()
    words = edition.words
    blocks: list[Block] = [Heading(1, number, words.text("Expert views"), "experts")]
    if experts:
        heads = tuple(Column(words.text(head)) for head in ("Expert", "Reported speech", "Direct speech"))
        rows = tuple(_expert(edition, voice) for voice in experts[: edition.limits.experts])
        blocks.append(Table("experts", heads, rows, words.text("Each expert with post, reported and direct speech")))
    if others:
        blocks.append(Paragraph(tuple(_officials(edition, others[: edition.limits.officials])), "note"))
    return tuple(blocks)


def voices(statements: Iterable[Merged[Statement]], kinds: Sequence[str]) -> list[list[Merged[Statement]]]:
    """The statements of each speaker of some kinds; who says most stands first."""
    grouped: dict[str, list[Merged[Statement]]] = {}
    for item in statements:
        if item.fact.speaker.kind in kinds:
            grouped.setdefault(item.fact.speaker.name, []).append(item)
    return sorted(grouped.values(), key=len, reverse=True)


def _expert(edition: Edition, voice: list[Merged[Statement]]) -> Row:
    named = max(voice, key=lambda item: len(item.fact.speaker.role))
    role = post(edition, named)
    who: tuple[Inline, ...] = (Strong(speaker(edition, named)), *((Text(", " + role),) if role else ()))
    return Row((who, _first(edition, voice, "reported"), _first(edition, voice, "direct")))


def _first(edition: Edition, voice: list[Merged[Statement]], mode: str) -> Inlines:
    """The fullest statement that fits; the shortest where none does."""
    found = [item for item in voice if item.fact.mode == mode]
    if not found:
        return (Text("—"),)
    limit = max(edition.limits.clause, _REPORTED) if mode == "reported" else _QUOTATION
    fitting = [item for item in found if len(item.fact.surface) <= limit]
    item = max(fitting, key=lambda item: len(item.fact.surface)) if fitting else min(found, key=lambda item: len(item.fact.surface))
    evidence = item.evidence[0]
    return (*say(edition, item.fact.surface, evidence, verbatim=mode == "direct", limit=limit), *cited(edition, item.evidence))


def _officials(edition: Edition, others: list[list[Merged[Statement]]]) -> Iterable[Inline]:
    yield Strong(edition.words.text("Officials and organisations.") + " ")
    for voice in others:
        item = max(voice, key=lambda item: (item.fact.mode == "direct", -abs(len(item.fact.surface) - 110)))
        named = max(voice, key=lambda item: len(item.fact.speaker.role))
        role = post(edition, named)
        yield Text(speaker(edition, named) + (f" ({role})" if role else "") + ": ")
        yield from say(edition, item.fact.surface, item.evidence[0], verbatim=item.fact.mode == "direct", limit=edition.limits.clause)
        yield from cited(edition, item.evidence)
        yield Text(". ")
