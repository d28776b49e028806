"""Changes -> the section "What changed": what earlier issues did not say, with what they said beside it, and both sources."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from decimal import Decimal

from briefgen.blocks import Block, Heading, Inline, Inlines, Link, Listing, ListItem, Mark, Paragraph, Strong, Text
from briefgen.compose.calculations import marked, percentage
from briefgen.compose.edition import Edition, Facts, actor, amount, cite, cited, date_words, own_sources, post, source_of, speaker
from briefgen.compose.facts import is_money, matters, place_of_actors
from briefgen.compose.figures import interest_of, label_words
from briefgen.compose.identity import slug
from briefgen.compose.interests import topic_names
from briefgen.compose.kinds import kind_name, stage_name
from briefgen.compose.passages import said, say, told
from briefgen.formatting.percentages import relative_change
from briefgen.formatting.quantities import format_quantity
from briefgen.formatting.text import dash, quote, sentence_case
from briefgen.model import Change, Evidence, Interest, Merged, Quantity, Risk

_ALL = "all-changes"  # anchor of the annex
_OF_FIGURES = "Figures of different things or a contradiction: to be checked"
_AGAINST = 3  # sums beside the one that they stand against, on page one

# The parts in printed order, each with the kinds of change that it tells.
_PARTS: Mapping[str, tuple[str, ...]] = {
    "Sums and figures that disagree": ("contradiction",),
    "Figures that changed": ("figure",),
    "New interests": ("interest", "stage"),
    "New sums": ("sum",),
    "Risks: new, and with other support": ("risk", "risk-gained", "risk-lost"),
    "New views": ("view", "speaker"),
    "Expected, and not reported": ("event",),
}


def what_changed(edition: Edition, number: str) -> tuple[Block, ...]:
    """The period, what was read, and a list a part; left out where a brief has no period. What does not fit is counted."""
    brief, words = edition.brief, edition.words
    if not brief.period:
        return ()
    blocks: list[Block] = [Heading(1, number, words.text("What changed"), "changes"), Paragraph(_covered(edition))]
    is_quiet = not any((brief.interests, brief.quantities, brief.statements, brief.risks))
    if is_quiet:
        nothing = words.text("No article of the period reports figures, statements, interests or risks.")
        blocks.append(Paragraph((Strong(words.text("Nothing new") + ". "), Text(nothing))))
    for part, groups in _parts(edition):
        blocks.append(Heading(2, "", words.text(part), f"changes-{slug(part)}"))
        blocks.append(Listing((*_told(edition, groups[: edition.limits.changes], "changes"), *_rest(edition, part, groups)), "bullets"))
    if brief.compared and not brief.changes and not is_quiet:
        blocks.append(Paragraph((Text(words.text("Nothing changed against the issues before.")),)))
    return tuple(blocks)


def all_changes(edition: Edition, number: str) -> tuple[Block, ...]:
    """The annex with every change of the parts that page one has no room for; left out where it has told all."""
    cut = [(part, groups) for part, groups in _parts(edition) if len(groups) > edition.limits.changes]
    if not edition.brief.period or not cut:
        return ()
    blocks: list[Block] = [Heading(1, number, edition.words.text("Full list of changes"), _ALL)]
    for part, groups in cut:
        blocks.append(Heading(2, "", edition.words.text(part), _anchor_of(part)))
        blocks.append(Listing(tuple(_told(edition, groups, _ALL)), "bullets"))
    return tuple(blocks)


def _parts(edition: Edition) -> Iterator[tuple[str, list[list[Change]]]]:
    """The parts that have changes. Sums that stand against one sum are told together."""
    for part, kinds in _PARTS.items():
        groups: dict[str, list[Change]] = {}
        for change in edition.brief.changes:
            if change.kind in kinds:
                apart = "" if change.kind == "contradiction" else change.earlier
                groups.setdefault(f"{change.kind} {change.fact} {apart}", []).append(change)
        if groups:
            yield part, list(groups.values())


def _told(edition: Edition, groups: Iterable[list[Change]], place: str) -> Iterator[ListItem]:
    for group in groups:
        first = group[0]
        ids = tuple(f"{place}/{change.kind}-{change.fact or change.earlier}" for change in group)
        inlines = _contradictions(edition, group, place) if len(group) > 1 else _TELLERS[first.kind](edition, first)
        yield ListItem((*inlines, *_late(edition, first)), ids=tuple(dict.fromkeys(ids)))


def _late(edition: Edition, change: Change) -> Inlines:
    """The mark of what an article says that belongs to an earlier period and came too late for its issue."""
    item = _fact_of(edition, change.fact)
    if item and all(source_of(edition, place.source).is_late for place in item.evidence):
        return (Text(" "), Mark(f"[{edition.words.text('arrived late')}]"))
    return ()


def _fact_of(edition: Edition, id: str) -> Facts | None:
    groups: tuple[Mapping[str, Facts], ...] = (edition.quantities, edition.interests, edition.risks, edition.statements)
    return next((group[id] for group in groups if id in group), None)


def _rest(edition: Edition, part: str, groups: list[list[Change]]) -> Iterator[ListItem]:
    """How many changes page one has no room for, and where they stand."""
    count = len(groups) - edition.limits.changes
    if count > 0:
        words = edition.words
        where = Link(quote(words.text("Full list of changes"), edition.language), f"#{_anchor_of(part)}")
        yield ListItem((Text(words.text("%(count)s more: see the annex") % {"count": count} + " "), where, Text(".")))


def _anchor_of(part: str) -> str:
    return f"{_ALL}-{slug(part)}"


def _covered(edition: Edition) -> Inlines:
    """Which days, how many sources, what arrived late or was said before, which issue it is compared with."""
    brief, words = edition.brief, edition.words
    own = own_sources(brief)
    parts = [words.text("Period: %(days)s") % {"days": _days(edition, brief.period)}]
    parts.append(words.text("sources: %(count)s") % {"count": len(own)})
    counts = (
        ("re-posts of these: %(count)s", sum(len(source.reposts) for source in own)),
        ("arrived late, from an earlier period: %(count)s", sum(source.is_late for source in own)),
        ("articles that only repeat an earlier issue: %(count)s", brief.repeated),
    )
    parts += [words.text(text) % {"count": count} for text, count in counts if count]
    compared = words.text("Compared with the issues before it, the last of %(days)s.") % {"days": _days(edition, brief.compared)}
    last = compared if brief.compared else words.text("There is no earlier issue to compare with.")
    return (Text("; ".join(parts).removesuffix(".") + ". " + last.replace("..", ".")),)


def _days(edition: Edition, interval: str) -> str:
    return date_words(edition, interval) if interval else ""


def _contradiction(edition: Edition, change: Change) -> Iterable[Inline]:
    """Both sums with their sources; nobody but a reader can tell whether they are two decisions."""
    one, other = edition.quantities[change.fact], edition.quantities[change.earlier]
    yield Text(_whose(edition, one))
    yield from (*_sum_named(edition, one), Text(edition.words.text(", but") + " "), *_sum_named(edition, other))
    two = "Two decisions or a contradiction: to be checked" if is_money(one.fact.unit) else _OF_FIGURES
    yield Text(". " + edition.words.text(two) + _apart(edition, change, one) + ".")


def _contradictions(edition: Edition, group: list[Change], place: str) -> Iterable[Inline]:
    """A sum and the others that stand against it: as many as a line holds on page one, all of them in the annex."""
    one, words = edition.quantities[group[0].fact], edition.words
    shown = group if place == _ALL else group[:_AGAINST]
    yield Text(_whose(edition, one))
    yield from (*_sum_named(edition, one), Text(words.text(", but") + " "))
    for index, change in enumerate(shown):
        yield from (*((Text(", "),) if index else ()), *_sum_named(edition, edition.quantities[change.earlier]))
    if left := len(group) - len(shown):
        yield Text(", " + words.plural("%(count)s more value", "%(count)s more values", left) % {"count": left})
    several = "Several decisions or a contradiction: to be checked" if is_money(one.fact.unit) else _OF_FIGURES
    yield Text(". " + words.text(several) + ".")


def _figure(edition: Edition, change: Change) -> Iterable[Inline]:
    """The figure now and before, both with their sources; the difference where it can be calculated."""
    new, old = edition.quantities[change.fact], edition.quantities[change.earlier]
    yield Text(_whose(edition, new))
    yield from _sum_named(edition, new)
    yield Text("; " + edition.words.text("before (%(days)s):") % {"days": _issue_of(edition, old.evidence)} + " ")
    yield from (*_sum_named(edition, old, labelled=False), Text(_calculated(edition, change, new) + "."))


def _apart(edition: Edition, change: Change, fact: Merged[Quantity]) -> str:
    """«; разница: 2 млрд евро (расчёт)»: of two sums that stand against each other neither is the earlier."""
    if change.difference is None:
        return ""
    return marked(edition, edition.words.text("; difference: %(amount)s") % {"amount": _amount_of(edition, change.difference, fact)})


def _amount_of(edition: Edition, difference: Decimal, fact: Merged[Quantity]) -> str:
    return format_quantity(abs(difference), fact.fact.unit, edition.language, style="text", locale=edition.usage.locale)


def _calculated(edition: Edition, change: Change, fact: Merged[Quantity]) -> str:
    """«; рост: 2 млрд евро, или на 20 % (расчёт)»: the sign in words, and the mark of what no source says."""
    if change.difference is None:
        return ""
    text = "; increase: %(amount)s" if change.difference > 0 else "; decrease: %(amount)s"
    told = edition.words.text(text) % {"amount": _amount_of(edition, change.difference, fact)}
    relative = relative_change(edition.quantities[change.earlier].fact, fact.fact)
    if relative is not None:
        told += edition.words.text(", or by %(percent)s") % {"percent": percentage(edition, relative)}
    return marked(edition, told)


def _sum_named(edition: Edition, item: Merged[Quantity], *, labelled: bool = True) -> Inlines:
    label = label_words(edition, item) if labelled else ()
    name = (Text(" ("), *label, Text(")")) if label else ()
    return (Strong(amount(edition, item.fact)), *name, *cited(edition, item.evidence[:3]))


def _whose(edition: Edition, item: Merged[Quantity]) -> str:
    """«ЕС — Средняя Азия: », from the interest that a sum belongs to, else its holder."""
    interest = interest_of(edition, item)
    if interest and is_money(item.fact.unit):
        return _parties(edition, interest) + ": "
    return sentence_case(actor(edition, item.fact.holder, short=True)) + ": " if item.fact.holder else ""


def _parties(edition: Edition, item: Merged[Interest]) -> str:
    return sentence_case(dash(edition.language).join(place_of_actors(edition, (item.fact.partner, *item.fact.toward[:1]))))


def _interest(edition: Edition, change: Change) -> Iterable[Inline]:
    item = edition.interests[change.fact]
    yield Strong(_parties(edition, item))
    yield Text(": " + _matter(edition, item))
    yield from (*cited(edition, item.evidence[:3]), Text("."))


def _stage(edition: Edition, change: Change) -> Iterable[Inline]:
    """An interest that has come further: the stage before and the stage now."""
    new, old, words = edition.interests[change.fact], edition.interests[change.earlier], edition.words
    yield Strong(_parties(edition, new))
    yield Text(": " + _matter(edition, new) + "; " + words.text("now") + " " + stage_name(edition, new.fact))
    yield from cited(edition, new.evidence[:3])
    days = _issue_of(edition, old.evidence)
    yield Text(", " + words.text("before (%(days)s):") % {"days": days} + " " + stage_name(edition, old.fact))
    yield from (*cited(edition, old.evidence[:1]), Text("."))


def _matter(edition: Edition, item: Merged[Interest]) -> str:
    """The topics, and the step that was taken."""
    topics = ", ".join(topic_names(edition, matters(item.fact.topics)[:2]))
    step = kind_name(edition, item.fact.rule) or stage_name(edition, item.fact)
    return f"{topics} ({step})" if topics else step


def _sum(edition: Edition, change: Change) -> Iterable[Inline]:
    item = edition.quantities[change.fact]
    yield Text(_whose(edition, item))
    yield from (*_sum_named(edition, item), Text("."))


def _risk(edition: Edition, change: Change) -> Iterable[Inline]:
    item = edition.risks[change.fact]
    yield Strong(edition.words.text("New:") + " ")
    yield from (*_risk_name(edition, item), *cited(edition, item.evidence[:3]), Text("."))


def _support(edition: Edition, change: Change) -> Iterable[Inline]:
    """A risk that more or fewer independent sources tell; of one that nobody tells any more the earlier source."""
    item, words = edition.risks[change.fact or change.earlier], edition.words
    before, now = change.support
    yield Strong(words.text("More support:" if now > before else "Less support:") + " ")
    yield from _risk_name(edition, item)
    yield Text("; " + words.text("independent sources now: %(now)s, when last reported: %(before)s") % {"now": now, "before": before})
    yield from (*cited(edition, item.evidence[:3]), Text("."))


def _risk_name(edition: Edition, item: Merged[Risk]) -> Inlines:
    name = kind_name(edition, item.fact.rule)
    category = edition.words.text(item.fact.category, context="risk category")
    return (Text(f"{name} ({category})"),) if name else say(edition, item.fact.surface, item.evidence[0])


def _view(edition: Edition, change: Change) -> Iterable[Inline]:
    item = edition.statements[change.fact]
    yield Strong(speaker(edition, item))
    about = post(edition, item)
    yield from (Text(", "), *about) if about else ()
    yield from (Text(": "), *said(edition, item), *cited(edition, item.evidence[:1]), Text("."))


def _speaker(edition: Edition, change: Change) -> Iterable[Inline]:
    """What a speaker says now, and what the same one said in an earlier issue."""
    new, old, words = edition.statements[change.fact], edition.statements[change.earlier], edition.words
    yield from (*told(edition, new), *cited(edition, new.evidence[:1]))
    yield Text("; " + words.text("before (%(days)s):") % {"days": _issue_of(edition, old.evidence)} + " ")
    yield from (*said(edition, old), *cited(edition, old.evidence[:1]), Text("."))


def _event(edition: Edition, change: Change) -> Iterable[Inline]:
    """A day that an earlier issue named, and the words in which it did."""
    item = edition.dates[change.earlier]
    place = item.evidence[0]
    yield Strong(date_words(edition, item.fact.value, precision=item.fact.precision, inferred=item.fact.inferred))
    yield Text(": ")
    interest = next((found for found in edition.brief.earlier.interests if change.earlier in found.fact.dates), None)
    step = kind_name(edition, interest.fact.rule) if interest else ""
    yield from (Text(f"{_parties(edition, interest)}: {step}"),) if interest and step else say(edition, place.sentence, place)
    yield Text("\u00a0")
    yield cite(edition, (place,))
    yield Text(". " + edition.words.text("No article of the period speaks of it."))


def _issue_of(edition: Edition, evidence: tuple[Evidence, ...]) -> str:
    """The days of the issue that an earlier fact is from."""
    issue = source_of(edition, evidence[0].source).issue
    return date_words(edition, issue, style="table") if issue else edition.words.text("this issue")


_TELLERS: Mapping[str, Callable[[Edition, Change], Iterable[Inline]]] = {
    "contradiction": _contradiction,
    "figure": _figure,
    "interest": _interest,
    "stage": _stage,
    "sum": _sum,
    "risk": _risk,
    "risk-gained": _support,
    "risk-lost": _support,
    "view": _view,
    "speaker": _speaker,
    "event": _event,
}
