"""Review: the articles of a brief with their facts for a staffer's eye, every word chosen in both languages. The writer prints it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

Words = Mapping[str, str]  # by language of the reader


@dataclass(frozen=True, slots=True)
class Segment:
    """A piece of a paragraph that belongs to the same facts from end to end: their ids, the longest first; `begins`: those that begin."""

    text: str
    facts: tuple[str, ...] = ()
    begins: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ReviewParagraph:
    """`place` is as citations print it, 1.24; `role` as the reader of the article found it (text, caption, background, ...)."""

    place: str
    role: str
    segments: tuple[Segment, ...]


@dataclass(frozen=True, slots=True)
class ReviewArticle:
    """An article as a source of the brief. `is_whole` is False where only its sentences with facts are at hand."""

    number: int
    title: str
    language: str
    about: Words
    paragraphs: tuple[ReviewParagraph, ...]
    is_whole: bool


@dataclass(frozen=True, slots=True)
class ReviewFact:
    """A fact: its kind (one letter, as its id begins), what it says, where it stands, which rule took it and why, what is in doubt,
    and how its sentence stands in the other language."""

    id: str
    kind: str
    language: str
    words: Words
    places: tuple[str, ...]
    rule: str
    why: Words
    doubts: tuple[Words, ...]
    translation: Words


@dataclass(frozen=True, slots=True)
class Review:
    """`languages` are those that the page can be read in, the first to begin with; `labels` are its fixed words by key."""

    languages: tuple[str, ...]
    title: Words
    labels: Mapping[str, Words]
    articles: tuple[ReviewArticle, ...]
    facts: tuple[ReviewFact, ...]
    brief_number: str
