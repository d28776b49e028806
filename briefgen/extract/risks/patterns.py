"""The lexicon of risks and counter-views: which kinds a masked sentence shows and where."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from briefgen.extract.risks.prefixes import prefixes
from briefgen.extract.risks.sight import Sight
from briefgen.extract.risks.sufferers import FRAMES, SUBJECT, bears
from briefgen.language.lexicon import load

_GAP = r"[^;]{0,70}?"
_WORDS = re.compile(r"<([a-z]+)>")
_ANY_WORD = r"(?:[\w§¤’'-]+ )"  # a pattern with a frame asks later whom the words beside it name
_RULED_OUT = re.compile(r"\(\?<?![^)]*\)")  # what may not stand there
_STARTS = re.compile(r"(?<!\w)[\w§¤]")
_NEAR = 60  # characters before a cue in which words can take it back
_DEEPEST = 3  # entries of [words] that name other entries


@dataclass(frozen=True, slots=True)
class Kind:
    """An entry of risks.toml; `order` is its place there, and it has no category where its clause shows one."""

    order: int
    name: str
    category: str
    strong: bool


@dataclass(frozen=True, slots=True)
class Cue:
    """A pattern of a kind. `frame` tells how it names who suffers: itself (patterns, mentioned), or by the words beside it; a match begins
    with one of `starts`, with anything where there are none."""

    kind: Kind
    frame: str
    pattern: str
    starts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Hit:
    """A kind found in an article at `start` to `stop`; `named` when the words of the sentence name the country."""

    kind: Kind
    start: int
    stop: int
    named: bool


@dataclass(frozen=True, slots=True)
class Modality:
    """Words that show how firmly a risk is told, and those of energy, which make a risk of trade one of energy."""

    possible: re.Pattern[str]
    ignored: re.Pattern[str]
    reported: re.Pattern[str]
    energy: re.Pattern[str]
    relief: re.Pattern[str]
    undone: re.Pattern[str]
    undone_behind: re.Pattern[str]
    undone_inside: re.Pattern[str]
    unsaid: re.Pattern[str]


def find_hits(sight: Sight, language: str, *, home: bool) -> tuple[tuple[Hit, ...], Hit | None]:
    """The risks that a sentence shows to the subject, and the first of which it says that it will not come.

    The first kind of the lexicon, and strong kinds beside it that share no words with it. `home`: whether what names nobody is told of the
    subject.
    """
    if modality(language).ignored.search(sight.text):
        return (), None
    best: dict[int, Hit] = {}
    undone: Hit | None = None
    for cue, match in _matches(sight.text, cues(language, "kinds")):
        if cue.kind.order in best or not _is_borne(cue, sight.text, match, language, home=home) or _is_unsaid(sight.text, match, language):
            continue
        hit = Hit(cue.kind, *sight.place(match.start(), match.end()), named=SUBJECT in sight.text)
        if not _is_undone(cue, sight.text, match, language):
            best[cue.kind.order] = hit
        elif undone is None:
            undone = replace(hit, kind=replace(cue.kind, name="unlikely"), named=True)
    hits: list[Hit] = []
    for hit in (best[order] for order in sorted(best)):
        if not hits or (hit.kind.strong and all(hit.start >= other.stop or hit.stop <= other.start for other in hits)):
            hits.append(hit)
    return tuple(sorted(hits, key=lambda hit: hit.start)), undone


def find_counters(sight: Sight, language: str) -> tuple[Hit, ...]:
    """The views in a sentence that speak against a risk."""
    found: dict[int, Hit] = {}
    for cue, match in _matches(sight.text, cues(language, "counters")):
        found.setdefault(cue.kind.order, Hit(cue.kind, *sight.place(match.start(), match.end()), named=SUBJECT in sight.text))
    return tuple(found[order] for order in sorted(found))


def _is_undone(cue: Cue, text: str, match: re.Match[str], language: str) -> bool:
    """Whether the words around a cue say that it will not come: «отказа от § не будет», "nobody can replace §"."""
    if match.group().startswith(_denying(language)) or "mentioned" in cue.frame:
        return False
    words, before = modality(language), text[max(0, match.start() - _NEAR) : match.start()]
    if words.undone.search(before) or words.undone_behind.match(text, match.end()):
        return True
    return words.undone_inside.search(match.group()) is not None and not _denies_itself(cue.pattern, language)


@cache
def _denies_itself(pattern: str, language: str) -> bool:
    """Whether a pattern asks for a word that denies: «потер\\w+ не компенсир»; one that rules it out does not."""
    return any(word in _RULED_OUT.sub("", pattern) for word in _denying(language))


def _is_unsaid(text: str, match: re.Match[str], language: str) -> bool:
    """«не стал уточнять, какие ответные меры рассматриваются»."""
    return modality(language).unsaid.search(text[max(0, match.start() - _NEAR) : match.start()]) is not None


def _is_borne(cue: Cue, text: str, match: re.Match[str], language: str, *, home: bool) -> bool:
    if cue.frame == "patterns":
        return True
    if cue.frame == "mentioned":
        return SUBJECT in text
    if _is_relieved(text, match, language):
        return False
    return bears(text, match.span(), cue.frame, language, home=home)


def _is_relieved(text: str, match: re.Match[str], language: str) -> bool:
    """Whether the words before a cue take it back: «сократить дефицит», «несмотря на опасения», "no danger of"."""
    if match.group().startswith(_denying(language)):
        return False
    found = modality(language).relief.search(text[max(0, match.start() - _NEAR) : match.start()])
    return found is not None and not (SUBJECT in found.group() and found.group().startswith(_lacking(language)))  # «without it § will be»


def _matches(text: str, index: tuple[dict[str, tuple[Cue, ...]], tuple[Cue, ...]]) -> Iterator[tuple[Cue, re.Match[str]]]:
    """Each cue at each word that it can start with."""
    by_letters, others = index
    for start in _STARTS.finditer(text):
        place = start.start()
        for cue in (*by_letters.get(text[place : place + 2], ()), *by_letters.get(text[place], ()), *others):
            match = compiled(cue.pattern).match(text, place) if not cue.starts or text.startswith(cue.starts, place) else None
            if match is not None:
                yield cue, match


@cache
def compiled(pattern: str) -> re.Pattern[str]:
    """A pattern ready to be tried. Of some 450 an article needs a third: compiling them all is most of what an only article waits for."""
    return re.compile(pattern)


@cache
def cues(language: str, table: str) -> tuple[dict[str, tuple[Cue, ...]], tuple[Cue, ...]]:
    """The cues of a table, `kinds` or `counters`, by the first two letters of their starts, and those that can start with
    anything."""
    lists = load(language, "risks")
    by_letters: dict[str, list[Cue]] = {}
    others: list[Cue] = []
    for order, entry in enumerate(lists[table]):
        kind = Kind(order, entry["name"], entry.get("category", ""), bool(entry.get("strong", False)))
        for frame in ("patterns", "mentioned", *FRAMES):
            for source in entry.get(frame, ()):
                pattern = _filled(source, lists["words"])
                if frame in FRAMES:
                    pattern = pattern.replace(r"(?:\w+ )", _ANY_WORD)
                cue = Cue(kind, frame, pattern, tuple(sorted(prefixes(pattern))))
                for key in sorted({start[:2] for start in cue.starts}):
                    by_letters.setdefault(key, []).append(cue)
                if not cue.starts:
                    others.append(cue)
    return {key: tuple(found) for key, found in by_letters.items()}, tuple(others)


def _filled(pattern: str, lists: dict[str, Any]) -> str:
    for _ in range(_DEEPEST):
        pattern = _WORDS.sub(lambda match: str(lists[match[1]]), pattern)
    return pattern.replace("…", _GAP)


def spoken_of(text: str, language: str) -> str:
    """The category that the words of a clause show; empty where none does."""
    lower = text.lower().replace("ё", "е")
    return next((category for category, pattern in _answers(language) if pattern.search(lower)), "")


@cache
def _answers(language: str) -> Sequence[tuple[str, re.Pattern[str]]]:
    return tuple((entry["category"], re.compile("|".join(entry["words"]))) for entry in load(language, "risks")["answers"])


@cache
def modality(language: str) -> Modality:
    """The words of a language."""
    lists = load(language, "risks")["modality"]
    return Modality(
        *(
            re.compile("|".join(lists[name]))
            for name in ("possible", "ignored", "reported", "energy", "relief", "undone", "undone_behind", "undone_inside", "unsaid")
        )
    )


@cache
def _denying(language: str) -> tuple[str, ...]:
    return tuple(f"{word} " for word in load(language, "grammar")["denying"])


@cache
def _lacking(language: str) -> tuple[str, ...]:
    return tuple(load(language, "grammar")["lacking"])
