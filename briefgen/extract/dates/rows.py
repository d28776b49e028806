"""Rows of dates that share their month, year or noun: «10, 11 и 12 мая» is one range, «5 и 12 мая» two dates; «XIX–XX веков»."""

from __future__ import annotations

from dataclasses import replace

from briefgen.extract.dates.eras import century_start, decade_at
from briefgen.extract.dates.mention import Mention, Point, Reading
from briefgen.extract.dates.ordinals import number_at
from briefgen.extract.dates.parts import part_point, part_word_at
from briefgen.extract.dates.points import day_at, day_month_at, month_at, month_name, with_shared_year
from briefgen.extract.dates.separators import DASHES, behind_separator
from briefgen.extract.dates.years import with_year

_LONGEST = 8


def row_at(reading: Reading, index: int) -> Mention | None:
    """A row of days, of months or of numbered parts that starts at a lexeme."""
    return (
        _days(reading, index)
        or _days_behind_month(reading, index)
        or _months(reading, index)
        or _parts(reading, index)
        or _decades(reading, index)
    )


def _days(reading: Reading, index: int) -> Mention | None:
    """«12 и 13 марта» is a range of two days; «5 и 12 марта» are two dates, the first of which borrows the month."""
    if reading.lexemes[index].kind != "number":
        return None
    days, at, links = [], index, []
    for _ in range(_LONGEST):
        day = day_at(reading, at)
        if day is None:
            return None
        days.append(day)
        link = reading.norm(day[1])
        if link not in reading.lexicon.words["and"] | {","} or reading.lexemes[day[1]].gap == "\n":
            break
        links.append(link)
        at = day[1] + 1
        if at >= len(reading.lexemes) or reading.lexemes[at].kind != "number":
            return None
    last = day_month_at(reading, at) if len(days) > 1 else None
    if last is None or last.day != days[-1][0]:
        return None
    numbers = [day for day, _ in days]
    if numbers == list(range(numbers[0], numbers[0] + len(numbers))) and links[-1] != ",":
        return Mention(index, last.stop, "range.days.joint", replace(last, day=numbers[0]), last)
    if numbers[0] >= numbers[1]:
        return None
    return Mention(index, days[0][1], "day.lent", replace(last, stop=days[0][1], day=numbers[0]))


def _days_behind_month(reading: Reading, index: int) -> Mention | None:
    """ "March 12 and 13, 2013"."""
    month = month_name(reading, index) if reading.lexicon.language == "en" else None
    first = day_at(reading, month[1]) if month else None
    if month is None or first is None or reading.norm(first[1]) not in reading.lexicon.words["and"] or first[1] + 1 >= len(reading.lexemes):
        return None
    second = day_at(reading, first[1] + 1)
    is_number = reading.lexemes[first[1] + 1].kind == "number" and reading.lexemes[index].text[0].isupper()
    if second is None or second[0] != first[0] + 1 or not is_number or month_name(reading, second[1]):
        return None
    end = with_shared_year(reading, Point(second[1], None, month[0], second[0]))
    return Mention(index, end.stop, "range.days.joint", replace(end, day=first[0]), end)


def _months(reading: Reading, index: int) -> Mention | None:
    """«в апреле и мае 2022 года», «в марте, апреле и мае»: months in a row are one range."""
    first = month_at(reading, index)
    if first is None or first.month is None or first.year is not None:
        return None
    last = first
    for _ in range(_LONGEST):
        link, at = reading.norm(last.stop), last.stop + 1
        if link not in reading.lexicon.words["and"] | {","} or at >= len(reading.lexemes) or reading.lexemes[at].gap == "\n":
            return None
        following = month_at(reading, at)
        if following is None or following.month is None or following.month != (last.month or 0) % 12 + 1:
            return None
        if following.year is None and day_at(reading, following.stop):
            return None  # "in May and June 5"
        if link != ",":
            start = first if first.shift is not None else with_year(first, following)
            start = replace(start, year=start.year - (first.month > following.month)) if start.year else start
            return Mention(index, following.stop, "range.months.joint", start, following)
        last = following
    return None


def _parts(reading: Reading, index: int) -> Mention | None:
    """«с I по III квартал 2013 года», "second and third quarters of 2013", «XIX–XX веков», "the 19th and 20th centuries"."""
    first = number_at(reading, index)
    if first is None:
        return None
    at = behind_separator(reading, index, first[1])
    if at is None and reading.norm(first[1]) in reading.lexicon.words["and"]:
        at = first[1] + 1
    second = number_at(reading, at) if at is not None else None
    if second is None or second[0] <= first[0] or second[1] >= len(reading.lexemes) or reading.lexemes[second[1]].gap == "\n":
        return None
    century = reading.lexicon.trees["century"].find(reading.lexemes, second[1])
    if century and second[0] <= 21:
        start, end = Point(century[1], century_start(first[0]), part="century"), Point(century[1], century_start(second[0]), part="century")
        return Mention(index, century[1], "range.centuries", start, end)
    word = part_word_at(reading, second[1])
    last = part_point(reading, word[0], second[0], word[1]) if word and word[0] in ("quarter", "half") else None
    if last is None or (last.year is None and last.shift is None and reading.norm(at - 1 if at else 0) in DASHES):
        return None
    return Mention(index, last.stop, "range.parts", replace(last, number=first[0]), last)


def _decades(reading: Reading, index: int) -> Mention | None:
    """«1960–1970-е годы», «60-70-х годах прошлого века»."""
    text = reading.norm(index)
    if not text.isdecimal() or len(text) not in (2, 4) or not text.endswith("0") or reading.norm(index + 1) not in DASHES:
        return None
    at = behind_separator(reading, index, index + 1)
    last = decade_at(reading, at) if at is not None else None
    if last is None or last.year is None or len(reading.norm(at or 0)) != len(text):
        return None
    year = int(text) if len(text) == 4 else last.year // 100 * 100 + int(text)
    return Mention(index, last.stop, "range.decades", Point(index + 1, year, part="decade"), last) if year < last.year else None
