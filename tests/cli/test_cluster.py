"""Articles on a Dask cluster: the same bytes in the same order, whichever worker dies; workers with another briefgen are refused."""

from __future__ import annotations

import importlib.util
import json
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from briefgen.cli import main
from briefgen.cli.workers import Workers, stream
from briefgen.diagnostics import ClusterError, InputError
from tests.cli.clusters import ROOT, Cluster, cluster
from tests.cli.work import deadly, doubled

PROGRAM = str(Path(sys.executable).with_name("briefgen"))
needed = pytest.mark.plugins
ARTICLES = (
    "Лондон даст Астане {} млрд фунтов до 2027 года, заявил министр Олег Синицын.",
    "London plans to give Astana {} million pounds.",
)


@pytest.fixture(scope="module")
def pair(tmp_path_factory: pytest.TempPathFactory, needs_package: Callable[..., None]) -> Iterator[Cluster]:
    """A scheduler and two workers."""
    needs_package("distributed", "plugins")
    with cluster(tmp_path_factory.mktemp("dask"), workers=2) as found:
        yield found


@pytest.fixture(autouse=True)
def _dask(request: pytest.FixtureRequest, needs_package: Callable[..., None]) -> None:
    if request.node.get_closest_marker("plugins"):
        needs_package("distributed", "plugins")


def inbox(folder: Path, number: int) -> Path:
    """So many articles, and a file that is none, in a folder."""
    made = folder / "inbox"
    made.mkdir()
    for index in range(number):
        (made / f"{index:03}.txt").write_text(ARTICLES[index % 2].format(index + 1) + "\n", encoding="utf-8")
    (made / "torn.docx").write_bytes(b"PK\x03\x04 torn")
    return made


def program(*arguments: str, cwd: Path) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run([PROGRAM, *arguments], cwd=cwd, capture_output=True, check=False)


@needed
def test_extract_gives_the_same_bytes_as_one_process_and_names_what_is_torn(pair: Cluster, tmp_path: Path) -> None:
    inbox(tmp_path, 9)
    alone, spread = (program("extract", "inbox", "--no-cache", *way, cwd=tmp_path) for way in ((), ("--cluster", pair.address)))
    assert (alone.returncode, spread.returncode) == (3, 3)
    assert spread.stdout == alone.stdout and len(spread.stdout.splitlines()) == 9
    assert spread.stderr == alone.stderr and b"torn.docx" in spread.stderr


@needed
@pytest.mark.slow
def test_build_gives_the_same_brief(pair: Cluster, tmp_path: Path) -> None:
    (inbox(tmp_path, 6) / "torn.docx").unlink()
    options = ("inbox", "--date", "2026-03-01", "--slug", "six", "--lang", "en", "--format", "pdf", "-q", "--no-cache")
    for name, way in (("alone", ()), ("spread", ("--cluster", pair.address))):
        run = program("build", *options, "-o", name, *way, cwd=tmp_path)
        assert run.returncode == 0, run.stderr
    for file in ("brief.json", "brief.en.pdf", "evidence.html", "manifest.json"):
        assert (tmp_path / "alone/2026-03-01-six" / file).read_bytes() == (tmp_path / "spread/2026-03-01-six" / file).read_bytes(), file


@needed
@pytest.mark.slow
def test_weekly_keeps_the_same_articles_and_makes_the_same_issue(pair: Cluster, tmp_path: Path) -> None:
    settings = '[weekly]\ninbox = "inbox"\narchive = "a/a.sqlite"\noutput = "out"\nlanguages = ["en"]\nformats = ["pdf"]\n'
    made = []
    for name, way in (("alone", []), ("spread", ["--cluster", pair.address]), ("jobs", ["--jobs", "2"])):
        folder = tmp_path / name
        folder.mkdir()
        for path in inbox(folder, 5).glob("*.txt"):
            path.with_suffix(".toml").write_text("published = 2026-02-25\n", encoding="utf-8")
        (folder / "briefgen.toml").write_text(settings, encoding="utf-8")
        run = program("weekly", "--week", "2026-W09", *way, cwd=folder)
        assert run.returncode == 0, run.stderr
        assert b"torn.docx: set aside" in run.stderr
        made.append((folder / "out/2026-03-01-weekly-2026-W09/brief.json").read_bytes())
    assert made[0] == made[1] == made[2]


