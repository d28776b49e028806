"""Sources and evidence -> the annexes: what was read, each sentence that holds facts, what awaits translation."""

from __future__ import annotations

from collections.abc import Iterable

from briefgen.blocks import (
    Block,
    Column,
    Foreign,
    Heading,
    Inline,
    LineBreak,
    Link,
    Listing,
    ListItem,
    Mark,
    Paragraph,
    Row,
    Strong,
    Table,
    Text,
)
from briefgen.compose.edition import (
    Edition,
    Facts,
    Passage,
    actor,
    amount,
    bound_of,
    date_words,
    facts_of,
    passages_of,
    source_of,
    speaker,
)
from briefgen.compose.identity import ids_of
from briefgen.compose.kinds import kind_name, stage_name
from briefgen.compose.passages import say
from briefgen.formatting.text import dash, quote, sentence_case, typography
from briefgen.language.words import normalise
from briefgen.model import DateMention, Evidence, Interest, Quantity, Source, Statement
from briefgen.naming.gazetteer import find_name
from briefgen.translation.units import Unit


def sources(edition: Edition, number: str) -> tuple[Block, ...]:
    """The list of sources: title, language, date, publisher, author, address; what nobody told us is said to be missing."""
    if not edition.brief.sources:
        return ()
    items = tuple(
        ListItem(tuple(_source(edition, source)), f"s-{source.number}", ids=(f"sources/{source.id}",)) for source in edition.brief.sources
    )
    return (Heading(1, number, edition.words.text("Sources"), "sources"), Listing(items, "numbered"))


def evidence(edition: Edition, number: str) -> tuple[Block, ...]:
    """One row a sentence: paragraph, the sentence verbatim with the words of its facts semibold, codes and facts."""
    if not edition.brief.sources:
        return ()
    words = edition.words
    facts: dict[Passage, list[tuple[Facts, Evidence]]] = {}
    for item in facts_of(edition.brief):
        for place in item.evidence:
            facts.setdefault((place.source, place.paragraph, place.sentence), []).append((item, place))
    rows = tuple(_evidence_row(edition, passage, facts[passage]) for passage in passages_of(edition.brief))
    heads = (Column(words.text("Para.")), Column(words.text("Sentence of the source")), Column(words.text("Code and fact")))
    return (
        Heading(1, number, words.text("Evidence"), "evidence"),
        Paragraph((Text(_how_to_read(edition)),), "note"),
        Table("evidence", heads, rows, words.text("Each sentence with the facts taken from it")),
    )


def _how_to_read(edition: Edition) -> str:
    """What the rows hold: depends on whether any source is in another language."""
    words = edition.words
    parts = [words.text("Sentences stand as the source has them.")]
    languages = {source.language for source in edition.brief.sources}
    if languages - {edition.language}:
        parts.append(words.text("A translation stands above its original."))
    if edition.language in languages:
        parts.append(words.text("Figures, dates and short statements are semibold."))
    return " ".join(parts)


def awaiting_translation(edition: Edition, number: str) -> tuple[Block, ...]:
    """The passages without a translation, for the staffer who will add it; left out where there are none."""
    units = [unit for unit in edition.foreign if unit.key not in edition.translations]
    if not units:
        return ()
    items = tuple(ListItem((Foreign(quote(unit.text, unit.language), unit.language), *_refused(edition, unit))) for unit in units)
    return (Heading(1, number, edition.words.text("Awaiting translation"), "awaiting"), Listing(items, "bullets"))


def _refused(edition: Edition, unit: Unit) -> Iterable[Inline]:
    """Why the machine translation of a passage is not printed, where there was one."""
    refusal = edition.refusals.get(unit.key)
    if refusal is not None:
        reasons = ", ".join(edition.words.text(reason, context="refusal") for reason in refusal.reasons)
        yield Text(" ")
        yield Mark(f"[{edition.words.text('machine translation refused:')} {reasons}]")


def _source(edition: Edition, source: Source) -> Iterable[Inline]:
    words = edition.words
    title = source.title or source.name
    place = Evidence(source.number, 1, title, title)
    if source.language == edition.language:
        yield Strong(typography(title, source.language))
    else:
        yield Foreign(quote(title, source.language), source.language)
        yield from (Text(dash(edition.language)), *say(edition, title, place)) if (normalise(title), "") in edition.translations else ()
    yield Text(" " if source.language == edition.language and title.endswith((".", "?", "!", "…")) else ". ")
    parts = [words.text("In Russian" if source.language == "ru" else "In English")]
    parts.append(date_words(edition, source.published) if source.published else words.text("Date not stated"))
    parts.append(_stated(edition, "Author", "Author not stated", source.origin.author))
    parts.append(_stated(edition, "Publisher", "Publisher not stated", _publisher(edition, source)))
    yield Text(". ".join(part.rstrip(".") for part in parts) + ". ")
    if source.origin.url:
        yield Link(source.origin.url, source.origin.url)
    else:
        yield Text(words.text("Address not stated") + ".")
    yield LineBreak()
    yield Mark(
        words.plural("File %(name)s: %(count)s paragraph", "File %(name)s: %(count)s paragraphs", source.paragraphs)
        % {"name": source.name + (f" ({source.origin.original_name})" if source.origin.original_name else ""), "count": source.paragraphs}
        + f"; SHA-256 {source.digest[:16]}…"
    )
    yield from _of_recurring(edition, source)


