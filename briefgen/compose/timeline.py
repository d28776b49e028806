"""Events -> the section "Timeline": dated events in order, an inferred year in square brackets, what is expected told apart."""

from __future__ import annotations

from briefgen.blocks import Block, Heading, Inlines, Moment, Text, Timeline
from briefgen.compose.edition import Edition, amount, bound_of, cited, date_words
from briefgen.compose.facts import place_of_actors
from briefgen.compose.kinds import kind_name
from briefgen.compose.passages import say, told
from briefgen.formatting.text import dash, sentence_case
from briefgen.language.words import normalise
from briefgen.model import Event


def timeline(edition: Edition, number: str) -> tuple[Block, ...]:
    """The events nearest to the brief's date where there are more than fit."""
    events = chosen_events(edition)
    if not events:
        return ()
    words = edition.words
    return (
        Heading(1, number, words.text("Timeline"), "timeline"),
        Timeline(
            tuple(Moment(_date(edition, event), _what(edition, event), not event.expected, _ids(event)) for event in events),
            words.text("Dated events in order of time"),
            words.text("expected"),
        ),
    )


def _ids(event: Event) -> tuple[str, ...]:
    """An event is known by what it tells, then by its day: two events may share one."""
    return tuple(f"timeline/{id}" for id in (event.interest, event.statement, event.date) if id)


def chosen_events(edition: Edition) -> tuple[Event, ...]:
    """At most `limits.moments` events: those nearest to the brief's date, half of the places kept for what is behind. One of several
    is no timeline: none is taken then."""
    limit = edition.limits.moments
    if limit < 2 <= len(edition.brief.events):
        return ()
    past = [event for event in edition.brief.events if not event.expected]
    ahead = [event for event in edition.brief.events if event.expected]
    ahead = ahead[: max(limit - len(past), limit // 2)]
    return tuple(past[max(0, len(past) + len(ahead) - limit) :] + ahead)


def _date(edition: Edition, event: Event) -> str:
    mention = edition.dates[event.date].fact
    return date_words(
        edition, mention.value, precision=mention.precision, inferred=mention.inferred, relation=bound_of(edition, mention), style="text"
    )


def _what(edition: Edition, event: Event) -> Inlines:
    """What the interest of that day is, by the name of its kind; else who said what; else the sentence."""
    source = cited(edition, (event.evidence,))
    interest = edition.interests.get(event.interest or "")
    step = kind_name(edition, interest.fact.rule) if interest else ""
    if interest and step and event.date in interest.fact.dates:
        actors = place_of_actors(edition, (interest.fact.partner, *interest.fact.toward[:1]))
        sums = [amount(edition, edition.quantities[id].fact) for id in interest.fact.quantities[:1] if id in edition.quantities]
        return (Text(dash(edition.language).join(actors) + ": " + "; ".join((step, *sums))), *source)
    item = edition.statements.get(event.statement or "")
    if item:
        return (*told(edition, item), *source)
    words = interest.fact.surface if interest else event.evidence.sentence
    return (*_undated(say(edition, words, event.evidence), edition.dates[event.date].fact.surface), *source)


def _undated(inlines: Inlines, day: str) -> Inlines:
    """«6 ноября в Вашингтоне состоялся саммит» beside its date -> «В Вашингтоне состоялся саммит»."""
    first = inlines[0]
    if isinstance(first, Text) and normalise(first.text).startswith(day + " "):
        return (Text(sentence_case(first.text[len(day) + 1 :])), *inlines[1:])
    return inlines
