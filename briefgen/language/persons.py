"""Words that name a person by what he does -> what kind of speaker that makes him."""

from __future__ import annotations

import re
from functools import cache

from briefgen.language.lexicon import load, words

_KINDS = ("expert", "official", "post", "person")


def is_role(lemma: str, language: str) -> bool:
    """
    >>> is_role("политолог", "ru"), is_role("договор", "ru"), is_role("экс-министр", "ru")
    (True, False, True)
    """
    return role_kind(lemma, language) is not None


@cache
def role_kind(lemma: str, language: str) -> str | None:
    """expert, official, post or person; None for any other word. A compound counts by its last part.

    >>> role_kind("аналитик", "ru"), role_kind("вице-губернатор", "ru"), role_kind("ambassador", "en")
    ('expert', 'official', 'official')
    """
    for kind in _KINDS:
        if lemma in words(language, "persons", kind):
            return kind
    if "-" in lemma:
        return role_kind(lemma.rpartition("-")[2], language)
    return None


@cache
def anaphora(lemma: str, language: str) -> frozenset[str]:
    """The words of which the post of somebody named before must have one, so that this noun can mean him.

    >>> "посол" in anaphora("дипломат", "ru")
    True
    """
    meant: set[str] = set()
    for word in load(language, "persons")["anaphora"].get(lemma, ()):
        meant |= words(language, "persons", word[1:]) if word.startswith("*") else {word}
    return frozenset(meant)


@cache
def is_invariable(word: str) -> bool:
    """A noun of a role with one form for all cases.

    >>> is_invariable("Замглавы"), is_invariable("глава")
    (True, False)
    """
    return any(rule.fullmatch(word.lower()) for rule in _invariable())


@cache
def _invariable() -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(rule) for rule in load("ru", "persons")["invariable"])
