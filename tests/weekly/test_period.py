"""Periods: ISO weeks over New Year, months, days, and the last full week of a day."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.diagnostics import UsageError
from briefgen.weekly.period import last_full_week, month_of, period_of, week_of


@pytest.mark.parametrize(
    ("name", "interval"),
    [
        ("2026-W09", "2026-02-23/2026-03-01"),
        ("2026w9", None),
        ("2026-W01", "2025-12-29/2026-01-04"),  # a week that begins in the old year
        ("2026-W53", "2026-12-28/2027-01-03"),  # 2026 has 53 weeks
        ("2025-W53", None),
        ("2026-W00", None),
    ],
)
def test_weeks_are_iso_weeks(name: str, interval: str | None) -> None:
    if interval is None:
        with pytest.raises(UsageError, match="no ISO week"):
            week_of(name)
    else:
        assert week_of(name).interval == interval


@pytest.mark.parametrize(("name", "last"), [("2026-02", 28), ("2028-02", 29), ("2026-12", 31)])
def test_a_month_ends_on_its_last_day(name: str, last: int) -> None:
    assert month_of(name).stop.day == last


@pytest.mark.parametrize("text", ["2026-13", "2026", "02-2026"])
def test_what_is_no_month_is_told(text: str) -> None:
    with pytest.raises(UsageError, match="no month"):
        month_of(text)


@pytest.mark.parametrize("text", ["2026-02-01", "2026-02-28/2026-02-01", "x/y", "2026-02-30/2026-03-01"])
def test_what_is_no_period_is_told(text: str) -> None:
    with pytest.raises(UsageError, match="period"):
        period_of(text)


@given(st.dates(date(1990, 1, 1), date(2100, 1, 1)))
def test_the_last_full_week_is_over_and_no_other_is_later(today: date) -> None:
    week = last_full_week(today)
    assert week.start.weekday() == 0 and (week.stop - week.start).days == 6
    assert timedelta(0) < today - week.stop <= timedelta(days=7)
    assert week_of(week.name) == week


@pytest.mark.parametrize(
    ("moment", "zone", "week"),
    [
        ("2026-03-29T21:30:00+00:00", "Europe/Berlin", "2026-W12"),  # the night when clocks go forward: 23:30 on Sunday
        ("2026-03-29T22:30:00+00:00", "Europe/Berlin", "2026-W13"),  # 00:30 on Monday, summer time
        ("2026-03-29T21:30:00+00:00", "Europe/Moscow", "2026-W13"),  # 00:30 on Monday already
        ("2026-10-25T22:59:00+00:00", "Europe/Berlin", "2026-W42"),  # the night when clocks go back
        ("2026-10-25T23:01:00+00:00", "Europe/Berlin", "2026-W43"),
        ("2025-12-31T22:00:00+00:00", "Asia/Almaty", "2025-W52"),
    ],
)
def test_a_week_is_over_in_its_own_time_zone(moment: str, zone: str, week: str) -> None:
    today = datetime.fromisoformat(moment).astimezone(UTC).astimezone(ZoneInfo(zone)).date()
    assert last_full_week(today).name == week
