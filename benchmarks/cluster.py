"""What many articles take over processes and on a Dask cluster on loopback, whether memory stays flat, and what the archive takes.

    python benchmarks/cluster.py [--articles 400] [--rounds 2] [--short] [--write]

Each way is a run of `extract FOLDER --no-cache` in a fresh process, the ways by turns; a cluster's scheduler and workers stand before the
run begins, and have no model loaded yet. All ways have to give the same bytes. --write puts the figures, and what they mean for a million
articles a day, into docs/scale.md; --short is one small round, for CI. Without the package distributed (extra cluster) that is said.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import platform
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "benchmarks"), str(ROOT)]

import scale  # noqa: E402
import size  # noqa: E402
from scale import Archive, Facts, Memory, Speed  # noqa: E402

WAYS = (
    ("one process", 1, 0),
    ("--jobs 2", 2, 0),
    ("--jobs 4", 4, 0),
    *((f"--cluster, {n} worker{'s' * (n > 1)}", 1, n) for n in (1, 2, 4)),
)
FLAT = (200, 2000)  # articles of the runs whose memory is compared
_SCHEDULER = """
import asyncio, pathlib, sys
from distributed import Scheduler
async def main():
    async with Scheduler(host="127.0.0.1", port=0, dashboard=False) as scheduler:
        pathlib.Path(sys.argv[1]).write_text(scheduler.address)
        while len(scheduler.workers) < int(sys.argv[2]):
            await asyncio.sleep(0.05)
        pathlib.Path(sys.argv[1]).with_suffix(".ready").touch()
        await scheduler.finished()
