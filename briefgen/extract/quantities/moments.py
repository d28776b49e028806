"""A figure in its sentence -> the date that it is of: «45 процентов в 2021 году», «на 1 января 2024 года остаток составил ...»."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from briefgen.extract.quantities.place import Place
from briefgen.language.lexicon import load
from briefgen.model import DateMention

_GAP = 20  # characters between a figure and the date that follows it: a preposition, « годовых »
_NO_MOMENT = ("until", "before", "after")


def as_of(place: Place, dates: Sequence[DateMention], neighbours: Sequence[Place]) -> str | None:
    """The ISO value of the date right behind the figure, right before it, or alone in its clause; None where none is sure."""
    inside = [date for date in dates if place.sentence.start <= date.start < place.sentence.stop and date.value[:1].isdigit()]
    inside = [date for date in inside if not _is_compared(place, date)]
    free = [date for date in inside if _is_free(place, date, neighbours)]
    behind = next(
        (date for date in free if 0 <= date.start - place.quantity.stop <= _GAP and _is_open(place, place.quantity.stop, date.start)), None
    )
    if behind and behind.relation not in _NO_MOMENT:
        return behind.value
    before = next((date for date in reversed(free) if 0 <= place.quantity.start - date.stop <= 3), None)
    if before:
        return before.value
    clause = [date for date in free if _is_in_clause(place, date) and date.relation not in _NO_MOMENT and not _is_of_speech(place, date)]
    return clause[0].value if len(clause) == 1 else None


def _is_free(place: Place, date: DateMention, neighbours: Sequence[Place]) -> bool:
    """No other figure stands between, its own conversion aside."""
    low, high = sorted((date.start, place.quantity.start))
    return not any(low < other.quantity.start < high and other.quantity.equivalent_of != place.quantity.id for other in neighbours)


def _is_compared(place: Place, date: DateMention) -> bool:
    """«на 10 процентов по сравнению с прошлым годом»: the other date, not the figure's."""
    before = place.text[max(0, date.start - 24) : date.start].lower().rstrip()
    return before.endswith(_words(place.language, "compared"))


def _is_open(place: Place, start: int, stop: int) -> bool:
    return not set(",;()") & set(place.text[start:stop])


def _is_in_clause(place: Place, date: DateMention) -> bool:
    low, high = sorted((date.start, place.quantity.start))
    return not set(",;:()") & set(place.text[low:high])


def _is_of_speech(place: Place, date: DateMention) -> bool:
    """«23 декабря министр рассказал о ...»: the day of the telling, which a verb of speech between them gives away."""
    low, high = sorted((date.start, place.quantity.start))
    return any(low <= token.start < high and {token.lemma, token.text} & set(_words(place.language, "speech")) for token in place.tokens)


@cache
def _words(language: str, name: str) -> tuple[str, ...]:
    return tuple(load(language, "quantities")["measured"][name])
