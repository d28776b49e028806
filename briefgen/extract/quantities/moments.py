"""A figure in its sentence -> the date that it is of: «45 процентов в 2021 году», «на 1 января 2024 года остаток составил ...»."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import cache

from briefgen.extract.quantities.place import Place
from briefgen.language.document import Token
from briefgen.language.lexicon import load
from briefgen.model import DateMention

_GAP = 20  # characters between a figure and the date that follows it: a preposition, « годовых »
_SIGNS = frozenset(",;:()—–")
_LONGEST_CLIMB = 12
_NO_MOMENT = ("until", "before", "after")
_STARTS = ("since",)  # with a day: "the year starting on 21 March" dates no figure


def as_of(place: Place, dates: Sequence[DateMention], neighbours: Sequence[Place], published: date | None) -> str | None:
    """The ISO value of the date right behind the figure, right before it, or alone in its clause; None where none is sure.

    A date that the figure is hoped, planned or forecast for is none that it is of.
    """
    moment = _moment(place, dates, neighbours)
    return None if moment is None or _is_later(moment, published) or _is_ahead(place, moment) else moment.value


def _moment(place: Place, dates: Sequence[DateMention], neighbours: Sequence[Place]) -> DateMention | None:
    inside = [date for date in dates if place.sentence.start <= date.start < place.sentence.stop and date.value[:1].isdigit()]
    inside = [date for date in inside if not _is_compared(place, date) and not (date.relation in _STARTS and date.precision == "day")]
    free = [date for date in inside if _is_free(place, date, neighbours)]
    behind = next(
        (date for date in free if 0 <= date.start - place.quantity.stop <= _GAP and _is_open(place, place.quantity.stop, date.start)), None
    )
    if behind and behind.relation not in _NO_MOMENT:
        return behind
    before = next((date for date in reversed(free) if 0 <= place.quantity.start - date.stop <= 3), None)
    if before:
        return before
    clause = [date for date in free if _is_in_clause(place, date) and date.relation not in _NO_MOMENT and not _is_of_speech(place, date)]
    return clause[0] if len(clause) == 1 else None


def _is_later(moment: DateMention, published: date | None) -> bool:
    """Whether the date begins after the day of the article, as far as its precision tells."""
    start = moment.value.split("/")[0]
    if not start.replace("-", "").isdigit():
        start = start[:4]  # a quarter or a half
    return published is not None and start > published.isoformat()[: len(start)]


def _is_ahead(place: Place, moment: DateMention) -> bool:
    """Whether a word of hope or plan, or a verb in the future, governs the figure or its date."""
    plans = set(_words(place.language, "plans"))
    if place.language == "en":
        return any(token.text.lower() in plans for token in _clause(place, moment))
    date = next((at for at, token in enumerate(place.tokens) if token.stop > moment.start), place.first)
    chains = [_governors(place, at) for at in (date, place.last - 1)]
    if any(place.lemma(at) in plans for chain in chains for at in chain):
        return True
    verbs = [next((at for at in chain if place.part(at) in ("VERB", "AUX") and not place.case(at)), -1) for chain in chains]
    return any(
        token.features.get("Tense") == "Fut" and (at in verbs or (token.pos == "AUX" and token.head in verbs))
        for at, token in enumerate(place.tokens)
    )


def _clause(place: Place, moment: DateMention) -> list[Token]:
    """The words between the signs around figure and date: English has no tree to look up in."""
    low, high = min(place.quantity.start, moment.start), max(place.quantity.stop, moment.stop)
    signs = [token for token in place.tokens if token.text in _SIGNS]
    start = max((token.stop for token in signs if token.stop <= low), default=place.sentence.start)
    stop = min((token.start for token in signs if token.start >= high), default=place.sentence.stop)
    return [token for token in place.tokens if start <= token.start < stop]


def _governors(place: Place, at: int) -> list[int]:
    """A word and those above it, up to where its relative clause or its part of «получил и потратил» ends."""
    above: list[int] = []
    while at >= 0 and len(above) < _LONGEST_CLIMB:
        above.append(at)
        token = place.tokens[at]
        if token.relation == "acl:relcl" or (token.relation == "conj" and token.features.get("VerbForm") == "Fin"):
            break
        at = token.head
    return above


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
