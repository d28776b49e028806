"""A text and its paragraphs -> Document: sentences, words with morphology and syntax, named entities."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from briefgen.language.document import Document, Entity, Sentence, Token
from briefgen.language.glue import Unglued, unglue
from briefgen.language.sentences import sentence_spans, word_spans
from briefgen.model import Paragraph

_LONGEST = 300  # tokens of a sentence; the syntax model takes time and memory with their square, and no real sentence is longer


@dataclass(frozen=True, slots=True)
class _Passage:
    """A paragraph with its lost spaces put back; `start` is its offset in the text."""

    index: int
    start: int
    unglued: Unglued

    def place(self, offset: int) -> int:
        return self.start + self.unglued.original(offset)

    def words(self, start: int, stop: int) -> str:
        """The words between two offsets of the text, with the spaces put back."""
        return self.unglued.between(start - self.start, stop - self.start)


def annotate(text: str, language: str, paragraphs: tuple[Paragraph, ...]) -> Document:
    """The text with everything the language tells of it. Offsets are the text's own, also where a scraper glued words together."""
    passages = [
        _Passage(index, paragraph.start, unglue(text[paragraph.start : paragraph.stop])) for index, paragraph in enumerate(paragraphs)
    ]
    split = [tuple(_split(passage, language)) for passage in passages]
    if language == "ru":
        return _parse_russian(text, paragraphs, passages, split)
    from briefgen.language.english import find_names, tag_words

    sentences = tuple(replace(sentence, tokens=tag_words(sentence.tokens)) for part in split for sentence in part)
    return Document(text, language, paragraphs, sentences, find_names(text, sentences))


def _split(passage: _Passage, language: str) -> Iterator[Sentence]:
    text = passage.unglued.text
    for start, stop in sentence_spans(text, language):
        tokens = tuple(
            Token(passage.place(start + first), passage.place(start + last), word := text[start + first : start + last], word.lower())
            for first, last in word_spans(text[start:stop], language)
        )
        for first in range(0, len(tokens), _LONGEST):
            part = tokens[first : first + _LONGEST]
            yield Sentence(part[0].start, part[-1].stop, passage.index, part)


def _parse_russian(
    text: str, paragraphs: tuple[Paragraph, ...], passages: list[_Passage], split: Sequence[tuple[Sentence, ...]]
) -> Document:
    """Names are sought paragraph by paragraph: across a blank line the model glues «РИА Новости» to the heading below it."""
    from briefgen.language.mending import mend_names
    from briefgen.language.networks import parse_paragraphs

    sentences: list[Sentence] = []
    entities: list[Entity] = []
    words = [[[token.text for token in sentence.tokens] for sentence in part] for part in split]
    for passage, part, parsing in zip(passages, split, parse_paragraphs(words), strict=True):
        parsed = tuple(
            replace(sentence, tokens=tuple(map(_merge, sentence.tokens, *found)))
            for sentence, found in zip(part, parsing.sentences, strict=True)
        )
        sentences += parsed
        entities += _find_names(passage, parsed, parsing.names)
    return Document(text, "ru", paragraphs, tuple(sentences), mend_names(text, sentences, entities))


def _merge(token: Token, tag: str, head: int, relation: str) -> Token:
    from briefgen.language.morphology import lemma

    pos, features = _read_tag(tag)
    return Token(token.start, token.stop, token.text, lemma(token.text, pos, features), pos, features, head, relation)


@cache
def _read_tag(tag: str) -> tuple[str, Mapping[str, str]]:
    """A tag of the model in parts: part of speech, features.

    >>> _read_tag("NOUN|Case=Gen|Number=Sing")
    ('NOUN', {'Case': 'Gen', 'Number': 'Sing'})
    """
    pos, *features = tag.split("|")
    return pos, dict(feature.split("=", 1) for feature in features)


def _find_names(passage: _Passage, sentences: tuple[Sentence, ...], tags: Sequence[str]) -> Iterator[Entity]:
    """The names that the tags of a paragraph's words mark: B-PER begins one, I-PER goes on, O ends it."""
    tokens = [token for sentence in sentences for token in sentence.tokens]
    first = None
    for index, tag in enumerate([*tags, "O"]):
        if first is not None and not tag.startswith("I-"):
            start, stop = tokens[first].start, tokens[index - 1].stop
            kind = "PER" if _is_person_name(sentences, start, stop) else tags[first][2:]
            yield Entity(start, stop, passage.words(start, stop), kind)
            first = None
        if tag.startswith("B-"):
            first = index


def _is_person_name(sentences: tuple[Sentence, ...], start: int, stop: int) -> bool:
    """Two or three proper nouns of living beings, the later a part of the first's name: the model takes rare names for places."""
    sentence = next((part for part in sentences if part.start <= start < part.stop), None)
    tokens = [token for token in sentence.tokens if start <= token.start < stop] if sentence else []
    if not 2 <= len(tokens) <= 3 or any(token.pos != "PROPN" or token.features.get("Animacy") != "Anim" for token in tokens):
        return False
    return all(token.relation == "flat:name" for token in tokens[1:])
