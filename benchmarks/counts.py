"""How many calls the stages make for one article: a count that does not wobble, recorded and compared.

    python benchmarks/counts.py [--accept]

Without --accept the counts are compared with benchmarks/counts.toml; one that is more than 5 % above the record ends with 1. A change
that is meant is recorded with --accept, and shows in its commit. Counted are the calls of Python and C functions (sys.setprofile) after
one unmeasured round, in a process with a fixed hash seed: seconds depend on the machine, these do not.
"""

from __future__ import annotations

import argparse
import os
import sys
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
RECORD = ROOT / "benchmarks" / "counts.toml"
TOLERANCE = 0.05
PYTHON = "{}.{}".format(*sys.version_info)


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--accept", action="store_true", help="write the record anew")
    options = parser.parse_args()
    if os.environ.get("PYTHONHASHSEED") != "0":
        os.execve(sys.executable, [sys.executable, *sys.argv], os.environ | {"PYTHONHASHSEED": "0", "PYTHONPATH": str(ROOT)})
    counts = count_stages()
    if options.accept:
        RECORD.write_text(record(counts), encoding="utf-8")
    recorded = tomllib.loads(RECORD.read_text(encoding="utf-8"))
    before = recorded["calls"]
    print(table(before, counts))
    if recorded["python"] != PYTHON:
        print(f"recorded with Python {recorded['python']}, which calls in other ways: not compared")
        return 0
    worse = exceeded(before, counts)
    for name in worse:
        print(f"{name}: more calls than recorded; find out why, or record them with --accept", file=sys.stderr)
    return int(bool(worse))


def exceeded(before: dict[str, int], now: dict[str, int]) -> list[str]:
    """The stages that make over 5 % more calls than recorded, or are not recorded."""
    return [name for name, count in now.items() if count > before.get(name, 0) * (1 + TOLERANCE)]


def table(before: dict[str, int], now: dict[str, int]) -> str:
    lines = [f"{'calls':12}{'recorded':>12}{'now':>12}{'':>9}"]
    return "\n".join(
        [
            *lines,
            *(f"{name:12}{before.get(name, 0):12}{count:12}{count / max(before.get(name, 0), 1) - 1:+9.1%}" for name, count in now.items()),
        ]
    )


def record(counts: dict[str, int]) -> str:
    head = (
        f'# Calls of each stage for the seed article; written by `python benchmarks/counts.py --accept`.\npython = "{PYTHON}"\n\n[calls]\n'
    )
    return head + "".join(f"{name} = {count}\n" for name, count in counts.items())


def count_stages() -> dict[str, int]:
    """Calls of reading, extraction, assembly, printing and the check of the seed, both languages, both formats."""
    from briefgen import pipeline
    from briefgen.checking import check
    from briefgen.readers import read_article
    from briefgen.translation.memory import Memory

    seed = next((ROOT / "seeds").glob("*.txt"))
    memory = Memory.load(sorted((ROOT / "seeds").glob("*.po")))
    options = pipeline.BuildOptions()
    counts: dict[str, int] = {}
    for _ in range(2):  # the first round loads models, fonts and lists
        article = counted(counts, "read", lambda: read_article(seed))
        extraction = counted(counts, "extract", lambda article=article: pipeline.extract(article, ("RU",)))
        brief = counted(counts, "assemble", lambda found=extraction: pipeline.assemble_brief([found], options, memory))
        rendered = counted(counts, "print", lambda brief=brief: pipeline.render(brief, options, brief_number="0" * 64))
        found = counted(
            counts,
            "check",
            lambda brief=brief, rendered=rendered: check(brief, options, rendered.files, [article], limits=rendered.limits),  # noqa: B023
        )
        if found:
            raise SystemExit(f"the check found {found[0]}")
    return counts


def counted(counts: dict[str, int], name: str, work: Callable[[], Any]) -> Any:
    """What `work` gives; the calls that it made go into `counts`."""
    calls = 0

    def seen(frame: Any, event: str, argument: Any) -> None:
        nonlocal calls
        calls += event in ("call", "c_call")

    sys.setprofile(seen)
    try:
        return work()
    finally:
        sys.setprofile(None)
        counts[name] = calls


if __name__ == "__main__":
    sys.exit(main())
