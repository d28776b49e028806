"""A brief's passages -> which words of a finished text are theirs, word for word, and which passages it does not hold."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from briefgen.model import Brief, DateMention, Interest, Merged, Quantity, Risk, Statement
from briefgen.proof.words import Word, words_of

_LEAD = 3  # words that a passage is looked up by; shorter passages prove nothing

Keys = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Coverage:
    """`quoted` are spans of a text that repeat a passage, sorted and apart; `found` are the passages that they repeat."""

    quoted: tuple[tuple[int, int], ...]
    found: frozenset[Keys]

    def covers(self, start: int, stop: int) -> bool:
        """Whether a span overlaps a quoted one."""
        before = bisect_left(self.quoted, (stop, 0))  # the spans that begin before the end; they are apart, so the last one ends last
        return before > 0 and start < self.quoted[before - 1][1]


Group = (
    tuple[Merged[Quantity], ...] | tuple[Merged[DateMention], ...] | tuple[Merged[Statement], ...]
    | tuple[Merged[Interest], ...] | tuple[Merged[Risk], ...]
)  # fmt: skip


def groups_of(brief: Brief) -> tuple[Group, ...]:
    """The facts of a brief by kind, and those of earlier issues that it is compared with."""
    old = brief.earlier
    own = (brief.quantities, brief.dates, brief.statements, brief.interests, brief.risks)
    return (*own, old.quantities, old.dates, old.statements, old.interests, old.risks)


def sentences_of(brief: Brief) -> tuple[str, ...]:
    """The sentences that hold facts, in the sources' own words: each edition prints all of them in its annex."""
    return tuple(dict.fromkeys(place.sentence for group in groups_of(brief) for item in group for place in item.evidence))


def passages_of(brief: Brief) -> tuple[str, ...]:
    """All that an edition may repeat of the sources: sentences, clauses, labels, titles, and the translations of these."""
    old = brief.earlier
    statements = (*brief.statements, *old.statements)
    facts: tuple[Merged[Statement] | Merged[Interest] | Merged[Risk], ...]
    facts = (*statements, *brief.interests, *brief.risks, *old.interests, *old.risks)
    clauses = [place.surface for item in facts for place in item.evidence] + [item.fact.surface for item in facts]
    labels = [item.fact.label for item in (*brief.quantities, *old.quantities)] + [item.fact.speaker.role for item in statements]
    translations = [translation.translated for translation in brief.translations]
    return (*sentences_of(brief), *clauses, *labels, *(source.title for source in brief.sources), *translations)


def cover(text: str, passages: Iterable[str]) -> Coverage:
    """Find all passages in the text; linear in both, since a passage is looked up by its first words."""
    words = list(words_of(text))
    keys = [word.key.casefold() for word in words]
    index: dict[Keys, list[Keys]] = {}
    for wanted in dict.fromkeys(keys_of(passage) for passage in passages):
        if len(wanted) >= _LEAD:
            index.setdefault(wanted[:_LEAD], []).append(wanted)
    spans, found = [], set()
    for at in range(len(keys) - _LEAD + 1):
        for wanted in index.get(tuple(keys[at : at + _LEAD]), ()):
            if tuple(keys[at : at + len(wanted)]) == wanted:
                spans.append(_span(words, at, len(wanted)))
                found.add(wanted)
    return Coverage(tuple(_joined(sorted(spans))), frozenset(found))


def keys_of(passage: str) -> Keys:
    """The words of a passage as they are compared."""
    return tuple(word.key.casefold() for word in words_of(passage))


def is_found(passage: str, coverage: Coverage) -> bool:
    """Whether a text holds a passage; one of a word or two is taken for found, since nothing could tell."""
    wanted = keys_of(passage)
    return len(wanted) < _LEAD or wanted in coverage.found


def _span(words: list[Word], first: int, count: int) -> tuple[int, int]:
    return words[first].start, words[first + count - 1].stop


def _joined(spans: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Overlapping spans as one."""
    current: tuple[int, int] | None = None
    for start, stop in spans:
        if current and start <= current[1]:
            current = (current[0], max(current[1], stop))
            continue
        if current:
            yield current
        current = (start, stop)
    if current:
        yield current
