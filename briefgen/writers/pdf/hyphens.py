"""A Russian word -> the places where it may be cut at a line's end (patterns of LibreOffice, through pyphen)."""

from __future__ import annotations

import re
from functools import lru_cache

import pyphen

# Names, figures, abbreviations and words of another script are never cut: only lower-case Cyrillic of seven letters and more.
_WORD = re.compile(r"[«„“(\[\u00a0]*([а-яё]{7,})[»“”)\].,;:!?…\u00a0—]*")
_BEFORE, _AFTER = 3, 3


def cut_points(token: str) -> list[int]:
    """Offsets into a token, at least three letters from either end of its word.

    >>> cut_points("стратегическому,")
    [4, 6, 8, 10]
    >>> cut_points("Великобритания")
    []
    """
    match = _WORD.fullmatch(token)
    if match is None:
        return []
    start, word = match.start(1), match.group(1)
    return [start + at for at in _patterns().positions(word) if _BEFORE <= at <= len(word) - _AFTER]


@lru_cache(maxsize=1)
def _patterns() -> pyphen.Pyphen:
    return pyphen.Pyphen(lang="ru_RU", left=_BEFORE, right=_AFTER)
