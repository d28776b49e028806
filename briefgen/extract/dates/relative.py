"""What counts from the day of the article: «вчера», «прошлой неделе», "the past five years", "next Monday", «12 числа»."""

from __future__ import annotations

from briefgen.extract.dates.ago import ago_at
from briefgen.extract.dates.mention import Mention, Point, Reading
from briefgen.extract.dates.occasions import season_name
from briefgen.extract.dates.points import day_at, month_name
from briefgen.extract.dates.separators import behind_separator
from briefgen.extract.dates.weekdays import weekday_at, weekday_name
from briefgen.extract.dates.years import year_at
from briefgen.language.numerals import numeral_at

_MOST = 200  # «последние 300 лет» is history, not a date
_YEARS = ("year", "decade", "century", "half-year")


def relative_at(reading: Reading, index: int) -> Mention | None:
    """The expression that starts at a lexeme, the most specific kind first."""
    found = reading.lexicon.trees["relative"].find(reading.lexemes, index)
    if found:
        unit, _, distance = str(found[0]).partition(":")
        year = year_at(reading, found[1]) if unit == "year" and distance == "0" else None  # "year-end 2025"
        if year:
            return Mention(index, year.stop, "year", year)
        return _counted(index, found[1], unit, int(distance))
    return (
        _date(reading, index)
        or _stretch(reading, index)
        or _shifted(reading, index)
        or weekday_at(reading, index)
        or _edge(reading, index)
        or _eve(reading, index)
        or _weekend(reading, index)
        or ago_at(reading, index)
    )


def _counted(index: int, stop: int, unit: str, distance: int, *, kind: str = "distance", part: int = 0) -> Mention:
    return Mention(index, stop, f"relative.{unit}", Point(stop), kind=kind, part=part, distance=(unit, distance))


def _eve(reading: Reading, index: int) -> Mention | None:
    """«Накануне министр заявил»; not «накануне выборов», nor «накануне встречи», which might be a nominative were a verb behind it."""
    found = reading.lexicon.trees["eve"].find(reading.lexemes, index)
    if found is None or found[1] >= len(reading.lexemes):
        return _counted(index, found[1], "day", -1) if found else None
    following = reading.lexemes[found[1]]
    if following.kind == "number" or following.norm in reading.lexicon.openers or following.text in '«"„“':
        return None
    if following.kind == "word" and following.gap != "\n":
        from briefgen.language.morphology import parse

        if any("gent" in word.tag for word in parse(following.text)) and not _is_verb(reading, found[1] + 1):
            return None
    return _counted(index, found[1], "day", -1)


def _is_verb(reading: Reading, at: int) -> bool:
    from briefgen.language.morphology import parse

    return at < len(reading.lexemes) and reading.lexemes[at].kind == "word" and parse(reading.lexemes[at].text)[0].tag.POS == "VERB"


def _shifted(reading: Reading, index: int) -> Mention | None:
    """«прошлой неделе», "this month", «следующей весной», «прошлом мае», «минувшую среду», "next Monday"."""
    shift = reading.lexicon.trees["shifts"].find(reading.lexemes, index)
    if shift is None or shift[1] >= len(reading.lexemes) or reading.lexemes[shift[1]].gap == "\n":
        return None
    count, at = int(shift[0]), shift[1]
    unit = reading.lexicon.trees["units"].find(reading.lexemes, at)
    if unit:
        is_plural = _is_plural(reading, index, at)
        is_counted = unit[0] not in ("day", "half-year", "year-and-half") and is_plural == (
            unit[0] == "weekend" and reading.lexicon.language == "ru"
        )
        if unit[0] == "weekend" and _is_nearest(reading, index):
            count = 0
        return _counted(index, unit[1], str(unit[0]), count) if is_counted else None
    season, month, weekday = season_name(reading, at), month_name(reading, at), weekday_name(reading, at)
    if season and not _is_plural(reading, index, at):
        return _counted(index, season[1], "season", count, kind="season", part=season[0])
    if month and (reading.lexicon.language == "ru" or reading.lexemes[at].text[0].isupper()) and not day_at(reading, month[1]):
        return _counted(index, month[1], "month", count, kind="month", part=month[0])
    if weekday is None:
        return None
    which = ("before", 0) if count == -1 else ("after", 0) if _is_nearest(reading, index) else ("week", count)
    return Mention(index, weekday[1], "relative.weekday", Point(weekday[1]), kind="weekday", part=weekday[0], distance=which)


def _is_nearest(reading: Reading, index: int) -> bool:
    """«ближайший четверг» and "the coming Friday" are the next to come, not those of next week."""
    return reading.norm(index).startswith(tuple(reading.lexicon.words["nearest"]))


def _stretch(reading: Reading, index: int) -> Mention | None:
    """«последние пять лет», "the next two months", «последний год», "the past decade", «ближайшие полгода»."""
    trees = reading.lexicon.trees
    found = trees["stretches"].find(reading.lexemes, index)
    if found is None or found[1] >= len(reading.lexemes) or reading.lexemes[found[1]].gap == "\n":
        return None
    numeral = numeral_at(reading.lexemes, found[1], reading.lexicon.language)
    at = numeral.stop if numeral else found[1]
    unit = trees["units"].find(reading.lexemes, at) if at < len(reading.lexemes) else None
    if unit is None or reading.lexemes[at].gap == "\n" or trees["not_behind"].find(reading.lexemes, unit[1]):
        return None
    if numeral:
        is_whole = 2 <= numeral.value <= _MOST and numeral.value == numeral.value.to_integral_value()
        return _counted(index, unit[1], str(unit[0]), int(found[0]) * int(numeral.value), kind="stretch") if is_whole else None
    if unit[0] == "half-year" or (
        unit[0] not in ("day", "weekend") and not _is_plural(reading, index, at) and _is_stretch_of_one(reading, index, str(unit[0]))
    ):
        return _counted(index, unit[1], str(unit[0]), int(found[0]), kind="stretch")
    return None


