"""Cues inside the marks of one quotation: «..., — сказал он. — ...»."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from briefgen.extract.statements.cues import Cue
from briefgen.language.lexicon import words

BREAK = re.compile(r"(?P<before>[,.!?…])\s*[—–-]{1,2}\s+(?P<cue>[а-яё][^«»\"“”—–]{3,160}?)(?P<after>[.,!?:])\s*[—–-]{1,2}\s*(?=\S)")
_CUE_WORDS = 4


def find_breaks(text: str, start: int, stop: int) -> list[re.Match[str]]:
    """The cues between two offsets, one of whose first words is a verb of speech."""
    return [match for match in BREAK.finditer(text, start, stop) if has_speech(match["cue"])]


def has_speech(cue: str) -> bool:
    """Whether one of the first words is a verb of speech, or «по словам».

    >>> has_speech("сказал он"), has_speech("то есть почти вдвое")
    (True, False)
    """
    from briefgen.language.morphology import lemma

    return any(lemma(word.strip(",.")) in speaking_words() for word in cue.split()[:_CUE_WORDS])


@cache
def speaking_words() -> frozenset[str]:
    """The lemmas that may stand beside a quotation: all verbs of speech, those that only quote, «уверен»."""
    return frozenset().union(*(words("ru", "speech", name) for name in ("verbs", "object_verbs", "impersonal", "direct_verbs", "certain")))


def trim_quotation(text: str, cue: Cue) -> Cue:
    """Without spaces, and without the comma that belongs to the cue."""
    start, stop = cue.start, cue.stop
    while start < stop and (text[start].isspace() or text[start] in "—–-"):
        start += 1
    while start < stop and (text[stop - 1].isspace() or text[stop - 1] == ","):
        stop -= 1
    return replace(cue, start=start, stop=stop)
