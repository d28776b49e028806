"""The words before a date -> its relation («с 2005 года» is since), and those around it -> whether the text looks ahead."""

from __future__ import annotations

from briefgen.extract.dates.mention import Mention, Reading

_REACH = 20  # lexemes to either side in which a word of the future bears on the date


def relation_of(reading: Reading, mention: Mention) -> str:
    """One of the contract's relations; a range of two ends is `between`, a lone day `on`, all else `in`."""
    if mention.until is not None:
        return "between"
    at = mention.first
    if reading.norm(at - 1) in reading.lexicon.words["the"]:
        at -= 1
    found = reading.lexicon.relations.find_before(reading.lexemes, at)
    is_day = mention.start.day is not None or mention.kind == "weekday" or mention.distance[0] == "day"
    if found is None or reading.is_break(at):
        return "on" if is_day else "in"
    relation = str(found[0])
    if relation in ("in", "on"):
        return "on" if is_day else "in"
    return relation


def looks_ahead(reading: Reading, index: int) -> bool:
    """Whether the word of past or future nearest to the date is one of the future: «планируется», "will".

    A participle behind "be" is of neither kind ("will be signed on 5 March").
    """
    past, future = _REACH + 1, _REACH + 1
    for at in _near(reading, index):
        distance = abs(at - index)
        if reading.lexicon.future.find(reading.lexemes, at):
            future = min(future, distance)
        elif _is_past(reading, at):
            past = min(past, distance)
    return future <= _REACH and future < past


def _is_past(reading: Reading, at: int) -> bool:
    if reading.lexicon.past.find(reading.lexemes, at):
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
