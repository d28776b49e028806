"""Many items over several processes: the same results in the same order, whatever fails among them."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import pytest

from briefgen.cli.workers import Workers, stream
from briefgen.diagnostics import InputError
from tests.cli.work import deadly, doubled

PROGRAM = str(Path(sys.executable).with_name("briefgen"))  # the installed script, which new processes load anew
ARTICLES = ("Лондон даст Астане 4 млрд фунтов, заявил министр.", "Ташкент получит 300 млн долларов до 2027 года.", "Утром было тихо.")


@pytest.mark.parametrize("jobs", [1, 3])
def test_results_come_in_the_order_of_the_items(jobs: int) -> None:
    assert list(stream(doubled, range(12), int, workers=Workers(jobs))) == [(item, 2 * item) for item in range(12)]


@pytest.mark.parametrize("jobs", [1, 2])
def test_an_item_that_fails_is_told_and_the_rest_go_on(jobs: int) -> None:
    results = dict(stream(doubled, (12, 13, 15), int, workers=Workers(jobs)))
    assert isinstance(results[13], InputError) and str(results[13]) == "13: cannot be read"
    assert (results[12], results[15]) == (24, 30)


def test_a_fault_of_ours_in_a_worker_is_named_and_the_rest_go_on() -> None:
    results = dict(stream(doubled, (12, 14, 15), int, workers=Workers(2), name=lambda item: f"article {item}"))
    assert "article 14: a fault of briefgen (ZeroDivisionError('14'))" in str(results[14])
    assert (results[12], results[15]) == (24, 30)


def test_a_worker_that_dies_loses_nothing(tmp_path: Path) -> None:
    items = ["a", f"once {tmp_path / 'once'}", "b", f"always {tmp_path / 'always'}", "c"]
    results = list(stream(deadly, items, str, workers=Workers(2)))
    assert [item for item, _ in results] == items
    assert [value for _, value in results[:3]] == items[:3] and results[4][1] == "c"
    assert isinstance(results[3][1], InputError) and "its process ended twice" in str(results[3][1])


def test_items_are_taken_as_results_are_wanted() -> None:
    taken: list[int] = []

    def source() -> Iterator[int]:
        for item in range(100_000):
            taken.append(item)
            yield item

    results = stream(doubled, source(), int, workers=Workers(2))
    assert len(list(islice(results, 10))) == 10
    results.close()
    assert len(taken) < 30


def program(*arguments: str, cwd: Path) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run([PROGRAM, *arguments], cwd=cwd, capture_output=True, check=False)


@pytest.fixture(scope="module")
def inbox(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Three articles and a file that is none, in a folder."""
    folder = tmp_path_factory.mktemp("many") / "inbox"
    folder.mkdir()
    for number, text in enumerate(ARTICLES):
        (folder / f"news{number}.txt").write_text(text + "\n", encoding="utf-8")
    (folder / "torn.docx").write_bytes(b"PK\x03\x04 torn")
    return folder


def test_extract_gives_the_same_with_jobs_and_cache_and_names_what_is_torn(inbox: Path) -> None:
    ways = (["--no-cache"], ["--jobs", "2"], ["--jobs", "2", "-q"], [])
    runs = [program("extract", "inbox", *way, cwd=inbox.parent) for way in ways]
    assert [run.returncode for run in runs] == [3] * 4
    assert all(b"torn.docx" in run.stderr for run in runs)
    assert len({run.stdout for run in runs}) == 1
    lines = [json.loads(line) for line in runs[0].stdout.splitlines()]
    assert [line["article"]["name"] for line in lines] == [f"news{number}.txt" for number in range(3)]
    assert lines[0]["quantities"] and lines[1]["quantities"]


def test_build_gives_the_same_bytes_with_jobs_and_goes_on_past_what_is_torn(inbox: Path) -> None:
    files = []
    for way in (["--no-cache"], ["--jobs", "2"]):
        out = inbox.parent / f"out{len(files)}"
        options = ("--each", "--lang", "ru", "--format", "pdf", "--date", "2026-03-01", "-q")
        run = program("build", "inbox", *options, "-o", str(out), *way, cwd=inbox.parent)
        assert run.returncode == 3 and b"torn.docx" in run.stderr
        files.append({path.relative_to(out).as_posix(): path.read_bytes() for path in sorted(out.rglob("*")) if path.is_file()})
    assert files[0] == files[1]
    assert {name.partition("/")[0] for name in files[0]} == {"2026-03-01-news0", "2026-03-01-news1"}


def test_one_brief_never_lacks_an_article_unseen(inbox: Path) -> None:
    run = program("build", "inbox", "-o", "whole", cwd=inbox.parent)
    assert run.returncode == 3 and b"torn.docx" in run.stderr
    assert not (inbox.parent / "whole").exists()


def _listen() -> None:
    """A job in the background of a shell has inherited that interrupts are ignored; the run under test must not."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


@pytest.mark.skipif(os.name == "nt", reason="signals of POSIX")
def test_ctrl_c_stops_cleanly_and_keeps_what_is_done(tmp_path: Path) -> None:
    for number in range(400):
        (tmp_path / f"2026-02-27-{number:03}.txt").write_text(f"{ARTICLES[0]} {number}\n", encoding="utf-8")
    command = [PROGRAM, "extract", str(tmp_path), "--jobs", "2", "--no-cache"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True, preexec_fn=_listen) as run:
        assert run.stdout and run.stderr
        first = run.stdout.readline()
        os.killpg(run.pid, signal.SIGINT)  # as a terminal does: to all processes of the run
        rest, told = run.stdout.read(), run.stderr.read()  # ends when no process of the run is left to write
    assert run.returncode == 130
    assert told.decode().strip() == "briefgen: interrupted"
    assert all(json.loads(line) for line in (first, *rest.splitlines()))


SLOW_START = """import pathlib, sys, time
if "--multiprocessing-fork" in sys.orig_argv:
    pathlib.Path(__file__).with_name("begun").touch()
    time.sleep(0.5)
"""


@pytest.mark.skipif(os.name == "nt", reason="signals of POSIX")
def test_ctrl_c_while_processes_still_start_is_one_line_too(inbox: Path, tmp_path: Path) -> None:
    (tmp_path / "sitecustomize.py").write_text(SLOW_START, encoding="utf-8")
    environment = os.environ | {"PYTHONPATH": str(tmp_path)}
    command = [PROGRAM, "extract", str(inbox), "--jobs", "2", "--no-cache"]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True, preexec_fn=_listen, env=environment
    ) as run:
        while run.poll() is None and not (tmp_path / "begun").exists():
            time.sleep(0.01)
        os.killpg(run.pid, signal.SIGINT)
        out, told = run.communicate()
    assert (run.returncode, out, told.decode().strip()) == (130, b"", "briefgen: interrupted")
