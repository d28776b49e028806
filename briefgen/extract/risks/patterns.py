"""The lexicon of risks and counter-views, compiled: which kinds a masked sentence shows and where."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from briefgen.extract.risks.sight import OTHER, SUBJECT, Sight
from briefgen.language.lexicon import load

_GAP = r"[^;]{0,70}?"


@dataclass(frozen=True, slots=True)
class Kind:
    """An entry of risks.toml, in the order of the file; without a category where its clause shows one."""

    name: str
    category: str
    strong: bool
    patterns: tuple[re.Pattern[str], ...]
    mentioned: tuple[re.Pattern[str], ...]
    focus: tuple[re.Pattern[str], ...]


@dataclass(frozen=True, slots=True)
class Hit:
    """A kind found in an article at `start` to `stop`."""

    kind: Kind
    start: int
    stop: int


@dataclass(frozen=True, slots=True)
class Modality:
    """Words that show how firmly a risk is told, and those of energy, which make a risk of trade one of energy."""

    possible: re.Pattern[str]
    ignored: re.Pattern[str]
    reported: re.Pattern[str]
    energy: re.Pattern[str]


def find_hits(sight: Sight, language: str, *, focus: bool) -> tuple[Hit, ...]:
    """The risks that a sentence shows: the first kind, and strong kinds beside it that share no words with it."""
    if modality(language).ignored.search(sight.text):
        return ()
    hits: list[Hit] = []
    for kind in kinds(language, "kinds"):
        match = _match(kind, sight, focus=focus)
        if match is None:
            continue
        hit = Hit(kind, *sight.place(match.start(), match.end()))
        if not hits or (kind.strong and all(hit.start >= other.stop or hit.stop <= other.start for other in hits)):
            hits.append(hit)
        if not kind.strong:
            break
    return tuple(sorted(hits, key=lambda hit: hit.start))


def find_counters(sight: Sight, language: str) -> Iterator[Hit]:
    """The views in a sentence that speak against a risk."""
    for kind in kinds(language, "counters"):
        match = _first(kind.patterns, sight.text)
        if match is not None:
            yield Hit(kind, *sight.place(match.start(), match.end()))


@cache
def kinds(language: str, table: str) -> tuple[Kind, ...]:
    """The entries of a table, `kinds` or `counters`."""
    return tuple(_kind(entry) for entry in load(language, "risks")[table])


def spoken_of(text: str, language: str) -> str:
    """The category that the words of a clause show; empty where none does."""
    lower = text.lower().replace("ё", "е")
    return next((category for category, pattern in _answers(language) if pattern.search(lower)), "")


@cache
def _answers(language: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((entry["category"], re.compile("|".join(entry["words"]))) for entry in load(language, "risks")["answers"])


@cache
def modality(language: str) -> Modality:
    """The words of a language."""
    lists = load(language, "risks")["modality"]
    return Modality(*(re.compile("|".join(lists[name])) for name in ("possible", "ignored", "reported", "energy")))


def _match(kind: Kind, sight: Sight, *, focus: bool) -> re.Match[str] | None:
    found = _first(kind.patterns, sight.text)
    if found is None and SUBJECT in sight.text:
        found = _first(kind.mentioned, sight.text)
    if found is None and focus and OTHER not in sight.text:
        found = _first(kind.focus, sight.text)
    return found


def _first(patterns: Sequence[re.Pattern[str]], text: str) -> re.Match[str] | None:
    return next((match for pattern in patterns if (match := pattern.search(text))), None)


def _kind(entry: dict[str, Any]) -> Kind:
    return Kind(
        name=entry["name"],
        category=entry.get("category", ""),
        strong=bool(entry.get("strong", False)),
        patterns=_compile(entry.get("patterns", ())),
        mentioned=_compile(entry.get("mentioned", ())),
        focus=_compile(entry.get("focus", ())),
    )


def _compile(patterns: Sequence[str]) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(r"(?<!\w)(?:" + pattern.replace("…", _GAP) + ")") for pattern in patterns)
