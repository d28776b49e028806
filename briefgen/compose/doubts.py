"""Facts in doubt -> comments on the items that print them: the reason, and the sentence of the source; for a person's eye."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from briefgen.blocks import Block, Citations, Comment, Inlines, Listing, ListItem, Moment, Paragraph, Row, Table, Timeline
from briefgen.compose.edition import Edition, Facts, mark_of, name_of_speaker, source_of
from briefgen.model import Merged, Quantity, Risk

_EVIDENCE = "evidence/"
_MOST = 3  # sentences of one comment; the rest are counted


class Doubt(NamedTuple):
    """A fact, what kind of doubt there is about it, and the reason in words."""

    fact: Facts
    code: str
    text: str


def comments_on(edition: Edition, blocks: Sequence[Block]) -> tuple[Comment, ...]:
    """One comment for each kind of doubt about an item: in the body where it is printed there, else in the annex of evidence."""
    items = list(_items(blocks))
    by_fact = _by_fact(items)
    grouped: dict[tuple[str, str, str, str], list[str]] = {}
    for doubt in doubts_of(edition):
        place = _place(doubt.fact, items, by_fact, edition)
        if place:
            language = source_of(edition, doubt.fact.evidence[0].source).language
            sentences = grouped.setdefault((place, doubt.code, doubt.text, language if language != edition.language else ""), [])
            sentences += [doubt.fact.evidence[0].sentence] * (doubt.fact.evidence[0].sentence not in sentences)
    comments = [
        Comment(place, code, text, _sentences(found), language=language) for (place, code, text, language), found in grouped.items()
    ]
    return (*_on_the_whole(edition), *comments, *_untranslated(edition, items))


def _on_the_whole(edition: Edition) -> Iterator[Comment]:
    if len(edition.brief.sources) == 1:
        text = edition.words.text("All of it comes from one source: no statement is confirmed by a second one.")
        yield Comment("head/title", "single-source", text)


def doubts_of(edition: Edition) -> Iterator[Doubt]:
    """The facts that need a person, each with the reason."""
    yield from _figures(edition)
    yield from _dates(edition)
    yield from _names(edition)
    yield from _speakers(edition)
    if len(edition.brief.sources) > 1:
        yield from _single_sources(edition)


def _figures(edition: Edition) -> Iterator[Doubt]:
    words = edition.words
    for item in edition.brief.quantities:
        if item.fact.unit == "XXX":
            yield Doubt(
                item, "currency-not-stated", words.text("The source states no currency: find out which, or leave the sum as it is.")
            )
        elif "assumed-currency" in item.fact.rule:
            yield Doubt(item, "currency-read-as", words.text("The source does not say whose currency this is: confirm the one printed."))


def _dates(edition: Edition) -> Iterator[Doubt]:
    for item in edition.brief.dates:
        if item.fact.inferred and not item.fact.relative:
            text = edition.words.text("The year is not in the text; it was inferred from the date of publication: confirm it.")
            yield Doubt(item, "year-inferred", text)


def _names(edition: Edition) -> Iterator[Doubt]:
    for item in edition.brief.statements:
        name = name_of_speaker(edition, item)
        if name.method == "transliterated" and source_of(edition, item.evidence[0].source).language != edition.language:
            text = edition.words.text("The name %(name)s was transliterated: confirm how its bearer writes it.") % {"name": name.text}
            yield Doubt(item, "name-transliterated", text)


def _speakers(edition: Edition) -> Iterator[Doubt]:
    ids = {diagnostic.subject for diagnostic in edition.brief.diagnostics if diagnostic.code == "speaker-by-coreference"}
    for item in edition.brief.statements:
        if ids & {item.fact.id, *item.also}:
            text = edition.words.text("The speaker stands in another sentence (“he”, “the expert”): confirm that it is %(name)s.")
            yield Doubt(item, "speaker-by-coreference", text % {"name": name_of_speaker(edition, item).text})


def _single_sources(edition: Edition) -> Iterator[Doubt]:
    """Of several sources only one names this sum or this risk."""
    facts: list[Merged[Quantity] | Merged[Risk]] = [item for item in edition.brief.quantities if len(item.fact.unit) == 3]
    facts += edition.brief.risks
    for item in facts:
        if len({place.source for place in item.evidence}) == 1:
            yield Doubt(item, "single-source", edition.words.text("Only one of the sources says so."))


def _untranslated(edition: Edition, items: Iterable[tuple[tuple[str, ...], Inlines]]) -> Iterator[Comment]:
    """Items of the body that print words of the source for want of a translation."""
    mark = mark_of(edition, "not translated")
    text = edition.words.text("There is no translation of these words yet: add one, or word it anew here.")
    for ids, inlines in items:
        if not ids[0].startswith(_EVIDENCE) and mark in inlines:
            yield Comment(ids[0], "translation-missing", text)


def _items(blocks: Iterable[Block]) -> Iterator[tuple[tuple[str, ...], Inlines]]:
    """The ids of each item with all its inlines, in printed order."""
    for block in blocks:
        children: tuple[ListItem | Row | Moment | Paragraph, ...] = ()
        if isinstance(block, Table):
            children = block.rows
        elif isinstance(block, Listing):
            children = block.items
        elif isinstance(block, Timeline):
            children = block.moments
        elif isinstance(block, Paragraph):
            children = (block,)
        for item in children:
            if item.ids:
                yield item.ids, tuple(inline for cell in item.cells for inline in cell) if isinstance(item, Row) else item.inlines


def _by_fact(items: Sequence[tuple[tuple[str, ...], Inlines]]) -> dict[str, list[int]]:
    """The numbers of the items that are a fact, by its id: thousands of facts in doubt are not each looked for in thousands of items."""
    numbers: dict[str, list[int]] = {}
    for number, (ids, _) in enumerate(items):
        for id in dict.fromkeys(id.rpartition("/")[2] for id in ids):
            numbers.setdefault(id, []).append(number)
    return numbers


def _place(fact: Facts, items: Sequence[tuple[tuple[str, ...], Inlines]], by_fact: Mapping[str, list[int]], edition: Edition) -> str:
    """The first item of the body that is this fact and cites its place, else its row in the annex."""
    names = {fact.fact.id, *fact.also}
    anchors = {edition.anchors[(place.source, place.paragraph, place.sentence)] for place in fact.evidence}
    annex = ""
    for number in sorted({number for name in names for number in by_fact.get(name, ())}):
        ids, inlines = items[number]
        if ids[0].startswith(_EVIDENCE):
            annex = annex or ids[0]
        elif any(citation.target in anchors for inline in inlines if isinstance(inline, Citations) for citation in inline.items):
            return ids[0]
    return annex


def _sentences(found: list[str]) -> str:
    more = f" (+ {len(found) - _MOST})" if len(found) > _MOST else ""
    return " … ".join(found[:_MOST]) + more
