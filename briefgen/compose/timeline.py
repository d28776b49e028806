"""Events -> the section "Timeline": dated events in order, an inferred year in square brackets, what is expected told apart."""

from __future__ import annotations

from briefgen.blocks import Block, Heading, Inlines, Moment, Timeline
from briefgen.compose.edition import Edition, cited
from briefgen.compose.passages import say, told
from briefgen.formatting.dates import format_date
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
            tuple(Moment(_date(edition, event), _what(edition, event), not event.expected) for event in events),
            words.text("Dated events in order of time"),
            words.text("expected"),
        ),
    )


def chosen_events(edition: Edition) -> tuple[Event, ...]:
    """At most `limits.moments` events: the latest ones and all that are expected."""
    events = edition.brief.events
    surplus = max(0, len(events) - edition.limits.moments)
    past = [event for event in events if not event.expected]
    dropped = {id(event) for event in past[:surplus]}
    return tuple(event for event in events if id(event) not in dropped)[-edition.limits.moments :]


def _date(edition: Edition, event: Event) -> str:
    mention = edition.dates[event.date].fact
    return format_date(
        mention.value, edition.language, precision=mention.precision, inferred=mention.inferred, relation=mention.relation, style="text"
    )


def _what(edition: Edition, event: Event) -> Inlines:
    """Who said what that day, else what the interest of that day is, else the sentence."""
    item = edition.statements.get(event.statement or "")
    if item:
        return (*told(edition, item, limit=edition.limits.clause), *cited(edition, (event.evidence,)))
    interest = edition.interests.get(event.interest or "")
    words = interest.fact.surface if interest else event.evidence.sentence
    return (*say(edition, words, event.evidence, limit=edition.limits.clause), *cited(edition, (event.evidence,)))
