"""Articles a second and peak memory of the extraction, against natasha's full pipeline in the same run.

    python benchmarks/extraction.py [--articles 40] [--json]

Both run on one thread in a process of its own and get the same articles by turns; the first three of each are not counted (models load,
caches fill). The articles are made from the seed: its paragraphs in another order, its numbers changed. The peer is installed into a
venv of its own; where that fails, its row says so.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import random
import re
import statistics
import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

from peers import peer_python
from processes import installed

ROOT = Path(__file__).resolve().parent.parent
WORKERS = ROOT / "benchmarks" / "workers"
WARM_UP = 3
PEER = ("natasha==1.6.0", "setuptools<82")  # natasha's yargy needs pkg_resources, which setuptools 82 dropped


@dataclass(frozen=True, slots=True)
class Row:
    """What a program reached: medians of seconds an article, articles a second, the first article, peak MB; None where it did not run."""

    name: str
    seconds: float | None = None
    rate: float | None = None
    first: float | None = None
    megabytes: float | None = None


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--articles", type=int, default=40)
    parser.add_argument("--json", action="store_true", help="print JSON, for a file to compare with")
    options = parser.parse_args()
    scripts = {"briefgen": (Path(sys.executable), "briefgen_extract.py")}
    peer = peer_python(*PEER)
    if peer:
        scripts["natasha 1.6.0, full pipeline"] = (peer, "natasha_pipeline.py")
    rows = measure(scripts, options.articles)
    if not peer:
        rows.append(Row("natasha 1.6.0: could not be installed"))
    print(json.dumps([asdict(row) for row in rows], indent=2) if options.json else table(rows, options.articles))
    return 0


def measure(scripts: Mapping[str, tuple[Path, str]], count: int) -> list[Row]:
    """All programs on the same articles by turns. Each is started and ended once before, so that the first article isn't that of a process
    that compiles sources, which an installed program never does."""
    results: dict[str, list[tuple[float, int]]] = {name: [] for name in scripts}
    with installed() as environment:
        for python, script in scripts.values():
            worker = start(python, script, environment)
            ask(worker, next(articles(1)))
            worker.communicate()
        workers = {name: start(python, script, environment) for name, (python, script) in scripts.items()}
        for text in articles(count + WARM_UP):
            for name, worker in workers.items():
                results[name].append(ask(worker, text))
        for worker in workers.values():
            worker.communicate()
    return [summarise(name, result) for name, result in results.items()]


def articles(count: int) -> Iterator[str]:
    """The seed's paragraphs in another order each time, with other digits where it has digits; the same ones on each run."""
    chance = random.Random(1)
    seed = next((ROOT / "seeds").glob("*.txt")).read_text(encoding="utf-8")
    paragraphs = [part for part in seed.split("\n") if part.strip()]
    for _ in range(count):
        chance.shuffle(paragraphs)
        yield re.sub(r"(?<!\d)[1-9](?!\d)", lambda _: str(chance.randint(1, 9)), "\n\n".join(paragraphs))


def start(python: Path, worker: str, environment: Mapping[str, str]) -> subprocess.Popen[str]:
    environment = {**environment, "OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"}
    return subprocess.Popen(
        [str(python), "-W", "ignore", str(WORKERS / worker)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=environment
    )


def ask(worker: subprocess.Popen[str], text: str) -> tuple[float, int]:
    """Seconds for one article, and the kilobytes that the process has needed so far; a worker that dies ends the benchmark."""
    assert worker.stdin and worker.stdout
    worker.stdin.write(json.dumps(text) + "\n")
    worker.stdin.flush()
    answer = worker.stdout.readline()
    if not answer:
        raise SystemExit(f"{worker.args!r} ended with {worker.wait()}")
    seconds, kilobytes = json.loads(answer)
    return seconds, kilobytes


def summarise(name: str, results: list[tuple[float, int]]) -> Row:
    counted = [seconds for seconds, _ in results[WARM_UP:]]
    per_megabyte = 1024 * 1024 if platform.system() == "Darwin" else 1024  # getrusage(2): bytes there, kilobytes elsewhere
    median = statistics.median(counted)
    return Row(name, median, 1 / median, results[0][0], results[-1][1] / per_megabyte)


def table(rows: list[Row], count: int) -> str:
    """The rows as text for a person, and how many times as fast we are."""
    lines = [f"{'':32}{'s an article':>14}{'articles/s':>12}{'first, s':>10}{'peak MB':>9}"]
    for row in rows:
        if row.seconds is None:
            lines.append(row.name)
            continue
        lines.append(f"{row.name:32}{row.seconds:14.3f}{row.rate:12.1f}{row.first:10.2f}{row.megabytes:9.0f}")
    ours, peer = rows[0].seconds, rows[1].seconds
    if ours and peer:
        lines.append(f"briefgen is {peer / ours:.1f} times as fast")
    return "\n".join([*lines, f"{count} articles each, by turns, one thread; Python {platform.python_version()}, {os.cpu_count()} cores"])


if __name__ == "__main__":
    sys.exit(main())
