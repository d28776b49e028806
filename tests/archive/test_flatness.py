"""What a week asks of the archive takes no more as the archive grows: every look-up goes by an index, and reads as much of an archive of
fifty issues as of one of five."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from pathlib import Path

import pytest

from briefgen.archive import Archive, InboxFile, Issue, KnownFact, Stored, open_archive

EACH = 20  # articles a week
KEYS = [f"GB>KZ:{number}" for number in range(EACH)]


def fill(archive: Archive, weeks: int) -> date:
    """Weeks of articles that name the same things again and again, each in an issue; the Monday behind them."""
    monday = date(2025, 1, 6)
    archive.connection.execute("PRAGMA synchronous = OFF")  # thousands of small changes: no test here ends the machine
    for week in range(weeks):
        start, stop, name = monday.isoformat(), (monday + timedelta(days=6)).isoformat(), f"{week:03}"
        ids = [f"{name}-{number}" for number in range(EACH)]
        for number, id in enumerate(ids):
            article = Stored(id, f"{id}.txt", start, start, id, ("q 1",), {"article": id}, tuple(range(number, number + 9)))
            archive.keep_article(article)
            archive.keep_file(InboxFile(f"{id}.txt", "1", start, articles=(id,)), replaces=True)
        facts = [KnownFact("event", start, name, stop, ids[0], "d-1")]
        facts += [KnownFact(kind, key, name, stop, ids[0], "f", {}, week % 6) for kind in ("sum", "interest") for key in KEYS]
        issue = Issue(name, "week", start, stop, "n", "out", {}, {}, {})
        archive.keep_issue(issue, "{}" * 5000, dict.fromkeys(ids, "source"), facts, ["r"], [])
        monday += timedelta(days=7)
    return monday


def ask(archive: Archive, monday: date) -> None:
    """The look-ups of the next week's run."""
    first, last = monday.isoformat(), (monday + timedelta(days=6)).isoformat()
    since = archive.first_day("week") or first
    archive.keep_article(Stored("new", "new.txt", first, first, "new", (), {}, (1, 2, 3)))
    archive.has_article("new")
    for id in ("newer", "new"):
        archive.keep_file(InboxFile("new.txt", "1", first, articles=(id,)), replaces=True)
    archive.keep_article(Stored("new", "new.txt", first, first, "new", (), {}, (1, 2, 3)))
    archive.alike(tuple(range(30)), since=(monday - timedelta(days=21)).isoformat(), until=last)
    assert archive.waiting("week", since=since, until=last) == ("new",)
    assert [item.id for item in archive.articles(["new"])] == ["new"]
    archive.stories(["new", "000-1"], series="week", before=first)
    archive.set_aside()
    archive.issues_before("week", first, most=5)
    assert len(archive.latest("week", "sum", KEYS, before=first)) == EACH
    assert len(archive.furthest("week", "interest", KEYS, before=first)) == EACH
    archive.between("week", "event", first, last, before=first)
    archive.facts_of("004", "sum")
    archive.days_of("week", "004-1")
    archive.issue("004")
    archive.keep_issue(Issue("next", "week", first, last, "n", "out", {}, {}, {}), "{}", {"new": "source"}, (), ["r"], [])
    archive.deliveries("next")
    archive.forget((monday - timedelta(weeks=500)).isoformat())


@contextmanager
def counted(connection: sqlite3.Connection) -> Iterator[Callable[[], int]]:
    """How many steps SQLite's virtual machine takes meanwhile."""
    steps = 0

    def step() -> int:
        nonlocal steps
        steps += 1
        return 0

    connection.set_progress_handler(step, 1)
    yield lambda: steps
    connection.set_progress_handler(None, 1)


def test_a_week_reads_no_more_of_an_archive_ten_times_as_old(tmp_path: Path) -> None:
    steps = []
    for weeks in (5, 50):
        with open_archive(tmp_path / f"{weeks}.sqlite") as archive:
            monday = fill(archive, weeks)
            with counted(archive.connection) as so_far:
                ask(archive, monday)
                steps.append(so_far())
    assert steps[1] <= 1.1 * steps[0], f"steps of SQLite's machine: {steps}"


def test_no_look_up_of_a_week_reads_a_whole_table(tmp_path: Path) -> None:
    asked: set[str] = set()
    with open_archive(tmp_path / "a.sqlite") as archive:
        monday = fill(archive, 5)
        archive.connection.set_trace_callback(asked.add)
        ask(archive, monday)
        archive.connection.set_trace_callback(None)
        plans = {query: _plan(archive.connection, query) for query in asked if query.startswith(("SELECT", "DELETE", "UPDATE", "INSERT"))}
    assert len(plans) > 15
    assert {query: plan for query, plan in plans.items() if any(step.startswith("SCAN") and "CONSTANT" not in step for step in plan)} == {}


def _plan(connection: sqlite3.Connection, query: str) -> list[str]:
    """How SQLite goes about a query, whose values stand in it."""
    return [row[3] for row in connection.execute(f"EXPLAIN QUERY PLAN {query}")]


@pytest.mark.parametrize("weeks", [5, 50])
def test_a_brief_is_read_only_where_it_is_asked_for(tmp_path: Path, weeks: int) -> None:
    with open_archive(tmp_path / "a.sqlite") as archive:
        fill(archive, weeks)
        asked: list[str] = []
        archive.connection.set_trace_callback(asked.append)
        archive.issues()
        assert len(archive.brief("003")) == 10_000
        assert [query.count("brief") for query in asked] == [0, 1]
