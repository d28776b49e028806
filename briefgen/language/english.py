"""English words -> light lemmas; English sentences -> named entities, by rules and short lists."""

from __future__ import annotations

from briefgen.language.document import Entity, Sentence, Token


def tag_words(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    return tokens


def find_names(text: str, sentences: tuple[Sentence, ...]) -> tuple[Entity, ...]:
    return ()
