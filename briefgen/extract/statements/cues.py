"""Cue: words that show a statement, before it is known who is meant; and the sentences they stand in."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from briefgen.language.document import Document, Sentence, Token

_STEPS = 12  # the trees of the model may hold circles


@dataclass(frozen=True, slots=True)
class Reference:
    """Who is meant, as the sentence has it. `kind`: person, role, pronoun, body, group.

    `phrase` is what stands there in the nominative, `lemma` its head, `qualifiers` the lemmas that narrow it down («казахстанский», «МИД»).
    """

    kind: str
    start: int
    phrase: str
    lemma: str = ""
    gender: str = ""
    qualifiers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Cue:
    """A statement's span, the word that shows it, where it stands, and who is meant. `reference` is None for «as the one before»."""

    start: int
    stop: int
    mode: str
    word: str
    position: int
    rule: str
    reference: Reference | None
    negated: bool = False


@dataclass(frozen=True, slots=True)
class Attribution:
    """The words beside a quotation that say whose it is: the word of speech, its place, who is meant; `start` and `stop` cover them."""

    word: str
    position: int
    reference: Reference
    start: int
    stop: int


def sentence_at(document: Document, offset: int) -> Sentence | None:
    """The sentence in which an offset stands."""
    place = bisect_right(document.sentences, offset, key=lambda sentence: sentence.start) - 1
    return document.sentences[place] if place >= 0 and offset < document.sentences[place].stop else None


def sentence_before(document: Document, offset: int) -> Sentence | None:
    """The last sentence that starts before an offset."""
    place = bisect_right(document.sentences, offset - 1, key=lambda sentence: sentence.start) - 1
    return document.sentences[place] if place >= 0 else None


def index_at(sentence: Sentence, offset: int) -> int:
    """The index of the first token that ends behind the offset; the number of tokens when none does."""
    return next((index for index, token in enumerate(sentence.tokens) if token.stop > offset), len(sentence.tokens))


def children(sentence: Sentence, index: int) -> list[int]:
    """The tokens that hang on a token."""
    return [place for place, token in enumerate(sentence.tokens) if token.head == index and place != index]


def subtree(sentence: Sentence, index: int) -> list[int]:
    """The token and all that hangs on it, in order."""
    found, front = {index}, [index]
    while front:
        front = [place for parent in front for place in children(sentence, parent) if place not in found]
        found.update(front)
    return sorted(found)


def ancestors(sentence: Sentence, index: int) -> Iterator[int]:
    """The heads of a token, nearest first."""
    for _ in range(_STEPS):
        index = sentence.tokens[index].head
        if index < 0:
            return
        yield index


def is_finite(token: Token) -> bool:
    """A verb that can carry a sentence of its own."""
    return token.pos in {"VERB", "AUX"} and token.features.get("VerbForm") == "Fin"


def is_converb(token: Token) -> bool:
    """«добавив», «отмечая»."""
    return token.pos == "VERB" and token.features.get("VerbForm") == "Conv"


def word_count(text: str) -> int:
    return sum(1 for word in text.split() if any(letter.isalnum() for letter in word))
