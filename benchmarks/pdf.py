"""The PDF alone: the same brief set by briefgen, typst, WeasyPrint and LibreOffice (from our Word draft), in one run, cold and warm.

    python benchmarks/pdf.py [--runs 15] [--json]

Cold is a fresh process from its start to the finished file; warm is each further file of the same process, with another document number,
so that nobody prints the last one again. LibreOffice's warm time is what each further file adds to one call of soffice.
Programs go by turns, so that a busy machine is unkind to all alike; peers are installed into venvs of their own.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import os
import pickle
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import asdict, dataclass
from pathlib import Path

from markup import to_html, to_typst
from peers import peer_python

ROOT = Path(__file__).resolve().parent.parent
WORKERS = ROOT / "benchmarks" / "workers"
PEERS = {"typst": "typst==0.15.2", "WeasyPrint": "weasyprint==70.0"}
LANGUAGE, STYLE = "ru", "gost"


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


def prepare(folder: Path) -> dict[str, list[str]]:
    """The seed's brief as each program reads it, and what the program is told beside the file."""
    report = seed_report()
    (folder / "brief.pickle").write_bytes(pickle.dumps(report))
    (folder / "brief.html").write_text(to_html(report), encoding="utf-8")
    (folder / "brief.typ").write_text(to_typst(report), encoding="utf-8")
    fonts = fonts_folder()
    return {
        "briefgen": [str(folder / "brief.pickle"), STYLE],
        "typst": [str(folder / "brief.typ"), fonts],
        "WeasyPrint": [str(folder / "brief.html"), fonts],
    }


def fonts_folder() -> str:
    """Where the faces lie that all typesetters use."""
    spec = importlib.util.find_spec("font_source_serif_pro")
    return str(Path(str(spec and spec.origin)).parent / "files")


def seed_report():  # type: ignore[no-untyped-def]
    """The Russian edition of the seed's brief within the limits of both editions, and its Word draft beside it."""
    return seed_reports()[LANGUAGE]


def seed_reports():  # type: ignore[no-untyped-def]
    """Both editions of the seed's brief by language, within the limits of both."""
    from briefgen.compose import Requisites, profile_of
    from briefgen.fit import Printing, composed, roomiest_limits
    from briefgen.pipeline import BuildOptions, assemble_brief, extract_all
    from briefgen.readers import read_article
    from briefgen.templating import load_profile, load_style
    from briefgen.translation.memory import Memory

    seed = next((ROOT / "seeds").glob("*.txt"))
    brief = assemble_brief(extract_all([read_article(seed)], ("RU",)), BuildOptions(), Memory.load(sorted(seed.parent.glob("*.po"))))
    path, mapping = load_profile("standard")
    profile = profile_of(mapping, name=str(path))
    editions = [Printing(language, Requisites(), load_style(style)) for language, style in ((LANGUAGE, STYLE), ("en", "govuk"))]
    limits = roomiest_limits(brief, profile, editions)
    return {edition.language: composed(brief, edition, profile, limits).report for edition in editions}


def measure(commands: dict[str, list[str]], jobs: dict[str, list[str]], *, runs: int) -> list[Row]:
    """Cold runs in fresh processes by turns, then warm ones in one process each, by turns too; the first three warm the caches."""
    cold: dict[str, list[float]] = {name: [] for name in commands}
    for number in range(max(runs // 3, 3) + 1):
        for name, command in commands.items():
            started = time.perf_counter()
            ask([start(command)], [[*jobs[name], number]], close=True)
            if number:
                cold[name].append(time.perf_counter() - started)
    workers = {name: start(command) for name, command in commands.items()}
    warm: dict[str, list[tuple[float, int]]] = {name: [] for name in commands}
    for number in range(runs + 3):
        for name, worker in workers.items():
            [answer] = ask([worker], [[*jobs[name], 100 + number]])
            if number >= 3:
                warm[name].append(answer)
    for worker in workers.values():
        worker.communicate()
    return [
        Row(name, statistics.median(cold[name]), statistics.median(seconds for seconds, _ in warm[name]), warm[name][-1][1])
        for name in commands
    ]


def start(command: list[str]) -> subprocess.Popen[str]:
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, env=environment)


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

    report = pickle.loads((folder / "brief.pickle").read_bytes())  # noqa: S301 (written by this run)
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
