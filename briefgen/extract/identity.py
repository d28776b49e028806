"""Facts without ids -> facts with ids that come from content: kind, the words of their sentence, the order among equal ones."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from hashlib import sha256

from briefgen.language.document import Sentence
from briefgen.language.words import normalise
from briefgen.model import FactT

_DIGITS = 12  # 48 bits: five million facts of one kind meet by chance with a probability of 4 %


def identify(kind: str, facts: Iterable[FactT], text: str, sentences: Sequence[Sentence]) -> tuple[FactT, ...]:
    """Facts in text order, each with its id: `kind` (q, d, s, i, r), a hyphen and twelve hexadecimal digits."""
    seen: Counter[str] = Counter()
    identified = []
    for fact in sorted(facts, key=lambda fact: (fact.start, fact.stop)):
        sentence = normalise(sentence_at(fact.start, text, sentences))
        digest = sha256(f"{kind}\n{sentence}\n{seen[sentence]}".encode()).hexdigest()
        seen[sentence] += 1
        identified.append(replace(fact, id=f"{kind}-{digest[:_DIGITS]}"))
    return tuple(identified)


def sentence_at(offset: int, text: str, sentences: Sequence[Sentence]) -> str:
    """The sentence that holds the offset; the line where no sentence does."""
    for sentence in sentences:
        if sentence.start <= offset < sentence.stop:
            return text[sentence.start : sentence.stop]
    start = text.rfind("\n", 0, offset) + 1
    stop = text.find("\n", offset)
    return text[start : stop if stop >= 0 else len(text)]
