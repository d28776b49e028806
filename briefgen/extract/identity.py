"""Facts without ids -> facts with ids that come from content: kind, the words of their sentence, the order among equal ones."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from hashlib import sha256
from typing import Any

from briefgen.language.document import Sentence
from briefgen.language.words import normalise
from briefgen.model import FactT

_DIGITS = 12  # 48 bits: five million facts of one kind meet by chance with a probability of 4 %


def identify(kind: str, facts: Iterable[FactT], text: str, sentences: Sequence[Sentence]) -> tuple[FactT, ...]:
    """Facts in text order, each with its id: `kind` (q, d, s, i, r), a hyphen and twelve hexadecimal digits."""
    seen: Counter[str] = Counter()
    starts = [sentence.start for sentence in sentences]
    # A sentence is normalised and hashed once, however many facts it holds: a hostile text is one sentence of 20,000 figures.
    known: dict[tuple[int, int], tuple[str, Any]] = {}
    identified = []
    for fact in sorted(facts, key=lambda fact: (fact.start, fact.stop)):
        span = _span_at(fact.start, text, sentences, starts)
        if span not in known:
            sentence = normalise(text[span[0] : span[1]])
            known[span] = sentence, sha256(f"{kind}\n{sentence}\n".encode())
        sentence, digest = known[span][0], known[span][1].copy()
        digest.update(str(seen[sentence]).encode())
        seen[sentence] += 1
        identified.append(replace(fact, id=f"{kind}-{digest.hexdigest()[:_DIGITS]}"))
    return tuple(identified)


def _span_at(offset: int, text: str, sentences: Sequence[Sentence], starts: Sequence[int]) -> tuple[int, int]:
    index = bisect_right(starts, offset) - 1
    if index >= 0 and offset < sentences[index].stop:
        return sentences[index].start, sentences[index].stop
    start, stop = text.rfind("\n", 0, offset) + 1, text.find("\n", offset)
    return start, stop if stop >= 0 else len(text)
