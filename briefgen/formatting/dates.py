"""ISO 8601 dates and intervals -> the words of an official paper: `27 февраля 2026 г.`, `27 February 2026`, ranges, quarters, ISO weeks.

Babel gives the month names only: its ranges fall back to abbreviations and its Russian dates hold U+202F.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from babel import Locale

from briefgen.formatting.numbers import NBSP
from briefgen.formatting.wording import wording

AMERICAN = "en_US"
_NAMED = ("quarter", "half", "decade")  # intervals with a name of their own; «до», `since` make no sense before others


@dataclass(frozen=True, slots=True)
class _Setting:
    """What all steps of one call need. `governed`: after «до», `since`; `bracketed`: the year was inferred."""

    language: str
    style: str
    governed: bool
    bracketed: bool
    american: bool


@dataclass(frozen=True, slots=True)
class _Day:
    """A date of reduced precision; month and day may be 0, and the year where an article without a date leaves it open."""

    year: int
    month: int = 0
    day: int = 0


def format_date(
    value: str,
    language: str,
    *,
    precision: str | None = None,
    style: str = "text",
    inferred: bool = False,
    relation: str = "on",
    locale: str | None = None,
) -> str:
    """A date as printed. Styles: text, table (short), narrow (shortest). An inferred year stands in square brackets.

    >>> format_date("2026-02-27", "ru"), format_date("2026-02-27", "ru", style="table"), format_date("2026-02-27", "en")
    ('27\\xa0февраля 2026\\xa0г.', '27.02.2026', '27\\xa0February 2026')
    >>> format_date("2025-04-04", "ru", inferred=True), format_date("2027", "ru", relation="until")
    ('4\\xa0апреля\\xa0[2025]', 'до 2027\\xa0г.')
    >>> format_date("2024-01/2024-03", "en", precision="quarter"), format_date("2026-02-02/2026-02-08", "ru")
    ('first quarter of 2024', '2–8\\xa0февраля 2026\\xa0г.')
    >>> format_date("--03-21", "ru", inferred=True), format_date("--03-21/--08-01", "en")
    ('21\\xa0марта', '21\\xa0March to 1\\xa0August')
    """
    first, _, last = value.partition("/")
    is_point = not last or precision in _NAMED
    words = wording(language)["relations"].get(relation, "") if is_point else ""
    setting = _Setting(language, style, bool(words), inferred, language == "en" and locale == AMERICAN)
    text = _span(_parse(first), _parse(last), precision, setting) if last else _point(_parse(first), setting)
    return f"{words}{' ' if style == 'text' else NBSP}{text}" if words else text


def format_week(year: int, week: int, language: str) -> str:
    """An ISO week (`date.isocalendar()`; Babel's weeks are not ISO's).

    >>> format_week(2026, 9, "ru"), format_week(2026, 9, "en")
    ('9-я неделя 2026\\xa0г.', 'week 9 of 2026')
    """
    setting = _Setting(language, "text", False, False, False)
    return str(wording(language)["dates"]["week"]).format(week=week, year=_year(year, setting))


def format_week_of(day: date, language: str) -> str:
    """
    >>> format_week_of(date(2027, 1, 1), "en")
    'week 53 of 2026'
    """
    year, week, _ = day.isocalendar()
    return format_week(year, week, language)


def _parse(value: str) -> _Day:
    """`2026-02-27`, reduced, or truncated to `--02-27` (ISO 8601:2000, 5.2.1.3) where the year is not known."""
    if value.startswith("--"):
        return _Day(0, *(int(part) for part in value[2:].split("-")))
    return _Day(*(int(part) for part in value.split("-"))) if value else _Day(0)


def _point(day: _Day, setting: _Setting) -> str:
    if day.month and not day.year:
        return _without_year(day, setting)
    if day.day:
        return _full(day, setting)
    if day.month:
        if setting.style == "narrow" and setting.language == "ru":
            return f"{day.month:02}.{_bare_year(day.year, setting)}"
        return _month(day.month, setting, nominative=True) + _gap(setting) + _year(day.year, setting)
    return _year(day.year, setting)


def _full(day: _Day, setting: _Setting) -> str:
    if setting.style != "text" and setting.language == "ru":
        return f"{day.day:02}.{day.month:02}.{_bare_year(day.year, setting)}"
    if setting.american:
        return f"{_month(day.month, setting)}{NBSP}{day.day},{_gap(setting)}{_year(day.year, setting)}"
    return _day_and_month(day, setting) + _gap(setting) + _year(day.year, setting)


def _span(first: _Day, last: _Day, precision: str | None, setting: _Setting) -> str:
    if first.month and not first.year:
        return _without_year(first, setting) + (" to " if setting.language == "en" else f"{NBSP}— ") + _without_year(last, setting)
    if precision == "quarter" and _months_between(first, last) == 3:
        return _part("quarter", "quarters", (last.month - 1) // 3, first.year, setting)
    if precision == "half" and _months_between(first, last) == 6:
        return _part("half", "halves", (last.month - 1) // 6, first.year, setting)
    if precision == "decade" and last.year - first.year == 9:
        return _decade(first.year, setting)
    if not first.month and not last.month:
        return _years(first.year, last.year, setting)
    return _interval(first, last, setting)


def _months_between(first: _Day, last: _Day) -> int:
    return last.month - first.month + 1 if first.month and first.year == last.year else 0


def _part(kind: str, names: str, index: int, year: int, setting: _Setting) -> str:
    """A quarter or a half: `I квартал 2024 г.`, `first quarter of 2024`, `Q1 2024`."""
    dates = wording(setting.language)["dates"]
    variant = "_short" if setting.style != "text" else "_genitive" if setting.governed else ""
    name = dates.get(names + variant, dates[names])[index]
    return str(dates.get(kind + variant, dates[kind])).format(**{kind: name}) + _gap(setting) + _year(year, setting)


def _decade(year: int, setting: _Setting) -> str:
    dates = wording(setting.language)["dates"]
    variant = "_genitive" if setting.governed else "_short" if setting.style != "text" else ""
    return str(dates.get("decade" + variant, dates["decade"])).format(year=year)


def _years(first: int, last: int, setting: _Setting) -> str:
    return str(wording(setting.language)["dates"]["years"]).format(first=first, last=last)


def _interval(first: _Day, last: _Day, setting: _Setting) -> str:
    """Two days or two months; what they share is said once: `2–8 февраля 2026 г.`, `23 February to 1 March 2026`."""
    dates = wording(setting.language)["dates"]
    same_year = first.year == last.year
    if setting.style != "text" and setting.language == "ru" and first.day and last.day:
        return _numeric_interval(first, last, setting)
    if first.day and last.day and same_year and first.month == last.month:
        return _days(first, last, setting)
    if not first.day:
        setting = replace(setting, style="text")
    start = _without_year(first, setting) if same_year else _point(first, setting)
    end = _point(last, setting)
    return str(dates["interval"]).format(first=start, last=end)


def _days(first: _Day, last: _Day, setting: _Setting) -> str:
    month = _month(first.month, setting)
    if setting.american:
        days = str(wording("en")["dates"]["interval"]).format(first=first.day, last=last.day)
        return f"{month}{NBSP}{days},{_gap(setting)}{_year(last.year, setting)}"
    days = str(wording(setting.language)["dates"]["days"]).format(first=first.day, last=last.day, month=month)
    return days + _gap(setting) + _year(last.year, setting)


def _numeric_interval(first: _Day, last: _Day, setting: _Setting) -> str:
    start = f"{first.day:02}.{first.month:02}"
    if first.year != last.year:
        start += f".{_bare_year(first.year, setting)}"
    return f"{start}–{last.day:02}.{last.month:02}.{_bare_year(last.year, setting)}"


def _without_year(day: _Day, setting: _Setting) -> str:
    if not day.day:
        return _month(day.month, setting, nominative=True)
    return f"{_month(day.month, setting)}{NBSP}{day.day}" if setting.american else _day_and_month(day, setting)


def _day_and_month(day: _Day, setting: _Setting) -> str:
    return str(wording(setting.language)["dates"]["day"]).format(day=day.day, month=_month(day.month, setting))


def _month(month: int, setting: _Setting, *, nominative: bool = False) -> str:
    """A month's name; Russian has one form for `27 февраля` and one that stands alone."""
    short = setting.style == "narrow" or (setting.style == "table" and not nominative)
    context = "stand-alone" if nominative and not setting.governed else "format"
    return str(_months(setting.language, context, "abbreviated" if short and setting.language == "en" else "wide")[month - 1])


def _year(year: int, setting: _Setting) -> str:
    """A year with «г.» in running text; in brackets, and without «г.», when it was inferred."""
    if setting.bracketed or setting.style == "narrow":
        return _bare_year(year, setting)
    return str(wording(setting.language)["dates"]["year"]).format(year=year)


def _gap(setting: _Setting) -> str:
    """The space before a year; a line never begins with one in brackets."""
    return NBSP if setting.bracketed else " "


def _bare_year(year: int, setting: _Setting) -> str:
    return f"[{year}]" if setting.bracketed else str(year)


@cache
def _months(language: str, context: str, width: str) -> tuple[str, ...]:
    # The British locale writes Sept; official English papers write Sep as three letters in tables (en).
    names = Locale.parse(language).months[context][width]
    return tuple(names[month] for month in range(1, 13))
