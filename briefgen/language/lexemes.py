"""A text -> its words, numbers and signs with offsets, by rules alone: what the grammars of quantities and dates read."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Generic, TypeVar

_SPACES = " \u00a0\u2009\u202f"
_LOWER = "a-zа-яёәіңғүұқөһў"
_UPPER = "A-ZА-ЯЁӘІҢҒҮҰҚӨҺЎ"
_NUMBER = (
    rf"\d{{1,3}}(?:[{_SPACES}'’]\d{{3}}(?!\d))+(?:[.,]\d+)?"  # 1 250,5
    r"|\d{1,3}(?:,\d{3}(?!\d))+(?:\.\d+)?"  # 1,250.5
    r"|\d{1,2}(?:,\d{2})+,\d{3}(?!\d)(?:\.\d+)?"  # 12,34,567 as lakhs are grouped
    r"|\d{1,3}(?:\.\d{3}(?!\d)){2,}(?:,\d+)?"  # 1.250.000,5
    r"|\d{1,3}\.\d{3},\d+"  # 1.250,50
    r"|\d+(?:[.,]\d+)?"
    r"|(?<![\w.,])\.\d+"  # .77
    r"|[¼½¾⅐⅑⅒⅓⅔⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞]"
)
# A scraper's «годаКазахстан» is two words; «МВт» and «кВт» are one, hence the three small letters.
_WORD = rf"(?:(?!(?<=[{_LOWER}]{{3}})[{_UPPER}])[^\W\d_])+"
_LEXEME = re.compile(rf"(?P<number>{_NUMBER})|(?P<word>{_WORD})|(?P<sign>\S)")
_SAME = str.maketrans("ёЁ‐‑", "еЕ--")
_ENDS = frozenset(".!?…")
_DATELINE = re.compile(r"\s*date \d{4}-\d{2}-\d{2}")
_BREAK = re.compile(r"\n\s*\n")


@dataclass(frozen=True, slots=True)
class Lexeme:
    """A word, number or sign. `norm` is lower case with ё as е and one kind of hyphen; `gap` what stands before it."""

    start: int
    stop: int
    text: str
    norm: str
    kind: str
    gap: str


LexiconT = TypeVar("LexiconT")


@dataclass(frozen=True, slots=True)
class Reading(Generic[LexiconT]):
    """A text cut into lexemes, with the word lists that its reader needs."""

    text: str
    lexemes: Sequence[Lexeme]
    lexicon: LexiconT

    def norm(self, index: int) -> str:
        """The word at an index, "" outside the text."""
        return self.lexemes[index].norm if 0 <= index < len(self.lexemes) else ""

    def is_glued(self, index: int) -> bool:
        """Whether no space stands before the lexeme."""
        return 0 < index < len(self.lexemes) and self.lexemes[index].gap == ""

    def is_break(self, index: int) -> bool:
        """Whether a sentence ends between the lexeme and the one before it."""
        if not 0 < index < len(self.lexemes):
            return True
        lexeme, previous = self.lexemes[index], self.lexemes[index - 1]
        if lexeme.gap == "\n":
            return True
        return previous.text in _ENDS and (lexeme.text[0].isupper() or lexeme.kind == "number" or lexeme.text in '«"“')


def read(text: str, lexicon: LexiconT) -> Reading[LexiconT]:
    """The reading of a text, an archive's dateline left out."""
    return Reading(text, _lexemes_of(text), lexicon)


@lru_cache(maxsize=2)
def _lexemes_of(text: str) -> tuple[Lexeme, ...]:
    """Dates, quantities and doubts read the same text one after the other."""
    return split(text, after_dateline(text))


def after_dateline(text: str) -> int:
    """Where the text itself begins: behind the date that an archive puts before the title.

    >>> after_dateline(" date 2026-02-27 A title"), after_dateline("On this date 2026-02-27")
    (16, 0)
    """
    match = _DATELINE.match(text)
    return match.end() if match else 0


@lru_cache(maxsize=50_000)
def normal(words: str) -> str:
    """Words as lexemes are compared: lower case, е for ё, signs that mean the same alike.

    >>> normal("Ещё")
    'еще'
    """
    return words.lower().translate(_SAME)


def split(text: str, start: int = 0) -> tuple[Lexeme, ...]:
    """The lexemes of a text from an offset on.

    >>> [lexeme.text for lexeme in split("сумму25 миллионов, 1 250,5 кВт·ч")]
    ['сумму', '25', 'миллионов', ',', '1 250,5', 'кВт', '·', 'ч']
    """
    lexemes, last = [], start
    for match in _LEXEME.finditer(text, start):
        word = match[0]
        kind = match.lastgroup or "sign"
        begin, end = match.span()
        gap = "" if begin == last else " " if text[last:begin] == " " else _gap(text, last, begin)
        lexemes.append(Lexeme(begin, end, word, normal(word), kind, gap))
        last = end
    return tuple(lexemes)


def _gap(text: str, start: int, stop: int) -> str:
    if start == stop:
        return ""
    between = text[start:stop]
    if "\n" in between and (_BREAK.search(between) or text[max(0, start - 1) : start] in set(".!?:;…")):
        return "\n"
    return " "
