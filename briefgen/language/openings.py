"""A sentence that goes on behind a colon -> the same with a small first letter, where its first word is no name in any reading."""

from __future__ import annotations

import re

from briefgen.language.lexicon import words
from briefgen.language.morphology import is_known, parse

# A noun may be a name («Запад», «Кремль»), whatever the dictionary says: nouns and adjectives keep their capital.
_NEVER_NAMES = frozenset({"PREP", "CONJ", "PRCL", "ADVB", "NPRO", "VERB", "INFN", "PRED", "GRND", "COMP"})
_RARE = 0.1  # how probable a reading has to be: «в» is said to be an abbreviation too
_FIRST = re.compile(r"[^\W\d_]+(?=[\s,])")


def lower_opening(text: str, language: str) -> str:
    """
    >>> lower_opening("В течение года последовал ряд мер", "ru"), lower_opening("Запад ввёл санкции", "ru")
    ('в течение года последовал ряд мер', 'Запад ввёл санкции')
    >>> lower_opening("In contrast, revenues fell", "en"), lower_opening("May said so", "en")
    ('in contrast, revenues fell', 'May said so')
    """
    found = _FIRST.match(text)
    if found is None or found[0][1:] != found[0][1:].lower() or not _is_ordinary(found[0].lower(), language):
        return text
    return text[0].lower() + text[1:]


def _is_ordinary(word: str, language: str) -> bool:
    if language == "en":
        return word in words("en", "common", "openings")
    return is_known(word) and all(reading.tag.POS in _NEVER_NAMES for reading in parse(word) if reading.score > _RARE)
