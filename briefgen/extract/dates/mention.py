"""Mention: a date as found among the lexemes, its year perhaps still open; and Reading, the text it was found in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from briefgen.extract.dates.lexicon import Lexicon
from briefgen.language import lexemes

Reading: TypeAlias = lexemes.Reading[Lexicon]


def stands_alone(reading: Reading, first: int, stop: int) -> bool:
    """Whether a line holds nothing but these lexemes, as a cell of a table or a heading does."""
    is_open = first == 0 or reading.lexemes[first].gap == "\n"
    return is_open and (stop >= len(reading.lexemes) or reading.lexemes[stop].gap == "\n")


@dataclass(frozen=True, slots=True)
class Point:
    """A date, or one end of a range.

    `year` is None where the text names none, `shift` the year counted from the article's («этого года» is 0). `is_guess`: day and month
    might be the other way round. `part` names what of that year or month is meant, `number` which one:

    * quarter, half; months (the first or, below zero, the last so many); season (its first month)
    * weekday (0 is Monday; `which` of the month, -1 the last), week (`which`), edge (the first or last day), weekof (the week of the day)
    * halfmonth, tendays; easter, orthodox-easter
    * decade and century (the year in which it starts), halfcentury, hundred ("the 1700s")
    """

    stop: int
    year: int | None = None
    month: int | None = None
    day: int | None = None
    shift: int | None = None
    part: str = ""
    number: int = 0
    which: int = 0
    is_guess: bool = False


@dataclass(frozen=True, slots=True)
class Mention:
    """Lexemes `first` to `stop` (half-open). `until` is the other end of a range; `kind` names what counts from the day of the article:

    * distance and ago (so many units, in `distance`), stretch (all units up to it, or from it)
    * weekday (`part`; `distance` says of which week, or before, after), weekdays (`part` to `number`)
    * weekend (the last or the next); dates (the days `part` to `number` of the month that `distance` says)
    * date (the day `part` of the month that `distance` says), month and season (`part`, `distance`)
    """

    first: int
    stop: int
    rule: str
    start: Point
    until: Point | None = None
    kind: str = ""
    part: int = 0
    number: int = 0
    distance: tuple[str, int] = ("", 0)
