"""A place in a text -> the day or month that stands there: «26 февраля», "March 2005", «05» мая 2013 г., «мае прошлого года»."""

from __future__ import annotations

from dataclasses import replace

from briefgen.extract.dates.calendar import full_year, iso
from briefgen.extract.dates.mention import Point, Reading
from briefgen.extract.dates.numeric import month_first_at, numeric_at
from briefgen.extract.dates.ordinals import behind_ending, ordinal_at
from briefgen.extract.dates.years import BARE_YEARS, LAST_YEAR, has_year_word, with_year, year_at, year_of

_BRACKETS = {"[": "]", "(": ")"}
_OPENING = {"«": "»", '"': '"', "“": "”", "„": "“"}
_FIRST_BARE = 1500  # behind a day, four digits below are rather a count: «5 мая 1200 человек»
_BEFORE_DAY = frozenset('(«"“„.—–-')


def point_at(reading: Reading, index: int) -> Point | None:
    """The longest date that starts at a lexeme: numeric, day and month, month and year, month."""
    return numeric_at(reading, index) or day_month_at(reading, index) or month_day_at(reading, index) or month_at(reading, index)


def day_month_at(reading: Reading, index: int) -> Point | None:
    """«26 февраля», «первого мая 2025 года», "the 21st of March, 2005"."""
    day = _quoted_day(reading, index) or _old_style(reading, index) or day_at(reading, index)
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
    return _named(reading, at, _with_year(reading, Point(month[1], None, month[0], day[0])))


def month_day_at(reading: Reading, index: int) -> Point | None:
    """ "March 21, 2005", "March the twenty-first", «июнь 25-го, 2016», «мая 12, 2013»."""
    joined = month_first_at(reading, index)
    if joined:
        return joined
    month = month_name(reading, index)
    if month is None or month[1] >= len(reading.lexemes) or reading.lexemes[month[1]].gap == "\n":
        return None
    at = month[1] + (reading.norm(month[1]) == "the")
    day = day_at(reading, at)
    if day is None or iso(None, month[0], day[0]) is None or _is_time(reading, at) or _is_short_year(reading, day[1]):
        return None
    point = _with_year(reading, Point(day[1], None, month[0], day[0]))
    if reading.lexicon.language == "ru" and day[1] == at + 1 and (point.year is None or reading.norm(day[1]) != ","):
        return None  # «в июне 25 компаний»: only «июнь 25-го» and «мая 12, 2013» name a day
    return _named(reading, index, point)


def month_at(reading: Reading, index: int) -> Point | None:
    """«мае 2013 года», "March 2005", «мае прошлого года», «мае»."""
    month = month_name(reading, index)
    return _named(reading, index, _with_year(reading, Point(month[1], None, month[0]))) if month else None


def day_at(reading: Reading, index: int) -> tuple[int, int] | None:
    """A day of the month and the index behind it: 26, «1-го», "21st", «двадцать пятого»."""
    if index >= len(reading.lexemes):
        return None
    lexeme = reading.lexemes[index]
    if lexeme.kind != "number":
        found = ordinal_at(reading, index)
        return found if found and found[0] <= 31 else None
    if len(lexeme.text) > 2 or not lexeme.text.isdecimal() or not 1 <= int(lexeme.text) <= 31:
        return None
    if reading.is_glued(index) and reading.lexemes[index - 1].kind != "word" and not _is_open_before(reading, index):
        return None
    return int(lexeme.text), behind_ending(reading, index + 1, "day_endings")


def _is_open_before(reading: Reading, index: int) -> bool:
    """A bracket, a quotation mark, a dash; «30 сентября/1 октября»."""
    before = reading.lexemes[index - 1].text
    return before in _BEFORE_DAY or (before == "/" and index > 1 and reading.lexemes[index - 2].kind == "word")


def month_name(reading: Reading, index: int) -> tuple[int, int] | None:
    """The month and the index behind its name, in whatever letters."""
    found = reading.lexicon.trees["months"].find(reading.lexemes, index) if index < len(reading.lexemes) else None
    return (int(found[0]), found[1]) if found else None


def with_shared_year(reading: Reading, point: Point) -> Point:
    """The point with the year that stands behind it."""
    return _with_year(reading, point)


def _quoted_day(reading: Reading, index: int) -> tuple[int, int] | None:
    """«05» мая: a day in quotation marks, as contracts have it."""
    closing = _OPENING.get(reading.norm(index))
    if closing is None or reading.norm(index + 2) != closing or not reading.is_glued(index + 1):
        return None
    day = reading.norm(index + 1)
    return (int(day), index + 3) if day.isdecimal() and len(day) <= 2 and 1 <= int(day) <= 31 else None


