"""The words before a date -> its relation («с 2005 года» is since), and those around it -> whether the text looks back or ahead."""

from __future__ import annotations

from briefgen.extract.dates.calendar import FUTURE, PAST
from briefgen.extract.dates.mention import Mention, Reading

_REACH = 20  # lexemes to either side in which a word of the future bears on the date
_INSTRUMENTAL = ("годом", "годами", "ем", "ом", "ой", "ей")  # «по сравнению с 2012 годом» is not since
_DAYS = ("weekday", "edge", "easter", "orthodox-easter")


def relation_of(reading: Reading, mention: Mention) -> str:
    """One of the contract's relations; a range of two ends is `between`, a lone day `on`, all else `in`."""
    if mention.until is not None or mention.kind == "weekdays":
        return "between"
    at = _behind_article(reading, mention.first)
    found = reading.lexicon.trees["relations"].find_before(reading.lexemes, at)
    is_beside = found is not None and found[0] == "since" and reading.norm(mention.stop - 1).endswith(_INSTRUMENTAL)
    if found is None or reading.is_break(at) or found[0] in ("in", "on") or is_beside:
        return "on" if _is_day(mention) else "in"
    return str(found[0])


def _behind_article(reading: Reading, at: int) -> int:
    """The index behind the preposition, where "the" or "the late" stands between it and the date."""
    words = reading.lexicon.words
    back = at
    while reading.norm(back - 1) in words["joined"] | {"-"} and not reading.is_break(back) and reading.lexicon.language == "en":
        back -= 1
    return back - 1 if reading.norm(back - 1) in words["the"] and not reading.is_break(back) else at


def _is_day(mention: Mention) -> bool:
    if mention.kind:
        return mention.kind in ("weekday", "date") or (mention.kind in ("distance", "ago") and mention.distance[0] == "day")
    return mention.start.part in _DAYS or (mention.start.day is not None and mention.start.part != "weekof")


def looks_ahead(reading: Reading, index: int) -> bool:
    """Whether the word of past or future nearest to the date is one of the future: «планируется», "will"."""
    return tense_around(reading, index) == FUTURE


def tense_around(reading: Reading, index: int) -> str:
    """Past or future by the nearest word of either kind, "" where there is none.

    A participle behind "be" is of neither kind ("will be signed on 5 March").
    """
    past, future = _REACH + 1, _REACH + 1
    for at in _near(reading, index):
        distance = abs(at - index)
        if reading.lexicon.trees["future"].find(reading.lexemes, at):
            future = min(future, distance)
        elif _is_past(reading, at):
            past = min(past, distance)
    if future <= _REACH and future < past:
        return FUTURE
    return PAST if past <= _REACH else ""


def _is_past(reading: Reading, at: int) -> bool:
    if reading.lexicon.trees["past"].find(reading.lexemes, at):
        return True
    word = reading.norm(at)
    return len(word) > 4 and word.endswith(reading.lexicon.past_endings) and reading.norm(at - 1) not in ("be", "to", "is", "are")


def _near(reading: Reading, index: int) -> range:
    first, last = index, index + 1
    while first > 0 and index - first < _REACH and not reading.is_break(first):
        first -= 1
    while last < len(reading.lexemes) and last - index < _REACH and not reading.is_break(last):
        last += 1
    return range(first, last)
