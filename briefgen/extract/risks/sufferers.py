"""A cue in a masked sentence -> whether the subject is the one who suffers from it, by the actors that stand before and behind it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from briefgen.language.lexicon import load

SUBJECT, OTHER = "§", "¤"
FRAMES = ("hits", "strikes", "suffers", "states", "tells", "fears", "others", "named")
_SIGN = re.compile("[§¤]")
_RELATIVE = re.compile(r", (?:which|who|whose|котор\w+|чь[иея]\w*) ")
_ASIDE = 160  # characters of a relative clause
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
    if frame == "strikes" and before == SUBJECT and relations.passives.search(text[max(0, start - 40) : start]) is None:
        return False  # «Moscow has warned of retaliation»
    if frame in {"hits", "strikes"}:
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
    aside = _aside_before(text, start)
    if aside is not None:
        lowest = max(0, aside[0] - _BEFORE)
    walls = list(relations.walls.finditer(text, lowest, start))
    lowest = walls[-1].end() if walls else lowest
    for match in reversed(list(_SIGN.finditer(text, lowest, start))):
        if aside is not None and aside[0] <= match.start() < aside[1]:
            continue
        if not relations.sources.search(text[max(0, match.start() - 30) : match.start()]):
            return match.group()
    return ""


def _aside_before(text: str, start: int) -> tuple[int, int] | None:
    """The relative clause between the sufferer and the cue: «Россия, которая везет уголь Индии, может потерять …»."""
    stop = text.rfind(",", max(0, start - _BEFORE), start)
    opening = max((match.start() for match in _RELATIVE.finditer(text, max(0, stop - _ASIDE), stop)), default=-1) if stop > 0 else -1
    return (opening, stop) if opening >= 0 else None


def _behind(text: str, stop: int, reach: int, relations: _Relations) -> str:
    """The sign of the nearest actor behind a cue that is no agent; empty where there is none."""
    wall = relations.walls.search(text, stop, stop + reach)
    for match in _SIGN.finditer(text, stop, wall.start() if wall else stop + reach):
        between = text[stop : match.start()]
        foreign = reach == _GENITIVE and match.group() == OTHER and not relations.owned.match(between)
        lowest = stop if text[:stop].endswith((" to", " for")) else 0  # «a blow to §» has its preposition inside
        if not foreign and not relations.agents.search(text[max(lowest, match.start() - 14) : match.start()]):
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
