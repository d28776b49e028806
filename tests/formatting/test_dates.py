"""Dates as printed: reduced precision, inferred years, intervals, quarters, ISO weeks, words before the date."""

from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.formatting.dates import format_date, format_week, format_week_of

POINTS = [
    ("2013-05", {}, "май 2013⍽г.", "May 2013"),
    ("2023", {}, "2023⍽г.", "2023"),
    ("2023", {"style": "narrow"}, "2023", "2023"),
    ("2013-05", {"style": "narrow"}, "05.2013", "May 2013"),
    ("2026-02-25", {"style": "table"}, "25.02.2026", "25⍽Feb 2026"),
    ("2026-02-25", {"style": "table", "inferred": True}, "25.02.[2026]", "25⍽Feb⍽[2026]"),
    ("2025-04-04", {"inferred": True}, "4⍽апреля⍽[2025]", "4⍽April⍽[2025]"),
    ("2025-05", {"inferred": True}, "май⍽[2025]", "May⍽[2025]"),
    ("2027", {"relation": "until"}, "до 2027⍽г.", "until 2027"),
    ("2027", {"relation": "until_end"}, "до конца 2027⍽г.", "until the end of 2027"),
    ("2005", {"relation": "since"}, "с 2005⍽г.", "since 2005"),
    ("2013-05", {"relation": "after"}, "после мая 2013⍽г.", "after May 2013"),
    ("2026-03-01", {"relation": "before"}, "не позднее 1⍽марта 2026⍽г.", "no later than 1⍽March 2026"),
]
SPANS = [
    ("2024-01/2024-03", {"precision": "quarter"}, "I квартал 2024⍽г.", "first quarter of 2024"),
    ("2024-10/2024-12", {"precision": "quarter", "style": "table"}, "IV⍽кв. 2024⍽г.", "Q4 2024"),
    ("2024-01/2024-03", {"precision": "quarter", "relation": "since"}, "с I квартала 2024⍽г.", "since the first quarter of 2024"),
    ("2024-07/2024-12", {"precision": "half"}, "второе полугодие 2024⍽г.", "second half of 2024"),
    ("2024-01/2024-06", {"precision": "half", "relation": "until"}, "до первого полугодия 2024⍽г.", "until the first half of 2024"),
    ("2020/2029", {"precision": "decade"}, "2020-е⍽годы", "2020s"),
    ("2020/2029", {"precision": "decade", "relation": "since"}, "с 2020-х⍽годов", "since the 2020s"),
    ("2021/2025", {"precision": "year"}, "2021–2025⍽гг.", "2021 to 2025"),
    ("2026-02/2026-05", {"precision": "month"}, "февраль⍽— май 2026⍽г.", "February to May 2026"),
    ("2024-01/2024-03", {"precision": "month"}, "январь⍽— март 2024⍽г.", "January to March 2024"),
    ("2026-02-02/2026-02-08", {"style": "table"}, "02.02–08.02.2026", "2 to 8⍽Feb 2026"),
    ("2026-02-02/2026-02-08", {"relation": "between"}, "2–8⍽февраля 2026⍽г.", "2 to 8⍽February 2026"),
]


@pytest.mark.parametrize(("value", "options", "russian", "english"), POINTS + SPANS)
def test_a_date_prints_as_official_papers_have_it(value: str, options: dict, russian: str, english: str) -> None:
    printed = [format_date(value, language, **options).replace("\u00a0", "⍽") for language in ("ru", "en")]
    assert printed == [russian, english]


AMERICAN = [
    ("2026-02-27", "February⍽27, 2026"),
    ("2026-02-02/2026-02-08", "February⍽2 to 8, 2026"),
    ("2026-02-23/2026-03-01", "February⍽23 to March⍽1, 2026"),
]


@pytest.mark.parametrize(("value", "expected"), AMERICAN)
def test_american_dates_on_demand(value: str, expected: str) -> None:
    assert format_date(value, "en", locale="en_US").replace("\u00a0", "⍽") == expected


@pytest.mark.parametrize(("day", "year", "week"), [("2025-12-29", 2026, 1), ("2026-12-31", 2026, 53), ("2027-01-01", 2026, 53)])
def test_weeks_are_iso_weeks(day: str, year: int, week: int) -> None:
    assert format_week_of(date.fromisoformat(day), "en") == f"week {week} of {year}" == format_week(year, week, "en")


@given(
    value=st.dates(date(1900, 1, 1), date(2100, 1, 1)),
    language=st.sampled_from(["ru", "en"]),
    style=st.sampled_from(["text", "table", "narrow"]),
)
def test_day_and_year_survive_and_no_narrow_space_is_printed(value: date, language: str, style: str) -> None:
    printed = format_date(value.isoformat(), language, style=style)
    numbers = [int(number) for number in re.findall(r"\d+", printed)]
    assert (numbers[0], numbers[-1]) == (value.day, value.year)
    assert not re.search("[\u202f\u2009]", printed)
