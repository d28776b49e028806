"""Statements -> the section "Expert views": experts in a table, officials and bodies after them, direct words told from reported ones.

The original of a translated quotation stands in the annex, at the citation.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from briefgen.blocks import Block, Column, Heading, Inline, Inlines, Paragraph, Row, Strong, Table, Text
from briefgen.compose.edition import Edition, cited, post, speaker
from briefgen.compose.passages import say
from briefgen.model import Merged, Statement

_LONGEST = 200  # characters of the source: five lines of a column; a longer statement is taken only where there is no other

_LINE = 115  # characters: what an official said stands in a line and a half


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
    who: tuple[Inline, ...] = (Strong(speaker(edition, named)), *((Text(", "), *role) if role else ()))
    return Row((who, _first(edition, voice, "reported"), _first(edition, voice, "direct")))


def _first(edition: Edition, voice: list[Merged[Statement]], mode: str) -> Inlines:
    """The weightiest statement of a speaker in one mode."""
    found = [item for item in voice if item.fact.mode == mode]
    if not found:
        return (Text("—"),)
    item = max(found, key=lambda item: _weight(edition, item, _LONGEST))
    return (*say(edition, item.fact.surface, item.evidence[0], verbatim=mode == "direct"), *cited(edition, item.evidence))


def _weight(edition: Edition, item: Merged[Statement], longest: int) -> tuple[bool, bool, int]:
    """What is on a risk or holds an interest counts first, of what fits; then the fuller statement. Lengths are the source's own."""
    length = len(item.fact.surface)
    on_risk = any(risk.fact.statement in (item.fact.id, *item.also) for risk in edition.brief.risks)
    holds = any(place.sentence == item.evidence[0].sentence for interest in edition.brief.interests for place in interest.evidence)
    return length <= longest, on_risk or holds, length if length <= longest else -length


def _officials(edition: Edition, others: list[list[Merged[Statement]]]) -> Iterable[Inline]:
    yield Strong(edition.words.text("Officials and organisations.") + " ")
    for voice in others:
        item = max(voice, key=lambda item: _weight(edition, item, _LINE))
        named = max(voice, key=lambda item: len(item.fact.speaker.role))
        role = post(edition, named)
        yield Text(speaker(edition, named))
        yield from (Text(" ("), *role, Text(")")) if role else ()
        yield Text(": ")
        yield from say(edition, item.fact.surface, item.evidence[0], verbatim=item.fact.mode == "direct")
        yield from cited(edition, item.evidence)
        yield Text(". ")
