"""An article with a unit behind it -> one of the unit: "a mile away", "a gallon of milk", "an inch"; not "$60 a barrel"."""

from __future__ import annotations

from decimal import Decimal

from briefgen.extract.quantities.figure import Figure, Reading
from briefgen.extract.quantities.measures import with_unit

_SHORTEST = 4  # letters: "a m" and "an in" are no units


def single_at(reading: Reading, index: int) -> Figure | None:
    """The one unit that starts at a lexeme; none that is the second half of a rate ("60 bushels an acre") or stands before a noun."""
    words, lexemes = reading.lexicon, reading.lexemes
    if reading.norm(index) not in words.articles or index + 1 >= len(lexemes) or lexemes[index + 1].gap != " ":
        return None
    found = words.units.find(lexemes, index + 1)
    if found is None or found[0] not in words.singles or len(reading.norm(index + 1)) < _SHORTEST or _is_rate(reading, index):
        return None
    figure = with_unit(reading, Figure(index, index + 1, Decimal(1), "", "number", is_worded=True))
    is_open = figure.stop < len(lexemes) and lexemes[figure.stop].kind == "word" and not reading.is_break(figure.stop)
    return figure if figure.unit and (not is_open or reading.norm(figure.stop) in words.single_before) else None


def _is_rate(reading: Reading, index: int) -> bool:
    if index == 0 or reading.is_break(index):
        return False
    previous = reading.lexemes[index - 1]
    is_measure = previous.kind == "number" or reading.lexicon.units.find(reading.lexemes, index - 1) is not None
    return is_measure or previous.norm in reading.lexicon.not_single_behind
