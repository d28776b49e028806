"""Words -> where the lines of a paragraph end, chosen over the whole paragraph (after Knuth and Plass, 1981)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefgen.writers.pdf.words import Word

# How far the spaces of a justified line may shrink, and by how much a good line may stretch them, as parts of a space.
_SHRINK, _STRETCH = 0.18, 0.5

# The spaces of a justified line grow by at most so many spaces; a line that asks for more is left unfilled.
WIDEST = 1.5

# Costs of a line end in justified text (as TeX's demerits) and in ragged text (parts of a squared line width).
_JUSTIFIED = {"space": 0.0, "hyphen": 30.0, "cut": 80.0, "address": 10.0, "line": 0.0, "end": 0.0}
_RAGGED = {"space": 0.0, "hyphen": 0.12, "cut": 0.5, "address": 0.02, "line": 0.0, "end": 0.0}
_TWO_CUTS = 80_000.0  # two hyphens one below the other
_LONELY = 0.35  # a last line that holds one short word, or a citation alone
_LONELY_PART = 0.25
_HANGING_JUSTIFIED, _HANGING_RAGGED = 40.0, 0.2  # a line that ends with a word that belongs to the next
_PREPOSITION = re.compile(r"[авикосу]|№", re.IGNORECASE)
_NUMBER = re.compile(r"[$€£]?\d[\d.,]*")
_LINE = 10.0  # ragged text never takes a line more than it needs


def choose_breaks(words: Sequence[Word], width: float, *, justified: bool) -> list[int]:
    """The index after the last word of each line. Each word fits the width."""
    count = len(words)
    starts = [0.0]
    gaps = [0]
    for word in words:
        starts.append(starts[-1] + word.width + word.space_width)
        gaps.append(gaps[-1] + word.gaps + (word.space is not None))
    if starts[count] - words[-1].space_width <= width:
        return [count]
    hangs = [bool(stop) and _hangs(words, stop) for stop in range(count + 1)]
    costs, origins = [0.0] + [float("inf")] * count, [0] * (count + 1)
    for stop in range(1, count + 1):
        end = words[stop - 1]
        right = starts[stop] - end.space_width + (end.hyphen_width if stop < count else 0.0)
        inner = gaps[stop] - (end.space is not None)
        for start in range(stop - 1, -1, -1):
            slack = width - right + starts[start]
            shrinkable = _SHRINK * space_of(end) * (inner - gaps[start]) if justified else 0.0
            if slack + shrinkable < -0.01 and start < stop - 1:
                break
            if costs[start] == float("inf"):
                continue
            if justified:
                cost = _justified_cost(words, start, stop, slack, inner - gaps[start], last=stop == count, hangs=hangs[stop])
            else:
                lonely = stop == count and start == stop - 1 and start > 0
                cost = _ragged_cost(words[stop - 1], slack / width, last=stop == count, lonely=lonely, hangs=hangs[stop])
            if costs[start] + cost < costs[stop]:
                costs[stop], origins[stop] = costs[start] + cost, start
    return _path(origins)


def space_of(end: Word) -> float:
    """The natural width of a space in a line that ends with this word."""
    return 0.25 * end.fragments[-1].look.size


def _path(origins: Sequence[int]) -> list[int]:
    stops, stop = [], len(origins) - 1
    while stop:
        stops.append(stop)
        stop = origins[stop]
    return stops[::-1]


def _justified_cost(words: Sequence[Word], start: int, stop: int, slack: float, gaps: int, *, last: bool, hangs: bool) -> float:
    """TeX's demerits: the cube of how far the spaces are from their natural width, squared."""
    end = words[stop - 1]
    space = space_of(end)
    if last and slack >= 0:
        return 1.0
    if end.ending == "cut" and gaps and slack > WIDEST * space * gaps:
        return float("inf")  # a word is never cut for a line that stays unfilled
    ratio = slack / (max(gaps, 0.5) * space * (_STRETCH if slack >= 0 else _SHRINK))
    cost = (1 + 100 * min(abs(ratio), 40.0) ** 3) ** 2 + (_JUSTIFIED[end.ending] + _HANGING_JUSTIFIED * hangs) ** 2
    return cost + (_TWO_CUTS if end.ending == "cut" and start and words[start - 1].ending == "cut" else 0.0)


def _ragged_cost(end: Word, slack: float, *, last: bool, lonely: bool, hangs: bool) -> float:
    """The square of the white space at the end; `lonely` is a last line of one word."""
    if last:
        return _LINE + (_LONELY if lonely and slack > 1 - _LONELY_PART else 0.0)
    return _LINE + max(slack, 0.0) ** 2 + _RAGGED[end.ending] + _HANGING_RAGGED * hangs


def _hangs(words: Sequence[Word], stop: int) -> bool:
    """Whether a line would end with a Russian preposition or conjunction of one letter, or with a number before its unit."""
    word = words[stop - 1]
    if stop == len(words) or len(word.fragments) > 1 or word.ending != "space":
        return False
    text = word.fragments[0].text
    return bool(_PREPOSITION.fullmatch(text) or (_NUMBER.fullmatch(text) and words[stop].fragments[0].text[:1].islower()))
