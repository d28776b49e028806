"""Russian names as the model marks them -> names as they stand: without the bracket behind them, with the surname it passed over."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from briefgen.language.document import Entity, Sentence, Token
from briefgen.language.morphology import parse

_INITIALS = re.compile(r"(?<![\w.])(?:[А-ЯЁ]\.\s?){1,2}\Z")


def mend_names(text: str, sentences: Sequence[Sentence], entities: Sequence[Entity]) -> tuple[Entity, ...]:
    """All entities, in text order."""
    parts = [_with_initials(text, part) for entity in entities for part in _without_bracket(text, entity)]
    return tuple(_with_surnames(text, sentences, parts))


def _with_initials(text: str, entity: Entity) -> Entity:
    """«В.Путин», «С. В. Лавров» where the model took the surname alone."""
    match = _INITIALS.search(text[max(0, entity.start - 8) : entity.start]) if entity.kind == "PER" and " " not in entity.text else None
    if match is None:
        return entity
    start = entity.start - len(match[0])
    return replace(entity, start=start, text=text[start : entity.stop])


def _without_bracket(text: str, entity: Entity) -> Iterator[Entity]:
    """«Олаф Шольц (Olaf Scholz» is two names."""
    bracket = text.find(" (", entity.start, entity.stop)
    if bracket < 0:
        yield entity
        return
    yield replace(entity, stop=bracket, text=text[entity.start : bracket])
    start, stop = bracket + 2, entity.stop - (text[entity.stop - 1] == ")")
    if start < stop:
        yield replace(entity, start=start, stop=stop, text=text[start:stop])


def _with_surnames(text: str, sentences: Sequence[Sentence], entities: Sequence[Entity]) -> Iterator[Entity]:
    """A given name alone takes the surname behind it, which the model passed over or took for a place: «сказал Марат | Хуснуллин»."""
    skip = -1
    for place, entity in enumerate(entities):
        if entity.start < skip:
            continue
        stop = _surname_stop(text, sentences, entity) if entity.kind == "PER" and " " not in entity.text else entity.stop
        following = entities[place + 1] if place + 1 < len(entities) else None
        if following is not None and following.start < stop < following.stop:
            stop = entity.stop
        skip = stop
        yield entity if stop == entity.stop else replace(entity, stop=stop, text=text[entity.start : stop])


def _surname_stop(text: str, sentences: Sequence[Sentence], entity: Entity) -> int:
    own, behind = _pair(sentences, entity)
    if own is None or behind is None or text[entity.stop : behind.start] != " " or not behind.text[:1].isupper() or behind.pos != "PROPN":
        return entity.stop
    is_given = any("Name" in reading.tag for reading in parse(own.text))
    return behind.stop if is_given and behind.features.get("Case") == own.features.get("Case") else entity.stop


def _pair(sentences: Sequence[Sentence], entity: Entity) -> tuple[Token | None, Token | None]:
    """The word of the entity and the one behind it."""
    place = bisect_right(sentences, entity.start, key=lambda part: part.start) - 1
    tokens = sentences[place].tokens if place >= 0 else ()
    index = bisect_right(tokens, entity.start, key=lambda token: token.start) - 1
    own = tokens[index] if index >= 0 and tokens[index].start == entity.start else None
    return own, tokens[index + 1] if own is not None and index + 1 < len(tokens) else None
