"""Facts -> page one below the key points: partners at a glance and the risks in a line each."""

from __future__ import annotations

from collections.abc import Sequence

from briefgen.blocks import Block, Column, Heading, Inlines, Row, Strong, Table, Text
from briefgen.compose.edition import Edition, actor, amount, cited
from briefgen.compose.facts import (
    PAST_STAGES,
    Partner,
    RiskGroup,
    largest_sum,
    main_topic,
    matters,
    partners_of,
    risk_groups,
    stage_rank,
    who_says,
)
from briefgen.compose.identity import ids_of
from briefgen.compose.interests import stage_and_date, topic_names
from briefgen.compose.kinds import kind_name
from briefgen.compose.risks import risk_name
from briefgen.formatting.text import sentence_case
from briefgen.model import Interest, Merged

_VOICES, _PLACES = 3, 4  # speakers and places of a risk on page one: a line or two


def partners_at_a_glance(edition: Edition, number: str) -> tuple[Block, ...]:
    """One row a partner: what it seeks and of whom, the highest stage, the largest sum."""
    partners = partners_of(edition.brief)[: edition.limits.partners]
    if not partners:
        return ()
    words = edition.words
    heads = ("Partner", "What it seeks", "Highest stage", "Largest sum")
    return (
        Heading(2, "", words.text("Partners at a glance"), "partners"),
        Table(
            "partners",
            tuple(Column(words.text(head)) for head in heads),
            tuple(_partner_row(edition, partner) for partner in partners),
            words.text("Each partner with its topics, the highest stage reached and the largest sum named"),
        ),
    )


def risks_in_brief(edition: Edition, number: str) -> tuple[Block, ...]:
    """One row a risk: category, name, who says so; left out where the source names none (the section on risks says so)."""
    groups = risk_groups(edition.brief)[: edition.limits.named_risks]
    if not groups:
        return ()
    words = edition.words
    title = words.text("Risks to %(country)s in brief") % {"country": actor(edition, edition.brief.subject, case="genitive", article=True)}
    return (
        Heading(2, "", title, "risks-brief"),
        Table(
            "risks_brief",
            tuple(Column(words.text(head)) for head in ("Category", "Risk", "Who says so")),
            tuple(_risk_row(edition, group) for group in groups),
            words.text("Each risk with its category and who speaks of it"),
        ),
    )


def _partner_row(edition: Edition, partner: Partner) -> Row:
    return Row(
        (
            (Strong(sentence_case(actor(edition, partner.code))),),
            _seeks(edition, partner.interests),
            _highest_stage(edition, partner.interests),
            _largest(edition, partner),
        ),
        ids=(f"partners/{partner.code}",),
    )


def _seeks(edition: Edition, interests: Sequence[Merged[Interest]]) -> Inlines:
    """The topics, matters before means, the most frequent first: two lines at most."""
    named = _frequent(topic for item in interests[:3] for topic in item.fact.topics if topic != "other")
    topics = topic_names(edition, sorted(named, key=lambda topic: topic not in matters(named))[:3])
    told = ", ".join(topics) or kind_name(edition, interests[0].fact.rule) or "—"
    return (Text(sentence_case(told)), *cited(edition, [item.evidence[0] for item in interests[:3]]))


def _frequent(items: object) -> list[str]:
    found = list(items)  # type: ignore[call-overload]
    return sorted(dict.fromkeys(found), key=lambda item: (-found.count(item), found.index(item)))


def _highest_stage(edition: Edition, interests: Sequence[Merged[Interest]]) -> Inlines:
    ahead = [item for item in interests if item.fact.stage not in PAST_STAGES] or interests
    topic = main_topic(edition.brief)
    top = max(ahead, key=lambda item: (stage_rank(item), topic in item.fact.topics, bool(item.fact.dates)))
    return (Text(sentence_case(stage_and_date(edition, top))), *cited(edition, top.evidence[:1]))


def _largest(edition: Edition, partner: Partner) -> Inlines:
    largest = largest_sum(edition.brief, partner)
    if largest is None:
        return (Text("—"),)
    return (Text(amount(edition, largest.fact)), *cited(edition, largest.evidence))


def _risk_row(edition: Edition, group: RiskGroup) -> Row:
    return Row(
        (
            (Strong(sentence_case(edition.words.text(group.category, context="risk category"))),),
            risk_name(edition, group),
            (Text(sentence_case("; ".join(who_says(edition, group.risks, most=_VOICES)))), *cited(edition, group.evidence[:_PLACES])),
        ),
        ids=ids_of("risks_brief", *group.risks),
    )
