"""Output folders: replaced as one step, and never over an edit."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from briefgen.cli import output
from briefgen.cli.manifest import NAME, digest
from briefgen.cli.output import LOCK, locked, plan, write
from briefgen.diagnostics import LockedError, OutputError

FIRST = {"brief.ru.docx": b"one", "brief.ru.pdf": b"two"}
SECOND = {"brief.ru.docx": b"three", "brief.ru.pdf": b"four"}


def put(folder: Path, files: dict[str, bytes], inputs: str, *, force: bool = False) -> None:
    planned = plan(folder, frozenset(files), {"article": inputs}, force=force)
    write(planned, files, {"article": inputs})


def content(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.name != NAME and path.is_file()}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "out" / "2026-02-27-a"
    folder.parent.mkdir()
    put(folder, FIRST, "a")
    return folder


@pytest.fixture(params=["exchanged in one step", "moved in two steps"], autouse=True)
def _both_ways(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Systems that cannot exchange folders go another way to the same end."""
    if request.param == "moved in two steps":
        monkeypatch.setattr(output, "_exchange", lambda one, other: False)


def test_the_manifest_holds_a_digest_of_each_file(folder: Path) -> None:
    manifest = json.loads((folder / NAME).read_bytes())
    assert manifest["inputs"] == {"article": "a"}
    assert manifest["outputs"] == {name: digest(data) for name, data in FIRST.items()}


def test_a_second_run_replaces_the_files_and_leaves_nothing_beside(folder: Path) -> None:
    put(folder, SECOND, "b")
    assert content(folder) == SECOND
    assert [path.name for path in folder.parent.iterdir()] == [folder.name]


def test_a_file_that_briefgen_did_not_write_stays(folder: Path) -> None:
    (folder / "notes.txt").write_bytes(b"mine")
    (folder / "drafts").mkdir()
    (folder / "drafts" / "old.docx").write_bytes(b"also mine")
    (folder / "link").symlink_to("notes.txt")
    put(folder, SECOND, "b")
    assert content(folder) == {**SECOND, "notes.txt": b"mine", "link": b"mine"}
    assert (folder / "drafts" / "old.docx").read_bytes() == b"also mine"
    assert (folder / "link").is_symlink()


