"""What a cold run takes: wall time and peak memory of the help and of a build, as multiples of an empty Python.

    python benchmarks/build.py [--runs 7] [--json]

Each command runs in a fresh process, with the byte code that an installed program has (`processes.installed`), the commands by turns, so
that a busy machine is unkind to all of them alike.
Medians are printed; the ratio to `python -c pass` travels between machines better than seconds do.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

from processes import installed

ROOT = Path(__file__).resolve().parent.parent
PROGRAM = [sys.executable, "-c", "from briefgen.cli import run; run()"]


@dataclass(frozen=True, slots=True)
class Run:
    """One run of a command: seconds on the clock, the highest resident memory in MB."""

    seconds: float
    megabytes: float


@dataclass(frozen=True, slots=True)
class Row:
    """The medians of a command, the fastest and the slowest run, and the ratio of its median to that of an empty Python."""

    name: str
    seconds: float
    fastest: float
    slowest: float
    megabytes: float
    ratio: float


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--runs", type=int, default=7)
    parser.add_argument("--json", action="store_true", help="print JSON, for a file to compare with")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        rows = summarise(measure(commands(Path(folder)), runs=options.runs))
    print(json.dumps([asdict(row) for row in rows], indent=2) if options.json else table(rows, runs=options.runs))
    return 0


def commands(folder: Path) -> dict[str, list[str]]:
    """What is measured, by name; the first is the measure of the rest."""
    seed = next((ROOT / "seeds").glob("*.txt"))
    build = [*PROGRAM, "build", str(ROOT / "seeds"), "-o"]
    away = ["-c", f"import shutil, sys; shutil.rmtree(sys.argv.pop(1), ignore_errors=True); {PROGRAM[2]}"]
    fresh = {name: folder / name for name in ("unchecked", "checked", "cached", "rendered")}

    def anew(name: str, *arguments: str) -> list[str]:
        """A run into a folder that is removed first, in the same process."""
        return [sys.executable, *away, str(fresh[name]), *arguments, "-o", str(fresh[name])]

    brief = folder / "kept" / "brief.json"
    if not brief.exists():
        subprocess.run([*build, str(folder / "first")], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True)
        (found,) = (folder / "first").glob("*/brief.json")
        brief.parent.mkdir()
        brief.write_bytes(found.read_bytes())
        (brief.parent / "manifest.json").write_bytes(found.with_name("manifest.json").read_bytes())
    return {
        "python -c pass": [sys.executable, "-c", "pass"],
        "briefgen --help": [*PROGRAM, "--help"],
        "briefgen extract": [*PROGRAM, "extract", str(seed), "--no-cache"],
        "briefgen build --no-check": anew("unchecked", "build", str(ROOT / "seeds"), "--no-cache", "--no-check"),
        "briefgen build": anew("checked", "build", str(ROOT / "seeds"), "--no-cache"),
        "briefgen build, extraction cached": anew("cached", "build", str(ROOT / "seeds")),
        "briefgen build, nothing changed": [*build, str(folder / "first")],
        "briefgen render --no-check": anew("rendered", "render", str(brief), "--no-check"),
    }


def measure(named: dict[str, list[str]], *, runs: int) -> dict[str, list[Run]]:
    """One unmeasured round to warm the disk's cache and to compile, then `runs` rounds of each command by turns."""
    results: dict[str, list[Run]] = {name: [] for name in named}
    with installed() as environment:
        for number in range(runs + 1):
            for name, command in named.items():
                run = run_once(command, environment)
                if number:
                    results[name].append(run)
    return results


def run_once(command: list[str], environment: Mapping[str, str]) -> Run:
    """A command in a process of its own, measured by the kernel; its output is dropped, a failure ends the benchmark."""
    started = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=environment)
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - started
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{' '.join(command)} ended with {process.returncode}")
    per_megabyte = 1024 * 1024 if platform.system() == "Darwin" else 1024  # getrusage(2): bytes there, kilobytes elsewhere
    return Run(seconds, usage.ru_maxrss / per_megabyte)


def summarise(results: dict[str, list[Run]]) -> list[Row]:
    medians = {name: statistics.median(run.seconds for run in runs) for name, runs in results.items()}
    empty = next(iter(medians.values()))
    return [
        Row(
            name,
            medians[name],
            min(run.seconds for run in runs),
            max(run.seconds for run in runs),
            statistics.median(run.megabytes for run in runs),
            medians[name] / empty,
        )
        for name, runs in results.items()
    ]


def table(rows: list[Row], *, runs: int) -> str:
    """The rows as text for a person."""
    lines = [f"{'':36}{'median s':>10}{'fastest s':>11}{'peak MB':>9}{'x python':>10}"]
    lines += [f"{row.name:36}{row.seconds:10.2f}{row.fastest:11.2f}{row.megabytes:9.0f}{row.ratio:10.0f}" for row in rows]
    return "\n".join(
        [*lines, f"{runs} runs each, by turns, in fresh processes; Python {platform.python_version()}, {os.cpu_count()} cores"]
    )


if __name__ == "__main__":
    sys.exit(main())
