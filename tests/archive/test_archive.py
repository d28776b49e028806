"""The archive: what it keeps, one transaction each, and what it says where the file is no good."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from briefgen.archive import Archive, Delivery, InboxFile, Issue, KnownFact, Stored, open_archive
from briefgen.diagnostics import LockedError, OutputError

DAY = "2026-02-27"


def stored(id: str, *, published: str = DAY, story: str = "", shingles: tuple[int, ...] = ()) -> Stored:
    return Stored(id, f"{id}.txt", published, "2026-03-02", story or id, ("q 1",), {"article": id}, shingles)


def issue(period: str = "2026-W09", start: str = "2026-02-23", stop: str = "2026-03-01") -> Issue:
    return Issue(period, "week", start, stop, "n", "out/x", {}, {"brief.ru.pdf": "d"}, {"sources": 1})


def issued(archive: Archive, *ids: str, facts: tuple[KnownFact, ...] = ()) -> None:
    archive.keep_issue(issue(), "{}", dict.fromkeys(ids, "source"), facts, ["registry"], [])


def test_an_article_is_kept_once_and_found_by_what_it_shares(tmp_path: Path) -> None:
    with open_archive(tmp_path / "a.sqlite") as archive:
        archive.keep_article(stored("a", shingles=(1, 2, 3)))
        archive.keep_article(stored("b", shingles=(3, 4)))
        archive.keep_article(stored("a", published="2026-01-01"))
        assert [item.published for item in archive.articles(["a"])] == [DAY]
        assert archive.alike((1, 2, 3), since="2026-02-01", until="2026-03-01") == ("a", "b")
        assert archive.alike((1, 2, 3), since="2026-03-01", until="2026-04-01") == ()


def test_what_is_read_back_is_what_was_kept(tmp_path: Path) -> None:
    fact = KnownFact("sum", "1 EUR", "2026-W09", "2026-03-01", "a", "q-1", {"value": "1"})
    with open_archive(tmp_path / "a.sqlite") as archive:
        archive.keep_article(stored("a"))
        issued(archive, "a", facts=(fact,))
    with open_archive(tmp_path / "a.sqlite", make=False) as archive:
        assert archive.articles(["a"]) == (stored("a"),)
        assert archive.issues() == (issue(),)
        assert archive.brief("2026-W09") == "{}"
        assert archive.latest("week", "sum", ["1 EUR", "2 EUR"], before="2026-03-02") == {"1 EUR": (fact,)}
        assert archive.latest("week", "sum", ["1 EUR"], before="2026-03-01") == {}
        assert archive.deliveries("2026-W09") == (Delivery("2026-W09", "registry", "pending"),)


def test_an_article_waits_until_an_issue_of_the_series_has_it(tmp_path: Path) -> None:
    with open_archive(tmp_path / "a.sqlite") as archive:
        archive.keep_article(stored("a"))
        assert archive.waiting("week", since="2026-02-23", until="2026-03-01") == ("a",)
        issued(archive, "a")
        assert archive.waiting("week", since="2026-02-23", until="2026-03-01") == ()
        assert archive.waiting("month", since="2026-02-01", until="2026-02-28") == ("a",)


def test_an_article_that_was_reported_and_dropped_waits_no_more_when_it_comes_again(tmp_path: Path) -> None:
    with open_archive(tmp_path / "a.sqlite") as archive:
        archive.keep_article(stored("a"))
        issued(archive, "a")
        assert archive.forget("2026-03-01") == 1
        archive.keep_article(stored("a"))
        assert archive.waiting("week", since="2026-02-23", until="2026-03-01") == ()
        assert archive.waiting("month", since="2026-02-01", until="2026-02-28") == ("a",)


def test_of_each_key_the_last_issue_and_the_furthest_stage_are_told(tmp_path: Path) -> None:
    weeks = [("2026-W09", "2026-02-23", "2026-03-01", 4), ("2026-W10", "2026-03-02", "2026-03-08", 1)]
    weeks += [("2026-W11", "2026-03-09", "2026-03-15", 5)]
    with open_archive(tmp_path / "a.sqlite") as archive:
        for name, start, stop, rank in weeks:
            facts = [KnownFact("interest", "GB>KZ", name, stop, "a", f"i-{number}", rank=rank) for number in (1, 2)]
            archive.keep_issue(issue(name, start, stop), "{}", {}, facts, [], [])
        latest = archive.latest("week", "interest", ["GB>KZ"], before="2026-03-09")["GB>KZ"]
        furthest = archive.furthest("week", "interest", ["GB>KZ"], before="2026-03-09")["GB>KZ"]
    assert [(fact.period, fact.fact) for fact in latest] == [("2026-W10", "i-2"), ("2026-W10", "i-1")]
    assert [(fact.period, fact.rank) for fact in furthest] == [("2026-W09", 4)]


def test_a_corrected_file_replaces_what_no_issue_has(tmp_path: Path) -> None:
    with open_archive(tmp_path / "a.sqlite") as archive:
        for id, stamp in (("old", "1"), ("new", "2")):
            archive.keep_article(stored(id))
            archive.keep_file(InboxFile("x.txt", stamp, DAY, articles=(id,)), replaces=True)
        assert [item.id for item in archive.articles(["old", "new"])] == ["new"]
        issued(archive, "new")
        archive.keep_article(stored("newest"))
        archive.keep_file(InboxFile("x.txt", "3", DAY, articles=("newest",)), replaces=True)
        assert [item.id for item in archive.articles(["new", "newest"])] == ["new", "newest"]


def test_an_issue_that_fails_leaves_nothing_behind(tmp_path: Path) -> None:
    with pytest.raises(OutputError), open_archive(tmp_path / "a.sqlite") as archive:
        issued(archive, "a")
        archive.keep_issue(issue("2026-W10"), "{}", {"a": "source"}, (), ["registry"], [])  # "a" has an issue already
    with open_archive(tmp_path / "a.sqlite") as archive:
        assert [item.period for item in archive.issues()] == ["2026-W09"]
        assert len(archive.deliveries()) == 1


def test_texts_are_dropped_only_after_they_were_reported(tmp_path: Path) -> None:
    with open_archive(tmp_path / "a.sqlite") as archive:
        archive.keep_article(stored("a", shingles=(1,)))
        archive.keep_article(stored("b"))
        issued(archive, "a")
        assert archive.forget("2026-03-01") == 1
        assert [item.id for item in archive.articles(["a", "b"])] == ["b"]
        assert archive.alike((1,), since="2026-01-01", until="2026-12-31") == ()


@pytest.mark.parametrize("content", [b"not a database at all", b"SQLite format 3\x00" + b"\xff" * 4000])
def test_a_damaged_file_is_named_with_the_cure(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "a.sqlite"
    path.write_bytes(content)
    with pytest.raises(OutputError, match=r"a\.sqlite: the archive is damaged .*backup"), open_archive(path):
        pass
    assert path.read_bytes() == content


def test_a_truncated_archive_is_told(tmp_path: Path) -> None:
    path = tmp_path / "a.sqlite"
    with open_archive(path) as archive:
        for number in range(200):
            archive.keep_article(stored(f"{number:05}", shingles=tuple(range(50))))
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    with pytest.raises(OutputError, match="damaged"), open_archive(path):
        pass


def test_an_archive_that_another_program_holds_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.sqlite"
    with open_archive(path):
        pass
    monkeypatch.setattr("briefgen.archive.archive._WAIT", 0.05)
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(LockedError, match="another program"), open_archive(path) as archive:
        archive.keep_article(stored("a"))
    other.close()


def test_there_is_nothing_to_show_without_an_archive(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="no archive yet"), open_archive(tmp_path / "a.sqlite", make=False):
        pass
