"""Decades and centuries: «1990-е», «80-е годы прошлого века», "the nineties", «XIX веке», "the 19th century", and halves of a century."""

from __future__ import annotations

from dataclasses import replace

from briefgen.extract.dates.mention import Point, Reading
from briefgen.extract.dates.ordinals import number_at
from briefgen.extract.dates.parts import part_number_at

_LAST_CENTURY = 21


def era_at(reading: Reading, index: int) -> Point | None:
    """The decade or century that starts at a lexeme, `year` its first year; one of «прошлого века» is the twentieth's."""
    return decade_at(reading, index) or century_at(reading, index) or _half_century(reading, index)


def decade_at(reading: Reading, index: int) -> Point | None:
    """«1990-е», «90-х годов», «30-х годах XIX века», "the 1990s", "the nineties"."""
    point = _decade_in_digits(reading, index) or _decade_in_words(reading, index)
    if point is None or point.year is None or point.part == "hundred":
        return point
    century = _century_behind(reading, point.stop)
    if century and point.number:
        return Point(century.stop, (century.year or 1901) - 1 + point.year % 100, part="decade")
    return replace(point, number=0)


def century_at(reading: Reading, index: int) -> Point | None:
    """«XIX веке», «20-м веке», «девятнадцатого века», "the 21st century"."""
    number = number_at(reading, index)
    if number is None or not 1 <= number[0] <= _LAST_CENTURY or number[1] >= len(reading.lexemes):
        return None
    if reading.lexicon.language == "en" and reading.lexemes[index].kind == "number" and number[1] == index + 1:
        return None
    found = reading.lexicon.trees["century"].find(reading.lexemes, number[1])
    if found is None or reading.lexemes[number[1]].gap == "\n":
        return None
    return Point(found[1], century_start(number[0]), part="century")


def century_start(number: int) -> int:
    """
    >>> century_start(19)
    1801
    """
    return number * 100 - 99


def _decade_in_digits(reading: Reading, index: int) -> Point | None:
    """`number` is 1 where the century was not said."""
    lexeme = reading.lexemes[index]
    if lexeme.text in "'’‘" and reading.is_glued(index + 1) and not reading.is_glued(index):
        point = _decade_in_digits(reading, index + 1)
        return point if point and len(reading.lexemes[index + 1].text) == 2 else None
    if lexeme.kind != "number" or not lexeme.text.isdecimal() or not lexeme.text.endswith("0") or len(lexeme.text) not in (2, 4):
        return None
    at = index + 1
    if reading.norm(at) in ("-", "'", "’", "–") and reading.is_glued(at):
        at += 1
    if not reading.is_glued(at) or reading.norm(at) not in reading.lexicon.words["decade_endings"]:
        return None
    found = reading.lexicon.trees["year"].find(reading.lexemes, at + 1)
    if len(lexeme.text) == 2 and not found and not _is_short_decade(reading, index, at):
        return None
    is_short = len(lexeme.text) == 2
    if lexeme.text.endswith("00") and lexeme.text < "1900" and reading.lexicon.language == "en" and not is_short:
        return Point(at + 1, int(lexeme.text), part="hundred")  # "the 1700s"
    year = 1900 + int(lexeme.text) if is_short else int(lexeme.text)
    return Point(found[1] if found else at + 1, year, part="decade", number=int(is_short)) if 1000 <= year <= 2100 else None


def _is_short_decade(reading: Reading, index: int, ending: int) -> bool:
    """ "the '90s", "the 90s", «в 90-х», not «в 20-х числах»."""
    before = reading.norm(index - 1)
    if before in ("'", "’", "‘"):
        return True
    if reading.lexicon.language == "en":
        return before in ("the", "early", "late", "-")
    if before not in reading.lexicon.words["year_before"]:
        return False
    is_closed = ending + 1 >= len(reading.lexemes) or reading.lexemes[ending + 1].kind == "sign"
    return reading.norm(ending) in ("е", "х") and (is_closed or reading.norm(ending + 1) in reading.lexicon.words["year_behind"])


def _decade_in_words(reading: Reading, index: int) -> Point | None:
    """«девяностые», «восьмидесятых годах», «нулевых», "the nineties"; an age («за девяносто», "in his nineties") is none."""
    found = reading.lexicon.trees["decades"].find(reading.lexemes, index)
    if found is None:
        return None
    word = reading.lexicon.trees["year"].find(reading.lexemes, found[1])
    before = reading.norm(index - 1)
    if word is None and before not in ("the", "early", "late", "mid") and before not in reading.lexicon.words["year_before"] - {"in", "by"}:
        return None
    is_closed = found[1] >= len(reading.lexemes) or reading.lexemes[found[1]].kind == "sign" or reading.lexemes[found[1]].gap == "\n"
    words = reading.lexicon.words
    is_linked = reading.norm(found[1]) in words["year_behind"] | words["year_row"] | words["decade_behind"]
    if word is None and not is_closed and not is_linked and not _century_behind(reading, found[1]):
        return None
    return Point(word[1] if word else found[1], int(found[0]), part="decade", number=1)


def _century_behind(reading: Reading, at: int) -> Point | None:
    """«прошлого века», «XIX века» behind a decade."""
    if at >= len(reading.lexemes) or reading.lexemes[at].gap == "\n":
        return None
    shift = reading.lexicon.trees["shifts"].find(reading.lexemes, at)
    if shift and shift[1] < len(reading.lexemes):
        found = reading.lexicon.trees["century_of"].find(reading.lexemes, shift[1])
        return Point(found[1], century_start(_LAST_CENTURY + int(shift[0])), part="century") if found else None
    return century_at(reading, at)


def _half_century(reading: Reading, index: int) -> Point | None:
    """«первой половине XX века», "the second half of the 19th century"."""
    number = part_number_at(reading, index)
    if number is None or number[0] not in (1, 2) or number[1] >= len(reading.lexemes):
        return None
    half = reading.lexicon.trees["half_of"].find(reading.lexemes, number[1])
    if half is None:
        return None
    at = half[1] + (reading.norm(half[1]) == "of")
    century = century_at(reading, at + (reading.norm(at) == "the"))
    return replace(century, part="halfcentury", number=number[0]) if century else None
