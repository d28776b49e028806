"""Russian names as the model marks them -> names as they stand: without the bracket behind them, with the surname it passed over."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from briefgen.language.document import Entity, Sentence, Token
from briefgen.language.lexicon import words
from briefgen.language.morphology import is_known, is_surname_like, lemma, parse
from briefgen.language.persons import role_kind

_SURNAME = re.compile(r"(?:[оеё]ва?|[иы]на?|[сц]к(?:ий|ая)|енко|[уюи]к|[ая]н|дзе|швили|ич)$")
_ADJECTIVE_ENDINGS = ("ое", "ее", "ого", "его", "ому", "ему", "ом", "ем", "ый", "ий", "ой", "ая", "яя", "ую", "юю", "ым", "им")
_WORDS = 3  # behind the first of a name
_INITIALS = re.compile(r"(?<![\w.])(?:[А-ЯЁ]\.\s?){1,2}\Z")


def mend_names(text: str, sentences: Sequence[Sentence], entities: Sequence[Entity]) -> tuple[Entity, ...]:
    """All entities, in text order."""
    parts = [_with_initials(text, part) for entity in entities for part in _without_bracket(text, entity)]
    named = [
        _with_body_noun(text, sentences, _without_bodies(_without_post(text, entity))) for entity in _with_surnames(text, sentences, parts)
    ]
    return tuple(sorted([*named, *_missed(text, sentences, named)], key=lambda entity: entity.start))


def _missed(text: str, sentences: Sequence[Sentence], entities: Sequence[Entity]) -> Iterator[Entity]:
    """«Реджеп Тайип Эрдоган», «Токаев» at the head of a sentence: proper nouns of a living being that the model passed over."""
    starts = [entity.start for entity in entities]
    for sentence in sentences:
        tokens, index = sentence.tokens, 0
        while index < len(tokens):
            last = _name_stop(tokens, index)
            first, final = tokens[index], tokens[last]
            if _is_name_word(first, first) and _is_sure(tokens, index, last):
                place = bisect_right(starts, final.start) - 1
                if place < 0 or entities[place].stop <= first.start:
                    yield Entity(first.start, final.stop, text[first.start : final.stop], "PER")
            index = last + 1


def _name_stop(tokens: Sequence[Token], index: int) -> int:
    """The last word of the name that starts at an index."""
    last = index
    while last + 1 < len(tokens) and last - index < _WORDS and _is_name_word(tokens[last + 1], tokens[index]):
        last += 1
    return last


def _is_sure(tokens: Sequence[Token], index: int, last: int) -> bool:
    """Several words, the first a given name or a rare one; one word that the dictionary has as a surname and that is a subject."""
    first = tokens[index]
    if last == index:
        return first.relation == "nsubj" and (is_surname_like(first.text) or _looks_like_surname(first.text))
    return _is_family_first(first, index) or is_given(first.text) or not is_known(first.text)


def _looks_like_surname(word: str) -> bool:
    """«Токаев», which the dictionary has as a case of «токай» alone: the ending of a surname, and no noun for a living being."""
    return bool(_SURNAME.search(word)) and not any("anim" in reading.tag and "nomn" in reading.tag for reading in parse(word))


def _is_family_first(token: Token, index: int) -> bool:
    """«Ван И», «Си Цзиньпин»; at the head of a sentence short words are prepositions."""
    return token.text in words("ru", "names", "family_first") and (index > 0 or len(token.text) > 2)


def _is_name_word(token: Token, first: Token) -> bool:
    features = token.features
    is_name = token.pos == "PROPN" and features.get("Animacy") == "Anim" and token.text[:1].isupper() and not token.text.isupper()
    return is_name and features.get("Case") == first.features.get("Case")


def is_given(word: str) -> bool:
    """
    >>> is_given("Елена"), is_given("Тула")
    (True, False)
    """
    return any("Name" in reading.tag for reading in parse(word))


def _without_bodies(entity: Entity) -> Entity:
    """«Мажилис», «Госдума» is no person."""
    is_body = entity.kind == "PER" and " " not in entity.text and lemma(entity.text) in words("ru", "speech", "bodies")
    return replace(entity, kind="ORG") if is_body else entity


def _with_body_noun(text: str, sentences: Sequence[Sentence], entity: Entity) -> Entity:
    """«Федеральное статистическое | ведомство»: adjectives alone name no body, the noun behind them does."""
    if entity.kind != "ORG" or not entity.text.endswith(_ADJECTIVE_ENDINGS):
        return entity
    place = bisect_right(sentences, entity.start, key=lambda part: part.start) - 1
    tokens = sentences[place].tokens if place >= 0 else ()
    inside = [token for token in tokens if entity.start <= token.start < entity.stop]
    behind = next((token for token in tokens if token.start >= entity.stop), None)
    is_bare = bool(inside) and all(token.pos == "ADJ" for token in inside)
    if not is_bare or behind is None or behind.lemma not in words("ru", "speech", "bodies") or text[entity.stop : behind.start] != " ":
        return entity
    return replace(entity, stop=behind.stop, text=text[entity.start : behind.stop])


def _without_post(text: str, entity: Entity) -> Entity:
    """«Аким Асхат Шахаров» begins with a post."""
    first, _, rest = entity.text.partition(" ")
    if entity.kind != "PER" or " " not in rest or role_kind(lemma(first), "ru") is None:
        return entity
    return replace(entity, start=entity.stop - len(rest), text=rest)


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
    return behind.stop if is_given(own.text) and behind.features.get("Case") == own.features.get("Case") else entity.stop


def _pair(sentences: Sequence[Sentence], entity: Entity) -> tuple[Token | None, Token | None]:
    """The word of the entity and the one behind it."""
    place = bisect_right(sentences, entity.start, key=lambda part: part.start) - 1
    tokens = sentences[place].tokens if place >= 0 else ()
    index = bisect_right(tokens, entity.start, key=lambda token: token.start) - 1
    own = tokens[index] if index >= 0 and tokens[index].start == entity.start else None
    return own, tokens[index + 1] if own is not None and index + 1 < len(tokens) else None
