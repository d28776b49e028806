"""A place in a text -> the day, month or year that stands there: «26 февраля», "March 2005", «2023 году», 27.02.2026."""

from __future__ import annotations

import re
from dataclasses import replace

from briefgen.extract.dates.calendar import iso
from briefgen.extract.dates.mention import Point, Reading

FIRST_YEAR, LAST_YEAR = 1000, 2199
_BARE_YEARS = range(1900, 2100)
_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?![\d-])")
_DOTTED = re.compile(r"(\d{1,2})([./])(\d{1,2})\2(\d{4})(?![\d./]\d)")
_SIGNS_AROUND = frozenset(".,:/-'’")


def point_at(reading: Reading, index: int) -> Point | None:
    """The longest date that starts at a lexeme: numeric, day and month, month and year, month."""
    return numeric_at(reading, index) or day_month_at(reading, index) or month_day_at(reading, index) or month_at(reading, index)


def numeric_at(reading: Reading, index: int) -> Point | None:
    """2026-02-27, 27.02.2026; 02/03/2026 is left alone, 02/27/2026 can be read in one way only."""
    lexeme = reading.lexemes[index]
    if lexeme.kind != "number" or (reading.is_glued(index) and reading.lexemes[index - 1].text in _SIGNS_AROUND):
        return None
    match = _ISO.match(reading.text, lexeme.start)
    if match:
        return _checked(reading, index, match.end(), int(match[1]), int(match[2]), int(match[3]))
    match = _DOTTED.match(reading.text, lexeme.start)
    if match is None:
        return None
    first, second, year = int(match[1]), int(match[3]), int(match[4])
    if match[2] == "/" and reading.lexicon.language == "en":
        if (first <= 12) == (second <= 12) and first != second:
            return None
        first, second = (second, first) if second > 12 else (first, second)
    return _checked(reading, index, match.end(), year, second, first)


def day_month_at(reading: Reading, index: int) -> Point | None:
    """«26 февраля», «первого мая 2025 года», "the 21st of March, 2005"."""
    day = day_at(reading, index)
    if day is None:
        return None
    at = day[1]
    if reading.norm(at) == "of":
        at += 1
    elif reading.lexicon.language == "en" and reading.lexemes[index].kind == "word":
        return None  # "the first of May" is a day, "first May" is none
    month = month_name(reading, at)
    if month is None or reading.lexemes[at].gap == "\n" or iso(None, month[0], day[0]) is None:
        return None
    return _with_year(reading, Point(month[1], None, month[0], day[0]))


def month_day_at(reading: Reading, index: int) -> Point | None:
    """ "March 21, 2005", «июнь 25-го, 2016»."""
    month = month_name(reading, index)
    if month is None or month[1] >= len(reading.lexemes) or reading.lexemes[month[1]].gap == "\n":
        return None
    at = month[1] + (reading.norm(month[1]) == "the")
    day = day_at(reading, at)
    if day is None or iso(None, month[0], day[0]) is None or _is_time(reading, at):
        return None
    if reading.lexicon.language == "ru" and day[1] == at + 1:
        return None  # «в июне 25 компаний»: only «июнь 25-го» names a day
    return _with_year(reading, Point(day[1], None, month[0], day[0]))


def month_at(reading: Reading, index: int) -> Point | None:
    """«мае 2013 года», "March 2005", «мае прошлого года», «мае»."""
    month = month_name(reading, index)
    return _with_year(reading, Point(month[1], None, month[0])) if month else None


