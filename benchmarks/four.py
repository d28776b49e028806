"""What the four files of a brief take (Russian and English, DOCX and PDF each): briefgen beside the usual ways to them, in the same run.

    python benchmarks/four.py [--runs 5] [--json]

The peers get the finished words of both editions, so that briefgen's fair neighbour is `render brief.json --no-check`, which also composes
these words, fits them to the pages and writes the evidence page; `build --no-check` reads and extracts the article on top. Each way is a
fresh process from its start to the last file, with the byte code that an installed program has; ways go by turns after a round that
warms the disk and compiles. Peers have venvs of their own.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import build
from markup import to_html, to_typst
from pdf import WORKERS, editions, fonts_folder, seed
from peers import peer_python
from word import content_of

OURS = "briefgen render --no-check"
LIBREOFFICE = "docxtpl + LibreOffice"
PANDOC = "typst + pandoc"
PEERS = {
    LIBREOFFICE: ("docxtpl==0.20.2",),
    "WeasyPrint + python-docx": ("weasyprint==70.0", "python-docx==1.2.0"),
    PANDOC: ("typst==0.15.2", "pypandoc-binary==1.17"),
}
LANGUAGES = ("ru", "en")


@dataclass(frozen=True, slots=True)
class Row:
    """Median, fastest and slowest seconds of a way, its largest process in MB, the bytes of the four files; None where it did not run."""

    name: str
    seconds: float | None = None
    fastest: float | None = None
    slowest: float | None = None
    megabytes: float | None = None
    size: int | None = None


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--no-peers", action="store_true", help="briefgen alone, which needs no network")
    parser.add_argument("--json", action="store_true", help="print JSON, for a file to compare with")
    parser.add_argument("--prepare", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.prepare:
        prepare(options.prepare)
        return 0
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        ours = build.commands(folder / "ours")
        commands = {OURS: ours["briefgen render --no-check"], "briefgen build --no-check": ours["briefgen build --no-check"]}
        missing = []
        for peer, steps in ({} if options.no_peers else peer_steps(folder)).items():
            python = peer_python(*PEERS[peer]) if steps else None
            if python:
                commands[peer] = [str(python), "-W", "ignore", str(WORKERS / "chain.py"), str(steps)]
            else:
                missing.append(Row(f"{peer}: could not be installed" if steps else f"{peer}: LibreOffice is not installed"))
        rows = [*summarise(build.measure(commands, runs=options.runs), sizes(folder)), *missing]
    print(json.dumps([asdict(row) for row in rows], indent=2) if options.json else table(rows, runs=options.runs))
    return 0


def peer_steps(folder: Path) -> dict[str, Path | None]:
    """The file of steps of each peer, with what it reads and where it writes; None where a program is missing."""
    subprocess.run([sys.executable, __file__, "--prepare", str(folder)], check=True)
    fonts = fonts_folder()
    outputs = {peer: folder / f"out-{number}" for number, peer in enumerate(PEERS)}
    for output in outputs.values():
        output.mkdir()

    def each(peer: str, read: str, write: str, *more: Any) -> list[list[Any]]:
        return [[str(folder / f"{language}.{read}"), *more, 1, str(outputs[peer] / f"{language}.{write}")] for language in LANGUAGES]

    weasyprint = "WeasyPrint + python-docx"
    steps: dict[str, list[list[Any]]] = {
        LIBREOFFICE: [["docx_docxtpl.py", each(LIBREOFFICE, "json", "docx")], [None, _convert(outputs[LIBREOFFICE], folder)]],
        weasyprint: [
            ["pdf_weasyprint.py", each(weasyprint, "html", "pdf", fonts)],
            ["docx_python_docx.py", each(weasyprint, "json", "docx")],
        ],
        PANDOC: [["pdf_typst.py", each(PANDOC, "typ", "pdf", fonts)], ["docx_pandoc.py", each(PANDOC, "html", "docx")]],
    }
    files: dict[str, Path | None] = {}
    for peer, words in steps.items():
        files[peer] = outputs[peer].with_suffix(".steps")
        outputs[peer].with_suffix(".steps").write_text(json.dumps(words), encoding="utf-8")
    return files if shutil.which("soffice") else files | {LIBREOFFICE: None}


def prepare(folder: Path) -> None:
    """What the peers read. In a process of its own: a child is told to have needed what its parent had when it began."""
    for language, report in editions(seed()).items():
        (folder / f"{language}.json").write_text(json.dumps(content_of(report), ensure_ascii=False), encoding="utf-8")
        (folder / f"{language}.html").write_text(to_html(report), encoding="utf-8")
        (folder / f"{language}.typ").write_text(to_typst(report), encoding="utf-8")


def _convert(output: Path, folder: Path) -> list[str]:
    """Both drafts in one start of LibreOffice, as tagged PDF/A-2 as briefgen's are."""
    options = 'pdf:writer_pdf_Export:{"SelectPdfVersion":{"type":"long","value":"2"},"PDFUACompliance":{"type":"boolean","value":"true"}}'
    profile = f"-env:UserInstallation=file://{folder}/profile"
    drafts = [str(output / f"{language}.docx") for language in LANGUAGES]
    return ["soffice", profile, "--headless", "--convert-to", options, "--outdir", str(output), *drafts]