def _old_style(reading: Reading, index: int) -> tuple[int, int] | None:
    """14 (27) марта 1906 года: the day of the old calendar and, in brackets, of ours."""
    if reading.norm(index + 1) != "(" or reading.norm(index + 3) != ")" or day_at(reading, index) is None:
        return None
    ours = day_at(reading, index + 2) if reading.norm(index + 2).isdecimal() else None
    return (ours[0], index + 4) if ours and ours[1] == index + 3 else None


def _named(reading: Reading, index: int, point: Point) -> Point | None:
    """The point, unless its English month is a word in small letters: "may 12" and "march 3 miles" need more than a number beside them."""
    if reading.lexicon.language != "en" or reading.lexemes[index].text[0].isupper():
        return point
    if reading.norm(index) not in reading.lexicon.words["ambiguous_months"]:
        return point
    if point.day:
        is_sure = reading.norm(index - 1) == "of" or reading.norm(point.stop - 1) in reading.lexicon.words["day_endings"]
        return point if point.year or is_sure else None
    is_closed = point.stop >= len(reading.lexemes) or reading.lexemes[point.stop].kind == "sign" or reading.lexemes[point.stop].gap == "\n"
    is_placed = (
        reading.norm(index - 1) in reading.lexicon.words["season_behind"]
        and reading.norm(index) not in reading.lexicon.words["short_months"]
    )
    return point if is_placed and (point.year or point.shift is not None or is_closed) else None


def _with_year(reading: Reading, point: Point) -> Point:
    bracketed = _bracketed_year(reading, point.stop)
    if bracketed:
        return with_year(point, bracketed)
    year = year_of(reading, point.stop, joins=frozenset((",", "of"))) or _short_year(reading, point)
    if year is None or (year.year is not None and year.year > LAST_YEAR):
        return point
    if year.year is None:
        return with_year(point, year) if reading.norm(point.stop) != "," else point
    skipped = int(reading.norm(point.stop) in (",", "of"))
    return with_year(point, year) if _is_years_place(reading, point.stop + skipped, year, skipped) else point


def _bracketed_year(reading: Reading, at: int) -> Point | None:
    """4 апреля [2025]: an editor's year; «5 ноября (2013 г.)»."""
    closing = _BRACKETS.get(reading.norm(at))
    year = year_at(reading, at + 1) if closing and at + 1 < len(reading.lexemes) else None
    return replace(year, stop=year.stop + 1) if year and year.year in BARE_YEARS and reading.norm(year.stop) == closing else None


def _short_year(reading: Reading, point: Point) -> Point | None:
    """2 Dec 95, «12 мая 13» where nothing but a time or the end follows."""
    at, text = point.stop, reading.norm(point.stop)
    if not point.day or len(text) != 2 or not text.isdecimal() or reading.lexemes[at].gap != " " or reading.norm(at - 1).isdecimal():
        return None
    behind = reading.norm(at + 1)
    is_time = (behind.isdecimal() and reading.norm(at + 2) == ":") or (behind == "," and reading.norm(at + 2).isdecimal())
    is_closed = not behind or reading.lexemes[at + 1].gap == "\n" or behind in (".", ")", ";")
    return Point(at + 1, full_year(int(text))) if is_time or is_closed else None


def _is_years_place(reading: Reading, index: int, year: Point, skipped: int) -> bool:
    """Not «26 февраля 2000 человек»; behind a comma only in English or with the day before it («июнь 25-го, 2016»)."""
    if has_year_word(reading, index, year):
        return True
    if reading.lexicon.trees["not_years"].find(reading.lexemes, year.stop):
        return False
    is_known = year.year in BARE_YEARS or (reading.lexicon.language == "en" and _is_closed(reading, year.stop))
    return (year.year or 0) >= _FIRST_BARE and (not skipped or reading.norm(index - 1) == "of" or is_known)


def _is_closed(reading: Reading, at: int) -> bool:
    """Whether a sign or the end stands there: "July 4, 1776.", but "July 4, 1700 people"."""
    return at >= len(reading.lexemes) or reading.lexemes[at].kind == "sign" or reading.lexemes[at].gap == "\n"


def _is_short_year(reading: Reading, at: int) -> bool:
    """«в мае 13-го года»."""
    return at < len(reading.lexemes) and reading.lexicon.trees["year"].find(reading.lexemes, at) is not None


def _is_time(reading: Reading, at: int) -> bool:
    return reading.norm(at + 1) == ":" and reading.is_glued(at + 1)
