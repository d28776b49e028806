"""Years in a row -> one range: «2014-2015 годы», «с 2013 по 2018 год», "2005-6", «2013/14 году», «2020-м и 2021-м»."""

from __future__ import annotations

from briefgen.extract.dates.calendar import full_year
from briefgen.extract.dates.mention import Mention, Point, Reading
from briefgen.extract.dates.separators import DASHES, behind_separator
from briefgen.extract.dates.years import apostrophe_at, has_year_word, year_at

_LONGEST = 200  # years
_LONGEST_ROW = 12


def years_at(reading: Reading, index: int) -> Mention | None:
    """A range of years that starts at a lexeme."""
    first = year_at(reading, index)
    if first is None or first.year is None:
        return _short_years(reading, index) or _with_apostrophes(reading, index)
    short = _short_second(reading, first)
    if short:
        return (
            short if not reading.is_glued(index) or reading.norm(index - 1) in ("(", "«", '"', *reading.lexicon.words["fiscal"]) else None
        )
    at = behind_separator(reading, index, first.stop, with_slash=True)
    second = year_at(reading, at) if at is not None else None
    if second is None or second.year is None or not 0 < second.year - first.year <= _LONGEST or _is_count(reading, second):
        return _joint(reading, index, first)
    is_plain = has_year_word(reading, at or 0, second) or reading.norm(first.stop) in DASHES | {"/"} or reading.lexicon.language == "en"
    if not is_plain and reading.norm(index - 1) not in reading.lexicon.words["from"]:
        return None
    return Mention(index, second.stop, "range.years", Point(first.stop, first.year), Point(second.stop, second.year))


def _is_count(reading: Reading, year: Point) -> bool:
    return reading.lexicon.trees["not_years"].find(reading.lexemes, year.stop) is not None


def _short_second(reading: Reading, first: Point) -> Mention | None:
    """ "2005-6", "2019–22", «2023/24 учебный год»: the second year without its century."""
    at, index = first.stop, first.stop - 1
    if reading.norm(at) not in DASHES | {"/"} or not reading.is_glued(at) or not reading.is_glued(at + 1) or first.year is None:
        return None
    text = reading.norm(at + 1)
    if (
        not text.isdecimal()
        or len(text) > 2
        or (reading.norm(at + 2) in DASHES | {"/", "."} and reading.is_glued(at + 2) and reading.is_glued(at + 3))
    ):
        return None
    century = 10 ** len(text)
    second = first.year - first.year % century + int(text)
    is_month = reading.norm(at) == "-" and len(text) == 2 and int(text) <= 12 and second != first.year + 1
    if second <= first.year or (is_month and first.year % 100 < 12 and not reading.lexicon.trees["year"].find(reading.lexemes, at + 2)):
        return None
    found = reading.lexicon.trees["year"].find(reading.lexemes, at + 2)
    stop = found[1] if found else at + 2
    return Mention(index, stop, "range.years.short", first, Point(stop, second))


def _short_years(reading: Reading, index: int) -> Mention | None:
    """«в 41–45 годах»: both without their century, with the word in the plural."""
    first, second = reading.norm(index), reading.norm(index + 2)
    is_pair = first.isdecimal() and second.isdecimal() and len(first) == len(second) == 2 and reading.norm(index + 1) in DASHES
    if not is_pair or reading.norm(index + 3) not in reading.lexicon.words["years_plural"]:
        return None
    found = reading.lexicon.trees["year"].find(reading.lexemes, index + 3)
    years = full_year(int(first)), full_year(int(second))
    return (
        Mention(index, found[1], "range.years.short", Point(index + 1, years[0]), Point(found[1], years[1]))
        if found and years[0] < years[1]
        else None
    )


def _with_apostrophes(reading: Reading, index: int) -> Mention | None:
    """ "from '98 to '03"."""
    first = apostrophe_at(reading, index)
    at = behind_separator(reading, index, first.stop) if first else None
    second = apostrophe_at(reading, at) if at is not None else None
    if first is None or second is None or (first.year or 0) >= (second.year or 0):
        return None
    return Mention(index, second.stop, "range.years", first, second)


def _joint(reading: Reading, index: int, first: Point) -> Mention | None:
    """«2022 и 2023 годах», «2021, 2022 и 2023 годах», «2020-м и 2021-м», "2020 and 2021": years in a row are one period."""
    last, at = first, first.stop
    if reading.lexicon.trees["year"].find(reading.lexemes, first.stop - 1):
        return None
    for _ in range(_LONGEST_ROW):
        link = reading.norm(at)
        if link not in reading.lexicon.words["and"] | {","}:
            return None
        following = year_at(reading, at + 1)
        if following is None or following.year is None or last.year is None or following.year != last.year + 1:
            return None
        if has_year_word(reading, at + 1, following) or (link != "," and _is_english_row(reading, index, following)):
            return Mention(index, following.stop, "range.years.joint", first, following)
        last, at = following, following.stop
    return None


def _is_english_row(reading: Reading, index: int, last: Point) -> bool:
    """ "in 2020 and 2021": the row stands behind a preposition and before no noun that would make it a count."""
    return (
        reading.lexicon.language == "en"
        and reading.norm(index - 1) in reading.lexicon.words["year_before"] | {"of"}
        and not _is_count(reading, last)
    )
