"""Parts of a year or a month: quarters, halves, "the first three months", «первой декаде мая», "the last Monday of March"."""

from __future__ import annotations

from briefgen.extract.dates.calendar import full_year
from briefgen.extract.dates.mention import Point, Reading
from briefgen.extract.dates.ordinals import behind_hyphen, number_at
from briefgen.extract.dates.points import month_at
from briefgen.extract.dates.years import BARE_YEARS, with_year, year_of
from briefgen.language.numerals import numeral_at

_PARTS = {"quarter": 4, "half": 2, "half_of": 2, "ten_days": 3}
_LAST = -1
_MOST = {"weekday": 5, "week": 5, "edge": 1}


def part_at(reading: Reading, index: int) -> Point | None:
    """The part that starts at a lexeme, as a point with its year where one stands behind it."""
    return _numbered(reading, index) or lettered_at(reading, index) or _months(reading, index)


def part_number_at(reading: Reading, index: int) -> tuple[int, int] | None:
    """Which part, and the index behind: «первом», "third", -1 for «последний»; "final" too."""
    number = number_at(reading, index)
    if number:
        return number
    found = reading.lexicon.trees["final"].find(reading.lexemes, index)
    return (_LAST, found[1]) if found else None


def part_word_at(reading: Reading, at: int) -> tuple[str, int] | None:
    """quarter, half, half_of, ten_days and the index behind the word; "third-quarter" too."""
    at = behind_hyphen(reading, at)
    if at >= len(reading.lexemes) or reading.lexemes[at].gap == "\n":
        return None
    for name in _PARTS:
        found = reading.lexicon.trees[name].find(reading.lexemes, at)
        if found:
            return name, found[1]
    return None


def part_point(reading: Reading, name: str, number: int, stop: int) -> Point | None:
    """The point of a numbered part whose word ends at an index: of a year, or of a month («второй половине мая»)."""
    number = _PARTS[name] if number == _LAST else number
    if not 1 <= number <= _PARTS[name]:
        return None
    month = (
        month_at(reading, stop + (reading.norm(stop) == "of")) if name in ("half_of", "ten_days") and stop < len(reading.lexemes) else None
    )
    if month and reading.lexemes[stop].gap != "\n":
        return with_year(Point(month.stop, month=month.month, part="halfmonth" if name == "half_of" else "tendays", number=number), month)
    if name == "ten_days":
        return None
    point = Point(stop, part="quarter" if name == "quarter" else "half", number=number)
    year = part_year(reading, stop)
    if year is None and (name == "half_of" or reading.norm(stop) == "of"):
        return None  # «в первой половине дня», "the second half" of a match, "a third quarter of lamb"
    return with_year(point, year)


def part_year(reading: Reading, at: int) -> Point | None:
    """The year behind a part of it; «года» alone is this year."""
    year = year_of(reading, at, joins=reading.lexicon.words["of"])
    if year and (year.year is None or year.year in BARE_YEARS or reading.lexemes[year.stop - 1].kind == "word"):
        return year
    if at < len(reading.lexemes) and reading.lexemes[at].text == "года" and reading.lexemes[at].gap != "\n":
        return Point(at + 1, shift=0)
    skip = at + 2 if reading.norm(at) == "of" and reading.norm(at + 1) == "the" and reading.norm(at + 2) == "year" else 0
    return Point(skip + 1, shift=0) if skip else None


def _numbered(reading: Reading, index: int) -> Point | None:
    number = part_number_at(reading, index)
    if number is None:
        return None
    word = part_word_at(reading, number[1])
    if word is None:
        return _of_month(reading, number)
    point = None if number[0] == _LAST and word[0] != "quarter" else part_point(reading, word[0], number[0], word[1])
    if point is None or point.year is not None or point.shift is not None or point.part not in _PARTS:
        return point
    return point if number[0] != _LAST and _is_placed(reading, index) else None


