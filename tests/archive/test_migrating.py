"""Archives of earlier schemas: brought to the present one whole or not at all, with a copy of what they were beside them."""

from __future__ import annotations

import os
import shutil
import signal
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from briefgen.archive import open_archive
from briefgen.archive.migrating import copy_of, statements
from briefgen.archive.schema import MIGRATIONS
from briefgen.diagnostics import OutputError
from tests.weekly.jobs import MINIMAL, Job

DUMP = Path(__file__).parent / "schema-1.sql"  # two weeks, a file set aside and an article that came late, as schema 1 kept them


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """An archive of schema 1, with what its tables were and held."""
    path = tmp_path / "archive" / "briefgen.sqlite"
    path.parent.mkdir()
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(DUMP.read_text(encoding="utf-8") + "PRAGMA user_version = 1; PRAGMA journal_mode = WAL;")
    return path


def dump(path: Path) -> tuple[int, list[str]]:
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute("PRAGMA user_version").fetchone()[0], list(connection.iterdump())


def schema(path: Path) -> list[tuple[str, str]]:
    """The tables and indices, their words without spaces that differ."""
    with closing(sqlite3.connect(path)) as connection:
        rows = connection.execute("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY name")
        return [(name, " ".join(sql.split())) for name, sql in rows]


def test_the_first_step_is_what_made_the_archives_of_schema_1(old: Path, tmp_path: Path) -> None:
    fresh = tmp_path / "fresh.sqlite"
    with closing(sqlite3.connect(fresh)) as connection:
        for statement in statements(MIGRATIONS[0]):
            connection.execute(statement)
    assert schema(fresh) == schema(old)


def test_what_schema_1_kept_is_read_back(old: Path) -> None:
    with open_archive(old) as archive:
        assert [(issue.period, issue.counts["sources"]) for issue in archive.issues()] == [("2026-W09", 2), ("2026-W10", 1)]
        assert archive.brief("2026-W09").startswith("{") and "Ivan Petrov" in archive.brief("2026-W09")
        assert [item.name for item in archive.articles(["64a12aa9c245", "5c67aa6a41ec"])] == ["a.txt", "late.txt"]
        assert archive.articles(["64a12aa9c245"])[0].extraction["article"]["name"] == "a.txt"
        assert [file.path for file in archive.set_aside("2026-W09")] == ["bad.pdf"]
        assert {(item.period, item.state) for item in archive.deliveries()} == {("2026-W09", "delivered"), ("2026-W10", "delivered")}
        assert archive.waiting("week", since="2026-02-23", until="2026-03-15") == ("5c67aa6a41ec",)  # it came when its week was issued
        assert len(archive.waiting("month", since="2026-02-01", until="2026-03-31")) == 4
        stages = archive.furthest("week", "interest", ["GB>KZ:investment:wants"], before="2026-03-09")
        assert stages["GB>KZ:investment:wants"][0].rank == 1  # "planned"
    assert dump(old)[0] == len(MIGRATIONS)


def test_a_migrated_archive_has_the_tables_of_a_new_one(old: Path, tmp_path: Path) -> None:
    for path in (old, tmp_path / "fresh.sqlite"):
        with open_archive(path):
            pass
    assert schema(tmp_path / "fresh.sqlite") == schema(old)


def test_a_copy_of_the_earlier_archive_is_kept_beside_it(old: Path) -> None:
    before = dump(old)
    with open_archive(old):
        pass
    assert dump(copy_of(old, 1)) == before
    assert sorted(path.name for path in old.parent.iterdir()) == ["briefgen.sqlite", "briefgen.sqlite.schema-1"]


def test_the_next_week_is_compared_with_what_schema_1_kept(old: Path, tmp_path: Path) -> None:
    """The late article is in it and marked, the sum is put beside the earlier one, the day that passed in silence is told."""
    job = Job(tmp_path)
    job.configure(MINIMAL)
    job.put("new.txt", "London again\n\nBritain will invest 5 billion pounds in Kazakhstan, the minister said.\n", "2026-03-10")
    assert job.run("weekly", "--week", "2026-W11", "--quiet") == 0
    with open_archive(old) as archive:
        issue = archive.issue("2026-W11")
        brief = archive.brief("2026-W11")
    assert issue is not None and (issue.counts["sources"], issue.counts["late"]) == (2, 1)
    assert all(f'"kind": "{kind}"' in brief for kind in ("figure", "event"))


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
@pytest.mark.filterwarnings("ignore::DeprecationWarning")  # fork beside threads that the child never uses
@pytest.mark.parametrize("call", range(1, 7))  # schema 1 kept four articles and two briefs: a text each
def test_a_migration_that_is_killed_in_the_middle_leaves_schema_1(old: Path, call: int, monkeypatch: pytest.MonkeyPatch) -> None:
    before = dump(old)
    monkeypatch.setattr("briefgen.archive.migrating.packed", _killed_at(call))
    pid = os.fork()
    if not pid:
        try:
            with open_archive(old):
                pass
        finally:
            os._exit(0)
    assert os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]) == -signal.SIGKILL
    assert dump(old) == before
    monkeypatch.undo()
    with open_archive(old) as archive:
        assert len(archive.issues()) == 2
    assert dump(old)[0] == len(MIGRATIONS)
    assert dump(copy_of(old, 1)) == before


def _killed_at(call: int) -> Callable[[str], bytes]:
    calls = iter(range(1, call + 1))

    def pack(text: str) -> bytes:
        if next(calls) == call:
            os.kill(os.getpid(), signal.SIGKILL)
        return text.encode("utf-8")

    return pack


def test_a_step_that_fails_leaves_schema_1(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before, wrong = dump(old), "CREATE TABLE new (a TEXT);\nINSERT INTO nowhere VALUES (1);\n"
    monkeypatch.setattr("briefgen.archive.archive.MIGRATIONS", (*MIGRATIONS, wrong))
    with pytest.raises(OutputError, match="nothing was changed"), open_archive(old):
        pass
    assert dump(old) == before


def test_a_copy_that_cannot_be_written_leaves_schema_1(old: Path) -> None:
    before = dump(old)
    copy_of(old, 1).mkdir()
    with pytest.raises(OutputError, match="cannot be"), open_archive(old):
        pass
    copy_of(old, 1).rmdir()
    assert dump(old) == before


def test_an_archive_of_a_later_briefgen_is_refused_and_left_as_it_is(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    job = Job(tmp_path)
    job.configure(MINIMAL)
    job.put("a.txt", "London\n\nBritain will invest 5 billion pounds in Kazakhstan.\n", "2026-02-25")
    assert job.run("weekly", "--week", "2026-W09", "--quiet") == 0
    path = tmp_path / "archive" / "briefgen.sqlite"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA user_version = 99")
    shutil.copy(path, tmp_path / "before")
    for words in (("weekly", "--week", "2026-W10"), ("history",), ("deliver",)):
        assert job.run(*words) == 7
        assert "made by a later briefgen (schema 99;" in capsys.readouterr().err
    assert path.read_bytes() == (tmp_path / "before").read_bytes()
