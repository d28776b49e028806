"""Risks -> the section "Risks to the subject country": the risk, who says so and how firmly, the counter-view beside it."""

from __future__ import annotations

from briefgen.blocks import Block, Column, Heading, Inline, Inlines, LineBreak, Paragraph, Row, Strong, Table, Text
from briefgen.compose.edition import Edition, actor, cited, speaker
from briefgen.compose.facts import RiskGroup, counters_of, headline, more, risk_groups, who_says
from briefgen.compose.identity import ids_of
from briefgen.compose.passages import said, say, told
from briefgen.compose.rating import rating
from briefgen.formatting.text import sentence_case
from briefgen.model import Merged, Risk

_PLACES = 12  # places cited in a cell; the annex has them all
_COUNTERS, _LOOSE = 3, 5  # counter-views in words beside a risk, and below the table; a brief of many articles counts the others

_MORE = 1.6  # times as long as its name: shorter words of the source only say the name again


def risks_to_subject(edition: Edition, number: str) -> tuple[Block, ...]:
    """The section that is never left out: without risks it says that the sources name none."""
    words = edition.words
    country = actor(edition, edition.brief.subject, case="genitive", article=True)
    head = Heading(1, number, words.text("Risks to %(country)s") % {"country": country}, "risks")
    groups = risk_groups(edition.brief)[: edition.limits.risks]
    if not groups:
        return (head, Paragraph((Text(words.text("The sources name no risks.")),)), *_loose_counters(edition, groups))
    elsewhere = frozenset(item.fact.id for group in groups for item in group.counters if item.fact.category == group.category)
    heads = ("Risk and mechanism", "Who says so, and how", "What speaks against it", "Rating")
    table = Table(
        "risks",
        tuple(Column(words.text(item)) for item in heads),
        tuple(_row(edition, group, elsewhere) for group in groups),
        words.text("Each risk with its mechanism, who says so, the counter-view and an empty rating"),
        words.text("Risks, what speaks against them, and their rating"),
    )
    return (head, table, *_loose_counters(edition, groups))


def risk_name(edition: Edition, group: RiskGroup) -> Inlines:
    """What a risk is called: by its kind where the kind has a name, else in the source's words."""
    name = headline(edition, group.risks[0])
    if name:
        return (Text(sentence_case(name)),)
    return say(edition, group.risks[0].fact.surface, group.risks[0].evidence[0])


def counter_view(edition: Edition, item: Merged[Risk]) -> Inlines:
    """A view against a risk with its source: who holds it and what it says."""
    return (*counter_words(edition, item), *cited(edition, item.evidence))


def counter_words(edition: Edition, item: Merged[Risk], *, named: bool = True) -> Inlines:
    """A view against a risk: who holds it, unless the reader knows already, and what it says."""
    statement = edition.statements.get(item.fact.statement or "")
    if statement and named:
        return told(edition, statement)
    return said(edition, statement) if statement else say(edition, item.fact.surface, item.evidence[0])


def _row(edition: Edition, group: RiskGroup, elsewhere: frozenset[str]) -> Row:
    words = edition.words
    category = sentence_case(words.text(group.category, context="risk category"))
    return Row(
        (
            (Strong(category + ". "), *risk_name(edition, group), *_mechanism(edition, group), *cited(edition, group.evidence[:_PLACES])),
            (Text(sentence_case("; ".join(who_says(edition, group.risks)))),),
            _against(edition, group, elsewhere),
            rating(edition, ids_of("risks", *group.risks)[0]),
        ),
        ids=ids_of("risks", *group.risks),
    )


def _mechanism(edition: Edition, group: RiskGroup) -> Inlines:
    """The shortest words of the sources for it where they say more than its name and fit; the annex has every sentence."""
    first = min(group.risks, key=lambda item: len(item.fact.surface))
    name = headline(edition, first)
    if name is None or not len(name) * _MORE < len(first.fact.surface) <= edition.limits.clause:
        return ()
    return (Text(": "), *say(edition, first.fact.surface, first.evidence[0]))


def _against(edition: Edition, group: RiskGroup, elsewhere: frozenset[str]) -> Inlines:
    """The counter-views, each whole beside the risk of its category and by its speaker beside others."""
    inlines: list[Inline] = []
    for item in group.counters[:_COUNTERS]:
        inlines += [LineBreak()] * bool(inlines)
        statement = edition.statements.get(item.fact.statement or "")
        if item.fact.id in elsewhere and item.fact.category != group.category and statement:
            where = sentence_case(edition.words.text(item.fact.category, context="risk category"))
            see = edition.words.text("see “%(category)s”:") % {"category": where}
            inlines += [Text(f"{see} {speaker(edition, statement)}"), *cited(edition, item.evidence)]
        else:
            inlines += counter_view(edition, item)
    if len(group.counters) > _COUNTERS:
        inlines += [LineBreak(), Text(more(edition, len(group.counters) - _COUNTERS))]
    return tuple(inlines) or (Text(edition.words.text("none in the sources")),)


def _loose_counters(edition: Edition, groups: tuple[RiskGroup, ...]) -> tuple[Block, ...]:
    """Counter-views that answer no risk of the table: they are said all the same, a handful in words and the others counted."""
    answered = {item.fact.id for group in groups for item in group.counters}
    loose = [item for item in counters_of(edition.brief) if item.fact.id not in answered]
    told_of = [counter_view(edition, item) for item in loose[:_LOOSE]]
    if len(loose) > _LOOSE:
        told_of.append((Text(more(edition, len(loose) - _LOOSE)),))
    return tuple(Paragraph((Strong(edition.words.text("Also against:") + " "), *words), "note") for words in told_of)
