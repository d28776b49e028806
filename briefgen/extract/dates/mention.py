"""Mention: a date as found among the lexemes, its year perhaps still open; and Reading, the text it was found in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from briefgen.extract.dates.lexicon import Lexicon
from briefgen.language import lexemes

Reading: TypeAlias = lexemes.Reading[Lexicon]


@dataclass(frozen=True, slots=True)
class Point:
    """One end of a mention. `year` is None where the text names none, `shift` the year counted from the article's («этого года» is 0)."""

    stop: int
    year: int | None = None
    month: int | None = None
    day: int | None = None
    shift: int | None = None


@dataclass(frozen=True, slots=True)
class Mention:
    """Lexemes `first` to `stop` (half-open). `until` is the other end of a range; `kind` names a period that is no point:

    quarter, half (with `part` its number), decade, "distance" (unit and count from the article in `distance`), weekday (`part`).
    """

    first: int
    stop: int
    rule: str
    start: Point
    until: Point | None = None
    kind: str = ""
    part: int = 0
    distance: tuple[str, int] = ("", 0)
