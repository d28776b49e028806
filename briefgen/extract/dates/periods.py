"""Quarters, halves, decades, lone years, and what counts from the day of the article («в прошлом году», "three years ago")."""

from __future__ import annotations

from briefgen.extract.dates.mention import Mention, Point, Reading
from briefgen.extract.dates.points import day_month_at, has_year_word, month_day_at, year_at
from briefgen.language.numerals import numeral_at

_BARE_YEARS = range(1900, 2100)
_PARTS = {"quarter": 4, "half": 2}
_CLOSERS = frozenset(",.;:)!?»\"”'’")
_DASHES = frozenset("-−–—")
_MOST_AGO = 200
_LONGEST_ROW = 6


def period_at(reading: Reading, index: int) -> Mention | None:
    """A quarter or a half, with or without its year: «I квартал 2026 года», "the first half of 2024", "Q1", "H2 2023"."""
    number = _part_number(reading, index)
    if number is None:
        return _lettered_period(reading, index)
    for kind, most in _PARTS.items():
        words = reading.lexicon.quarter if kind == "quarter" else reading.lexicon.half
        found = words.find(reading.lexemes, number[1])
        if found and number[0] <= most and reading.lexemes[number[1]].gap != "\n":
            point = _year_of(reading, found[1])
            if kind == "half" and point.year is None and point.shift is None:
                return None  # «в первой половине дня», "the second half" of a match
            return Mention(index, point.stop, f"period.{kind}", point, kind=kind, part=number[0])
    return None


def decade_at(reading: Reading, index: int) -> Mention | None:
    """«1990-е», «90-х годов», "the 1990s"."""
    lexeme = reading.lexemes[index]
    if lexeme.kind != "number" or not lexeme.text.isdecimal() or not lexeme.text.endswith("0") or len(lexeme.text) not in (2, 4):
        return None
    at = index + 1
    if reading.norm(at) in ("-", "'", "’") and reading.is_glued(at):
        at += 1
    if not reading.is_glued(at) or reading.norm(at) not in reading.lexicon.words["decade_endings"]:
        return None
    found = reading.lexicon.year.find(reading.lexemes, at + 1)
    if len(lexeme.text) == 2 and not found and not _is_short_decade(reading, index, at):
        return None
    year = int(lexeme.text) if len(lexeme.text) == 4 else 1900 + int(lexeme.text)
    stop = found[1] if found else at + 1
    return Mention(index, stop, "decade", Point(stop, year), kind="decade") if 1000 <= year <= 2100 else None


def _is_short_decade(reading: Reading, index: int, ending: int) -> bool:
    """ "the '90s", «в 90-х», not «в 20-х числах»."""
    if reading.norm(index - 1) in ("'", "’"):
        return True
    if reading.lexicon.language != "ru" or reading.norm(index - 1) not in reading.lexicon.bare_years["before"]:
        return False
    is_closed = ending + 1 >= len(reading.lexemes) or reading.lexemes[ending + 1].kind == "sign"
    return reading.norm(ending) in ("е", "х") and (is_closed or reading.norm(ending + 1) in reading.lexicon.bare_years["behind"])


def lone_year_at(reading: Reading, index: int) -> Mention | None:
    """A year with its word, or four digits in a place where only a year can stand."""
    year = year_at(reading, index)
    if year is None or year.year is None:
        return None
    if has_year_word(reading, index, year):
        return Mention(index, year.stop, "year", year)
    if year.year not in _BARE_YEARS or _is_joined(reading, index) or reading.lexicon.not_years_behind.find(reading.lexemes, year.stop):
        return None
    if reading.norm(index - 1) in reading.lexicon.not_years_before:
        return None
    check = _is_russian_year if reading.lexicon.language == "ru" else _is_english_year
    return Mention(index, year.stop, "year.bare", year) if check(reading, index, year) else None


def relative_at(reading: Reading, index: int) -> Mention | None:
    """What counts from the day of the article."""
    found = reading.lexicon.relative.find(reading.lexemes, index)
    if found:
        unit, _, distance = str(found[0]).partition(":")
        return Mention(index, found[1], f"relative.{unit}", Point(found[1]), kind="distance", distance=(unit, int(distance)))
    weekday = reading.lexicon.weekdays.find(reading.lexemes, index)
    if weekday and (reading.lexicon.language == "ru" or reading.lexemes[index].text[0].isupper()):
        is_name = reading.lexicon.language == "ru" and reading.norm(index - 1) not in reading.lexicon.bare_years["weekdays_behind"]
        behind = weekday[1] + (reading.norm(weekday[1]) == ",")
        if is_name or day_month_at(reading, behind) or month_day_at(reading, behind):
            return None
        return Mention(index, weekday[1], "relative.weekday", Point(weekday[1]), kind="weekday", part=int(weekday[0]))
    return _ago(reading, index)


def weekday_before(reading: Reading, index: int) -> int | None:
    """The day of the week right before a date («в четверг, 5 марта»), counted from Monday as 0."""
    at = index - 1 - (reading.norm(index - 1) == ",")
    found = reading.lexicon.weekdays.find(reading.lexemes, at) if at >= 0 else None
    return int(found[0]) if found else None


