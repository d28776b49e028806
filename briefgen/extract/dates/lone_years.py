"""A year that stands alone: with its word («2023 году»), or four digits in a place where only a year can stand."""

from __future__ import annotations

from briefgen.extract.dates.mention import Mention, Point, Reading
from briefgen.extract.dates.years import BARE_YEARS, apostrophe_at, fiscal_at, has_year_word, year_at

_CLOSERS = frozenset(",.;:)!?»\"”'’")
_DASHES = frozenset("-−–—")
_LONGEST_ROW = 6
_OLD_YEARS = range(1000, 1900)
_YEAR_DIGITS = 4


def lone_year_at(reading: Reading, index: int) -> Mention | None:
    """The year that starts at a lexeme."""
    short = apostrophe_at(reading, index) if reading.norm(index - 1) in reading.lexicon.words["year_before"] else None
    fiscal = fiscal_at(reading, index)
    if short or (fiscal and len(reading.norm(index + 1)) == 2):
        point = short or fiscal
        return Mention(index, point.stop, "year.short", point) if point else None
    return _with_word_before(reading, index) or _year(reading, index)


def _with_word_before(reading: Reading, index: int) -> Mention | None:
    """«Год 2013-й»."""
    found = reading.lexicon.trees["year"].find(reading.lexemes, index)
    year = year_at(reading, found[1], bare=False) if found and reading.lexemes[index].kind == "word" else None
    is_ordinal = year is not None and found is not None and has_year_word(reading, found[1], year)
    return (
        Mention(index, year.stop, "year", year)
        if year and is_ordinal and reading.norm(index) in reading.lexicon.words["year_nouns"]
        else None
    )


def _year(reading: Reading, index: int) -> Mention | None:
    year = year_at(reading, index)
    if year is None or year.year is None:
        return None
    if reading.lexemes[index].kind == "word":
        return Mention(index, year.stop, "year.worded", year) if _is_worded_place(reading, index, year) else None
    if has_year_word(reading, index, year):
        before = reading.lexicon.words["year_before"] - {"и"}
        is_gram = reading.norm(year.stop - 1) == "г" and reading.norm(index - 1) not in before and _is_weight(reading, year)
        return None if _is_bad_glue(reading, index) or is_gram else Mention(index, year.stop, "year", year)
    if _is_joined(reading, index) or _is_amount(reading, index, year.stop):
        return None
    check = _is_russian_year if reading.lexicon.language == "ru" else _is_english_year
    return Mention(index, year.stop, "year.bare", year) if check(reading, index, year) else None


def _is_weight(reading: Reading, year: Point) -> bool:
    """«2000 г муки», but «2014 г» alone and «2014 г, Москва»."""
    following = reading.lexemes[year.stop] if year.stop < len(reading.lexemes) else None
    is_thing = following is not None and following.kind == "word" and following.gap == " " and following.text[0].islower()
    return is_thing or (year.year or 0) % 50 == 0


def _is_worded_place(reading: Reading, index: int, year: Point) -> bool:
    """With its word, or behind a preposition: «в две тысячи восьмом»."""
    has_word = reading.lexicon.trees["year"].find(reading.lexemes, year.stop - 1) or reading.norm(year.stop - 1) == "."
    return bool(has_word) or reading.norm(index - 1) in reading.lexicon.words["year_before"] | reading.lexicon.words["worded_year_before"]


def _is_bad_glue(reading: Reading, index: int) -> bool:
    """The 13 of «5-13 года» and «№13»."""
    return reading.is_glued(index) and reading.lexemes[index - 1].text in "№#/.," and len(reading.norm(index)) < 4


def _is_joined(reading: Reading, index: int) -> bool:
    """Part of a code, a decimal or an amount: «Су-2024», 3.2024, $2005."""
    previous = reading.lexemes[index - 1] if index else None
    if previous and reading.norm(index - 1 - (previous.norm == "-")) in reading.lexicon.words["joined"]:
        return False
    if previous and (previous.kind == "number" or (_is_behind_digits(reading, index) and previous.text in ".,:/-")):
        return True
    if previous and reading.is_glued(index) and (previous.kind != "sign" or previous.text not in "(«\"“—–.,;:[‘'"):
        return True
    at = index + 1
    return reading.is_glued(at) and not (reading.lexemes[at].text in _CLOSERS or reading.lexemes[at].text in "—–]")


