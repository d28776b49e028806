"""Two dates in a row -> one range: «23–27 февраля», «с 1 по 5 мая», "March to June 2024", «2014-2015 годы», "2005-6"."""

from __future__ import annotations

from dataclasses import replace

from briefgen.extract.dates.mention import Mention, Point, Reading
from briefgen.extract.dates.points import day_at, day_month_at, has_year_word, month_name, point_at, year_at

_DASHES = frozenset("-−–—")


def range_at(reading: Reading, index: int) -> Mention | None:
    """A range of days, months or years that starts at a lexeme."""
    return _days_of_one_month(reading, index) or _joint_days(reading, index) or _points(reading, index) or _years(reading, index)


def _days_of_one_month(reading: Reading, index: int) -> Mention | None:
    """«23–27 февраля 2026 года», "1 to 5 May"; also "May 1-5, 2026"."""
    month = month_name(reading, index)
    first = day_at(reading, month[1] if month else index)
    if first is None or (reading.lexemes[index].kind == "word" and not month):
        return None
    second_at = _behind_separator(reading, index, first[1])
    second = day_at(reading, second_at) if second_at else None
    if second is None or second[0] <= first[0] or reading.lexemes[second_at or 0].kind == "word":
        return None
    if month:
        if month_name(reading, second[1]):
            return None
        end = _year_behind(reading, Point(second[1], None, month[0], second[0]))
    else:
        found = point_at(reading, second_at or 0)
        if found is None or found.month is None or found.day != second[0]:
            return None
        end = found
    return Mention(index, end.stop, "range.days", replace(end, day=first[0]), end)


def _joint_days(reading: Reading, index: int) -> Mention | None:
    """«12 и 13 марта» is a range of two days; «5 и 12 марта» are two dates, the first of which borrows the month."""
    first = day_at(reading, index)
    if first is None or reading.lexemes[index].kind == "word" or reading.norm(first[1]) not in reading.lexicon.words["and"] | {","}:
        return None
    if first[1] + 1 >= len(reading.lexemes) or reading.lexemes[first[1] + 1].kind != "number":
        return None
    second = day_month_at(reading, first[1] + 1)
    if second is None or second.day is None or second.day <= first[0]:
        return None
    if second.day == first[0] + 1 and reading.norm(first[1]) != ",":
        return Mention(index, second.stop, "range.days.joint", replace(second, day=first[0]), second)
    return Mention(index, first[1], "day.lent", replace(second, stop=first[1], day=first[0]))


def _points(reading: Reading, index: int) -> Mention | None:
    """«с 28 февраля по 3 марта», «январь–март 2024 года», "from May 2013 to June 2014"."""
    first = point_at(reading, index)
    if first is None:
        return None
    at = _behind_separator(reading, index, first.stop)
    second = point_at(reading, at) if at and at < len(reading.lexemes) else None
    if second is None or (first.day is None) != (second.day is None) or reading.lexemes[at or 0].gap == "\n":
        return None
    if first.year is None and first.shift is None:
        first = replace(first, year=second.year, shift=second.shift)
        if first.year is not None and _order(first) > _order(second):
            first = replace(first, year=first.year - 1)
    if _order(first) >= _order(second) and (first.year is not None or first.day is None):
        return None
    return Mention(index, second.stop, "range.days" if first.day else "range.months", first, second)


def _years(reading: Reading, index: int) -> Mention | None:
    """«2014-2015 годы», «с 2013 по 2018 год», «2022 и 2023 годах», "2005-6", "2019–22", «2023/24»."""
    first = year_at(reading, index)
    if first is None or first.year is None:
        return None
    short = _short_second(reading, first)
    if short:
        return short if not reading.is_glued(index) or reading.norm(index - 1) in ("(", "«", '"') else None
    at = _behind_separator(reading, index, first.stop, with_slash=True)
    second = year_at(reading, at) if at else None
    if second is None or second.year is None or second.year <= first.year or second.year - first.year > 200:
        return _joint_years(reading, index, first)
    is_plain = has_year_word(reading, at or 0, second) or reading.norm(first.stop) in _DASHES | {"/"} or reading.lexicon.language == "en"
    if not is_plain and reading.norm(index - 1) not in reading.lexicon.words["from"]:
        return None
    return Mention(index, second.stop, "range.years", Point(first.stop, first.year), Point(second.stop, second.year))


def _short_second(reading: Reading, first: Point) -> Mention | None:
    """ "2005-6", "2019–22", «2023/24 учебный год»: the second year without its century."""
    at, index = first.stop, first.stop - 1
    if reading.norm(at) not in _DASHES | {"/"} or not reading.is_glued(at) or not reading.is_glued(at + 1) or first.year is None:
        return None
    text = reading.norm(at + 1)
    if not text.isdecimal() or len(text) > 2 or (reading.norm(at + 2) in _DASHES and reading.is_glued(at + 2)):
        return None
    century = 10 ** len(text)
    second = first.year - first.year % century + int(text)
    if second <= first.year:
        return None
    found = reading.lexicon.year.find(reading.lexemes, at + 2)
    stop = found[1] if found else at + 2
    return Mention(index, stop, "range.years.short", first, Point(stop, second))


def _joint_years(reading: Reading, index: int, first: Point) -> Mention | None:
    """«2022 и 2023 годах», «2021, 2022 и 2023 годах»: years in a row that share one word are one period."""
    last, at = first, first.stop
    if has_year_word(reading, index, first):
        return None
    while reading.norm(at) in reading.lexicon.words["and"] | {","}:
        following = year_at(reading, at + 1)
        if following is None or following.year is None or last.year is None or following.year != last.year + 1:
            return None
        if has_year_word(reading, at + 1, following):
            return Mention(index, following.stop, "range.years.joint", first, following)
        last, at = following, following.stop
    return None


def _behind_separator(reading: Reading, index: int, at: int, *, with_slash: bool = False) -> int | None:
    """The index behind a dash or «по», "to"; behind "and" only where "between" stands before."""
    if at >= len(reading.lexemes) or reading.lexemes[at].gap == "\n":
        return None
    word, before = reading.norm(at), reading.norm(index - 1)
    if word in _DASHES or (with_slash and word == "/"):
        is_sure = reading.is_glued(at) == reading.is_glued(at + 1)
        return at + 1 if is_sure else None
    if word in reading.lexicon.words["to"] and (before in reading.lexicon.words["from"] or reading.lexicon.language == "en"):
        return at + 1
    if word in reading.lexicon.words["and"] and before in reading.lexicon.words["between"]:
        return at + 1
    return None


def _year_behind(reading: Reading, point: Point) -> Point:
    at = point.stop + (reading.norm(point.stop) == ",")
    year = year_at(reading, at)
    return replace(point, stop=year.stop, year=year.year) if year else point


def _order(point: Point) -> tuple[int, int, int]:
    return point.year or 0, point.month or 0, point.day or 0