def test_files_stay_where_a_disk_has_no_links(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise OSError("no links here")

    (folder / "notes.txt").write_bytes(b"mine")
    monkeypatch.setattr(Path, "hardlink_to", refuse)
    put(folder, SECOND, "b")
    assert content(folder) == {**SECOND, "notes.txt": b"mine"}


def test_files_of_the_same_inputs_gather_in_one_folder(folder: Path) -> None:
    put(folder, {"brief.en.pdf": b"five"}, "a")
    assert content(folder) == {**FIRST, "brief.en.pdf": b"five"}
    assert len(json.loads((folder / NAME).read_bytes())["outputs"]) == 3


def test_files_of_other_inputs_go_with_them(folder: Path) -> None:
    put(folder, {"brief.ru.pdf": b"six"}, "b")
    assert content(folder) == {"brief.ru.pdf": b"six"}


@pytest.mark.parametrize("files", [SECOND, {"brief.ru.pdf": b"six"}], ids=["replaced", "left behind"])
def test_an_edited_file_stops_the_run_before_anything_is_written(folder: Path, files: dict[str, bytes]) -> None:
    (folder / "brief.ru.docx").write_bytes(b"edited")
    with pytest.raises(OutputError) as caught:
        put(folder, files, "b")
    assert str(folder / "brief.ru.docx") in str(caught.value) and "brief.ru.edited-1.docx" in str(caught.value)
    assert content(folder) == {**FIRST, "brief.ru.docx": b"edited"}


def test_force_keeps_the_edit_beside_the_new_file(folder: Path) -> None:
    (folder / "brief.ru.docx").write_bytes(b"edited")
    put(folder, SECOND, "b", force=True)
    assert content(folder) == {**SECOND, "brief.ru.edited-1.docx": b"edited"}
    (folder / "brief.ru.docx").write_bytes(b"edited again")
    put(folder, FIRST, "a", force=True)
    assert content(folder) == {**FIRST, "brief.ru.edited-1.docx": b"edited", "brief.ru.edited-2.docx": b"edited again"}


def test_an_edited_file_that_is_not_printed_again_stays_as_it_is(folder: Path) -> None:
    (folder / "brief.ru.docx").write_bytes(b"edited")
    put(folder, {"brief.en.pdf": b"five"}, "a")
    assert content(folder)["brief.ru.docx"] == b"edited"
    with pytest.raises(OutputError):
        put(folder, FIRST, "a")


def test_a_file_of_nobody_knows_whom_is_not_overwritten(tmp_path: Path) -> None:
    folder = tmp_path / "a"
    folder.mkdir()
    (folder / "brief.ru.pdf").write_bytes(b"found")
    with pytest.raises(OutputError, match="changed"):
        put(folder, FIRST, "a")
    assert content(folder) == {"brief.ru.pdf": b"found"}


def test_a_deleted_file_is_written_again(folder: Path) -> None:
    (folder / "brief.ru.docx").unlink()
    put(folder, SECOND, "b")
    assert content(folder) == SECOND


@pytest.mark.parametrize("text", ["", "[]", '{"inputs": {}}', "[" * 100_000])
def test_a_manifest_that_cannot_be_read_stops_the_run(folder: Path, text: str) -> None:
    (folder / NAME).write_text(text, encoding="utf-8")
    with pytest.raises(OutputError, match="move it away"):
        put(folder, SECOND, "b", force=True)
    assert content(folder) == FIRST


@pytest.mark.parametrize("step", ["write_bytes", "rename"])
def test_a_failure_in_the_middle_leaves_the_old_files(folder: Path, monkeypatch: pytest.MonkeyPatch, step: str) -> None:
    monkeypatch.setattr(output, "_exchange", lambda one, other: False)
    whole, calls = getattr(Path, step), []

    def fail_second(path: Path, *arguments: object) -> object:
        calls.append(path)
        if len(calls) == 2:
            raise OSError(28, "No space left on device")
        return whole(path, *arguments)

    monkeypatch.setattr(Path, step, fail_second)
    with pytest.raises(OutputError, match="No space left"):
        put(folder, SECOND, "b")
    assert content(folder) == FIRST
    assert [path.name for path in folder.parent.iterdir()] == [folder.name]


def test_a_run_that_died_between_two_steps_is_mended(folder: Path) -> None:
    folder.rename(folder.parent / f".{folder.name}.briefgen-old")
    (folder.parent / f".{folder.name}.briefgen-new").mkdir()
    put(folder, {"brief.en.pdf": b"five"}, "a")
    assert content(folder) == {**FIRST, "brief.en.pdf": b"five"}
    assert [path.name for path in folder.parent.iterdir()] == [folder.name]


def test_a_second_run_at_the_same_time_is_told_to_wait(tmp_path: Path) -> None:
    with locked(tmp_path), pytest.raises(LockedError, match="another run"), locked(tmp_path):
        pass


def test_the_lock_leaves_no_file_and_no_empty_folder(tmp_path: Path) -> None:
    with locked(tmp_path / "a" / "b"):
        assert (tmp_path / "a" / "b" / LOCK).exists()
    assert list(tmp_path.iterdir()) == []


def test_the_lock_keeps_folders_that_were_there(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    with locked(tmp_path / "a"):
        pass
    assert [path.name for path in tmp_path.iterdir()] == ["a"]


@pytest.mark.skipif(os.name == "nt", reason="folders have no mode on Windows")
def test_the_folder_keeps_its_mode(folder: Path) -> None:
    folder.chmod(0o2775)
    put(folder, SECOND, "b")
    assert folder.stat().st_mode & 0o777 == 0o775