def _is_behind_digits(reading: Reading, index: int) -> bool:
    """The 2015 of "9001:2015" and "32.13.2015"."""
    return index > 1 and reading.is_glued(index) and reading.is_glued(index - 1) and reading.lexemes[index - 2].kind == "number"


def _is_amount(reading: Reading, index: int, stop: int) -> bool:
    """«от 2000 до 2500 рублей», «1990–2005 тонн», "No. 2013", "about 2013"."""
    lexemes, words = reading.lexemes, reading.lexicon.words
    not_years = reading.lexicon.trees["not_years"]
    if not_years.find(lexemes, stop):
        return True
    other = lexemes[stop + 1].text if reading.norm(stop) in words["to"] and stop + 1 < len(lexemes) else ""
    if len(other) >= _YEAR_DIGITS and other.isdecimal() and not_years.find(lexemes, stop + 2):
        return True
    before = reading.norm(index - 1)
    is_named = before in words["not_years_before"] or (before == "." and f"{reading.norm(index - 2)}." in words["not_years_before"])
    return is_named and not reading.lexicon.trees["relations"].find_before(lexemes, index)


def _is_russian_year(reading: Reading, index: int, year: Point) -> bool:
    """«в 2021 Казахстан», «(2021 – 1,2 процента, 2022 – 1,3)», «2019, 2020 и 2021 годы», «в 2014 закончили»."""
    words = reading.lexicon.words
    before, behind = reading.norm(index - 1), reading.norm(year.stop)
    if year.year not in BARE_YEARS:
        return False
    if year.stop < len(reading.lexemes) and reading.lexicon.trees["year_kinds"].find(reading.lexemes, year.stop):
        return True
    if behind in words["year_row"] and _has_word_later(reading, year.stop + 1):
        return True
    is_open = not behind or reading.lexemes[year.stop].kind == "sign" or reading.lexemes[year.stop].gap == "\n"
    if before in "(,;:" and behind[:1] in _DASHES | {")", ",", ";", ":"} and before:
        return True
    if reading.is_break(index) and behind[:1] in _DASHES and reading.lexemes[year.stop].gap == " ":
        return True
    if before not in words["year_before"]:
        return False
    is_verb = len(behind) > 4 and behind.endswith(reading.lexicon.verb_endings)
    return is_open or is_verb or reading.lexemes[year.stop].text[0].isupper() or behind in words["year_behind"]


def _has_word_later(reading: Reading, index: int) -> bool:
    """«2018 и 2020 годах», «2017, 2018 и 2020 годы»: the word stands behind the last year of the row."""
    for _ in range(_LONGEST_ROW):
        year = year_at(reading, index)
        if year is None:
            return False
        if has_year_word(reading, index, year):
            return True
        if reading.norm(year.stop) not in reading.lexicon.words["year_row"]:
            return False
        index = year.stop + 1
    return False


def _is_english_year(reading: Reading, index: int, year: Point) -> bool:
    """Any four digits of the right size, unless a plural noun makes a round number a count ("2000 tanks"); old years behind "in"."""
    behind = reading.norm(year.stop)
    is_placed = reading.norm(index - 1) in reading.lexicon.words["year_before"]
    if year.year in _OLD_YEARS:
        is_open = (
            not behind
            or reading.lexemes[year.stop].kind == "sign"
            or reading.lexemes[year.stop].text[0].isupper()
            or behind in ("and", "when", "the", "as", "by")
        )
        return (is_placed or reading.norm(index - 1) in ("of", "and", "from")) and is_open
    if year.year not in BARE_YEARS:
        return False
    is_count = (year.year or 1) % 100 == 0 and len(behind) > 3 and behind.endswith("s") and reading.lexemes[year.stop].text[0].islower()
    return is_placed or not is_count
