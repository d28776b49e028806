"""Everything that is measured, in one command: python -m benchmarks [--short] [--write]

Cold starts, extraction, the four files, the PDF and the Word draft beside peers, the size of a brief, processes, a Dask cluster on
loopback, and counts of calls. --short is what CI runs: one round of each that needs no peer, which fails on a benchmark that is broken
and never on a time. --write puts the tables, the plot and the reading into docs/performance.md and docs/scale.md. All of it takes some
fifteen minutes.
"""

from __future__ import annotations

import argparse
import os
import platform
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
HERE = ROOT / "benchmarks"
sys.path[:0] = [str(HERE), str(ROOT)]

import build  # noqa: E402
import page  # noqa: E402
import size  # noqa: E402

JOBS = (1, 2, 4)


@dataclass(frozen=True, slots=True)
class Speed:
    """A number of processes, the articles they read in a second, with the start of the processes."""

    jobs: int
    rate: float


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--short", action="store_true", help="one round, no peers: does each benchmark still run?")
    parser.add_argument("--write", action="store_true", help="write docs/performance.md and its plot")
    parser.add_argument("--sizes", default="10,30,100,300,1000", help="articles of the briefs of the curve")
    parser.add_argument("--many", type=int, default=200, help="articles that the processes read")
    parser.add_argument("--rounds", type=int, default=5, help="rounds of the cold starts")
    parser.add_argument("--only", choices=page.TITLES, help="measure one of the tables anew; with --write, leave the rest of the page")
    options = parser.parse_args()
    if options.short and options.write:
        parser.error("--short measures nothing that is worth writing down")
    if options.only:
        return one_table(options.only, write=options.write)
    begun = time.perf_counter()
    with tempfile.TemporaryDirectory() as folder:
        cold = build.summarise(build.measure(build.commands(Path(folder)), runs=1 if options.short else options.rounds))
    sizes = size.curve([2, 4] if options.short else [int(word) for word in options.sizes.split(",")])
    speeds = processes(8 if options.short else options.many)
    tables = {"counts": printed("counts.py")}
    if options.short:
        printed("four.py", "--runs", "1", "--no-peers")
        printed("cluster.py", "--short")
    else:
        tables |= {name: printed(f"{name}.py") for name in ("four", "extraction", "pdf", "word")}
        printed("cluster.py", *["--write"] * options.write)
    text = page.page(cold, sizes, [(speed.jobs, speed.rate) for speed in speeds], tables, machine(), time.perf_counter() - begun)
    if options.write:
        (ROOT / "docs" / "performance.md").write_text(text, encoding="utf-8", newline="\n")
        (ROOT / "docs" / "pictures" / "size.svg").write_text(page.plot(sizes), encoding="utf-8", newline="\n")
    print(text)
    return 0


def one_table(name: str, *, write: bool) -> int:
    """Measure one table and print it; its ratios are within itself, so that it may stand beside tables of another day."""
    table = printed(f"{name}.py")
    if write:
        path = ROOT / "docs" / "performance.md"
        path.write_text(page.with_table(path.read_text(encoding="utf-8"), name, table), encoding="utf-8", newline="\n")
    print(table)
    return 0


def printed(script: str, *arguments: str) -> str:
    """What a benchmark prints; one that ends with an error ends this run. `counts.py` ends with 1 where a count has risen."""
    run = subprocess.run([sys.executable, str(HERE / script), *arguments], stdout=subprocess.PIPE, text=True, check=False)
    if run.returncode:
        raise SystemExit(f"{script} ended with {run.returncode}\n{run.stdout}")
    return run.stdout.rstrip("\n")


def processes(count: int) -> list[Speed]:
    """Articles a second of `extract --jobs N --no-cache` for a folder of articles, which all give the same bytes."""
    speeds, given = [], set()
    with tempfile.TemporaryDirectory() as name:
        for number, text in enumerate(size.articles(count)):
            (Path(name) / f"article{number:05}.txt").write_text(text, encoding="utf-8")
        for jobs in JOBS:
            started = time.perf_counter()
            command = [*build.PROGRAM[:1], str(HERE / "workers" / "program.py"), "extract", name, "--jobs", str(jobs), "--no-cache", "-q"]
            run = subprocess.run(command, stdout=subprocess.PIPE, env=os.environ | {"PYTHONPATH": str(ROOT)}, check=True)
            speeds.append(Speed(jobs, count / (time.perf_counter() - started)))
            given.add(run.stdout)
    if len(given) != 1:
        raise SystemExit("extract gives other bytes with other numbers of processes")
    return speeds


def machine() -> str:
    """The processor, its cores, the system, the Python and how busy the machine was."""
    names = [line.partition(":")[2].strip() for line in _lines(Path("/proc/cpuinfo")) if line.startswith("model name")]
    load = f", load {os.getloadavg()[0]:.1f} at the end" if hasattr(os, "getloadavg") else ""
    processor = names[0] if names else platform.processor() or platform.machine()
    return f"{processor}, {os.cpu_count()} cores, {platform.system()}, Python {platform.python_version()}{load}"


def _lines(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8", errors="replace").splitlines() if path.is_file() else []


if __name__ == "__main__":
    sys.exit(main())