def _is_stretch_of_one(reading: Reading, index: int, unit: str) -> bool:
    """«последний год», "the past year", "the last decade"; "last year" and «следующий месяц» are of the calendar."""
    shift = reading.lexicon.trees["shifts"].find(reading.lexemes, index)
    if shift is None:
        return True
    if reading.lexicon.language == "ru":
        return unit in _YEARS
    return unit == "decade" or (reading.norm(index - 1) == "the" and reading.norm(index) in ("last", "coming"))


def _is_plural(reading: Reading, index: int, unit: int) -> bool:
    place = index if reading.lexicon.language == "ru" else unit
    return reading.norm(place).endswith(tuple(reading.lexicon.words["plural_endings"]))


def _edge(reading: Reading, index: int) -> Mention | None:
    """«конце года», "the end of the month": the year or month itself."""
    trees = reading.lexicon.trees
    edge = trees["edges"].find(reading.lexemes, index)
    edged = trees["edged"].find(reading.lexemes, edge[1]) if edge else None
    if edged is None or edge is None or reading.lexemes[edge[1]].gap == "\n":
        return None
    unit = trees["units"].find(reading.lexemes, edged[1] - 1)
    return _counted(index, edged[1], str(unit[0]), 0) if unit else None


def _date(reading: Reading, index: int) -> Mention | None:
    """«12 числа», «15-го числа прошлого месяца», "on the 12th", "the 12th of this month"."""
    day = day_at(reading, index)
    if day is None or (day[1] >= len(reading.lexemes) and reading.lexicon.language == "ru"):
        return None
    word = reading.lexicon.trees["date"].find(reading.lexemes, day[1])
    if word is None and reading.lexicon.language == "ru":
        return _dates(reading, index, day)
    if reading.lexicon.language == "en":
        return _english_date(reading, index, day)
    if word is None or reading.lexemes[day[1]].gap == "\n":
        return None
    month = _month_behind(reading, word[1])
    stop, distance = month or (word[1], ("", 0))
    return Mention(index, stop, "relative.date", Point(stop), kind="date", part=day[0], distance=distance)


def _dates(reading: Reading, index: int, first: tuple[int, int]) -> Mention | None:
    """«с 1 по 5 число», «10–15 числа этого месяца»."""
    at = behind_separator(reading, index, first[1])
    last = day_at(reading, at) if at is not None else None
    word = reading.lexicon.trees["date"].find(reading.lexemes, last[1]) if last and last[1] < len(reading.lexemes) else None
    if last is None or word is None or last[0] <= first[0] or reading.lexemes[last[1]].gap == "\n":
        return None
    stop, distance = _month_behind(reading, word[1]) or (word[1], ("", 0))
    return Mention(index, stop, "relative.dates", Point(stop), kind="dates", part=first[0], number=last[0], distance=distance)


def _weekend(reading: Reading, index: int) -> Mention | None:
    """«на выходных», "over the weekend": the last one or, where the text looks ahead, the next."""
    found = reading.lexicon.trees["units"].find(reading.lexemes, index)
    before = index - 2 if reading.norm(index - 1) in reading.lexicon.words["the"] else index - 1
    is_bare = before == index - 1 and bool(reading.lexicon.words["the"])
    if found is None or found[0] != "weekend" or is_bare or reading.norm(before) not in reading.lexicon.words["weekend_behind"]:
        return None
    return _counted(index, found[1], "weekend", 0, kind="weekend")


def _english_date(reading: Reading, index: int, day: tuple[int, int]) -> Mention | None:
    if reading.norm(index - 1) != "the" or (day[1] == index + 1 and reading.lexemes[index].kind == "number"):
        return None
    month = _month_behind(reading, day[1] + 1) if reading.norm(day[1]) == "of" else None
    if month is None and (
        reading.lexemes[index].kind == "word"
        or (reading.norm(index - 2) not in reading.lexicon.words["date_before"] and not weekday_name(reading, index - 2))
    ):
        return None
    if month is None and day[1] < len(reading.lexemes):
        following = reading.lexemes[day[1]]
        if (
            following.gap != "\n"
            and following.norm not in reading.lexicon.words["date_links"]
            and (following.kind != "sign" or following.text in "-–'’")
        ):
            return None
    stop, distance = month or (day[1], ("", 0))
    return Mention(index, stop, "relative.date", Point(stop), kind="date", part=day[0], distance=distance)


def _month_behind(reading: Reading, at: int) -> tuple[int, tuple[str, int]] | None:
    """«этого месяца», "last month": the index behind and how many months from the article's."""
    shift = reading.lexicon.trees["shifts"].find(reading.lexemes, at) if at < len(reading.lexemes) else None
    if shift is None or reading.lexemes[at].gap == "\n" or shift[1] >= len(reading.lexemes):
        return None
    unit = reading.lexicon.trees["units"].find(reading.lexemes, shift[1])
    return (unit[1], ("month", int(shift[0]))) if unit and unit[0] == "month" else None