def _of_recurring(edition: Edition, source: Source) -> Iterable[Inline]:
    """Of a recurring brief: the issue that an earlier source is from, what arrived late, where else the same was published."""
    words = edition.words
    if source.issue:
        days = date_words(edition, source.issue, style="table")
        yield from (LineBreak(), Mark(words.text("Reported in the issue of %(days)s, cited for comparison") % {"days": days}))
    if source.is_late:
        yield from (LineBreak(), Mark(words.text("Arrived late: belongs to an earlier period")))
    if source.reposts:
        places = [": ".join(filter(None, (repost.name, repost.origin.publisher))) for repost in source.reposts]
        yield from (LineBreak(), Mark(f"{words.text('Re-posts:')} {'; '.join(places)}"))


def _publisher(edition: Edition, source: Source) -> str:
    known = find_name(source.origin.publisher, source.language, edition.language) if source.language != edition.language else None
    return known or source.origin.publisher


def _stated(edition: Edition, label: str, missing: str, value: str) -> str:
    return f"{edition.words.text(label)}: {value}" if value else edition.words.text(missing)


def _evidence_row(edition: Edition, passage: Passage, facts: list[tuple[Facts, Evidence]]) -> Row:
    number, paragraph, sentence = passage
    language = source_of(edition, number).language
    ordered = sorted(facts, key=lambda pair: (pair[0].fact.start, pair[0].fact.id))
    return Row(
        (
            (Text(f"{number}.{paragraph}"),),
            tuple(_sentence(edition, _set_apart(sentence, ordered, edition.language), language, ordered)),
            tuple(_codes(edition, ordered)),
        ),
        anchor=edition.anchors[passage],
        ids=ids_of("evidence", *(item for item, _ in ordered)),
    )


def _set_apart(sentence: str, facts: list[tuple[Facts, Evidence]], language: str) -> str:
    """A pull quote and the name glued to it by the page, with a dash between them."""
    for item, place in facts:
        if isinstance(item.fact, Statement) and item.fact.rule.startswith("pull-quote") and sentence.startswith(place.surface):
            return place.surface + dash(language) + sentence[len(place.surface) :].strip()
    return sentence


def _sentence(edition: Edition, shown: str, language: str, facts: list[tuple[Facts, Evidence]]) -> Iterable[Inline]:
    sentence = facts[0][1].sentence
    if language == edition.language:
        yield from _marked(typography(shown, language), [typography(place.surface, language) for _, place in facts])
        return
    if (normalise(sentence), "") in edition.translations:
        yield from say(edition, sentence, facts[0][1])
        yield LineBreak()
    yield Foreign(quote(shown, language), language)


def _marked(sentence: str, surfaces: list[str]) -> Iterable[Inline]:
    """The sentence with the words of figures and dates and of short statements semibold; long ones would make all of it so."""
    cuts = sorted(_cut(sentence, surface) for surface in surfaces if surface in sentence and len(surface) < len(sentence) // 2)
    position = 0
    for start, stop in cuts:
        if start < position:
            continue
        if start > position:
            yield Text(sentence[position:start])
        yield Strong(sentence[start:stop])
        position = stop
    if position < len(sentence):
        yield Text(sentence[position:])


def _cut(sentence: str, surface: str) -> tuple[int, int]:
    start = sentence.index(surface)
    return start, start + len(surface)


def _codes(edition: Edition, facts: list[tuple[Facts, Evidence]]) -> Iterable[Inline]:
    for order, (item, _) in enumerate(facts):
        if order:
            yield LineBreak()
        yield Mark(item.fact.id)
        yield Text(" " + fact_in_words(edition, item))


def fact_in_words(edition: Edition, item: Facts) -> str:
    """The fact as the brief prints it."""
    fact, words = item.fact, edition.words
    if isinstance(fact, Quantity):
        return amount(edition, fact)
    if isinstance(fact, DateMention):
        return date_words(edition, fact.value, precision=fact.precision, inferred=fact.inferred, relation=bound_of(edition, fact))
    if isinstance(fact, Statement):
        mode = words.text("direct speech" if fact.mode == "direct" else "reported speech")
        return f"{speaker(edition, edition.statements[fact.id])}, {mode}"
    if isinstance(fact, Interest):
        step = kind_name(edition, fact.rule) or stage_name(edition, fact)
        return f"{sentence_case(actor(edition, fact.partner, short=True))}: {step}"
    kind = words.text("counter-view" if fact.polarity == "counter" else "risk")
    return f"{kind}: {words.text(fact.category, context='risk category')}"