def _is_placed(reading: Reading, index: int) -> bool:
    """A Russian quarter with no year stands behind a preposition or «итоги»; «первый квартал застройки» is a block of houses."""
    if reading.lexicon.language == "en" or reading.norm(index - 1).startswith("итог") or reading.is_break(index):
        return True
    return reading.lexicon.trees["relations"].find_before(reading.lexemes, index) is not None or reading.norm(index - 1) in ("по", "и")


def _of_month(reading: Reading, number: tuple[int, int]) -> Point | None:
    """«последний понедельник марта 2014 года», "the first week of October", «последний день 2013 года»."""
    which, at = number
    if at >= len(reading.lexemes) or reading.lexemes[at].gap == "\n":
        return None
    weekday = reading.lexicon.trees["weekday_names"].find(reading.lexemes, at)
    unit = reading.lexicon.trees["units"].find(reading.lexemes, at)
    if weekday:
        name, day, stop = "weekday", int(weekday[0]), weekday[1]
    elif unit and unit[0] in ("week", "day"):
        name, day, stop = ("week" if unit[0] == "week" else "edge"), 0, unit[1]
    else:
        return None
    at = stop + (reading.norm(stop) in ("of", "in"))
    if which > _MOST[name] or at >= len(reading.lexemes) or reading.lexemes[at].gap == "\n":
        return None
    month = month_at(reading, at)
    if month:
        return with_year(Point(month.stop, month=month.month, part=name, number=day, which=which), month)
    year = part_year(reading, stop) if name == "edge" else None
    if year is None or year.year is None:
        return None
    return Point(year.stop, year.year, 12 if which == _LAST else 1, part="edge", which=which)


def lettered_at(reading: Reading, index: int) -> Point | None:
    """ "Q1 2026", "H2 2023", "1Q 2024", "Q1 FY24"."""
    words = reading.lexicon.words
    letter, number = reading.norm(index), reading.norm(index + 1)
    if letter.isdecimal():
        letter, number = number, letter
    name = "quarter" if letter in words["quarter_letters"] else "half" if letter in words["half_letters"] else ""
    if not name or not reading.is_glued(index + 1) or number not in ("1", "2", "3", "4") or int(number) > _PARTS[name]:
        return None
    year = part_year(reading, index + 2) or _glued_year(reading, index + 2)
    if year is None and (name == "half" or (reading.is_glued(index + 2) and reading.lexemes[index + 2].kind != "sign")):
        return None
    return with_year(Point(index + 2, part=name, number=int(number)), year)


def _glued_year(reading: Reading, at: int) -> Point | None:
    """ "Q3'14", "1H14"."""
    at += reading.norm(at) in ("'", "’", "/") and reading.is_glued(at)
    text = reading.norm(at)
    is_year = (
        text.isdecimal() and len(text) == 2 and reading.is_glued(at) and not (reading.is_glued(at + 1) and reading.norm(at + 1).isalnum())
    )
    return Point(at + 1, full_year(int(text))) if is_year else None


def _months(reading: Reading, index: int) -> Point | None:
    """«первые три месяца 2024 года», «9 месяцев 2023 года», "the last two months of 2013"."""
    trees = reading.lexicon.trees
    sign, at = 1, index
    first, last = trees["first"].find(reading.lexemes, index), trees["final"].find(reading.lexemes, index)
    if first or last:
        sign, at = (1, first[1]) if first else (-1, last[1] if last else index)
    numeral = numeral_at(reading.lexemes, at, reading.lexicon.language)
    if numeral is None or numeral.value not in range(2, 12) or numeral.stop >= len(reading.lexemes):
        return None
    unit = trees["units"].find(reading.lexemes, numeral.stop)
    if (
        unit is None
        or unit[0] != "month"
        or reading.lexemes[numeral.stop].gap == "\n"
        or (at == index and reading.lexicon.language == "en")
    ):
        return None
    year = part_year(reading, unit[1])
    return with_year(Point(unit[1], part="months", number=sign * int(numeral.value)), year) if year else None