asyncio.run(main())
"""


@dataclass(frozen=True, slots=True)
class Run:
    """A run: seconds with its start; articles a second once everything is loaded; seconds of processor of the first process and those it
    started; MB of the first process and of the largest one; a digest of what it printed and its bytes."""

    seconds: float
    warm: float
    processor: float
    first: float
    largest: float
    digest: str
    size: int


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--articles", type=int, default=400)
    parser.add_argument("--rounds", type=int, default=2)
    parser.add_argument("--short", action="store_true", help="one small round: does it still run?")
    parser.add_argument("--write", action="store_true", help="write docs/scale.md")
    parser.add_argument("--archive", type=int, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.archive:
        print(json.dumps(fill_archive(options.archive)))
        return 0
    count, rounds = (12, 1) if options.short else (options.articles, options.rounds)
    with_cluster = find_spec("distributed") is not None
    ways = [way for way in WAYS if with_cluster or not way[2]]
    ways = [way for way in ways if max(way[1:]) < 4] if options.short else ways
    facts = Facts(
        count,
        speeds(ways, count, rounds),
        [] if options.short else [memory(number) for number in FLAT],
        Archive(**asked("--archive", str(12 if options.short else 300))),
        f"{platform.system()}, {os.cpu_count()} cores, Python {platform.python_version()}, load {os.getloadavg()[0]:.1f} at the end",
        sum(len(text.encode()) for text in size.articles(count)) / count,
    )
    text = scale.page(facts)
    if options.write:
        (ROOT / "docs" / "scale.md").write_text(text, encoding="utf-8", newline="\n")
    print(scale.table(facts) if options.short else text)
    if not with_cluster:
        print("distributed is not installed (extra cluster): the cluster was left out")
    return 0


def speeds(ways: list[tuple[str, int, int]], count: int, rounds: int) -> list[Speed]:
    """The medians of each way; ways that print other bytes end the benchmark."""
    results: dict[str, list[Run]] = {name: [] for name, *_ in ways}
    with tempfile.TemporaryDirectory() as name:
        folder = filled(Path(name), count)
        for _ in range(rounds):
            for way, jobs, workers in ways:
                results[way].append(one_way(folder, jobs, workers, count))
    starts = {way: quarter(jobs, workers, count // 4) for way, jobs, workers in ways}
    if len({one.digest for runs in results.values() for one in runs}) != 1:
        raise SystemExit("extract gives other bytes in other ways")
    return [
        Speed(
            way,
            max(jobs, workers),
            bool(workers),
            statistics.median(count / one.seconds for one in results[way]),
            statistics.median(one.warm for one in results[way]),
            statistics.median(one.processor for one in results[way]) / count,
            (statistics.median(one.processor for one in results[way]) - starts[way]) / (count - count // 4),
            results[way][0].size / count,
        )
        for way, jobs, workers in ways
    ]


def quarter(jobs: int, workers: int, count: int) -> float:
    """Seconds of processor of a run over fewer articles: what the longer one takes beyond it has no start in it."""
    with tempfile.TemporaryDirectory() as name:
        return one_way(filled(Path(name), count), jobs, workers, count).processor


def one_way(folder: Path, jobs: int, workers: int, count: int) -> Run:
    """A run in processes, or on a cluster made for it."""
    with ExitStack() as stack:
        address = stack.enter_context(cluster(workers)) if workers else ""
        return run(folder, ["--cluster", address] if workers else ["--jobs", str(jobs)], count)


def memory(count: int) -> Memory:
    """The memory of a run over so many articles in two processes."""
    with tempfile.TemporaryDirectory() as name:
        found = run(filled(Path(name), count), ["--jobs", "2"], count)
    return Memory(count, found.first, found.largest)


def filled(folder: Path, count: int) -> Path:
    for number, text in enumerate(size.articles(count)):
        (folder / f"article{number:05}.txt").write_text(text, encoding="utf-8")
    return folder


def run(folder: Path, way: list[str], count: int) -> Run:
    """The program over a folder, each line of its output stamped; what ends badly ends the benchmark."""
    command = [sys.executable, str(ROOT / "benchmarks" / "workers" / "program.py"), "extract", str(folder), *way, "--no-cache", "-q"]
    started = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.PIPE, env=os.environ | {"PYTHONPATH": str(ROOT)})
    assert process.stdout
    digest, total, stamps, first = hashlib.sha256(), 0, [], 0.0
    for line in process.stdout:
        digest.update(line)
        total += len(line)
        stamps.append(time.perf_counter() - started)
        if len(stamps) == count:
            first = highest(process.pid)
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - started
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode or len(stamps) != count:
        raise SystemExit(f"{' '.join(command)} ended with {process.returncode} after {len(stamps)} articles")
    loaded = count // 5  # models and caches are filled by then
    warm = (count - 1 - loaded) / (stamps[-1] - stamps[loaded])
    per_megabyte = 1024 * 1024 if platform.system() == "Darwin" else 1024  # getrusage(2): bytes there, kilobytes elsewhere
    largest = usage.ru_maxrss / per_megabyte
    return Run(seconds, warm, usage.ru_utime + usage.ru_stime, first, largest, digest.hexdigest(), total)


def highest(pid: int) -> float:
    """The most memory in MB that a process has had, as Linux keeps it; 0 elsewhere."""
    try:
        words = Path(f"/proc/{pid}/status").read_text(encoding="ascii", errors="replace")
    except OSError:
        return 0.0
    return next((int(line.split()[1]) / 1024 for line in words.splitlines() if line.startswith("VmHWM")), 0.0)


@contextmanager
def cluster(workers: int) -> Iterator[str]:
    """The address of a scheduler on loopback with so many workers, one thread each, none of which has read anything yet."""
    with tempfile.TemporaryDirectory() as name:
        told = Path(name) / "address"
        processes = [subprocess.Popen([sys.executable, "-c", _SCHEDULER, str(told), str(workers)], stderr=subprocess.DEVNULL)]
        try:
            wait_for(told)
            address = told.read_text(encoding="ascii")
            command = [sys.executable, "-m", "distributed.cli.dask_worker", address, "--no-nanny", "--no-dashboard", "--nthreads", "1"]
            environment = os.environ | {"OPENBLAS_NUM_THREADS": "1", "PYTHONPATH": str(ROOT)}
            for _ in range(workers):
                processes.append(subprocess.Popen(command, env=environment, cwd=name, stderr=subprocess.DEVNULL))
            wait_for(told.with_suffix(".ready"))
            yield address
        finally:
            for process in reversed(processes):
                process.kill()
                process.wait()


def wait_for(path: Path) -> None:
    until = time.monotonic() + 120
    while not (path.exists() and (path.suffix or path.read_text())):
        if time.monotonic() > until:
            raise SystemExit(f"{path.name}: the cluster did not start")
        time.sleep(0.05)


def asked(*arguments: str) -> Any:
    """What this script prints for itself in another process."""
    return json.loads(subprocess.run([sys.executable, __file__, *arguments], stdout=subprocess.PIPE, check=True).stdout)


def fill_archive(count: int) -> dict[str, float]:
    """Articles that one process takes into an archive in a second by the clock, its processor seconds for each, their bytes there."""
    from dataclasses import replace
    from datetime import date, timedelta

    from briefgen.archive import open_archive
    from briefgen.pipeline import extract_all
    from briefgen.readers.plain import read_plain
    from briefgen.weekly.intake import Found, take_in

    day = date(2026, 3, 2)
    articles = [
        replace(read_plain(text.encode(), f"{number:05}.txt"), published=day + timedelta(days=number % 7))
        for number, text in enumerate(size.articles(count))
    ]
    found = [Found((extraction,)) for extraction in extract_all(articles, ("RU",))]
    with tempfile.TemporaryDirectory() as name:
        inbox = Path(name) / "inbox"
        inbox.mkdir()
        for article in articles:
            (inbox / article.name).touch()
        path = Path(name) / "archive.sqlite"
        with open_archive(path) as archive:
            started, used = time.perf_counter(), time.process_time()
            take_in(archive, inbox, received=day, read=lambda paths: zip(paths, found, strict=True), tell=lambda name: None)
            seconds, used = time.perf_counter() - started, time.process_time() - used
        total = sum(other.stat().st_size for other in Path(name).iterdir() if other.is_file())
    return {"rate": count / seconds, "processor": used / count, "size": total / count}


if __name__ == "__main__":
    sys.exit(main())
