"""Two dates in a row -> one range: «23–27 февраля», «с 1 по 5 мая», "March to June 2024", «с весны 2022 года до осени 2023 года»."""

from __future__ import annotations

from dataclasses import replace

from briefgen.extract.dates.mention import Mention, Point, Reading
from briefgen.extract.dates.numeric import day_and_month_at, numeric_at
from briefgen.extract.dates.places import grade, place_at
from briefgen.extract.dates.points import day_at, month_name, point_at, with_shared_year
from briefgen.extract.dates.rows import row_at
from briefgen.extract.dates.separators import DASHES, behind_separator
from briefgen.extract.dates.year_spans import years_at

_RULES = {"day": "range.days", "month": "range.months", "year": "range.years"}


def range_at(reading: Reading, index: int) -> Mention | None:
    """A range of days, months, parts or years that starts at a lexeme."""
    return (
        _days_of_one_month(reading, index)
        or _days_of_digits(reading, index)
        or row_at(reading, index)
        or _places(reading, index)
        or _dotted(reading, index)
        or years_at(reading, index)
    )


def _days_of_one_month(reading: Reading, index: int) -> Mention | None:
    """«23–27 февраля 2026 года», "1 to 5 May"; also "May 1-5, 2026", "June 3rd through the 7th"."""
    month = month_name(reading, index)
    first_at = month[1] if month else index
    first = day_at(reading, first_at)
    if first is None:
        return None
    second_at = behind_separator(reading, index, first[1])
    if second_at is None:
        return None
    second = day_at(reading, second_at)
    if second is None or second[0] <= first[0] or not _are_alike(reading, first_at, second_at):
        return None
    if month:
        return _month_first(reading, index, month[0], first[0], second)
    found = point_at(reading, second_at)
    if found is None or found.month is None or found.day != second[0]:
        return None
    return Mention(index, found.stop, "range.days", replace(found, day=first[0]), found)


def _days_of_digits(reading: Reading, index: int) -> Mention | None:
    """«12–13.11.2025», «с 10 по 12.11.2025»: the first day takes month and year of the date in digits behind it."""
    lexeme = reading.lexemes[index]
    first = day_at(reading, index) if lexeme.kind == "number" and lexeme.text.isdecimal() else None
    at = behind_separator(reading, index, first[1]) if first else None
    second = numeric_at(reading, at) if at is not None and at < len(reading.lexemes) else None
    if first is None or at is None or second is None or second.day is None or second.day <= first[0] or "." not in reading.lexemes[at].text:
        return None
    return Mention(index, second.stop, "range.days", replace(second, day=first[0]), second)


def _are_alike(reading: Reading, first: int, second: int) -> bool:
    """Digits with digits; words behind «с» ("пятого по седьмое") or in the genitive, for «второй - третий» may be anything."""
    kinds = {reading.lexemes[first].kind, reading.lexemes[second].kind}
    if kinds != {"word"}:
        return kinds == {"number"}
    has_dash = reading.norm(second - 1) in DASHES and reading.norm(first).endswith("го")
    return has_dash or reading.norm(first - 1) in reading.lexicon.words["from"] | reading.lexicon.words["the"]


def _month_first(reading: Reading, index: int, month: int, first: int, second: tuple[int, int]) -> Mention | None:
    if month_name(reading, second[1]) or (reading.lexicon.language == "ru" and reading.lexemes[index].gap != ""):
        return None
    is_name = reading.lexemes[index].text[0].isupper() or reading.norm(index) not in reading.lexicon.words["ambiguous_months"]
    if reading.norm(second[1]) == ":" or not is_name:
        return None
    end = with_shared_year(reading, Point(second[1], None, month, second[0]))
    return Mention(index, end.stop, "range.days", replace(end, day=first), end)


def _places(reading: Reading, index: int) -> Mention | None:
    """«с 28 февраля по 3 марта», «январь–март 2024 года», "from May 2013 to June 2014", "Q1 to Q3 2013"."""
    first = place_at(reading, index)
    if first is None:
        return None
    at = behind_separator(reading, index, first.stop, with_slash=first.day is not None and first.year is not None)
    second = place_at(reading, at) if at is not None else None
    if second is None or grade(first) != grade(second) or reading.lexemes[at or 0].gap == "\n":
        return None
    if first.year is None and first.shift is None:
        first = replace(first, year=second.year, shift=second.shift)
        if first.year is not None and _order(first) > _order(second):
            first = replace(first, year=first.year - 1)
    if _order(first) >= _order(second) and (first.year is not None or (first.day is None and not _is_wrapped(first, second))):
        return None
    return Mention(index, second.stop, _RULES[grade(first)], first, second)


def _is_wrapped(first: Point, second: Point) -> bool:
    """«с ноября по февраль», «с осени до весны» run over the new year."""
    return first.shift is None and second.shift is None and _order(first) > _order(second)


def _dotted(reading: Reading, index: int) -> Mention | None:
    """«с 01.02 по 15.02», «05.05–06.06.2013»."""
    lexeme = reading.lexemes[index]
    first = day_and_month_at(reading, index) if lexeme.kind == "number" else None
    at = behind_separator(reading, index, first.stop) if first else None
    if first is None or at is None or at >= len(reading.lexemes) or reading.lexemes[at].kind != "number":
        return None
    second = numeric_at(reading, at) or day_and_month_at(reading, at)
    if second is None or second.day is None or (second.year is None and not _is_sure(reading, index, at, second)):
        return None
    if second.year is not None:
        first = replace(first, year=second.year - (_order(first) > _order(replace(second, year=None))))
    return Mention(index, second.stop, "range.days", first, second)


def _is_sure(reading: Reading, index: int, at: int, second: Point) -> bool:
    """«с 01.02 по 15.02» and no unit behind; «с 10.05 до 12.07 рубля» is none."""
    is_closed = (
        second.stop >= len(reading.lexemes) or reading.lexemes[second.stop].kind == "sign" or reading.lexemes[second.stop].gap == "\n"
    )
    is_named = reading.norm(at - 1) in ("по", "to") or reading.norm(at - 1) in DASHES
    return is_named and reading.norm(index - 1) in reading.lexicon.words["from"] and (is_closed or reading.norm(at - 1) == "по")


def _order(point: Point) -> tuple[int, int, int]:
    """Where a point lies in time, its part counted from its first month."""
    month = point.month or 0
    if point.part == "quarter":
        month = point.number * 3 - 2
    elif point.part == "half":
        month = point.number * 6 - 5
    elif point.part == "season":
        month = 0 if point.number == 12 and point.year is not None else point.number
    return point.year or 0, month, point.day or point.number * int(point.part not in ("", "season")) or 0