@needed
@pytest.mark.slow
def test_a_worker_killed_in_the_middle_loses_nothing(tmp_path: Path) -> None:
    inbox(tmp_path, 60)
    alone = program("extract", "inbox", "--no-cache", cwd=tmp_path)
    with cluster(tmp_path, workers=2) as found:
        command = [PROGRAM, "extract", "inbox", "--no-cache", "--cluster", found.address]
        with subprocess.Popen(command, cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as run:
            assert run.stdout and run.stderr
            first = [run.stdout.readline() for _ in range(5)]
            found.kill_worker()
            rest, told = run.stdout.read(), run.stderr.read()
        assert run.returncode == 3
        assert b"".join(first) + rest == alone.stdout
        assert told == alone.stderr


@needed
@pytest.mark.slow
def test_an_article_that_ends_each_worker_is_left_out_and_the_rest_go_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(
        "DASK_DISTRIBUTED__SCHEDULER__ALLOWED_FAILURES", "0"
    )  # the scheduler gives up after the first worker, we after the second
    items = ["a", "b", f"once {tmp_path / 'once'}", "c", f"always {tmp_path / 'always'}", "d"]
    with cluster(tmp_path, workers=5) as found:
        results = list(stream(deadly, items, str, workers=Workers(cluster=found.address)))
    assert [item for item, _ in results] == items
    assert [value for item, value in results if not item.startswith("always")] == [item for item in items if not item.startswith("always")]
    assert isinstance(results[4][1], InputError) and "ended again and again" in str(results[4][1])


@needed
def test_errors_travel_and_a_fault_of_ours_is_named(pair: Cluster) -> None:
    results = dict(stream(doubled, range(11, 17), int, workers=Workers(cluster=pair.address), name=lambda item: f"article {item}"))
    assert str(results[13]) == "13: cannot be read"
    assert "article 14: a fault of briefgen (ZeroDivisionError('14'))" in str(results[14])
    assert [results[item] for item in (11, 12, 15, 16)] == [22, 24, 30, 32]


@needed
def test_items_are_taken_as_results_are_wanted(pair: Cluster) -> None:
    taken: list[int] = []
    results = stream(doubled, range(20, 100_000), lambda item: taken.append(item) or item, workers=Workers(cluster=pair.address))
    assert [next(results)[1] for _ in range(10)] == [2 * item for item in range(20, 30)]
    results.close()
    assert len(taken) < 30


@needed
@pytest.mark.slow
def test_a_scheduler_that_ends_is_told_and_what_was_done_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DASK_DISTRIBUTED__COMM__TIMEOUTS__CONNECT", "2s")
    inbox(tmp_path, 400)
    with cluster(tmp_path, workers=1) as found:
        command = [PROGRAM, "extract", "inbox", "--no-cache", "--cluster", found.address]
        with subprocess.Popen(command, cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as run:
            assert run.stdout and run.stderr
            first = run.stdout.readline()
            found.scheduler.kill()
            rest, told = run.stdout.read(), run.stderr.read()
    assert run.returncode == 8
    assert "the scheduler is gone; what was done is kept" in told.decode()
    assert len(told.splitlines()) == 1
    assert all(json.loads(line) for line in (first, *rest.splitlines()))


@needed
@pytest.mark.skipif(os.name == "nt", reason="signals of POSIX")
def test_ctrl_c_stops_cleanly_and_leaves_the_cluster_at_work(pair: Cluster, tmp_path: Path) -> None:
    inbox(tmp_path, 300)
    command = [PROGRAM, "extract", "inbox", "--no-cache", "--cluster", pair.address]
    with subprocess.Popen(command, cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE, preexec_fn=_listen) as run:
        assert run.stdout and run.stderr
        first = run.stdout.readline()
        run.send_signal(signal.SIGINT)
        rest, told = run.stdout.read(), run.stderr.read()
    assert run.returncode == 130
    assert told.decode().strip() == "briefgen: interrupted"
    assert all(json.loads(line) for line in (first, *rest.splitlines()))
    assert list(stream(doubled, [21], int, workers=Workers(cluster=pair.address))) == [(21, 42)]


def _listen() -> None:
    """A job in the background of a shell has inherited that interrupts are ignored; the run under test must not."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


@needed
@pytest.mark.slow
def test_a_worker_with_other_rules_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    articles = inbox(tmp_path, 2)
    other = tmp_path / "other"
    shutil.copytree(ROOT / "briefgen", other / "briefgen", ignore=shutil.ignore_patterns("__pycache__"))
    with (other / "briefgen/data/ru/risks.toml").open("a", encoding="utf-8") as file:
        file.write("\n# a word more\n")
    with cluster(tmp_path, workers=0) as found:
        found.add_worker(code=other)
        assert main(["extract", str(articles), "--no-cache", "--cluster", found.address]) == 8
    captured = capsys.readouterr()
    assert captured.out == ""
    assert "would give other results: program is " in captured.err and "install the same there and here" in captured.err


@needed
@pytest.mark.slow
def test_a_worker_with_another_program_of_this_name_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    other = tmp_path / "other"
    (other / "briefgen").mkdir(parents=True)
    (other / "briefgen/__init__.py").touch()
    with cluster(tmp_path, workers=0) as found:
        found.add_worker(code=other)
        assert main(["extract", str(inbox(tmp_path, 1)), "--cluster", found.address]) == 8
    assert "it has no briefgen like ours (No module named 'briefgen.cli')" in capsys.readouterr().err


@needed
def test_a_worker_that_joins_later_with_other_rules_is_refused_too(pair: Cluster, monkeypatch: pytest.MonkeyPatch) -> None:
    from briefgen.cli import cluster as module

    there = module.identity()
    results = stream(doubled, range(20, 2000), int, workers=Workers(cluster=pair.address))
    next(results)
    monkeypatch.setattr(module, "identity", lambda: there | {"numpy": "0.1"})  # from here on nobody is like ourselves
    with pytest.raises(ClusterError, match=r"a worker would give other results: numpy is [\d.]+, here 0\.1; install the same"):
        list(results)


@needed
@pytest.mark.slow
def test_a_worker_whose_numpy_adds_in_threads_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with cluster(tmp_path, workers=0) as found:
        found.add_worker(threads="2")
        assert main(["extract", str(inbox(tmp_path, 1)), "--no-cache", "--cluster", found.address]) == 8
    assert "OPENBLAS_NUM_THREADS is 2, here 1" in capsys.readouterr().err


@needed
@pytest.mark.slow
def test_a_cluster_without_workers_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr("briefgen.cli.cluster.PATIENCE", 0.5)
    with cluster(tmp_path, workers=0) as found:
        assert main(["extract", str(inbox(tmp_path, 1)), "--cluster", found.address]) == 8
    assert "has no worker" in capsys.readouterr().err


@needed
def test_nobody_at_the_address_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr("briefgen.cli.cluster.CONNECT", 0.5)
    assert main(["extract", str(inbox(tmp_path, 1)), "--cluster", "tcp://127.0.0.1:1"]) == 8
    assert capsys.readouterr().err == "briefgen: --cluster tcp://127.0.0.1:1: cannot be reached: is a Dask scheduler listening there?\n"


@needed
@pytest.mark.parametrize("address", ["here", "10.0.0.5", "smoke://10.0.0.5:8786"])
def test_what_is_no_address_is_told(address: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["extract", str(inbox(tmp_path, 1)), "--cluster", address]) == 2
    assert f"--cluster {address}: is no address such as tcp://10.0.0.5:8786" in capsys.readouterr().err


def test_without_the_extra_the_cure_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    found = importlib.util.find_spec
    monkeypatch.setattr("briefgen.cli.cluster.find_spec", lambda name: None if name == "distributed" else found(name))
    assert main(["extract", str(inbox(tmp_path, 1)), "--cluster", "tcp://127.0.0.1:1"]) == 2
    assert "pip install 'briefgen[cluster]'" in capsys.readouterr().err


@pytest.mark.parametrize("command", ["extract", "build"])
def test_processes_and_a_cluster_exclude_each_other(command: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([command, str(inbox(tmp_path, 1)), "--jobs", "2", "--cluster", "tcp://127.0.0.1:1"]) == 2
    assert "--jobs and --cluster exclude each other" in capsys.readouterr().err


def test_dask_is_loaded_only_where_it_is_asked_for(tmp_path: Path) -> None:
    code = "import sys; from briefgen.cli import main; main(sys.argv[1:]); print(sorted({'dask', 'distributed'} & set(sys.modules)))"
    arguments = ("extract", str(inbox(tmp_path, 1) / "000.txt"))
    run = subprocess.run([sys.executable, "-c", code, *arguments], capture_output=True, env=os.environ, check=True)
    assert run.stdout.splitlines()[-1] == b"[]"
