"""Dates in digits -> points: 27.02.2026, 2026-02-27, 27/02/26, 12-May-2013, 05.2013; 5/12/2013 by the order of the rest of the text."""

from __future__ import annotations

import re
from functools import lru_cache

from briefgen.extract.dates.calendar import full_year, iso
from briefgen.extract.dates.lexicon import lexicon
from briefgen.extract.dates.mention import Point, Reading
from briefgen.extract.dates.years import FIRST_YEAR, LAST_YEAR

_YEAR_FIRST = re.compile(r"(\d{4})([-./])(\d{1,2})\2(\d{1,2})(?!\d|[-.]\d|/\d(?!\d{3}-\d\d-\d\d))")
_YEAR_LAST = re.compile(r"(\d{1,2})([-./])(\d{1,2})\2(\d{4}|(?<![-])\d{2})(?!\d|[./:]\d|-\d(?!\d?[./]\d{1,2}[./]\d))")
_SPACED = re.compile(r"(\d\d) (\d\d) (\d{4})(?![\d.,-])")
_MONTH = re.compile(r"(?:(0\d|1[0-2])([./])((?:19|20)\d\d)|((?:19|20)\d\d)-(0\d|1[0-2]))(?!\d|[./,-]\d)")
_MONTH_FIRST = re.compile(r"([^\W\d_]{3,9})[-/](\d{1,2})[-/](\d{4})(?!\d|[-/]\w)")
_NAMED = re.compile(r"(\d{1,2})[-/]([^\W\d_]{3,9})[-/](\d{4}|\d{2})(?!\d|[-/]\w)")
_DAY_MONTH = re.compile(r"(\d{1,2})([./])(\d{1,2})(?!\d|[-./,:]\d)")
_DATE_BEFORE = re.compile(r"(?:(?<!\d)\d{1,2}([./])\d{1,2}\1\d{2,4}-|(?<!\d)\d{4}-\d\d-\d\d/)\Z")
_DAY_BEFORE = re.compile(r"(?<![\w.,/-])(?<!№ )\d{1,2}-\Z")
_LONGEST_BEFORE = 12
_SLASHED = re.compile(r"(?<![\d/])(\d{1,2})/(\d{1,2})/(?:\d{4}|\d\d)(?![\d/])")
_SIGNS_AROUND = frozenset(".,:/-'’+№#$€£")
_NO_DAYS = {(9, 11), (7, 7)}  # events that go by their day


def numeric_at(reading: Reading, index: int) -> Point | None:
    """A date of digits that starts at a lexeme, however its parts are divided."""
    lexeme = reading.lexemes[index]
    if lexeme.kind != "number" or not lexeme.text[0].isdecimal() or _is_inside(reading, index):
        return None
    text, start = reading.text, lexeme.start
    match = _YEAR_FIRST.match(text, start)
    if match:
        return _checked(reading, index, match.end(), int(match[1]), int(match[3]), int(match[4]))
    match = _YEAR_LAST.match(text, start)
    if match and not (match[2] == "-" and len(match[4]) == 2):
        year = int(match[4]) if len(match[4]) == 4 else full_year(int(match[4]))
        return _in_order(reading, index, match, year)
    return _named(reading, index) or _month(reading, index) or _spaced(reading, index)


def day_and_month_at(reading: Reading, index: int) -> Point | None:
    """01.02 and, in English, 2/15: for places where nothing else can stand, such as between «с» and «по»."""
    lexeme = reading.lexemes[index]
    match = _DAY_MONTH.match(reading.text, lexeme.start) if lexeme.kind == "number" and not _is_inside(reading, index) else None
    if match is None or (match[2] == "." and len(match[3]) < 2) or (match[2] == "/") != (reading.lexicon.language == "en"):
        return None
    first, second = int(match[1]), int(match[3])
    if match[2] == "/" and ((first, second) in _NO_DAYS or second < 10 or first / second in (0.5, 0.25, 0.75)):
        return None
    month, day, is_guess = _ordered(reading, first, second, match[2])
    if iso(None, month, day) is None or day == 0:
        return None
    return Point(_lexeme_behind(reading, index, match.end()), None, month, day, is_guess=is_guess)


def _is_inside(reading: Reading, index: int) -> bool:
    """Part of a longer code, or of an amount."""
    if not reading.is_glued(index):
        return index > 0 and reading.norm(index - 1) == "№"
    previous = reading.lexemes[index - 1]
    before = reading.text[max(0, previous.stop - _LONGEST_BEFORE) : previous.stop]
    if previous.text in "-/" and (_DATE_BEFORE.search(before) or ("." in reading.lexemes[index].text and _DAY_BEFORE.search(before))):
        return False  # 4/1/2022-6/30/2022, 2022-04-01/2022-06-30, 12-13.11.2025
    return previous.text in _SIGNS_AROUND or (previous.kind != "sign" and previous.text.isascii())


