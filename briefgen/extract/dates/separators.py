"""What stands between the two ends of a range: a dash, «по», "to", and between «и», "and"."""

from __future__ import annotations

from briefgen.extract.dates.mention import Reading

DASHES = frozenset("-−–—")


def behind_separator(reading: Reading, index: int, at: int, *, with_slash: bool = False) -> int | None:
    """The index behind the separator at `at` of a range that starts at `index`; "and" counts where "between" stands before."""
    if at >= len(reading.lexemes) or reading.lexemes[at].gap == "\n":
        return None
    word, stop = reading.norm(at), at + 1
    if word == "." and all(reading.is_glued(place) for place in (at, at + 1, at + 2)) and reading.norm(at + 1) == ".":
        return at + 2  # «2010..2015 гг.»
    words, before = reading.lexicon.words, _before(reading, index)
    if word in DASHES or (with_slash and word == "/"):
        is_even = reading.is_glued(at) == reading.is_glued(stop)
        stop = _behind_edge(reading, stop) if not reading.is_glued(stop) else stop
        return stop if is_even and stop < len(reading.lexemes) and reading.lexemes[stop].gap != "\n" else None
    if word in words["and"] and before in words["from"] and reading.norm(stop) in words["to"] - DASHES and words["night"]:
        word, stop = reading.norm(stop), stop + 1  # «с 2010 и до 2015 года»
    is_night = word in words["night"] and reading.norm(index - 2) == "ночь"
    is_range = word in words["to"] and (before in words["from"] or reading.lexicon.language == "en" or word == "по")
    if not (is_night or is_range or (word in words["and"] and before in words["between"])):
        return None
    stop = _behind_time(reading, _behind_edge(reading, stop))
    return stop if stop < len(reading.lexemes) and reading.lexemes[stop].gap != "\n" else None


def _before(reading: Reading, index: int) -> str:
    """The word before a range; "the", «начала» and "early" passed over."""
    words = reading.lexicon.words
    if reading.norm(index - 2) == ":" and reading.norm(index - 3).isdecimal() and reading.norm(index - 1).isdecimal():
        index -= 3  # «с 10:00 12 марта до 18:00 15 марта»
    for _ in range(3):
        if reading.norm(index - 1) not in words["the"] | words["edge"]:
            break
        index -= 1
    return reading.norm(index - 1)


def _behind_time(reading: Reading, at: int) -> int:
    """The index behind a time of day that stands before a date: «до 18:00 15 марта»."""
    is_time = reading.norm(at + 1) == ":" and reading.is_glued(at + 1) and reading.norm(at).isdecimal() and reading.norm(at + 2).isdecimal()
    return at + 3 if is_time and reading.norm(at + 3).isdecimal() else at


def _behind_edge(reading: Reading, at: int) -> int:
    """The index behind «начала», "early", "the"."""
    for _ in range(3):
        if reading.norm(at) not in reading.lexicon.words["edge"] | {"-"}:
            break
        at += 1
    return at
