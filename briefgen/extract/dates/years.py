"""A place in a text -> the year that stands there: 2023, «2023-м», «13-го года», "'98", «две тысячи двадцатого», "nineteen ninety-one"."""

from __future__ import annotations

from dataclasses import replace

from briefgen.extract.dates.calendar import full_year
from briefgen.extract.dates.mention import Point, Reading
from briefgen.extract.dates.ordinals import behind_ending, behind_hyphen, ordinal_at

FIRST_YEAR, LAST_YEAR = 1000, 2199
BARE_YEARS = range(1900, 2100)
_APOSTROPHES = frozenset("'’‘")
_CENTURIES = (10, 21)  # "nineteen ninety-one": the first two digits in words
_FIRST_WORDED = 20  # «в пятом году жизни» counts something else


def year_at(reading: Reading, index: int, *, bare: bool = True) -> Point | None:
    """A year with its word («2023 году», «2023-м») or, where `bare`, without; the point's `day` and `month` are empty."""
    if index >= len(reading.lexemes):
        return None
    lexeme = reading.lexemes[index]
    if lexeme.kind == "word":
        return _worded(reading, index)
    if lexeme.kind != "number" or not lexeme.text.isdecimal() or len(lexeme.text) not in (2, 3, 4):
        return None
    year = int(lexeme.text)
    stop = behind_ending(reading, index + 1, "year_endings")
    word = _year_word(reading, stop)
    if len(lexeme.text) < 4:
        return _short(reading, index, stop, word)
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    if word:
        return Point(word, year)
    return Point(stop, year) if bare or stop > index + 1 else None


def has_year_word(reading: Reading, index: int, point: Point) -> bool:
    """Whether more than the digits stands there."""
    return point.stop > index + 1 and reading.lexemes[index].kind == "number"


def year_of(reading: Reading, at: int, *, joins: frozenset[str]) -> Point | None:
    """The year behind a month or a part of a year, next to it or behind one of the words `joins`; «прошлого года» gives a `shift`."""
    if at >= len(reading.lexemes) or reading.lexemes[at].gap == "\n":
        return None
    for start in (at, at + 1):
        if start > at and (reading.norm(at) not in joins or start >= len(reading.lexemes) or reading.lexemes[start].gap == "\n"):
            return None
        if reading.norm(start) in reading.lexicon.words["the"]:
            continue
        found = shift_at(reading, start) or fiscal_at(reading, start) or apostrophe_at(reading, start) or year_at(reading, start)
        if found:
            return found
    return None


def shift_at(reading: Reading, index: int) -> Point | None:
    """«прошлого года», «с.г.», "last year", "of this year", and «года» alone where a part of it stands before: years from the article's."""
    trees = reading.lexicon.trees
    short = trees["year_of"].find(reading.lexemes, index)
    if short:
        return Point(short[1], shift=int(short[0]))
    shift = trees["shifts"].find(reading.lexemes, index)
    if shift is None or shift[1] >= len(reading.lexemes):
        return None
    unit = trees["units"].find(reading.lexemes, shift[1])
    return Point(unit[1], shift=int(shift[0])) if unit and unit[0] == "year" and reading.lexemes[shift[1]].gap != "\n" else None


def fiscal_at(reading: Reading, index: int) -> Point | None:
    """ "FY24", "FY2025": the year by whose number the fiscal year goes."""
    if reading.norm(index) not in reading.lexicon.words["fiscal"] or index + 1 >= len(reading.lexemes):
        return None
    text = reading.norm(index + 1)
    if not text.isdecimal() or len(text) not in (2, 4):
        return None
    return Point(index + 2, int(text) if len(text) == 4 else full_year(int(text)))


def apostrophe_at(reading: Reading, index: int) -> Point | None:
    """ "'98", «’13 г.»."""
    text = reading.norm(index + 1)
    if reading.norm(index) not in _APOSTROPHES or reading.is_glued(index) or not reading.is_glued(index + 1):
        return None
    if not text.isdecimal() or len(text) != 2 or (reading.is_glued(index + 2) and reading.lexemes[index + 2].kind != "sign"):
        return None
    return Point(_year_word(reading, index + 2) or index + 2, full_year(int(text)))


def _year_word(reading: Reading, at: int, words: str = "year") -> int | None:
    """The index behind «года», «г.», where they stand there."""
    if at >= len(reading.lexemes) or reading.lexemes[at].gap == "\n":
        return None
    found = reading.lexicon.trees[words].find(reading.lexemes, at)
    return found[1] if found else None


