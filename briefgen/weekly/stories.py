"""Articles -> stories: a re-post or a near duplicate is no source of its own; an article that says other things is one, however alike.

Words are compared by shingles, runs of five words. An article keeps a sample of its shingles (those whose hash ends in zeros), by which the
archive finds what may be alike without reading the rest; rapidfuzz has the last word. After A. Broder, "On the resemblance and containment
of documents" (1997): containment rather than resemblance, for re-posts are often cut.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b

from briefgen.model import Extraction

_WORDS = 5
_SAMPLE = 8  # one shingle in so many is kept
_CONTAINED = 0.8  # of the shorter article's shingles
_ALIKE = 90.0  # rapidfuzz's token_set_ratio, of 100
DAYS = 45  # a re-post follows within so many days; what comes later is told again


@dataclass(frozen=True, slots=True)
class Told:
    """An article as stories are made of: its id, day, the story that it belongs to, and what it says."""

    id: str
    published: str
    story: str
    signature: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Story:
    """The article that tells a story best, and those that say no more than it."""

    article: str
    reposts: tuple[str, ...] = ()


def shingles_of(text: str) -> frozenset[int]:
    """The shingles of a text as 63-bit numbers; of a text of fewer words, all of it."""
    words = re.findall(r"\w+", text.casefold())
    runs = (" ".join(words[at : at + _WORDS]) for at in range(max(1, len(words) - _WORDS + 1)))
    return frozenset(int.from_bytes(blake2b(run.encode(), digest_size=8).digest(), "big") >> 1 for run in runs)


def sample_of(shingles: frozenset[int]) -> tuple[int, ...]:
    """The shingles that are kept for later articles to be compared with."""
    return tuple(sorted(number for number in shingles if number % _SAMPLE == 0))


def is_near_duplicate(text: str, other: str) -> bool:
    """Whether the shorter text stands nearly word for word in the longer."""
    one, two = shingles_of(text), shingles_of(other)
    if len(one & two) >= _CONTAINED * min(len(one), len(two)):
        return True
    from rapidfuzz.fuzz import token_set_ratio

    return len(one & two) >= _CONTAINED / 2 * min(len(one), len(two)) and token_set_ratio(text, other) >= _ALIKE


def signature_of(extraction: Extraction) -> tuple[str, ...]:
    """What an article says that a re-post may not change: its figures, who wants what, risks, who speaks and whether it is denied."""
    return tuple(
        sorted(
            [f"q {q.value} {q.upper or ''} {q.unit} {q.qualifier}" for q in extraction.quantities]
            + [f"i {i.partner} {','.join(i.toward)} {i.stage} {i.polarity}" for i in extraction.interests]
            + [f"r {r.rule} {r.polarity} {r.firmness}" for r in extraction.risks]
            + [f"s {s.speaker.name} {s.negated}" for s in extraction.statements]
            + [f"d {d.value}" for d in extraction.dates if not d.relative]
        )
    )


def says_no_more(signature: Sequence[str], other: Sequence[str]) -> bool:
    """Whether all that one article says the other says too, as often."""
    return not Counter(signature) - Counter(other)


def stories_of(articles: Sequence[Told], known: Mapping[str, Sequence[Sequence[str]]]) -> tuple[tuple[Story, ...], tuple[str, ...]]:
    """The stories among some articles, and the articles that repeat what earlier issues reported (`known`: signatures by story).

    Of a story that article comes first that says most, then the earlier; one that says something else is a source of its own.
    """
    grouped: dict[str, list[Told]] = {}
    repeated: list[str] = []
    for article in sorted(articles, key=lambda item: (-len(item.signature), item.published, item.id)):
        if any(says_no_more(article.signature, signature) for signature in known.get(article.story, ())):
            repeated.append(article.id)
        else:
            grouped.setdefault(article.story, []).append(article)
    stories: list[Story] = []
    for group in grouped.values():
        stories += _apart(group)
    return tuple(stories), tuple(repeated)


def _apart(group: Sequence[Told]) -> list[Story]:
    reposts: dict[str, list[str]] = {}
    leading: list[Told] = []
    for article in group:
        first = next((other for other in leading if says_no_more(article.signature, other.signature)), None)
        if first is None:
            leading.append(article)
        else:
            reposts.setdefault(first.id, []).append(article.id)
    return [Story(article.id, tuple(reposts.get(article.id, ()))) for article in leading]
