"""The archive and a period -> the articles of its issue: stories with their re-posts, late arrivals, repetitions, what was set aside."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from briefgen.archive import Archive, InboxFile, Stored
from briefgen.model import Extraction, Repost
from briefgen.serialize.values import from_value
from briefgen.weekly.period import Period
from briefgen.weekly.stories import Told, stories_of


@dataclass(frozen=True, slots=True)
class Gathered:
    """What an issue is made of. `extractions` are those of the leading article of each story, `reposts` the others by its id; `stories` is
    the story of each leading article, `late` those of an earlier period, `repeated` the ids of articles that say nothing more than an
    earlier issue did; `roles` is the part that each article plays."""

    extractions: tuple[Extraction, ...]
    reposts: Mapping[str, tuple[Repost, ...]]
    stories: Mapping[str, str]
    late: frozenset[str]
    repeated: tuple[str, ...]
    set_aside: tuple[InboxFile, ...]
    roles: Mapping[str, str]


def gather(archive: Archive, period: Period) -> Gathered:
    """The articles published in the period that no issue of its series holds, and those that arrived too late for an earlier one."""
    first = archive.first_day(period.series)
    since = min(first, period.start.isoformat()) if first else period.start.isoformat()
    articles = archive.articles(archive.waiting(period.series, since=since, until=period.stop.isoformat()))
    told = [Told(item.id, item.published, item.story, item.signature) for item in articles]
    known = archive.stories((item.story for item in articles), series=period.series, before=period.start.isoformat())
    stories, repeated = stories_of(told, known)
    by_id = {item.id: item for item in articles}
    leading = [by_id[story.article] for story in stories]
    extractions = tuple(read_extraction(item) for item in leading)
    reposts = {story.article: tuple(_repost(by_id[id]) for id in story.reposts) for story in stories if story.reposts}
    roles = {story.article: "source" for story in stories} | dict.fromkeys(repeated, "repeated")
    roles |= {id: "repost" for story in stories for id in story.reposts}
    return Gathered(
        extractions=extractions,
        reposts=reposts,
        stories={item.id: item.story for item in leading},
        late=frozenset(item.id for item in leading if item.published < period.start.isoformat()),
        repeated=repeated,
        set_aside=archive.set_aside(),
        roles=roles,
    )


def read_extraction(item: Stored) -> Extraction:
    """The extraction that the archive keeps of an article."""
    extraction: Extraction = from_value(Extraction, dict(item.extraction), f"archive: {item.id}")
    return extraction


def _repost(item: Stored) -> Repost:
    article = read_extraction(item).article
    return Repost(article.name, article.published.isoformat() if article.published else None, article.origin, article.digest)
