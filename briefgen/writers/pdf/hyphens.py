"""A Russian word -> the places where it may be cut at a line's end (patterns of LibreOffice, through pyphen)."""

from __future__ import annotations

import re
from functools import lru_cache

import pyphen

# Figures, abbreviations and words of another script are never cut: only lower-case Cyrillic of seven letters and more;
# names of ten and more (Великобритания) where nothing else helps, so that hardly a surname is among them.
_OPENING, _CLOSING = r"[«„“(\[\u00a0]*", r"[»“”)\].,;:!?…\u00a0—]*"
_WORD = re.compile(_OPENING + r"([а-яё]{7,})" + _CLOSING)
_NAME = re.compile(_OPENING + r"([А-ЯЁ][а-яё]{9,}|[а-яё]{7,})" + _CLOSING)
_BEFORE, _AFTER = 3, 3


def cut_points(token: str, *, names: bool = False) -> list[int]:
    """Offsets into a token, at least three letters from either end of its word; `names` adds those of long names.

    >>> cut_points("стратегическому,")
    [4, 6, 8, 10]
    >>> cut_points("Великобритания"), cut_points("Великобритания", names=True)
    ([], [4, 6, 9, 11])
    """
    match = (_NAME if names else _WORD).fullmatch(token)
    if match is None:
        return []
    start, word = match.start(1), match.group(1)
    return [start + at for at in _patterns().positions(word) if _BEFORE <= at <= len(word) - _AFTER]


@lru_cache(maxsize=1)
def _patterns() -> pyphen.Pyphen:
    return pyphen.Pyphen(lang="ru_RU", left=_BEFORE, right=_AFTER)
