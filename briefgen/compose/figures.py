"""Quantities -> the table "Resource and financial figures": what, how much, whose or where, as of, source."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefgen.blocks import Block, Column, Figure, Footnote, Foreign, Heading, Inlines, Mark, Paragraph, Row, Strong, Table, Text
from briefgen.compose.calculations import calculations_of
from briefgen.compose.edition import Edition, actor, amount, cite, date_words, source_of
from briefgen.compose.facts import is_money, place_of_actors
from briefgen.compose.identity import ids_of
from briefgen.compose.interests import topic_names
from briefgen.formatting.numbers import NBSP
from briefgen.formatting.quantities import format_of, split_quantity
from briefgen.formatting.text import dash, label_text, quote, sentence_case
from briefgen.formatting.units import PORTION
from briefgen.language.words import normalise
from briefgen.model import Interest, Merged, Quantity
from briefgen.naming.labels import label_name, rate_name, split_rate
from briefgen.naming.usage import in_usage

NO_DATA = "—"


def resource_figures(edition: Edition, number: str) -> tuple[Block, ...]:
    """Money by currency, sums without a currency, weights and other units, counts; the source's conversions stay in brackets."""
    items = _chosen(edition)
    if not items:
        return ()
    words = edition.words
    heads = (("What", "left"), ("Number", "decimal"), ("Unit", "left"), ("Whose or where", "left"), ("As of", "left"), ("Source", "left"))
    rows, unit = [], ""
    for item in items:
        rows.append(_row(edition, item, group_start=bool(unit) and item.fact.unit != unit))
        unit = item.fact.unit
    head = Heading(1, number, words.text("Resource and financial figures"), "figures")
    table = Table(
        "figures",
        tuple(Column(words.text(head), alignment) for head, alignment in heads),
        tuple(rows),
        words.text("Each figure with its unit, holder or place, date and source"),
        words.text("Sums, resources and counts that the sources name"),
        notes=tuple(_footnotes(edition, items)),
    )
    if not any(calculations_of(edition, item) for item in items):
        return (head, table)
    note = words.text("Calculated: a percentage of two figures that one sentence relates, rounded.")
    return (head, table, Paragraph((Text(note),), "note"))


def _footnotes(edition: Edition, items: Sequence[Merged[Quantity]]) -> Iterator[Footnote]:
    """What a reader may stumble over: a conversion, a sum without a currency."""
    words = edition.words
    if any(conversions_of(edition, item) for item in items):
        note = words.text("In brackets: a conversion by the source. Different currencies are never added.")
        yield Footnote(0, (Text(note),), ("footnotes/conversion",))
    if any(item.fact.unit == "XXX" for item in items):
        note = words.text("Currency not stated: the source names the sum without one; none is assumed, and the sum is added to no other.")
        yield Footnote(0, (Text(note),), ("footnotes/currency",))


def _chosen(edition: Edition) -> list[Merged[Quantity]]:
    """As many figures as fit, those that have a name before bare numbers, in the brief's order."""
    figures = printed_figures(edition)
    named = [item for item in figures if has_name(edition, item)]
    bare = [item for item in figures if not has_name(edition, item)]
    kept = {item.fact.id for item in (*named, *bare)[: edition.limits.figures]}
    return [item for item in figures if item.fact.id in kept]


def printed_figures(edition: Edition) -> list[Merged[Quantity]]:
    """The figures that have a row of their own: neither conversions nor the totals that a part names («22 из 36»)."""
    return [item for item in edition.brief.quantities if item.fact.equivalent_of is None and not item.fact.rule.startswith("count.total")]


def label_of(edition: Edition, item: Merged[Quantity]) -> str:
    """What a figure measures, in the edition's language; empty where the text does not say or nobody has translated it."""
    label = split_rate(item.fact.label)[0]
    if not label or source_of(edition, item.evidence[0].source).language == edition.language:
        return label_text(label, edition.language)
    translated = edition.translations.get((normalise(label), "label"))
    if translated and translated.method != "machine":  # no place for the mark of a machine's
        return translated.translated
    found = label_name(label, source_of(edition, item.evidence[0].source).language, edition.language)
    return in_usage(found, edition.usage.russian)


def has_name(edition: Edition, item: Merged[Quantity]) -> bool:
    """Whether a figure can be told from others by more than its number: the same for both editions, whatever is translated."""
    interest = interest_of(edition, item)
    return bool(item.fact.label or (interest and set(interest.fact.topics) - {"other"}))


def label_words(edition: Edition, item: Merged[Quantity]) -> Inlines:
    """What a figure measures; in the original and marked where nobody has translated it (a machine never does)."""
    label = label_of(edition, item)
    if label or not item.fact.label:
        return (Text(label),) if label else ()
    language = source_of(edition, item.evidence[0].source).language
    return (
        Foreign(quote(split_rate(item.fact.label)[0], language), language),
        Text(NBSP),
        Mark("[" + edition.words.text("not translated") + "]"),
    )


