"""Seasons and feasts: «весной 2014 года», "last winter", «зимой 2013–2014 годов», "Christmas 2013", «Новый год»."""

from __future__ import annotations

from dataclasses import replace

from briefgen.extract.dates.mention import Point, Reading, stands_alone
from briefgen.extract.dates.parts import part_year
from briefgen.extract.dates.years import with_year, year_at

_DASHES = frozenset("-−–—/")
_WINTER = 12


def season_at(reading: Reading, index: int) -> Point | None:
    """A season with its year, or behind a preposition; winter goes by the year in which it ends."""
    season = season_name(reading, index)
    if season is None:
        return None
    point = Point(season[1], part="season", number=season[0])
    if season[0] == _WINTER:
        point = _winter(reading, point)
    if point.year is None:
        year = part_year(reading, point.stop)
        point = with_year(point, year)
    if point.year is not None or point.shift is not None:
        return point
    return point if _is_season_alone(reading, index, season[1]) else None


def season_name(reading: Reading, index: int) -> tuple[int, int] | None:
    """The first month of a season and the index behind its name."""
    found = reading.lexicon.trees["seasons"].find(reading.lexemes, index) if index < len(reading.lexemes) else None
    return (int(found[0]), found[1]) if found else None


def holiday_at(reading: Reading, index: int) -> Point | None:
    """A feast with its year, or behind a preposition; not "Christmas trees"."""
    found = reading.lexicon.trees["holidays"].find(reading.lexemes, index)
    if found is None or (not reading.lexemes[index].text[0].isupper() and reading.norm(index) not in reading.lexicon.words["small_feasts"]):
        return None
    stop = found[1]
    if reading.lexicon.trees["not_behind"].find(reading.lexemes, stop) and reading.norm(stop) != "of":
        return None
    year = (
        year_at(reading, stop + (reading.norm(stop) == "of")) if stop < len(reading.lexemes) and reading.lexemes[stop].gap != "\n" else None
    )
    before = reading.norm(index - 1)
    is_placed = (
        before in reading.lexicon.words["holiday_behind"] or stands_alone(reading, index, stop) or reading.norm(stop - 1) in ("day", "eve")
    )
    if year is None and (not is_placed or _is_adjective(reading, stop)):
        return None
    return with_year(_feast(str(found[0]), stop), year)


def _feast(when: str, stop: int) -> Point:
    if "easter" in when:
        return Point(stop, part=when)
    if ":" in when:
        which, weekday, month = (int(part) for part in when.split(":"))
        return Point(stop, month=month, part="weekday", number=weekday, which=which)
    month, day = (int(part) for part in when.split("-"))
    return Point(stop, None, month, day)


def _winter(reading: Reading, point: Point) -> Point:
    """«зимой 2013–2014 годов», «зима 2014/15 года», "the winter of 2013-14": the later year."""
    at = point.stop + (reading.norm(point.stop) == "of")
    first = year_at(reading, at) if at < len(reading.lexemes) else None
    if first is None or first.year is None or reading.norm(first.stop) not in _DASHES or not reading.is_glued(first.stop):
        return point
    second = reading.norm(first.stop + 1)
    if not second.isdecimal() or len(second) not in (2, 4) or int(second) % 100 != (first.year + 1) % 100:
        return point
    word = reading.lexicon.trees["year"].find(reading.lexemes, first.stop + 2)
    return replace(point, stop=word[1] if word else first.stop + 2, year=first.year + 1)


def _is_season_alone(reading: Reading, index: int, stop: int) -> bool:
    """A season with no year: behind a preposition or in the instrumental, and not in a row of seasons, which means every year."""
    words = reading.lexicon.words
    row = words["and"] | {",", "или", "or"}
    if (reading.norm(stop) in row and season_name(reading, stop + 1)) or (
        reading.norm(index - 1) in row and season_name(reading, index - 2)
    ):
        return False
    if _is_adjective(reading, stop):
        return False
    if reading.norm(index) in words["seasons_alone"] or stands_alone(reading, index, stop):
        return True
    before = reading.norm(index - 2) if reading.norm(index - 1) in words["the"] else reading.norm(index - 1)
    if before == "to" and reading.norm(index) == "fall":
        return False  # "expected to fall by a third" is a verb
    return before in words["season_behind"] and not reading.is_break(index)


def _is_adjective(reading: Reading, stop: int) -> bool:
    """ "summer camp", "Christmas trees"."""
    return reading.norm(stop) in reading.lexicon.words["not_seasons"] or (reading.norm(stop) in ("-", "'", "’") and reading.is_glued(stop))
