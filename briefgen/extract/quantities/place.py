"""Place: a figure among the words of its sentence, which the rules for label, holder and date look around in."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from briefgen.language.document import Document, Sentence, Token
from briefgen.model import Quantity

_DEGREE = ("ADV", "ADP", "PART")
_MOST_BETWEEN = 4  # words


@dataclass(frozen=True, slots=True)
class Place:
    """Tokens `first` to `last` (half-open) of the sentence make up the figure."""

    quantity: Quantity
    text: str
    language: str
    sentence: Sentence
    first: int
    last: int

    @property
    def tokens(self) -> tuple[Token, ...]:
        return self.sentence.tokens

    def lemma(self, index: int) -> str:
        """The dictionary form at an index with ё as е, "" outside the sentence."""
        return self.tokens[index].lemma.replace("ё", "е") if 0 <= index < len(self.tokens) else ""

    def word(self, index: int) -> str:
        """The word at an index in small letters, "" outside the sentence."""
        return self.tokens[index].text.lower().replace("ё", "е") if 0 <= index < len(self.tokens) else ""

    def part(self, index: int) -> str:
        """The part of speech at an index, "" outside the sentence."""
        return self.tokens[index].pos if 0 <= index < len(self.tokens) else ""

    def case(self, index: int) -> str:
        """The case at an index, "" where there is none."""
        return self.tokens[index].features.get("Case", "") if 0 <= index < len(self.tokens) else ""

    def between(self, start: int, stop: int) -> str:
        """The text from one token to before another."""
        return self.text[self.tokens[start].start : self.tokens[stop - 1].stop]


def is_behind(place: Place, starts: Collection[str]) -> bool:
    """Whether one of these word rows («из них») stands right before the figure, words of degree between them aside."""
    for before in range(place.first, max(-1, place.first - _MOST_BETWEEN - 1), -1):
        words = " ".join(place.word(at) for at in range(max(0, before - _MOST_BETWEEN), before))
        if any(f" {words}".endswith(f" {start}") for start in starts):
            return True
        is_degree = place.part(before - 1) in _DEGREE or place.word(before - 1) == ","
        if not is_degree and (place.language == "ru" or place.quantity.qualifier == "exact"):
            return False
    return False


def begins_with(place: Place, starts: Collection[str]) -> bool:
    """Whether the sentence begins with one of these word rows."""
    words = " ".join(place.word(at) for at in range(_MOST_BETWEEN)) + " "
    return any(words.startswith(f"{start} ") for start in starts)


def places_of(document: Document, quantities: Sequence[Quantity]) -> list[Place | None]:
    """Where each quantity stands; None for one outside the document's sentences (a caption that was passed over)."""
    starts = [sentence.start for sentence in document.sentences]
    places: list[Place | None] = []
    for quantity in quantities:
        index = bisect_right(starts, quantity.start) - 1
        sentence = document.sentences[index] if index >= 0 and quantity.start < document.sentences[index].stop else None
        inside = (
            [at for at, token in enumerate(sentence.tokens) if token.start < quantity.stop and quantity.start < token.stop]
            if sentence
            else []
        )
        if sentence is None or not inside:
            places.append(None)
            continue
        places.append(Place(quantity, document.text, document.language, sentence, inside[0], inside[-1] + 1))
    return places
