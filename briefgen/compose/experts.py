"""Statements -> the section "Expert views": experts in a table, officials and bodies after them, direct words told from reported ones.

The original of a translated quotation stands in the annex, at the citation.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from briefgen.blocks import Block, Column, Heading, Inline, Inlines, Paragraph, Row, Strong, Table, Text
from briefgen.compose.edition import Edition, cited, post, speaker
from briefgen.compose.identity import ids_of
from briefgen.compose.passages import said
from briefgen.formatting.text import sentence_case
from briefgen.model import Merged, Statement

_LONGEST = 200  # characters of the source: five lines of a column; a longer statement is taken only where there is no other

_LINE = 115  # characters: what an official said stands in a line and a half


def expert_views(edition: Edition, number: str) -> tuple[Block, ...]:
    """Experts with one reported and one direct statement each, or with the best one alone; officials and organisations in a line each."""
    experts = voices(edition.brief.statements, ("expert",))[: edition.limits.experts]
    others = voices(edition.brief.statements, ("official", "organisation", "person"))[: edition.limits.officials]
    if not experts and not others:
        return ()
    blocks: list[Block] = [Heading(1, number, edition.words.text("Expert views"), "experts")]
    if experts:
        blocks.append(_table(edition, experts))
    if others:
        blocks.append(Paragraph(tuple(_officials(edition, others)), "note", ids=("experts/officials",)))
    return tuple(blocks)


def voices(statements: Iterable[Merged[Statement]], kinds: Sequence[str]) -> list[list[Merged[Statement]]]:
    """The statements of each speaker of some kinds; who says most stands first."""
    grouped: dict[str, list[Merged[Statement]]] = {}
    for item in statements:
        if item.fact.speaker.kind in kinds:
            grouped.setdefault(item.fact.speaker.name, []).append(item)
    return sorted(grouped.values(), key=len, reverse=True)


def _table(edition: Edition, experts: list[list[Merged[Statement]]]) -> Table:
    """Reported and direct speech side by side; where room is short, the best statement of each with the word that tells which it is."""
    words = edition.words
    both = edition.limits.quotes > 1
    heads = ("Expert", "Reported speech", "Direct speech") if both else ("Expert", "Statement", "Speech")
    rows = tuple(_expert(edition, voice) if both else _expert_in_short(edition, voice) for voice in experts)
    description = words.text("Each expert with post, reported and direct speech" if both else "Each expert with post and best statement")
    name = "experts" if both else "views"
    return Table(
        name, tuple(Column(words.text(head)) for head in heads), rows, description, words.text("What experts say, and who they are")
    )


def _expert(edition: Edition, voice: list[Merged[Statement]]) -> Row:
    cells = []
    for mode in ("reported", "direct"):
        found = [item for item in voice if item.fact.mode == mode]
        cells.append(_statement(edition, _best(edition, found)) if found else (Text("—"),))
    return Row((_who(edition, voice), *cells), ids=ids_of("experts", *voice))


def _expert_in_short(edition: Edition, voice: list[Merged[Statement]]) -> Row:
    item = _best(edition, voice)
    mode = edition.words.text("direct" if item.fact.mode == "direct" else "reported", context="speech")
    return Row((_who(edition, voice), _statement(edition, item), (Text(mode),)), ids=ids_of("views", *voice))


def _who(edition: Edition, voice: list[Merged[Statement]]) -> Inlines:
    named = max(voice, key=lambda item: len(item.fact.speaker.role))
    role = post(edition, named)
    return (Strong(sentence_case(speaker(edition, named))), *((Text(", "), *role) if role else ()))


def _best(edition: Edition, items: list[Merged[Statement]]) -> Merged[Statement]:
    """The weightiest statement; a direct one goes before a reported one of the same weight."""
    return max(
        items, key=lambda item: (*_weight(edition, item, _LONGEST)[:2], item.fact.mode == "direct", _weight(edition, item, _LONGEST)[2])
    )


def _statement(edition: Edition, item: Merged[Statement]) -> Inlines:
    return (*said(edition, item), *cited(edition, item.evidence))


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
        yield Text(sentence_case(speaker(edition, named)))
        yield from (Text(" ("), *role, Text(")")) if role else ()
        yield Text(": ")
        yield from said(edition, item)
        yield from cited(edition, item.evidence)
        yield Text(". ")
