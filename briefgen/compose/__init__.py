"""Brief + language + profile -> Report: every number formatted, every word chosen, every order decided."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import Any

from briefgen.blocks import Block, Heading, PageBreak, Report
from briefgen.compose.annexes import awaiting_translation, evidence, sources
from briefgen.compose.backlinks import linked_back
from briefgen.compose.changes import all_changes, what_changed
from briefgen.compose.chart import largest_figures
from briefgen.compose.code import code_of
from briefgen.compose.doubts import comments_on
from briefgen.compose.edition import Edition, Requisites, edition_of
from briefgen.compose.experts import expert_views
from briefgen.compose.figures import resource_figures
from briefgen.compose.head import annexes_heading, assessment, head_of
from briefgen.compose.identity import with_ids
from briefgen.compose.interests import partner_interests
from briefgen.compose.key_points import key_points
from briefgen.compose.labels import labelled
from briefgen.compose.limits import confidence_and_limits
from briefgen.compose.overview import partners_at_a_glance, risks_in_brief
from briefgen.compose.profile import Limits, Profile, profile_from
from briefgen.compose.remember import remembered
from briefgen.compose.risks import risks_to_subject
from briefgen.compose.setting import set_blocks, set_report
from briefgen.compose.timeline import timeline
from briefgen.compose.trend import sums_over_time
from briefgen.model import Brief
from briefgen.naming.usage import Usage

__all__ = [
    "BODY_ANCHOR",
    "SECTIONS",
    "Limits",
    "Profile",
    "Requisites",
    "compose",
    "compose_edition",
    "compose_to_measure",
    "edition_of",
    "profile_of",
]

Section = Callable[[Edition, str], tuple[Block, ...]]

SECTIONS: Mapping[str, Section] = {
    "what_changed": what_changed,
    "trend": sums_over_time,
    "key_points": key_points,
    "partners": partners_at_a_glance,
    "chart": largest_figures,
    "risks_brief": risks_in_brief,
    "interests": partner_interests,
    "figures": resource_figures,
    "experts": expert_views,
    "risks": risks_to_subject,
    "timeline": timeline,
    "limits": confidence_and_limits,
    "assessment": assessment,
    "sources": sources,
    "all_changes": all_changes,
    "evidence": evidence,
    "awaiting": awaiting_translation,
}
BODY_ANCHOR = "annexes"  # the first heading after the body has this anchor's page in a writer's layout
_REFERRING = 4
_PLAIN = Usage()


def profile_of(mapping: Mapping[str, Any], *, name: str) -> Profile:
    """The checked profile of a parsed TOML file."""
    return profile_from(mapping, name=name, sections=SECTIONS)


def compose(
    brief: Brief,
    language: str,
    profile: Profile,
    limits: Limits,
    requisites: Requisites,
    *,
    usage: Usage = _PLAIN,
    brief_number: str = "",
    unprintable: tuple[str, ...] = (),
    is_draft: bool = False,
    has_code: bool = False,
) -> Report:
    """The report of one edition; equal arguments give equal reports. `unprintable` are characters of the brief that no face of the PDF
    has, which the section on limits tells; a draft says so above its kind and behind the text of each page; with
    `has_code` the head holds the brief number as a QR code."""
    edition = replace(edition_of(brief, language, limits, requisites, usage), unprintable=unprintable, is_draft=is_draft, has_code=has_code)
    return compose_edition(edition, profile, brief_number=brief_number)


def compose_edition(edition: Edition, profile: Profile, *, brief_number: str = "") -> Report:
    """The report of an edition that is at hand: whoever composes it within several limits prepares it once."""
    blocks = linked_back(with_ids(_labelled(edition, profile, _blocks(edition, profile, _section))))
    report = replace(_bare_report(edition, brief_number), blocks=blocks, comments=comments_on(edition, blocks))
    return set_report(report)


def compose_to_measure(edition: Edition, profile: Profile) -> Report:
    """The report of an edition as far as it takes room: without ids, ways back and comments. What other limits don't change is not
    made again."""
    bare = remembered(edition, "bare", lambda asking: set_report(_bare_report(asking, "")))
    return replace(bare, blocks=_labelled(edition, profile, _blocks(edition, profile, _set_section)))


def _bare_report(edition: Edition, brief_number: str) -> Report:
    """A report that has its head and no blocks yet."""
    head = head_of(edition)
    head = replace(head, code=code_of(edition, brief_number)) if edition.has_code else head
    words = edition.words
    return Report(
        language=edition.language,
        locale="ru_RU" if edition.language == "ru" else edition.usage.locale,
        head=head,
        blocks=(),
        running=_running(edition, head.date),
        page_of=words.text("Page {page} of {pages}"),
        subject=words.text("Briefing from open sources"),
        keywords=tuple(words.text(topic, context="topic") for topic in _topics(edition.brief)),
        author=edition.requisites.organisation or "briefgen",
        modified=edition.brief.date,
        brief_number=brief_number,
        contents_title=words.text("Contents"),
        watermark=words.text("DRAFT") if edition.is_draft else "",
    )


def _section(edition: Edition, name: str, number: str) -> tuple[Block, ...]:
    return remembered(edition, ("section", name, number), lambda asking: SECTIONS[name](asking, number))


def _set_section(edition: Edition, name: str, number: str) -> tuple[Block, ...]:
    return remembered(edition, ("set", name, number), lambda asking: set_blocks(_section(asking, name, number), asking.language))


def _blocks(edition: Edition, profile: Profile, section_of: Callable[[Edition, str, str], tuple[Block, ...]]) -> Iterable[Block]:
    number = 0
    for part in (profile.page_one, profile.body):
        for name in part:
            section = section_of(edition, name, f"{number + 1}.")
            number += any(isinstance(block, Heading) and block.number == f"{number + 1}." for block in section)
            yield from section
        if part is profile.page_one and profile.body:
            yield PageBreak()
    annex = 0
    for name in profile.annexes:
        section = SECTIONS[name](edition, "")  # made once and not remembered: the annexes know no limits, and are long
        if section and isinstance(section[0], Heading):
            if not annex:
                yield PageBreak()
            annex += 1
            yield annexes_heading(annex, edition, section[0])
            yield from section[1:]


def _labelled(edition: Edition, profile: Profile, blocks: Iterable[Block]) -> tuple[Block, ...]:
    refers = edition.limits.points >= _REFERRING  # a page that has no room for four points has none for references either
    return labelled(blocks, edition.words, elsewhere=_labels_elsewhere(edition, profile), refers=refers)


def _labels_elsewhere(edition: Edition, profile: Profile) -> frozenset[str]:
    """The labels of sections that are printed too and not composed now; one too many makes page one a few letters roomier."""
    brief = edition.brief
    there = {
        "figures": bool(brief.quantities),
        "experts": any(item.fact.speaker.kind == "expert" for item in brief.statements),
        "risks": bool(brief.risks),
    }
    return frozenset(f"table-{name}" for name in profile.elsewhere if there.get(name))


def _running(edition: Edition, day: str) -> str:
    """The footer's left text; «2026 г.» ends with its own full stop."""
    words = edition.words
    return f"{words.text('Briefing note')}, {day.removesuffix('.')}. {words.text('Prepared from open sources')}"


def _topics(brief: Brief) -> tuple[str, ...]:
    return tuple(dict.fromkeys(topic for item in brief.interests for topic in item.fact.topics if topic != "other"))
