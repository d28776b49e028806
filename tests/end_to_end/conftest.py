"""The whole program in this process, models and fonts included: what it prints, what it leaves on the disk."""

from __future__ import annotations

import contextlib
import io
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from briefgen import pipeline
from briefgen.blocks import Report
from briefgen.cli import beside, building, main
from briefgen.model import Extraction

SEED = Path(__file__).resolve().parents[2] / "seeds" / "2026-02-27-kazakhstan-rare-earths.txt"


@dataclass(frozen=True)
class Run:
    """A finished run: exit code, stdout, stderr, and the files of its output folder by name."""

    code: int
    out: str
    err: str
    files: dict[str, bytes] = field(default_factory=dict)


@dataclass(frozen=True)
class Built(Run):
    """A build with what went through its stages: the extractions and the printed reports by language."""

    extractions: list[Extraction] = field(default_factory=list)
    reports: dict[str, Report] = field(default_factory=dict)


@pytest.fixture
def workplace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty working folder."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def run(workplace: Path) -> Callable[..., Run]:
    """`run("build", "a.txt")` is the program in the working folder."""
    return lambda *arguments: called(workplace / "out", *arguments)


@pytest.fixture(scope="session")
def seed(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """`briefgen build` of the real article, once for all tests."""
    folder = tmp_path_factory.mktemp("seed")
    with pytest.MonkeyPatch.context() as patch, recorded(patch) as (extractions, reports), contextlib.chdir(folder):
        done = called(folder / "out", "build", str(SEED))
    return Built(done.code, done.out, done.err, done.files, extractions, reports)


@contextlib.contextmanager
def recorded(patch: pytest.MonkeyPatch) -> Iterator[tuple[list[Extraction], dict[str, Report]]]:
    """What passes between the stages of a run."""
    extractions: list[Extraction] = []
    reports: dict[str, Report] = {}
    extract_all, printed = pipeline.extract_all, pipeline._files

    def extracting(*arguments):  # type: ignore[no-untyped-def]
        found = extract_all(*arguments)
        extractions.extend(found)
        return found

    def printing(report, *arguments):  # type: ignore[no-untyped-def]
        reports[report.language] = report
        return printed(report, *arguments)

    patch.setattr(beside, "has_room", lambda: False)  # what a copy of this process does cannot be seen from here
    patch.setattr(building, "extract_all", extracting)
    patch.setattr(pipeline, "_files", printing)
    yield extractions, reports


def called(output: Path, *arguments: str) -> Run:
    """The program with these arguments; the files below `output` by their path in it."""
    out, err = (io.TextIOWrapper(io.BytesIO(), encoding="utf-8", write_through=True) for _ in range(2))
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        code = main(arguments)
    told, warned = (stream.buffer.getvalue().decode("utf-8") for stream in (out, err))  # type: ignore[attr-defined]
    return Run(code, told, warned, files_of(output))


def files_of(folder: Path) -> dict[str, bytes]:
    """The files below a folder by their path in it; the name of the only folder in it is left out."""
    files = {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}
    tops = {name.partition("/")[0] for name in files}
    return {name.partition("/")[2]: data for name, data in files.items()} if len(tops) == 1 else files