def sizes(folder: Path) -> dict[str, int]:
    """Bytes of the four files of each way; a way that has not made them ends the benchmark."""
    made = {peer: folder / f"out-{number}" for number, peer in enumerate(PEERS)}
    found = {peer: sorted(path for kind in ("docx", "pdf") for path in output.glob(f"*.{kind}")) for peer, output in made.items()}
    found[OURS] = [path for kind in ("docx", "pdf") for path in (folder / "ours" / "rendered").rglob(f"*.{kind}")]
    found["briefgen build --no-check"] = [path for kind in ("docx", "pdf") for path in (folder / "ours" / "unchecked").rglob(f"*.{kind}")]
    return {name: sum(path.stat().st_size for path in paths) for name, paths in found.items() if len(paths) == 4}


def summarise(results: dict[str, list[build.Run]], sizes: dict[str, int]) -> list[Row]:
    rows = []
    for name, runs in results.items():
        if name not in sizes:
            raise SystemExit(f"{name}: has not made the four files")
        seconds = [run.seconds for run in runs]
        rows.append(Row(name, statistics.median(seconds), min(seconds), max(seconds), max(run.megabytes for run in runs), sizes[name]))
    return rows


def table(rows: list[Row], *, runs: int) -> str:
    """The rows as text for a person, with the ratios to `render`, and what they say."""
    ours = rows[0]
    assert ours.seconds
    lines = [f"{'':30}{'median s':>10}{'from - to':>14}{'peak MB':>9}{'KB':>6}{'x render':>10}"]
    for row in rows:
        if row.seconds is None:
            lines.append(row.name)
            continue
        spread = f"{row.fastest:.2f} - {row.slowest:.2f}"
        kilobytes, ratio = (row.size or 0) / 1024, row.seconds / ours.seconds
        lines.append(f"{row.name:30}{row.seconds:10.2f}{spread:>14}{row.megabytes:9.0f}{kilobytes:6.0f}{ratio:10.2f}")
    lines.append(f"{runs} runs each, by turns, in fresh processes; {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f} at the end.")
    lines.append("Peers get the finished words; `render` first composes them and fits them to pages.")
    for row in rows[2:]:
        if row.seconds:
            ratio = row.seconds / ours.seconds
            lines.append(
                f"{row.name} takes {ratio:.1f} times as long as `render`." if ratio >= 1 else f"{row.name} is faster: {ratio:.2f} times."
            )
    return "\n".join(lines)


if __name__ == "__main__":
    sys.exit(main())
