"""A cue in a masked sentence -> whether the subject is the one who suffers from it, by the actors that stand before and behind it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from briefgen.language.lexicon import load

SUBJECT, OTHER = "§", "¤"
FRAMES = ("hits", "suffers", "states", "tells", "fears", "others", "named")
_SIGN = re.compile("[§¤]")
_BEFORE, _BEHIND, _GENITIVE, _TOLD = 100, 70, 45, 250  # characters between a cue and an actor, tuned on own articles


@dataclass(frozen=True, slots=True)
class _Relations:
    """What stands before an actor that is no sufferer (`sources`, behind a cue `agents`), before a passive cue, between two clauses, and
    between a cue and the other actor that owns it."""

    sources: re.Pattern[str]
    agents: re.Pattern[str]
    passives: re.Pattern[str]
    walls: re.Pattern[str]
    owned: re.Pattern[str]


def bears(text: str, span: tuple[int, int], frame: str, language: str, *, home: bool) -> bool:
    """Whether the subject suffers from the cue in `span`; `home`: whether it does where the words name nobody."""
    start, stop = span
    relations = _relations(language)
    inside = _SIGN.findall(text, start, stop)
    if SUBJECT in inside:
        return True
    if OTHER in inside and not relations.agents.search(text[start : text.index(OTHER, start)]):
        return False
    if frame == "tells":
        return _is_named_first(_behind(text, stop, _TOLD, relations), "", home=home)
    before = _before(text, start, relations)
    if frame == "fears":
        return _is_named_first(before, _behind(text, stop, _TOLD, relations), home=home)
    if frame == "others":
        return before == OTHER and _is_named_first(_behind(text, stop, _BEHIND, relations), "", home=home)
    if frame == "hits":
        passive = before == SUBJECT and relations.passives.search(text[max(0, start - 40) : start]) is not None
        return passive or _is_named_first(_behind(text, stop, _BEHIND, relations), "", home=home)
    behind = _behind(text, stop, _GENITIVE, relations)
    first, second = (behind, before) if behind == SUBJECT and frame != "suffers" else (before, behind)
    return _is_named_first(first, second, home=home and frame != "named")


def _is_named_first(first: str, second: str, *, home: bool) -> bool:
    named = first or second
    return named == SUBJECT if named else home


def _before(text: str, start: int, relations: _Relations) -> str:
    """The sign of the nearest actor before a cue that is no source, tool or counterpart («из ¤», "by ¤"); empty where there is none."""
    lowest = max(0, start - _BEFORE)
    walls = list(relations.walls.finditer(text, lowest, start))
    lowest = walls[-1].end() if walls else lowest
    for match in reversed(list(_SIGN.finditer(text, lowest, start))):
        if not relations.sources.search(text[max(0, match.start() - 30) : match.start()]):
            return match.group()
    return ""


def _behind(text: str, stop: int, reach: int, relations: _Relations) -> str:
    """The sign of the nearest actor behind a cue that is no agent; empty where there is none."""
    wall = relations.walls.search(text, stop, stop + reach)
    for match in _SIGN.finditer(text, stop, wall.start() if wall else stop + reach):
        between = text[stop : match.start()]
        foreign = reach == _GENITIVE and match.group() == OTHER and not relations.owned.match(between)
        if not foreign and not relations.agents.search(text[max(0, match.start() - 14) : match.start()]):
            return match.group()
    return ""


@cache
def _relations(language: str) -> _Relations:
    lists = load(language, "risks")["relations"]
    article = "(?:the )?" if language == "en" else ""
    sources, agents = "|".join(lists["sources"]), "|".join(lists["agents"])
    return _Relations(
        re.compile(rf"(?:^|[\s(])(?:{sources})\s{article}(?:[\w-]+ )?$"),
        re.compile(rf"(?:^|\s)(?:{agents})\s{article}$"),
        re.compile(rf"\b(?:{'|'.join(lists['passives'])})\b(?:\s[\w-]+){{0,3}}\s?$"),
        re.compile("|".join(lists["walls"])),
        re.compile(rf"\w* ?(?:\w+ ){{0,2}}(?:(?:{'|'.join(lists['owned'])}) {article}(?:\w+ )?)?$"),
    )