def interest_of(edition: Edition, item: Merged[Quantity]) -> Merged[Interest] | None:
    """The interest that a figure belongs to, the first in rank."""
    ids = {item.fact.id, *item.also}
    return next((interest for interest in edition.brief.interests if ids & set(interest.fact.quantities)), None)


def conversions_of(edition: Edition, item: Merged[Quantity]) -> list[Quantity]:
    """The conversions that the source gives for a sum."""
    return [other.fact for other in edition.brief.quantities if other.fact.equivalent_of in (item.fact.id, *item.also)]


def total_of(edition: Edition, item: Merged[Quantity]) -> Quantity | None:
    """The total that a part is named with: 36 for the 22 in «22 из 36»."""
    if not item.fact.rule.startswith("count.part"):
        return None
    sentence = item.evidence[0].sentence
    others = [other for other in edition.brief.quantities if other.fact.rule.startswith("count.total")]
    totals = (other.fact for other in others if other.evidence[0].sentence == sentence and other.fact.start > item.fact.start)
    return min(totals, key=lambda total: total.start, default=None)


def what_of(edition: Edition, item: Merged[Quantity]) -> str:
    """What a figure measures, in plain words: its label, else the topic of the interest it belongs to, else a dash."""
    label = label_of(edition, item)
    if label:
        return sentence_case(part_mark(edition, item) + label)
    interest = interest_of(edition, item)
    topics = topic_names(edition, [topic for topic in interest.fact.topics if topic != "other"][:2]) if interest else []
    return sentence_case(", ".join(topics)) or NO_DATA


def part_mark(edition: Edition, item: Merged[Quantity]) -> str:
    """«из них: » before a figure that is a part of the one before it, so that nobody adds the two."""
    return edition.words.text("of which:") + " " if item.fact.rule.endswith(".part-of-previous") else ""


def _row(edition: Edition, item: Merged[Quantity], *, group_start: bool) -> Row:
    return Row(
        (
            _what(edition, item),
            *_number_and_unit(edition, item),
            (Text(_whose(edition, item)),),
            (Text(_as_of(edition, item)),),
            (cite(edition, item.evidence),),
        ),
        group_start=group_start,
        ids=ids_of("figures", item),
    )


def _what(edition: Edition, item: Merged[Quantity]) -> Inlines:
    converted = "; ".join(amount(edition, other) for other in conversions_of(edition, item))
    conversions = f" ({converted})" if converted else ""
    calculated = "; ".join(calculations_of(edition, item, names_base=total_of(edition, item) is None))
    behind = conversions + (calculated and "; " + calculated)
    if not label_of(edition, item) and item.fact.label:
        return (Text(sentence_case(part_mark(edition, item))), *label_words(edition, item), Text(behind))
    what = what_of(edition, item)
    return (Text(sentence_case(calculated) if what == NO_DATA and calculated and not conversions else what + behind),)


def _number_and_unit(edition: Edition, item: Merged[Quantity]) -> tuple[Inlines, Inlines]:
    fact = item.fact
    total = total_of(edition, item)
    if total is not None:
        return (Figure("", format_of(fact.value, total.value, edition.language), ""),), (Text(edition.words.text("items")),)
    parts = split_quantity(fact.value, fact.unit, edition.language, upper=fact.upper, qualifier=fact.qualifier)
    rate = rate_name(split_rate(fact.label)[1], edition.language)
    unit_words = parts.unit_words or edition.words.text("of the whole" if fact.unit == PORTION else "items")
    unit: Inlines = (Text(f"{unit_words} {rate}".strip()),)
    if fact.unit == "XXX":
        unit = (Text(parts.unit_words + ", "), Strong(edition.words.text("currency not stated")))
    return (Figure(_spaced(parts.qualifier), parts.integer, parts.fraction),), unit


def _spaced(qualifier: str) -> str:
    """A qualifier and the space behind it; «более чем в» holds on to its number."""
    return qualifier and qualifier + (NBSP if qualifier.split()[-1] == "в" else " ")


def _whose(edition: Edition, item: Merged[Quantity]) -> str:
    """The holder that the text names, else partner and counterpart of the interest it belongs to."""
    if item.fact.holder:
        return sentence_case(actor(edition, item.fact.holder, short=True))
    interest = interest_of(edition, item)
    if interest is None or not is_money(item.fact.unit):
        return NO_DATA
    return dash(edition.language).join(place_of_actors(edition, (interest.fact.partner, *interest.fact.toward[:1])))


def _as_of(edition: Edition, item: Merged[Quantity]) -> str:
    if not item.fact.as_of:
        return NO_DATA
    known = next((date.fact for date in edition.brief.dates if date.fact.value == item.fact.as_of), None)
    relation = known.relation if known and known.relation in ("since", "until", "before", "after") else "on"
    return date_words(edition, item.fact.as_of, style="table", inferred=bool(known and known.inferred), relation=relation)
