"""Persons of a document -> the state or bloc each speaks for, from the post beside the name: «президент Казахстана Касым-Жомарт Токаев»."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache

from briefgen.language.document import Document
from briefgen.language.lexicon import load
from briefgen.naming.actors import ActorMention, mentions_within

_ENDINGS = re.compile(r"(?:ыми|ими|ого|его|ому|ему|ой|ей|ою|ею|ым|им|ом|ем|ам|ах|а|у|е|ы|и|я|ю|о)$")
_FAR = 120  # characters from the start of a post to the name behind it
_BESIDE = 3  # characters between a post and a name: a space, or a comma and a space


def with_people(document: Document, mentions: Sequence[ActorMention]) -> tuple[ActorMention, ...]:
    """The mentions and, with form `person`, each name of a person who speaks for an actor; in text order."""
    codes = _affiliations(document, mentions)
    people = [
        ActorMention(entity.start, entity.stop, codes[stem], "person")
        for entity in document.entities
        if entity.kind == "PER" and (stem := _stem(entity.text)) in codes
    ]
    free = [person for person in people if not mentions_within(mentions, person.start, person.stop)]
    return tuple(sorted([*mentions, *free], key=lambda mention: mention.start))


def _affiliations(document: Document, mentions: Sequence[ActorMention]) -> Mapping[str, str]:
    """The code by the stem of the surname; the first post named wins."""
    codes: dict[str, str] = {}
    for entity in document.entities:
        if entity.kind != "PER":
            continue
        code = _code_beside(document, entity.start, entity.stop, mentions)
        if code:
            codes.setdefault(_stem(entity.text), code)
    return codes


def _code_beside(document: Document, start: int, stop: int, mentions: Sequence[ActorMention]) -> str | None:
    """The actor of the post before a name, or behind it and its comma."""
    for mention in mentions_within(mentions, start - _FAR, stop + _BESIDE + 1):
        posted = mention.form == "body" or _is_colleague(document.text, mention.start)
        if posted and _is_beside(document.text, mention.stop, start):
            return mention.code
        if mention.form == "body" and _is_beside(document.text, stop, mention.start):
            return mention.code
    return None


def _is_beside(text: str, start: int, stop: int) -> bool:
    return 0 <= stop - start <= _BESIDE and not set(text[start:stop]) & {"\n", "."}


def _is_colleague(text: str, start: int) -> bool:
    """«со своим коллегой из Казахстана Ермеком Кошербаевым»."""
    return text[max(0, start - 12) : start].lower().endswith(_colleagues())


def _stem(name: str) -> str:
    """The surname without its case ending; «Трампом-младшим» keeps his father apart.

    >>> _stem("Антониу Коштой") == _stem("Кошта")
    True
    """
    surname = name.split()[-1].lower().replace("ё", "е") if name.split() else ""
    return _ENDINGS.sub("", surname) if len(surname) > 4 else surname


@cache
def _colleagues() -> tuple[str, ...]:
    return tuple(f"{words} " for language in ("ru", "en") for words in load(language, "grammar")["colleagues"])