def _ago(reading: Reading, index: int) -> Mention | None:
    """«пять лет назад», "three years ago", «через два года»."""
    numeral = numeral_at(reading.lexemes, index, reading.lexicon.language)
    if numeral is None or not 1 <= numeral.value <= _MOST_AGO or numeral.value != numeral.value.to_integral_value():
        return None
    ago, word = reading.lexicon.ago, reading.norm(numeral.stop)
    unit = next((unit for unit in ("day", "week", "month", "year") if word in ago[unit]), None)
    if unit is None:
        return None
    count, stop = int(numeral.value), numeral.stop + 1
    if reading.norm(stop) in ago["words"]:
        return Mention(index, stop + 1, f"relative.{unit}", Point(stop + 1), kind="distance", distance=(unit, -count))
    if reading.norm(index - 1) in ago["in"]:
        return Mention(index, stop, f"relative.{unit}", Point(stop), kind="distance", distance=(unit, count))
    return None


def _part_number(reading: Reading, index: int) -> tuple[int, int] | None:
    """1 to 4 and the index behind it: «первом», «I», «1-м», «1»."""
    found = reading.lexicon.ordinals.find(reading.lexemes, index)
    if found:
        return int(found[0]), found[1]
    if reading.norm(index) in reading.lexicon.words["final"] and reading.lexicon.quarter.find(reading.lexemes, index + 1):
        return _PARTS["quarter"], index + 1
    text = reading.norm(index)
    if text not in ("1", "2", "3", "4") or reading.is_glued(index):
        return None
    at = index + 1
    if reading.norm(at) == "-" and reading.is_glued(at + 1):
        at += 2
    elif reading.norm(at) in ("st", "nd", "rd", "th"):
        at += 1
    return int(text), at


def _lettered_period(reading: Reading, index: int) -> Mention | None:
    """ "Q1 2026", "H2", "1Q 2024"."""
    words = reading.lexicon.words
    letter, number = reading.norm(index), reading.norm(index + 1)
    if letter.isdecimal():
        letter, number = number, letter
    kind = "quarter" if letter in words["quarter_letters"] else "half" if letter in words["half_letters"] else ""
    if not kind or not reading.is_glued(index + 1) or number not in ("1", "2", "3", "4") or int(number) > _PARTS[kind]:
        return None
    point = _year_of(reading, index + 2)
    return Mention(index, point.stop, f"period.{kind}", point, kind=kind, part=int(number)) if point.year or kind == "quarter" else None


def _year_of(reading: Reading, at: int) -> Point:
    """The year behind a period, where one stands there."""
    if at >= len(reading.lexemes) or reading.lexemes[at].gap == "\n":
        return Point(at)
    for start in (at, at + 1):
        if start > at and reading.norm(at) not in reading.lexicon.words["of"]:
            break
        shift = reading.lexicon.year_of.find(reading.lexemes, start)
        if shift:
            return Point(shift[1], shift=int(shift[0]))
        year = year_at(reading, start)
        if year and year.year in _BARE_YEARS:
            return year
    return Point(at)


def _is_joined(reading: Reading, index: int) -> bool:
    """Part of a code, a decimal or an amount: «Су-2024», 3.2024, $2005."""
    previous = reading.lexemes[index - 1] if index else None
    if previous and reading.norm(index - 1 - (previous.norm == "-")) in reading.lexicon.words["joined"]:
        return False
    if previous and reading.is_glued(index) and (previous.kind != "sign" or previous.text not in "(«\"“—–.,;:[‘'"):
        return True
    at = index + 1
    return reading.is_glued(at) and not (reading.lexemes[at].text in _CLOSERS or reading.lexemes[at].text in "—–]")


def _is_russian_year(reading: Reading, index: int, year: Point) -> bool:
    """«в 2021 Казахстан», «(2021 – 1,2 процента, 2022 – 1,3)», «2019, 2020 и 2021 годы»."""
    before, behind = reading.norm(index - 1), reading.norm(year.stop)
    if behind in reading.lexicon.bare_years["row"] and _has_word_later(reading, year.stop + 1):
        return True
    is_open = not behind or reading.lexemes[year.stop].kind == "sign" or reading.lexemes[year.stop].gap == "\n"
    if before in "(,;:" and behind[:1] in _DASHES | {")", ",", ";", ":"} and before:
        return True
    if reading.is_break(index) and behind[:1] in _DASHES and reading.lexemes[year.stop].gap == " ":
        return True
    if before not in reading.lexicon.bare_years["before"]:
        return False
    return is_open or reading.lexemes[year.stop].text[0].isupper() or behind in reading.lexicon.bare_years["behind"]


def _has_word_later(reading: Reading, index: int) -> bool:
    """«2018 и 2020 годах», «2017, 2018 и 2020 годы»: the word stands behind the last year of the row."""
    for _ in range(_LONGEST_ROW):
        year = year_at(reading, index)
        if year is None:
            return False
        if has_year_word(reading, index, year):
            return True
        if reading.norm(year.stop) not in reading.lexicon.bare_years["row"]:
            return False
        index = year.stop + 1
    return False


def _is_english_year(reading: Reading, index: int, year: Point) -> bool:
    """Any four digits of the right size, unless a plural noun makes a round number a count ("2000 tanks")."""
    behind = reading.norm(year.stop)
    is_count = (year.year or 1) % 100 == 0 and len(behind) > 3 and behind.endswith("s") and reading.lexemes[year.stop].text[0].islower()
    return not (is_count and reading.norm(index - 1) not in reading.lexicon.bare_years["before"])