def day_at(reading: Reading, index: int) -> tuple[int, int] | None:
    """A day of the month and the index behind it: 26, «1-го», "21st", «двадцать пятого»."""
    if index >= len(reading.lexemes):
        return None
    lexeme = reading.lexemes[index]
    if lexeme.kind != "number":
        found = reading.lexicon.ordinals.find(reading.lexemes, index)
        return (int(found[0]), found[1]) if found and not lexeme.text.isupper() else None
    if len(lexeme.text) > 2 or not lexeme.text.isdecimal() or not 1 <= int(lexeme.text) <= 31:
        return None
    if reading.is_glued(index) and reading.lexemes[index - 1].kind != "word" and reading.lexemes[index - 1].text not in '(«"“.—–-':
        return None
    return int(lexeme.text), _behind_ending(reading, index + 1, "day_endings")


def month_name(reading: Reading, index: int) -> tuple[int, int] | None:
    """The month and the index behind its name; English names have a capital."""
    if index >= len(reading.lexemes):
        return None
    found = reading.lexicon.months.find(reading.lexemes, index)
    if found is None or (reading.lexicon.language == "en" and not reading.lexemes[index].text[0].isupper()):
        return None
    return int(found[0]), found[1]


def year_at(reading: Reading, index: int, *, bare: bool = True) -> Point | None:
    """A year with its word («2023 году», «2023-м») or, where `bare`, without; the point's `day` and `month` are empty."""
    if index >= len(reading.lexemes):
        return None
    lexeme = reading.lexemes[index]
    if lexeme.kind != "number" or len(lexeme.text) != 4 or not lexeme.text.isdecimal() or not FIRST_YEAR <= int(lexeme.text) <= LAST_YEAR:
        return None
    stop = _behind_ending(reading, index + 1, "year_endings")
    found = reading.lexicon.year.find(reading.lexemes, stop)
    if found and reading.lexemes[stop].gap != "\n":
        return Point(found[1], int(lexeme.text))
    return Point(stop, int(lexeme.text)) if bare or stop > index + 1 else None


def has_year_word(reading: Reading, index: int, point: Point) -> bool:
    """Whether more than the digits stands there."""
    return point.stop > index + 1


def _with_year(reading: Reading, point: Point) -> Point:
    at = point.stop
    if at >= len(reading.lexemes) or reading.lexemes[at].gap == "\n":
        return point
    shift = reading.lexicon.year_of.find(reading.lexemes, at)
    if shift:
        return replace(point, stop=shift[1], shift=int(shift[0]))
    for skipped in (0, 1):
        if skipped and reading.norm(at) not in (",", "of"):
            break
        year = year_at(reading, at + skipped)
        if year and year.year in range(1700, LAST_YEAR) and _is_years_place(reading, at + skipped, year, skipped):
            return replace(point, stop=year.stop, year=year.year)
    return point


def _is_years_place(reading: Reading, index: int, year: Point, skipped: int) -> bool:
    """Not «26 февраля 2000 человек»; behind a comma only in English or with the day before it («июнь 25-го, 2016»)."""
    if has_year_word(reading, index, year):
        return True
    if reading.lexicon.not_years_behind.find(reading.lexemes, year.stop):
        return False
    return not skipped or reading.norm(index - 1) == "of" or year.year in _BARE_YEARS


def _is_time(reading: Reading, at: int) -> bool:
    return reading.norm(at + 1) == ":" and reading.is_glued(at + 1)


def _behind_ending(reading: Reading, at: int, endings: str) -> int:
    """The index behind «-го» or "st", which stands glued to the digits."""
    allowed = reading.lexicon.words[endings]
    if reading.is_glued(at) and reading.norm(at) in allowed:
        return at + 1
    if reading.norm(at) == "-" and reading.is_glued(at) and reading.is_glued(at + 1) and reading.norm(at + 1) in allowed:
        return at + 2
    return at


def _checked(reading: Reading, index: int, stop: int, year: int, month: int, day: int) -> Point | None:
    if not 1 <= month <= 12 or iso(year, month, day) is None or not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    at = index
    while at < len(reading.lexemes) and reading.lexemes[at].start < stop:
        at += 1
    found = reading.lexicon.year.find(reading.lexemes, at)
    return Point(found[1] if found else at, year, month, day)
