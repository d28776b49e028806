"""Interests -> the section "Partner interests": a part a partner, the sentence that says most, one row an interest."""

from __future__ import annotations

from collections.abc import Iterable

from briefgen.blocks import Block, Column, Heading, Inlines, Paragraph, Row, Strong, Table, Text
from briefgen.compose.edition import Edition, actor, amount, bound_of, cite, cited, date_words, speaker
from briefgen.compose.facts import Partner, leading_interest, matters, partners_of, place_of_actors, teller_of
from briefgen.compose.identity import ids_of
from briefgen.compose.kinds import kind_name, stage_name
from briefgen.compose.passages import say
from briefgen.formatting.text import sentence_case
from briefgen.language.morphology import begins_obliquely
from briefgen.model import OPEN_STAGES, DateMention, Interest, Merged


def partner_interests(edition: Edition, number: str) -> tuple[Block, ...]:
    """All partners with their interests; what does not fit stands in the annex."""
    partners = partners_of(edition.brief)
    if not partners:
        return ()
    blocks: list[Block] = [Heading(1, number, edition.words.text("Partner interests"), "interests")]
    for order, partner in enumerate(partners[: edition.limits.parts], start=1):
        blocks += _partner(edition, partner, f"{number}{order}.")
    return tuple(blocks)


def topic_names(edition: Edition, topics: Iterable[str]) -> list[str]:
    """Topics of the contract in the edition's words."""
    return [edition.words.text(topic, context="topic") for topic in topics]


def stage_and_date(edition: Edition, item: Merged[Interest]) -> str:
    """How far an interest has come, with the day of it where the clause names one."""
    stage = stage_name(edition, item.fact)
    dates = (edition.dates[id].fact for id in item.fact.dates if id in edition.dates)
    day = next((fact for fact in dates if _is_day_of(edition, item, fact)), None)
    if day and item.fact.stage in OPEN_STAGES and day.value <= edition.brief.date:  # the day it was said, not the day it is for
        return edition.words.text("%(stage)s as of %(date)s") % {"stage": stage, "date": date_text(edition, day)}
    if day is None:
        return stage
    return f"{stage}{'' if day.precision == 'day' else ','} {date_text(edition, day)}"  # «согласовано 25.02.2026», «исполнено, 2005 г.»


def date_text(edition: Edition, mention: DateMention, *, style: str = "table") -> str:
    """A date as a table prints it, an inferred year in square brackets."""
    return date_words(edition, mention.value, precision=mention.precision, style=style, inferred=mention.inferred, relation="on")


def _partner(edition: Edition, partner: Partner, number: str) -> Iterable[Block]:
    shown = partner.interests[: edition.limits.interests]
    words = edition.words
    lead = leading_interest(edition.brief, partner)
    whose = actor(edition, partner.code, case="genitive", article=True)
    yield Heading(2, number, sentence_case(actor(edition, partner.code)), f"partner-{partner.code}")
    yield Paragraph((*_leading_words(edition, lead), *cited(edition, lead.evidence[:1])), "lead", ids=ids_of("lead", lead))
    if not shown:
        return
    yield Table(
        "interests",
        tuple(Column(words.text(head)) for head in ("Topic and what is sought", "Stage, date", "With whom", "Sum, term", "Source")),
        tuple(_row(edition, item) for item in shown),
        words.text("Interests of %(partner)s: topic, stage, counterpart, sum and source") % {"partner": whose},
    )


def _leading_words(edition: Edition, lead: Merged[Interest]) -> Inlines:
    """The words of the source for a partner's leading interest, with the name of who says so where it is not the article."""
    teller = teller_of(edition, lead)
    if _is_oblique(edition, lead):
        return (Text(sentence_case(kind_name(edition, lead.fact.rule))),)
    words = say(edition, lead.fact.surface, lead.evidence[0], verbatim=teller is None)
    return (Text(sentence_case(speaker(edition, teller)) + ": "), *words) if teller else words


def _row(edition: Edition, item: Merged[Interest]) -> Row:
    return Row(
        (
            _topic(edition, item),
            (Text(sentence_case(stage_and_date(edition, item) + _teller(edition, item))),),
            (Text(", ".join(place_of_actors(edition, item.fact.toward[:2])) or "—"),),
            _sum_and_term(edition, item),
            (cite(edition, item.evidence),),
        ),
        ids=ids_of("interests", item),
    )


def _teller(edition: Edition, item: Merged[Interest]) -> str:
    """Who says so, where it is not the article: an intention told by an expert is the expert's word."""
    teller = teller_of(edition, item)
    return f" ({speaker(edition, teller)})" if teller and teller.fact.speaker.kind == "expert" else ""


def _topic(edition: Edition, item: Merged[Interest]) -> Inlines:
    topics = topic_names(edition, matters(item.fact.topics)[:3])
    what = _what(edition, item)
    if not topics:
        return what
    return (Strong(sentence_case(", ".join(topics)) + ": "), *what)


def _what(edition: Edition, item: Merged[Interest]) -> Inlines:
    """The words of the source where they are short, else what the interest's kind is called; the annex has the sentence."""
    step = kind_name(edition, item.fact.rule)
    if step and (len(item.fact.surface) > edition.limits.clause or _is_oblique(edition, item)):
        return (Text(step),)
    return say(edition, item.fact.surface, item.evidence[0])


def _is_oblique(edition: Edition, item: Merged[Interest]) -> bool:
    """Whether Russian words begin in a case that only their sentence needs («о решении ЕС …»), and their kind has a name."""
    return edition.language == "ru" and bool(kind_name(edition, item.fact.rule)) and begins_obliquely(item.fact.surface)


def _sum_and_term(edition: Edition, item: Merged[Interest]) -> Inlines:
    sums = [edition.quantities[id].fact for id in item.fact.quantities if id in edition.quantities]
    terms = [edition.dates[id].fact for id in item.fact.dates if id in edition.dates]
    printed = [amount(edition, quantity) for quantity in sums if quantity.equivalent_of is None]
    printed += [_term(edition, mention) for mention in terms if not _is_day_of(edition, item, mention)]
    return (Text("; ".join(dict.fromkeys(printed)) or "—"),)


def _is_day_of(edition: Edition, item: Merged[Interest], mention: DateMention) -> bool:
    """A day, month or year in which it happened; a bound («до 2027 года», «с 2005 года») is its term, and so is a date to come of what has
    happened already ("signed a memorandum and expects work to begin in March")."""
    if item.fact.stage not in OPEN_STAGES and mention.value > edition.brief.date[: len(mention.value)]:
        return False
    return mention.relation in ("on", "in") and mention.precision in ("day", "month", "year") and not mention.relative


def _term(edition: Edition, mention: DateMention) -> str:
    return date_words(
        edition, mention.value, precision=mention.precision, style="table", inferred=mention.inferred, relation=bound_of(edition, mention)
    )