def _short(reading: Reading, index: int, stop: int, word: int | None) -> Point | None:
    """«13-го года», «в 13 году», «988 году», and behind a month «мая 13 года»; «22 года» elsewhere is an age."""
    if word is None:
        return None
    is_old = reading.lexicon.trees["bc"].find(reading.lexemes, word) is not None
    if reading.lexicon.trees["not_behind"].find(reading.lexemes, word) and not is_old:
        return None
    text, named = reading.norm(index), reading.norm(stop)
    is_sure = stop > index + 1 or named in ("году", "годом")
    if len(text) == 3:
        is_sure = is_sure or (named in ("года", "г") and text[-1] not in "1234")
    elif not is_sure:
        is_sure = named in ("года", "г") and reading.lexicon.trees["months"].find(reading.lexemes, index - 1) is not None
    if not (is_sure or is_old) or (text.startswith("0") and len(text) == 3):
        return None
    return Point(word, int(text) if len(text) == 3 else full_year(int(text)))


def _worded(reading: Reading, index: int) -> Point | None:
    return _english(reading, index) if reading.lexicon.language == "en" else _russian(reading, index)


def _russian(reading: Reading, index: int) -> Point | None:
    """«тысяча девятьсот девяносто первого года», «две тысячи восьмом», «девяносто восьмом году», «двухтысячном году»."""
    base, at = _thousands(reading, index)
    hundreds = reading.lexicon.cardinals.get(reading.norm(at), 0) if base else 0
    if hundreds >= 100 and hundreds % 100 == 0:
        base, at = base + hundreds, at + 1
    found = ordinal_at(reading, at)
    if found is None or (base and found[0] >= 1000):
        return None
    word = _year_word(reading, found[1])
    if base == 0:
        is_round = found[0] in (2000,)
        if word is None or not (is_round or _FIRST_WORDED <= found[0] < 100) or reading.norm(index - 1) == "на":
            return None
        return Point(word, found[0] if is_round else full_year(found[0]))
    year = base + found[0]
    is_nominative = reading.norm(found[1] - 1).endswith(tuple(reading.lexicon.words["nominative_endings"]))
    if not FIRST_YEAR <= year <= LAST_YEAR or (word is None and is_nominative):
        return None
    return Point(word or found[1], year)


def _thousands(reading: Reading, index: int) -> tuple[int, int]:
    """1000 or 2000 and the index behind it, else 0 and the same index."""
    words = reading.lexicon.words["base"]
    if reading.norm(index) in words:
        return (1000, index + 1) if reading.norm(index).endswith("а") else (0, index)
    count = reading.lexicon.cardinals.get(reading.norm(index), 0)
    return (count * 1000, index + 2) if count in (1, 2) and reading.norm(index + 1) in words else (0, index)


def _english(reading: Reading, index: int) -> Point | None:
    """ "nineteen ninety-one", "twenty thirteen", "two thousand and five"."""
    cardinals = reading.lexicon.cardinals
    head = cardinals.get(reading.norm(index), 0)
    at = index + 1
    if head == 2 and reading.norm(at) == "thousand":
        at += 1 + (reading.norm(at + 1) == "and")
        base = 2000
    elif head in range(*_CENTURIES):
        base = head * 100
    else:
        return None
    rest = cardinals.get(reading.norm(at), 0)
    ones = cardinals.get(reading.norm(behind_hyphen(reading, at + 1)), 0) if rest >= 20 else 0
    stop = behind_hyphen(reading, at + 1) + 1 if 0 < ones < 10 else at + 1
    year = base + rest + (ones if 0 < ones < 10 else 0)
    if rest == 0 or rest >= 100 or (base != 2000 and rest < 10) or not 1500 <= year <= LAST_YEAR or not _is_place(reading, index, stop):
        return None
    return Point(stop, year)


def _is_place(reading: Reading, index: int, stop: int) -> bool:
    """Behind "in" or a month and before no noun."""
    is_behind = reading.norm(index - 1) in reading.lexicon.words["year_before"] | {"of", ",", "from", "to", "and", "year"}
    is_open = is_behind or reading.lexicon.trees["months"].find(reading.lexemes, index - 1) is not None
    return is_open and not reading.lexicon.trees["not_years"].find(reading.lexemes, stop)


def with_year(point: Point, year: Point | None) -> Point:
    """The point with the year that stands behind it."""
    return replace(point, stop=year.stop, year=year.year, shift=year.shift) if year else point
