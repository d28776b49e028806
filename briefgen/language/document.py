"""Document: an article's text with sentences, tokens and named entities, all with offsets into the text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from briefgen.model import Paragraph


@dataclass(frozen=True, slots=True)
class Token:
    """A word or sign. `pos` and `features` are Universal Dependencies (NOUN, VERB; Case=Gen), `head` the index of the governing token in
    the sentence (-1 for the root), `relation` its UD relation. `lemma` is lower case; ё is kept as written."""

    start: int
    stop: int
    text: str
    lemma: str
    pos: str = ""
    features: Mapping[str, str] = field(default_factory=dict)
    head: int = -1
    relation: str = ""


@dataclass(frozen=True, slots=True)
class Sentence:
    """`paragraph` is the index into `Document.paragraphs`."""

    start: int
    stop: int
    paragraph: int
    tokens: tuple[Token, ...]


@dataclass(frozen=True, slots=True)
class Entity:
    """A named entity; `kind` is PER, ORG or LOC."""

    start: int
    stop: int
    text: str
    kind: str


@dataclass(frozen=True, slots=True)
class Document:
    """Paragraphs that are only white space are not in it; captions and background are, with their role."""

    text: str
    language: str
    paragraphs: tuple[Paragraph, ...]
    sentences: tuple[Sentence, ...]
    entities: tuple[Entity, ...]
