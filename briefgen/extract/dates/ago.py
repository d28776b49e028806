"""So much time before or after the day of the article: «пять лет назад», "a year ago", «через полгода», "two weeks from now"."""

from __future__ import annotations

from briefgen.extract.dates.calendar import FUTURE, PAST
from briefgen.extract.dates.mention import Mention, Point, Reading, stands_alone
from briefgen.extract.dates.tenses import tense_around
from briefgen.language.numerals import numeral_at

_MOST = 200  # «300 лет назад» tells no year
_AHEAD = (("from", "now"), ("from", "today"))
_ARTICLES = frozenset(("a", "an"))
_NO_AMOUNTS = ("weekend", "half-year", "year-and-half")


def ago_at(reading: Reading, index: int) -> Mention | None:
    """The expression that starts at a lexeme; one counted from another event («через год после выборов») is left alone."""
    amount = _inverted(reading, index) or _amount(reading, index)
    if amount is None:
        return None
    unit, count, stop = amount
    ago = reading.lexicon.trees["ago"].find(reading.lexemes, stop)
    if ago:
        return _mention(index, ago[1], unit, -count)
    if (reading.norm(stop), reading.norm(stop + 1)) in _AHEAD:
        return _mention(index, stop + 2, unit, count)
    if reading.norm(index - 1) not in reading.lexicon.words["in_future"] or reading.lexicon.trees["not_behind"].find(reading.lexemes, stop):
        return None
    tense = tense_around(reading, index)
    is_ahead = tense == FUTURE or (tense != PAST and (reading.lexicon.language == "ru" or stands_alone(reading, index - 1, stop)))
    return _mention(index, stop, unit, count) if is_ahead else None


def _mention(index: int, stop: int, unit: str, count: int) -> Mention:
    return Mention(index, stop, f"relative.{unit}", Point(stop), kind="ago", distance=(unit, count))


def _amount(reading: Reading, index: int) -> tuple[str, int, int] | None:
    """«пять лет», "a year", «полгода»: the unit, how many, and the index behind."""
    units = reading.lexicon.trees["units"]
    whole = units.find(reading.lexemes, index)
    if whole and whole[0] in ("half-year", "year-and-half"):
        return str(whole[0]), 1, whole[1]
    if whole and reading.norm(index) in reading.lexicon.words["one_of"]:
        return str(whole[0]), 1, whole[1]
    numeral = numeral_at(reading.lexemes, index, reading.lexicon.language)
    count, stop = (numeral.value, numeral.stop) if numeral else (1, index + 1)
    if numeral is None and reading.norm(index) not in _ARTICLES:
        return None
    if stop >= len(reading.lexemes) or reading.lexemes[stop].gap == "\n" or not 1 <= count <= _MOST or count != int(count):
        return None
    unit = units.find(reading.lexemes, stop)
    return (str(unit[0]), int(count), unit[1]) if unit and unit[0] not in _NO_AMOUNTS else None


def _inverted(reading: Reading, index: int) -> tuple[str, int, int] | None:
    """«лет десять назад»."""
    if reading.norm(index) not in reading.lexicon.words["inverted_units"]:
        return None
    unit = reading.lexicon.trees["units"].find(reading.lexemes, index)
    numeral = numeral_at(reading.lexemes, index + 1, "ru")
    is_whole = numeral is not None and 1 <= numeral.value <= _MOST and numeral.value == numeral.value.to_integral_value()
    return (str(unit[0]), int(numeral.value), numeral.stop) if unit and numeral and is_whole else None
