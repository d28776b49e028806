"""The PDF alone: the same brief set by briefgen, typst, WeasyPrint and LibreOffice (from our Word draft), in one run, cold and warm.

    python benchmarks/pdf.py [--runs 15] [--json]

Cold is a fresh process from its start to the finished file, with the byte code that an installed program has (`processes.installed`); warm
is each further file of the same process, with the brief of another article (four by turns) and another document number, so that nobody
prints the last one again. LibreOffice's warm time is what each further file adds to one call of soffice.
Programs go by turns, so that a busy machine is unkind to all alike; peers are installed into venvs of their own.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import os
import pickle
import platform
import random
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from markup import to_html, to_typst
from peers import peer_python
from processes import installed

ROOT = Path(__file__).resolve().parent.parent
WORKERS = ROOT / "benchmarks" / "workers"
PEERS = {"typst": "typst==0.15.2", "WeasyPrint": "weasyprint==70.0"}
LANGUAGE, STYLE = "ru", "gost"
ARTICLES = 4  # the seed and others made from it, whose briefs are printed by turns


@dataclass(frozen=True, slots=True)
class Row:
    """A program's medians: seconds cold and warm, bytes of the file; None where it did not run."""

    name: str
    cold: float | None = None
    warm: float | None = None
    size: int | None = None


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--runs", type=int, default=15)
    parser.add_argument("--json", action="store_true", help="print JSON, for a file to compare with")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        jobs = prepare(folder)
        commands = {"briefgen": [sys.executable, str(WORKERS / "pdf_briefgen.py")]}
        for peer, package in PEERS.items():
            python = peer_python(package)
            if python:
                commands[peer] = [str(python), "-W", "ignore", str(WORKERS / f"pdf_{peer.lower()}.py")]
        rows = measure(commands, jobs, runs=options.runs)
        rows += [Row(f"{peer}: could not be installed") for peer in PEERS if peer not in commands]
        rows.append(libreoffice(folder, runs=max(options.runs // 3, 3)))
    print(json.dumps([asdict(row) for row in rows], indent=2) if options.json else table(rows, runs=options.runs))
    return 0


def prepare(folder: Path) -> dict[str, list[list[str]]]:
    """The briefs as each program reads them, and what the program is told beside the file."""
    fonts = fonts_folder()
    jobs: dict[str, list[list[str]]] = {"briefgen": [], "typst": [], "WeasyPrint": []}
    for number, report in enumerate(reports()):
        stem = folder / f"brief-{number}"
        stem.with_suffix(".pickle").write_bytes(pickle.dumps(report))
        stem.with_suffix(".html").write_text(to_html(report), encoding="utf-8")
        stem.with_suffix(".typ").write_text(to_typst(report), encoding="utf-8")
        jobs["briefgen"].append([f"{stem}.pickle", STYLE])
        jobs["typst"].append([f"{stem}.typ", fonts])
        jobs["WeasyPrint"].append([f"{stem}.html", fonts])
    return jobs


def fonts_folder() -> str:
    """Where the faces lie that all typesetters use."""
    spec = importlib.util.find_spec("font_source_serif_pro")
    return str(Path(str(spec and spec.origin)).parent / "files")


def reports() -> list[Any]:
    """The Russian editions of the briefs of several articles, the seed first."""
    with tempfile.TemporaryDirectory() as folder:
        return [editions(path)[LANGUAGE] for path in articles(Path(folder))]


def articles(folder: Path) -> Iterator[Path]:
    """The seed, then articles under its title with its paragraphs in another order and other digits; the same ones on each run."""
    yield seed()
    chance = random.Random(1)
    title, *paragraphs = [part for part in seed().read_text(encoding="utf-8").split("\n") if part.strip()]
    for number in range(1, ARTICLES):
        chance.shuffle(paragraphs)
        text = re.sub(r"(?<!\d)[1-9](?!\d)", lambda _: str(chance.randint(1, 9)), "\n\n".join(paragraphs))
        path = folder / f"article-{number}.txt"
        path.write_text(f"{title}\n\n{text}\n", encoding="utf-8")
        yield path


def seed() -> Path:
    """The article that comes with the project."""
    return next((ROOT / "seeds").glob("*.txt"))


def editions(article: Path) -> dict[str, Any]:
    """Both editions of an article's brief by language, within the limits of both."""
    from briefgen.compose import Requisites, profile_of
    from briefgen.fit import Printing, composed, fitting, roomiest_limits
    from briefgen.pipeline import BuildOptions, assemble_brief, extract_all
    from briefgen.readers import read_article
    from briefgen.templating import load_profile, load_style
    from briefgen.translation.memory import Memory

    memory = Memory.load(sorted((ROOT / "seeds").glob("*.po")))
    brief = assemble_brief(extract_all([read_article(article)], ("RU",)), BuildOptions(), memory)
    path, mapping = load_profile("standard")
    profile = profile_of(mapping, name=str(path))
    printings = [Printing(language, Requisites(), load_style(style)) for language, style in ((LANGUAGE, STYLE), ("en", "govuk"))]
    limits = roomiest_limits(profile, fitting(brief, profile, printings))
    return {printing.language: composed(brief, printing, profile, limits).report for printing in printings}


def measure(commands: dict[str, list[str]], jobs: dict[str, list[list[str]]], *, runs: int) -> list[Row]:
    """Cold runs in fresh processes by turns, then warm ones in one process each, by turns too. The first cold round and the first four
    warm ones, in which each brief is printed once, fill the caches."""
    cold: dict[str, list[float]] = {name: [] for name in commands}
    warm: dict[str, list[tuple[float, int]]] = {name: [] for name in commands}
    with installed() as environment:
        for number in range(max(runs // 3, 3) + 1):
            for name, command in commands.items():
                started = time.perf_counter()
                ask([start(command, environment)], [[*jobs[name][0], number]], close=True)
                if number:
                    cold[name].append(time.perf_counter() - started)
        workers = {name: start(command, environment) for name, command in commands.items()}
        for number in range(-ARTICLES, runs):
            for name, worker in workers.items():
                [answer] = ask([worker], [[*jobs[name][number % len(jobs[name])], 100 + number]])
                if number >= 0:
                    warm[name].append(answer)
        for worker in workers.values():
            worker.communicate()
    return [_medians(name, cold[name], warm[name]) for name in commands]


def _medians(name: str, cold: Sequence[float], warm: Sequence[tuple[float, int]]) -> Row:
    """The size is that of the seed's brief, the first of those that go by turns."""
    return Row(name, statistics.median(cold), statistics.median(seconds for seconds, _ in warm), warm[0][1])


def start(command: list[str], environment: Mapping[str, str]) -> subprocess.Popen[str]:
    pipe = subprocess.PIPE
    return subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=subprocess.DEVNULL, text=True, env=environment)


def ask(workers: list[subprocess.Popen[str]], jobs: list[list[object]], *, close: bool = False) -> list[tuple[float, int]]:
    """A line to each worker, its answer; with `close` the process is waited for."""
    answers = []
    for worker, job in zip(workers, jobs, strict=True):
        assert worker.stdin and worker.stdout
        worker.stdin.write(json.dumps(job) + "\n")
        worker.stdin.flush()
        line = worker.stdout.readline()
        if not line:
            raise SystemExit(f"{worker.args} gave no answer")
        answers.append(tuple(json.loads(line)))
        if close:
            worker.communicate()
    return answers


def libreoffice(folder: Path, *, runs: int) -> Row:
    """soffice on one file in a fresh process; what each further file adds; the size as it comes by default, tagged."""
    soffice = shutil.which("soffice")
    if not soffice:
        return Row("LibreOffice: not installed")
    from briefgen.templating import load_style
    from briefgen.writers.docx.document import write_docx

    report = pickle.loads((folder / "brief-0.pickle").read_bytes())  # noqa: S301 (written by this run)
    drafts = [folder / f"draft-{number}.docx" for number in range(6)]
    for draft in drafts:
        draft.write_bytes(write_docx(report, load_style(STYLE)))
    options = 'pdf:writer_pdf_Export:{"SelectPdfVersion":{"type":"long","value":"2"},"PDFUACompliance":{"type":"boolean","value":"true"}}'

    def convert(count: int) -> float:
        profile = f"-env:UserInstallation=file://{folder}/profile"
        command = [soffice, profile, "--headless", "--convert-to", options, "--outdir", str(folder / "out"), *map(str, drafts[:count])]
        started = time.perf_counter()
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        return time.perf_counter() - started

    convert(1)  # makes the profile
    one = statistics.median(convert(1) for _ in range(runs))
    six = statistics.median(convert(6) for _ in range(runs))
    return Row("LibreOffice", one, (six - one) / 5, (folder / "out" / "draft-0.pdf").stat().st_size)


def table(rows: list[Row], *, runs: int) -> str:
    """The rows as text for a person, with the ratios to ours."""
    ours = rows[0]
    assert ours.cold and ours.warm and ours.size
    lines = [f"{'':14}{'cold s':>8}{'warm s':>9}{'KB':>7}{'x cold':>9}{'x warm':>9}{'x size':>9}"]
    for row in rows:
        if row.cold is None or row.warm is None or row.size is None:
            lines.append(row.name)
            continue
        ratios = (row.cold / ours.cold, row.warm / ours.warm, row.size / ours.size)
        lines.append(f"{row.name:14}{row.cold:8.2f}{row.warm:9.3f}{row.size / 1024:7.0f}" + "".join(f"{ratio:9.2f}" for ratio in ratios))
    return "\n".join([*lines, f"{runs} warm runs each, by turns; Python {platform.python_version()}, {os.cpu_count()} cores"])


if __name__ == "__main__":
    sys.exit(main())
