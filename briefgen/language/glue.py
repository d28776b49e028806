"""A text whose words a scraper glued together -> the same text with the missing spaces, and the way back to its offsets."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass

# «Симсон.Комиссар», «упали.В 2024», `ended.The`: an end of sentence with no space behind it. One capital before the stop is an initial.
_AFTER_STOP = re.compile(r"(?:[^\W\d_][^\W_]|[^\W_]{2}|[\d)%»”\x22])[.!?…;:]+(?=[«“]?[A-ZА-ЯЁ][\w\s])|[а-яё]{3}\.(?=\d)")
_CLOSED_QUOTE = re.compile(r"[.!?…][»”](?=[A-ZА-ЯЁ])")
_INITIAL = re.compile(r"(?:^|[^\w])[A-ZА-ЯЁ]\.$")
# «годаКазахстан»; a name such as «КазМунайГаз» has short parts and starts with a capital.
_INNER_CAPITAL = re.compile(r"(?<![А-ЯЁа-яё])(?:[а-яё]{2,40}|[А-ЯЁ][а-яё]{5,40})(?=[А-ЯЁ][а-яё]*(?![А-ЯЁа-яё]))")
_SCRIPT_CHANGE = re.compile(r"[а-яё]{2}(?=[A-Z][A-Za-z])|[a-z]{2}(?=[А-ЯЁ][а-яё])")
_LONG_WORD = re.compile(r"(?<![А-ЯЁа-яё-])[а-яё]{10,40}(?![А-ЯЁа-яё-])")
_PREPOSITIONS = ("в", "на", "с", "к", "о", "по", "за", "из", "от", "для", "до")
_BEFORE_DIGIT = re.compile(r"[а-яё]{3}(?=\d)")


@dataclass(frozen=True, slots=True)
class Unglued:
    """A text with spaces added at `gaps` (offsets into the original, ascending)."""

    text: str
    gaps: tuple[int, ...]
    shifted: tuple[int, ...]

    def original(self, offset: int) -> int:
        """The offset in the original text of an offset in this one.

        >>> unglue("в годаКазахстан").original(7)
        6
        """
        return offset - bisect_right(self.shifted, offset - 1)

    def between(self, start: int, stop: int) -> str:
        """This text between two offsets of the original; a gap at either end is outside.

        >>> unglue("в годаКазахстан").between(2, 15)
        'года Казахстан'
        """
        return self.text[start + bisect_right(self.gaps, start) : stop + bisect_left(self.gaps, stop)]


def unglue(text: str) -> Unglued:
    """The text with a space wherever a scraper lost one.

    >>> unglue('пишетDW.После 2023 годаКазахстан').text
    'пишет DW. После 2023 года Казахстан'
    >>> unglue('В.Путин и А.С.Иванов').text
    'В.Путин и А.С.Иванов'
    """
    gaps = tuple(sorted({gap for gap in _find_gaps(text) if 0 < gap < len(text)}))
    pieces, last = [], 0
    for gap in gaps:
        pieces.append(text[last:gap])
        last = gap
    pieces.append(text[last:])
    return Unglued(" ".join(pieces), gaps, tuple(gap + index for index, gap in enumerate(gaps)))


def _find_gaps(text: str) -> list[int]:
    gaps = [match.end() for match in _AFTER_STOP.finditer(text) if not _INITIAL.search(text[max(0, match.end() - 4) : match.end()])]
    for pattern in (_CLOSED_QUOTE, _INNER_CAPITAL, _SCRIPT_CHANGE, _BEFORE_DIGIT):
        gaps += [match.end() for match in pattern.finditer(text)]
    for match in _LONG_WORD.finditer(text):
        gaps += [match.start() + length for length in _split_word(match[0])]
    return gaps + _gaps_at_straight_quotes(text)


def _split_word(word: str) -> tuple[int, ...]:
    """Where two or three words were written as one: «взаявлениикомиссара». The first is an inflected form, so «турагентство» stays whole.

    >>> _split_word("взаявлениикомиссара"), _split_word("занимаетправительственный"), _split_word("турагентствами")
    ((1, 10), (8,), ())
    """
    from briefgen.language.morphology import is_known, parse

    if is_known(word):
        return ()
    heads = ["", *(preposition for preposition in _PREPOSITIONS if word.startswith(preposition))]
    for head in heads:
        rest = word[len(head) :]
        if head and len(rest) >= 5 and is_known(rest):
            return (len(head),)
        for length in range(len(rest) - 4, 4, -1):
            first, second = rest[:length], rest[length:]
            if is_known(first) and is_known(second) and parse(first)[0].normal_form != first and _stands_alone(first):
                return (len(head), len(head) + length) if head else (length,)
    return ()


def _stands_alone(word: str) -> bool:
    """A noun, verb or adjective in the text's own form, not a stem that compounds begin with."""
    from briefgen.language.morphology import parse

    return any(reading.tag.POS in {"NOUN", "VERB", "ADJF", "INFN", "PRTF"} and float(reading.score) > 0.05 for reading in parse(word))


def _gaps_at_straight_quotes(text: str) -> list[int]:
    """A straight mark opens or closes by its turn in the line: the space belongs before the one, after the other."""
    gaps, is_open = [], False
    for match in re.finditer(r'["\n]', text):
        if match[0] == "\n":
            is_open = False
            continue
        before, after = text[max(0, match.start() - 1) : match.start()], text[match.end() : match.end() + 1]
        if not is_open and before in set(".!?…;:,") | set("»") and after.isalnum():
            gaps.append(match.start())
        elif is_open and before in set(".!?…") and after.isupper():
            gaps.append(match.end())
        is_open = not is_open
    return gaps
