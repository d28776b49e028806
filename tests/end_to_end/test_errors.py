"""What goes wrong ends with one clear line, its exit code, and a folder as it was: the whole program, nothing replaced."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.end_to_end.articles import GERMAN, RUSSIAN, SILENT, UNDATED
from tests.end_to_end.conftest import Run

PDF = ("--format", "pdf", "--lang", "en")


@pytest.mark.parametrize(
    ("files", "arguments", "code", "message"),
    [
        ({"a.txt": b""}, ["a.txt"], 3, "a.txt"),
        ({"a.txt": b" \n\n\t\n"}, ["a.txt"], 3, "a.txt"),
        ({"a.txt": bytes(range(256)) * 8}, ["a.txt"], 3, "not text"),
        ({"a.txt": GERMAN.encode()}, ["a.txt"], 3, "language"),
        ({}, ["a.txt"], 3, "a.txt: there is no such file"),
        ({"b.txt": RUSSIAN.encode()}, ["b.txt", "a.txt"], 3, "a.txt: there is no such file"),
        ({"a/b.png": b"x"}, ["a"], 3, "holds no article"),
        ({"a.txt": RUSSIAN.encode(), "out": b"x"}, ["a.txt"], 7, "out: cannot be written"),
        ({"a.txt": RUSSIAN.encode()}, ["a.txt", "--profile", "none"], 2, "standard"),
        ({"a.txt": RUSSIAN.encode()}, ["a.txt", "--lang", "fr"], 2, "'fr' is none of ru, en"),
        ({"a.txt": SILENT.encode()}, ["a.txt", "--published", "2026-03-01"], 4, "nothing to report"),
        ({"a.txt": UNDATED.encode()}, ["a.txt"], 2, "--date"),
    ],
)
def test_a_failed_build_names_the_cause_and_leaves_nothing(
    run: Callable[..., Run], workplace: Path, files: dict[str, bytes], arguments: list[str], code: int, message: str
) -> None:
    for name, data in files.items():
        (workplace / name).parent.mkdir(exist_ok=True)
        (workplace / name).write_bytes(data)
    before = {path: path.read_bytes() for path in workplace.rglob("*") if path.is_file()}
    done = run("build", *arguments)
    assert (done.code, done.out) == (code, "")
    assert message in done.err and "Traceback" not in done.err
    assert {path: path.read_bytes() for path in workplace.rglob("*") if path.is_file()} == before
    assert sorted(path.name for path in workplace.iterdir()) == sorted({name.partition("/")[0] for name in files})


def test_an_extraction_of_nothing_is_no_error(run: Callable[..., Run], workplace: Path) -> None:
    (workplace / "a.txt").write_text(SILENT, encoding="utf-8")
    done = run("extract", "a.txt")
    assert done.code == 0 and '"quantities": []' in done.out


@pytest.mark.parametrize("option", [("--date", "2026-03-09"), ("--published", "2026-03-09")])
def test_a_date_given_by_hand_helps(run: Callable[..., Run], workplace: Path, option: tuple[str, str]) -> None:
    (workplace / "a.txt").write_text(UNDATED, encoding="utf-8")
    done = run("build", "a.txt", *option, *PDF)
    assert done.code == 0 and "out/2026-03-09-a/brief.en.pdf" in done.out


@pytest.mark.slow
def test_a_file_that_somebody_changed_stops_the_run_and_all_stays_as_it_was(run: Callable[..., Run], workplace: Path) -> None:
    (workplace / "a.txt").write_text(RUSSIAN, encoding="utf-8")
    first = run("build", "a.txt", *PDF)
    edited = workplace / "out" / "2026-03-02-a" / "brief.en.pdf"
    edited.write_bytes(b"edited by hand")
    (workplace / "a.txt").write_text(RUSSIAN.replace("3 миллиарда", "5 миллиардов"), encoding="utf-8")
    done = run("build", "a.txt", *PDF)
    assert (first.code, done.code, done.out) == (0, 7, "")
    assert "brief.en.pdf" in done.err and "--force" in done.err
    assert done.files == {**first.files, "brief.en.pdf": b"edited by hand"}


@pytest.mark.slow
def test_force_keeps_the_edits_beside_the_new_file(run: Callable[..., Run], workplace: Path) -> None:
    (workplace / "a.txt").write_text(RUSSIAN, encoding="utf-8")
    first = run("build", "a.txt", *PDF)
    (workplace / "out" / "2026-03-02-a" / "brief.en.pdf").write_bytes(b"edited by hand")
    done = run("build", "a.txt", *PDF, "--force")
    assert done.code == 0 and done.files["brief.en.edited-1.pdf"] == b"edited by hand"
    assert done.files["brief.en.pdf"] == first.files["brief.en.pdf"]
