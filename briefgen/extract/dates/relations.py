"""The words before a date -> its relation: «с 2005 года» is since, "by the end of 2026" before."""

from __future__ import annotations

from briefgen.extract.dates.mention import Mention, Reading

_PREFIXES = 4
_DAYS = ("weekday", "edge", "easter", "orthodox-easter")


def relation_of(reading: Reading, mention: Mention) -> str:
    """One of the contract's relations; a range of two ends is `between`, a lone day `on`, all else `in`."""
    if mention.until is not None or mention.kind in ("weekdays", "dates"):
        return "between"
    found = _before(reading, mention.first)
    is_beside = found == "since" and reading.norm(mention.stop - 1).endswith(tuple(reading.lexicon.words["instrumental_endings"]))
    if found in ("", "in", "on") or is_beside:
        return "on" if _is_day(mention) else "in"
    return found


def _before(reading: Reading, at: int) -> str:
    """The relation of the words right before a lexeme, or before "the", "mid-", "the late"; "" where a sentence begins there."""
    words, found = reading.lexicon.words, ""
    for _ in range(_PREFIXES):
        if reading.is_break(at):
            return found
        relation = reading.lexicon.trees["relations"].find_before(reading.lexemes, at)
        found = str(relation[0]) if relation else found
        is_prefix = reading.norm(at - 1) in words["joined"] | words["the"] | {"-"}
        if not is_prefix or reading.lexicon.language != "en" or found not in ("", "in"):
            return found
        at -= 1
    return found


def _is_day(mention: Mention) -> bool:
    if mention.kind:
        return mention.kind in ("weekday", "date") or (mention.kind in ("distance", "ago") and mention.distance[0] == "day")
    return mention.start.part in _DAYS or (mention.start.day is not None and mention.start.part != "weekof")
