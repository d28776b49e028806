"""A text -> its words, numbers and signs as they are compared: what layout adds (line ends, hyphens, spaces, marks) does not count."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

_HYPHEN = "[-\u2010\u2011\u00ad]"
# A number with its decimals; digit groups are words of their own in both texts. A minus counts where no word stands before it.
_WORD = re.compile(
    r"(?P<number>(?:(?<![\w.,\u00a0 ])[-−–](?=\d)|(?<=[ \u00a0])[-−](?=\d))?\d+(?:[.,]\d+)*)"
    rf"|(?P<word>[^\W\d_]+(?:{_HYPHEN}\s*[^\W\d_]+)*)"
    r"|(?P<sign>[%‰°§№$€£¥₽₸₴₹₺₩₪½¼¾±~≈<>≤≥])"
)
_INSIDE = re.compile(rf"{_HYPHEN}\s*")
_SAME = str.maketrans({"−": "-", "–": "-"})


@dataclass(frozen=True, slots=True)
class Word:
    """`key` is what is compared; `start` and `stop` are offsets into the text it was read from."""

    start: int
    stop: int
    key: str


@lru_cache(maxsize=10_000)  # the same cells, passages and sentences are looked at from several sides
def words_of(text: str) -> tuple[Word, ...]:
    """
    >>> [word.key for word in words_of("«Социально-\\nэкономи-\\nческий» рост: −2,5 % — в 2023–2025 годах")]
    ['Социальноэкономический', 'рост', '-2,5', '%', 'в', '2023', '2025', 'годах']
    """
    return tuple(
        Word(match.start(), match.end(), _key(unicodedata.normalize("NFC", match[0]), is_word=match.lastgroup == "word"))
        for match in _WORD.finditer(text)
    )


def _key(word: str, *, is_word: bool) -> str:
    return _INSIDE.sub("", word) if is_word else word.translate(_SAME)