def _in_order(reading: Reading, index: int, match: re.Match[str], year: int) -> Point | None:
    month, day, is_guess = _ordered(reading, int(match[1]), int(match[3]), match[2])
    return _checked(reading, index, match.end(), year, month, day, is_guess=is_guess)


def _ordered(reading: Reading, first: int, second: int, sign: str) -> tuple[int, int, bool]:
    """Month, day, and whether they might be the other way round: dots put the day first everywhere, strokes by the text's habit."""
    if first > 12 or second > 12:
        return (second, first, False) if first > 12 else (first, second, False)
    if sign == "." or reading.lexicon.language == "ru":
        return second, first, False
    is_guess = first != second
    return (second, first, is_guess) if _is_day_first(reading.text) else (first, second, is_guess)


@lru_cache(maxsize=4)
def _is_day_first(text: str) -> bool:
    """Whether an English text puts days before months: its clear dates in strokes tell, else those in words; it is American by default."""
    pairs = [(int(match[1]), int(match[2])) for match in _SLASHED.finditer(text)]
    votes = sum((first > 12) - (second > 12) for first, second in pairs if (first > 12) != (second > 12))
    if votes:
        return votes > 0
    words = _day_and_month_words()
    return len(words[0].findall(text)) > len(words[1].findall(text))


@lru_cache(maxsize=1)
def _day_and_month_words() -> tuple[re.Pattern[str], re.Pattern[str]]:
    names = "|".join(sorted({word.capitalize() for word in lexicon("en").trees["months"].children}))
    return re.compile(rf"\b\d{{1,2}}(?:st|nd|rd|th)? (?:{names})\b"), re.compile(rf"\b(?:{names})\.? \d{{1,2}}(?:st|nd|rd|th)?\b")


def _named(reading: Reading, index: int) -> Point | None:
    """12-May-2013, 3-Jun-14, «12-мая-2013»."""
    match = _NAMED.match(reading.text, reading.lexemes[index].start)
    found = reading.lexicon.trees["months"].find(reading.lexemes, index + 2) if match and index + 2 < len(reading.lexemes) else None
    if match is None or found is None or reading.lexemes[index + 2].text != match[2]:
        return None
    year = int(match[3]) if len(match[3]) == 4 else full_year(int(match[3]))
    return _checked(reading, index, match.end(), year, int(found[0]), int(match[1]))


def month_first_at(reading: Reading, index: int) -> Point | None:
    """Mar-05-2021, May/12/2013."""
    match = _MONTH_FIRST.match(reading.text, reading.lexemes[index].start)
    found = reading.lexicon.trees["months"].find(reading.lexemes, index) if match else None
    if match is None or found is None or reading.lexemes[index].text != match[1]:
        return None
    return _checked(reading, index, match.end(), int(match[3]), int(found[0]), int(match[2]))


def _month(reading: Reading, index: int) -> Point | None:
    """05.2013, 05/2013, 2013-05."""
    match = _MONTH.match(reading.text, reading.lexemes[index].start)
    if match is None:
        return None
    year, month = (match[3], match[1]) if match[1] else (match[4], match[5])
    return Point(_lexeme_behind(reading, index, match.end()), int(year), int(month)) if int(month) else None


def _spaced(reading: Reading, index: int) -> Point | None:
    """12 05 2013 where nothing else stands in the line."""
    match = _SPACED.match(reading.text, reading.lexemes[index].start)
    if match is None or not reading.is_break(index):
        return None
    stop = _lexeme_behind(reading, index, match.end())
    if stop < len(reading.lexemes) and reading.lexemes[stop].gap != "\n":
        return None
    return _checked(reading, index, match.end(), int(match[3]), int(match[2]), int(match[1]))


def _checked(reading: Reading, index: int, stop: int, year: int, month: int, day: int, *, is_guess: bool = False) -> Point | None:
    if day == 0 or iso(year, month, day) is None or not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    at = _lexeme_behind(reading, index, stop)
    found = (
        reading.lexicon.trees["year"].find(reading.lexemes, at) if at < len(reading.lexemes) and reading.lexemes[at].gap != "\n" else None
    )
    return Point(found[1] if found else at, year, month, day, is_guess=is_guess)


def _lexeme_behind(reading: Reading, index: int, stop: int) -> int:
    while index < len(reading.lexemes) and reading.lexemes[index].start < stop:
        index += 1
    return index
