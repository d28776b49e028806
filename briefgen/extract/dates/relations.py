"""The words before a date -> its relation: «с 2005 года» is since, "by the end of 2026" before."""

from __future__ import annotations

from briefgen.extract.dates.mention import Mention, Reading

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
