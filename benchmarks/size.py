"""Time and memory by the number of articles in one brief: assembly, printing of both editions, the evidence page.

    python benchmarks/size.py [--articles 10,30,100,300] [--json]

Each size runs in a process of its own. The articles are made from the seed: a quarter of its paragraphs each, in another order, with
other digits, so that some facts are shared and most are not. Extraction is left out of the times.
"""

from __future__ import annotations

import argparse
import json
import platform
import random
import re
import resource
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import asdict, dataclass, replace
from datetime import date
from itertools import pairwise
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


@dataclass(frozen=True, slots=True)
class Size:
    """One brief: its articles and facts, seconds of each stage, the highest resident memory in MB."""

    articles: int
    facts: int
    assemble: float
    render: float
    page: float
    megabytes: float


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--articles", default="10,30,100,300")
    parser.add_argument("--json", action="store_true", help="print JSON, for a file to compare with")
    parser.add_argument("--one", type=int, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.one:
        print(json.dumps(asdict(measure_one(options.one))))
        return 0
    rows = curve([int(word) for word in options.articles.split(",")])
    print(json.dumps([asdict(row) for row in rows], indent=2) if options.json else table(rows))
    return 0


def curve(counts: list[int]) -> list[Size]:
    """A size after the other, each in a fresh process."""
    rows = []
    for count in counts:
        run = subprocess.run([sys.executable, __file__, "--one", str(count)], stdout=subprocess.PIPE, check=True)
        rows.append(Size(**json.loads(run.stdout)))
    return rows


def articles(count: int) -> Iterator[str]:
    chance = random.Random(1)
    seed = next((ROOT / "seeds").glob("*.txt")).read_text(encoding="utf-8")
    paragraphs = [part for part in seed.split("\n") if part.strip()]
    for number in range(count):
        chance.shuffle(paragraphs)
        some = "\n\n".join(paragraphs[: max(6, len(paragraphs) // 4)])
        yield re.sub(r"(?<!\d)[1-9](?!\d)", lambda _: str(chance.randint(1, 9)), f"Заголовок номер {number}\n\n{some}")


def measure_one(count: int) -> Size:
    sys.path.insert(0, str(ROOT))
    from briefgen import pipeline
    from briefgen.readers.plain import read_plain
    from briefgen.translation.memory import Memory

    day = date(2026, 3, 1)
    read = [replace(read_plain(text.encode(), f"article{number}.txt"), published=day) for number, text in enumerate(articles(count))]
    extractions = pipeline.extract_all(read, ("RU",))
    options = pipeline.BuildOptions()
    times = [time.perf_counter()]
    brief = pipeline.assemble_brief(extractions, options, Memory.load([]))
    times.append(time.perf_counter())
    pipeline.render(brief, options, brief_number="0" * 64)
    times.append(time.perf_counter())
    pipeline.review_page(brief, options, read)
    times.append(time.perf_counter())
    facts = sum(
        len(item.quantities) + len(item.dates) + len(item.statements) + len(item.interests) + len(item.risks) for item in extractions
    )
    per_megabyte = 1024 * 1024 if platform.system() == "Darwin" else 1024  # getrusage(2): bytes there, kilobytes elsewhere
    seconds = [after - before for before, after in pairwise(times)]
    return Size(count, facts, *seconds, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / per_megabyte)


def table(rows: list[Size]) -> str:
    lines = [f"{'articles':>9}{'facts':>8}{'assemble s':>12}{'print s':>10}{'page s':>8}{'peak MB':>9}{'ms an article':>15}"]
    lines += [
        f"{row.articles:9}{row.facts:8}{row.assemble:12.2f}{row.render:10.2f}{row.page:8.2f}{row.megabytes:9.0f}"
        f"{1000 * (row.assemble + row.render + row.page) / row.articles:15.0f}"
        for row in rows
    ]
    return "\n".join(lines)


if __name__ == "__main__":
    sys.exit(main())
