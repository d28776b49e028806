"""A text and its paragraphs -> Document: sentences, words with morphology and syntax, named entities."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

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


def annotate(text: str, language: str, paragraphs: tuple[Paragraph, ...]) -> Document:
    """The text with everything the language tells of it. Offsets are the text's own, also where a scraper glued words together."""
    passages = [
        _Passage(index, paragraph.start, unglue(text[paragraph.start : paragraph.stop])) for index, paragraph in enumerate(paragraphs)
    ]
    sentences = tuple(sentence for passage in passages for sentence in _split(passage, language))
    if language == "ru":
        sentences = _parse_russian(sentences)
        return Document(text, language, paragraphs, sentences, tuple(_russian_names(passages, sentences)))
    from briefgen.language.english import find_names, tag_words

    sentences = tuple(replace(sentence, tokens=tag_words(sentence.tokens)) for sentence in sentences)
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


def _parse_russian(sentences: tuple[Sentence, ...]) -> tuple[Sentence, ...]:
    from briefgen.language.models import load_models

    models = load_models()
    words = [[token.text for token in sentence.tokens] for sentence in sentences]
    parsed = zip(sentences, models.morphology.map(words), models.syntax.map(words), strict=True)
    return tuple(replace(sentence, tokens=tuple(_merge(sentence, tags.tokens, tree.tokens))) for sentence, tags, tree in parsed)


def _merge(sentence: Sentence, tags: Iterable[object], tree: Iterable[object]) -> Iterator[Token]:
    from briefgen.language.morphology import lemma

    nodes = list(tree)
    index_of = {node.id: index for index, node in enumerate(nodes)}  # type: ignore[attr-defined]
    for token, tag, node in zip(sentence.tokens, tags, nodes, strict=True):
        features = dict(tag.feats or {})  # type: ignore[attr-defined]
        yield replace(
            token,
            lemma=lemma(token.text, tag.pos, features),  # type: ignore[attr-defined]
            pos=tag.pos,  # type: ignore[attr-defined]
            features=features,
            head=index_of.get(node.head_id, -1),  # type: ignore[attr-defined]
            relation=node.rel,  # type: ignore[attr-defined]
        )


def _russian_names(passages: list[_Passage], sentences: tuple[Sentence, ...]) -> Iterator[Entity]:
    """Names paragraph by paragraph: across a blank line the model glues «РИА Новости» to the heading below it."""
    from briefgen.language.models import load_models

    for passage, marked in zip(passages, load_models().names.map([passage.unglued.text for passage in passages]), strict=True):
        for span in marked.spans:
            start, stop = passage.place(span.start), passage.place(span.stop)
            kind = "PER" if _is_person_name(sentences, start, stop) else span.type
            yield Entity(start, stop, passage.unglued.text[span.start : span.stop], kind)


def _is_person_name(sentences: tuple[Sentence, ...], start: int, stop: int) -> bool:
    """Two or three proper nouns of living beings, the later a part of the first's name: the model takes rare names for places."""
    sentence = next((part for part in sentences if part.start <= start < part.stop), None)
    tokens = [token for token in sentence.tokens if start <= token.start < stop] if sentence else []
    if not 2 <= len(tokens) <= 3 or any(token.pos != "PROPN" or token.features.get("Animacy") != "Anim" for token in tokens):
        return False
    return all(token.relation == "flat:name" for token in tokens[1:])
