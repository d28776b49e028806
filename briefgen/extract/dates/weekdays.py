"""Days of the week: «в среду», "on Tuesday last week", «с понедельника по среду», and the one beside a date."""

from __future__ import annotations

from briefgen.extract.dates.mention import Mention, Point, Reading, stands_alone
from briefgen.extract.dates.numeric import numeric_at
from briefgen.extract.dates.points import day_month_at, month_day_at
from briefgen.extract.dates.separators import behind_separator

_SHORT = 5  # letters: "sun" and "wed" are words, "sunday" is not


def weekday_at(reading: Reading, index: int) -> Mention | None:
    """The day of the week that starts at a lexeme; none where a date stands beside it, which says more."""
    weekday = _lone(reading, index)
    if weekday is None:
        return None
    number, stop = weekday
    other = behind_separator(reading, index, stop)
    last = _lone(reading, other, is_last=True) if other is not None else None
    if last:
        return Mention(
            index, last[1], "relative.weekdays", Point(last[1]), kind="weekdays", part=number, number=last[0], distance=("day", 0)
        )
    week = _week_behind(reading, stop)
    if week:
        return Mention(index, week[0], "relative.weekday", Point(week[0]), kind="weekday", part=number, distance=("week", week[1]))
    if _has_date_behind(reading, stop + (reading.norm(stop) in (",", "("))):
        return None
    return Mention(index, stop, "relative.weekday", Point(stop), kind="weekday", part=number)


def weekday_name(reading: Reading, index: int) -> tuple[int, int] | None:
    """The number of a day of the week, Monday 0, and the index behind its name, in any form; English names have a capital."""
    if not 0 <= index < len(reading.lexemes):
        return None
    found = reading.lexicon.trees["weekday_names"].find(reading.lexemes, index)
    is_word = reading.lexicon.language == "en" and len(reading.norm(index)) <= _SHORT and not reading.lexemes[index].text[0].isupper()
    return None if found is None or is_word else (int(found[0]), found[1])


def weekday_before(reading: Reading, index: int) -> int | None:
    """The day of the week right before a date («в четверг, 5 марта», "Thurs., March 5"), counted from Monday as 0."""
    for back in (1, 2, 3):
        found = weekday_name(reading, index - back)
        if found and all(reading.norm(at) in (",", ".") for at in range(index - back + 1, index)):
            return found[0]
    return None


def _lone(reading: Reading, index: int, *, is_last: bool = False) -> tuple[int, int] | None:
    if index >= len(reading.lexemes):
        return None
    found = reading.lexicon.trees["weekdays"].find(reading.lexemes, index) or _line(reading, index)
    if found is None:
        return None
    before = reading.norm(index - 1)
    if reading.lexicon.language == "ru":
        is_placed = is_last or before in reading.lexicon.words["weekdays_behind"] or stands_alone(reading, index, found[1])
        return (int(found[0]), found[1]) if is_placed else None
    return (int(found[0]), found[1]) if before not in reading.lexicon.words["no_days_before"] else None


def _line(reading: Reading, index: int) -> tuple[str, int] | None:
    """«Среда» where a line holds nothing else."""
    found: tuple[str, int] | None = reading.lexicon.trees["weekday_names"].find(reading.lexemes, index)
    return found if found and len(reading.norm(index)) > _SHORT and stands_alone(reading, index, found[1]) else None


def _has_date_behind(reading: Reading, at: int) -> bool:
    if at >= len(reading.lexemes) or reading.lexemes[at].gap == "\n":
        return False
    if reading.norm(at) == "the" and reading.norm(at + 1).isdecimal():
        return True  # "Monday the 18th"
    return (numeric_at(reading, at) or day_month_at(reading, at) or month_day_at(reading, at)) is not None


def _week_behind(reading: Reading, at: int) -> tuple[int, int] | None:
    """«на прошлой неделе», "of last week": the index behind, and how many weeks from the article's."""
    at += reading.norm(at) in ("на", "of")
    shift = reading.lexicon.trees["shifts"].find(reading.lexemes, at) if at < len(reading.lexemes) else None
    unit = reading.lexicon.trees["units"].find(reading.lexemes, shift[1]) if shift and shift[1] < len(reading.lexemes) else None
    return (unit[1], int(shift[0])) if shift and unit and unit[0] == "week" and reading.lexemes[at].gap != "\n" else None
