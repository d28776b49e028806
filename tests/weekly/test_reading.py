"""The inbox is read over several processes as over one, and what was read before comes from the cache."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from briefgen.cli.caching import _cache_in
from tests.weekly.jobs import Job

TEXTS = {
    "a.txt": "London\n\nThe minister said in Astana that Britain will invest 4 billion pounds in Kazakhstan.\n",
    "b.txt": "Дорога\n\nТурция намерена вложить 2 миллиарда долларов США в железную дорогу в Узбекистане.\n",
    "c.txt": "London again\n\nThe expert Ivan Petrov said that new routes could harm Russian exports of coal.\n",
}
ROWS = "SELECT id, name, published, story, signature, hex(extraction) FROM articles ORDER BY id"


def made(folder: Path) -> Job:
    folder.mkdir()
    job = Job(folder)
    job.configure()
    for name, text in TEXTS.items():
        job.put(name, text, "2026-02-25")
    (folder / "inbox" / "broken.pdf").write_bytes(b"%PDF-1.7 broken")
    return job


def test_two_processes_bring_the_same_as_one(tmp_path: Path) -> None:
    one, two = made(tmp_path / "one"), made(tmp_path / "two")
    assert one.run("weekly", "--week", "2026-W09", "--quiet", "--no-cache") == 0
    assert two.run("weekly", "--week", "2026-W09", "--quiet", "--no-cache", "--jobs", "2") == 0
    assert two.ask(ROWS) == one.ask(ROWS)
    assert two.ask("SELECT path, reason FROM inbox") == one.ask("SELECT path, reason FROM inbox")
    assert two.files("out") == one.files("out")


def test_what_was_read_before_comes_from_the_cache_unless_it_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An archive that was lost is made anew in no time; --no-cache reads every article again."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    first, second, third = (made(tmp_path / name) for name in ("first", "second", "third"))
    assert first.run("weekly", "--week", "2026-W09", "--quiet") == 0

    def fail(*values: Any, **options: Any) -> None:
        raise ValueError("it was read again")

    monkeypatch.setattr("briefgen.extract.extract_article", fail)
    assert second.run("weekly", "--week", "2026-W09", "--quiet") == 0
    assert second.ask(ROWS) == first.ask(ROWS)
    assert second.files("out") == first.files("out")
    third.run("weekly", "--week", "2026-W09", "--quiet", "--no-cache")
    assert third.ask(ROWS) == []
    assert {reason.rpartition(": ")[2] for (reason,) in third.ask("SELECT reason FROM inbox WHERE code = 'fault'")} == {"it was read again"}


def test_what_another_version_of_the_rules_read_is_read_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    first, second = made(tmp_path / "first"), made(tmp_path / "second")
    assert first.run("weekly", "--week", "2026-W09", "--quiet") == 0
    kept = len(list((tmp_path / "cache").rglob("*.z")))
    monkeypatch.setattr("briefgen.cache.Cache.rules", "another version")
    _cache_in.cache_clear()  # another version runs in another process
    assert second.run("weekly", "--week", "2026-W09", "--quiet") == 0
    assert len(list((tmp_path / "cache").rglob("*.z"))) == 2 * kept == 2 * len(TEXTS)
