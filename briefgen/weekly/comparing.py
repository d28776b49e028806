"""A brief and the archive -> the brief of a period: its stories, what changed, and the earlier facts that it is compared with."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from briefgen.archive import Archive
from briefgen.assemble import assemble
from briefgen.model import Brief, Change, DateMention, Earlier, Extraction, Merged, Quantity, SetAside, Source
from briefgen.serialize.values import from_value
from briefgen.weekly.changes import Found, difference, find_changes
from briefgen.weekly.gathering import Gathered
from briefgen.weekly.period import Period


def compared_brief(brief: Brief, gathered: Gathered, archive: Archive, period: Period) -> Brief:
    """The brief with its period, stories, changes and trends. Sources of earlier issues are numbered behind its own."""
    brief = replace(
        brief,
        period=period.interval,
        sources=tuple(_source(source, gathered) for source in brief.sources),
        set_aside=tuple(SetAside(file.path, file.code) for file in gathered.set_aside),
        repeated=len(gathered.repeated),
    )
    here = {id for group in _groups(brief) for item in group for id in (item.fact.id, *item.also)}
    found = _without_repeats(find_changes(brief, archive, period), here)
    before = archive.issues_before(period.series, period.start.isoformat(), most=1)
    compared = f"{before[0].start}/{before[0].stop}" if before else ""
    brief = replace(brief, compared=compared, changes=tuple(found.changes), trends=tuple(found.trends))
    return _with_earlier(brief, found, here, archive, period)


def _source(source: Source, gathered: Gathered) -> Source:
    """A source with its story: an article without a fact that is another's is no source of a brief, so that all are known."""
    return replace(
        source, story=gathered.stories[source.id], reposts=gathered.reposts.get(source.id, ()), is_late=source.id in gathered.late
    )


def _without_repeats(found: Found, here: set[str]) -> Found:
    """Without what a speaker says again word for word."""
    kept = [change for change in found.changes if change.kind != "speaker" or change.earlier not in here]
    return Found(kept, found.trends, found.facts)


def _with_earlier(brief: Brief, found: Found, here: set[str], archive: Archive, period: Period) -> Brief:
    """The earlier facts that changes and trends name, with their sources; a change whose earlier article is gone (retention) loses it."""
    own = {source.id for source in brief.sources}
    named = {change.earlier for change in brief.changes} | {trend.quantity for trend in brief.trends}
    wanted = {article: ids for article, ids in found.facts.items() if article not in own and article and (ids - here) & named}
    stored = archive.articles(wanted)
    extractions = [only(from_value(Extraction, dict(item.extraction), f"archive: {item.id}"), wanted[item.id]) for item in stored]
    issues = {item.id: archive.days_of(period.series, item.id) for item in stored}
    if extractions:
        old = assemble(extractions, subject=brief.subject, on=period.stop)
        brief = _joined(brief, old, issues)
    return _settled(brief)


def only(extraction: Extraction, ids: set[str]) -> Extraction:
    """An extraction with these facts alone."""
    return replace(
        extraction,
        quantities=tuple(fact for fact in extraction.quantities if fact.id in ids),
        dates=tuple(fact for fact in extraction.dates if fact.id in ids),
        statements=tuple(fact for fact in extraction.statements if fact.id in ids),
        interests=tuple(fact for fact in extraction.interests if fact.id in ids),
        risks=tuple(fact for fact in extraction.risks if fact.id in ids),
        diagnostics=(),
    )


def _joined(brief: Brief, old: Brief, issues: Mapping[str, str]) -> Brief:
    shift = len(brief.sources)
    sources = tuple(replace(source, number=source.number + shift, issue=issues[source.id]) for source in old.sources)

    def moved(items: Sequence[Merged]) -> tuple[Merged, ...]:  # type: ignore[type-arg]
        return tuple(
            replace(item, evidence=tuple(replace(place, source=place.source + shift) for place in item.evidence)) for item in items
        )

    earlier = Earlier(moved(old.quantities), moved(old.dates), moved(old.statements), moved(old.interests), moved(old.risks))
    return replace(brief, sources=(*brief.sources, *sources), earlier=earlier)


def _settled(brief: Brief) -> Brief:
    """Changes and trends whose facts are at hand, with the differences that can be calculated."""
    old = brief.earlier
    merged = (*brief.quantities, *old.quantities)
    figures = {id: item for item in merged for id in (item.fact.id, *item.also)}
    there = {id for group in (*_groups(brief), *_groups(old)) for item in group for id in (item.fact.id, *item.also)}
    changes = [
        replace(change, difference=_calculated(change, figures)) if change.kind == "figure" else change
        for change in brief.changes
        if not change.earlier or change.earlier in there
    ]
    return replace(brief, changes=tuple(changes), trends=tuple(trend for trend in brief.trends if trend.quantity in figures))


def _calculated(change: Change, figures: Mapping[str, Merged[Quantity]]) -> Decimal | None:
    fact = figures[change.earlier].fact
    return difference(figures[change.fact], fact.value, fact.unit, fact.qualifier, is_range=fact.upper is not None)


def _groups(owner: Brief | Earlier) -> tuple[Sequence[Merged[Quantity]] | Sequence[Merged[DateMention]], ...]:
    return (owner.quantities, owner.dates, owner.statements, owner.interests, owner.risks)  # type: ignore[return-value]
