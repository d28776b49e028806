"""Passage: a paragraph, a heading or a table's row with its place for a reader, read back from a finished file or as the brief has it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from briefgen.proof.words import words_of

CELLS = "  "  # what stands between the cells of a row, and between a bar's label and its value


@dataclass(frozen=True, slots=True)
class Passage:
    """`place` says where: `page 3`, `paragraph 12`, `part “5. Risks to Russia”`. The cells of a row stand in `text` with CELLS between."""

    place: str
    text: str


@dataclass(frozen=True, slots=True)
class Placed:
    """A word as it is compared, and its place."""

    key: str
    place: str
    text: str


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read back from a file. `loose` are texts outside the document's structure: page numbers, running lines, repeated heads.
    `charts` are the texts of each chart's parts, where the format keeps them apart (DOCX); `alternatives` those of its figures, unless
    `drops_alternatives`: the program that saved the file last keeps none."""

    passages: tuple[Passage, ...]
    loose: tuple[Passage, ...] = ()
    charts: tuple[Passage, ...] = ()
    alternatives: tuple[Passage, ...] = ()
    drops_alternatives: bool = False


def placed_words(passages: Iterable[Passage]) -> Iterator[Placed]:
    """The words of passages in order; capitals do not count, since a style may print a marking or a heading in them."""
    for passage in passages:
        for word in words_of(passage.text):
            yield Placed(word.key.casefold(), passage.place, passage.text[word.start : word.stop])
