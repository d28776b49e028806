"""`briefgen check` on finished drafts that LibreOffice saved again, edits confirmed by `pull` among them: no fault where none is."""

from __future__ import annotations

import contextlib
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.edits.word import WordDraft
from tests.end_to_end.conftest import SEED, Run, called

pytestmark = [pytest.mark.conformance, pytest.mark.slow]

TIMEOUT = 180
NAME = "2026-02-27-kazakhstan-rare-earths"
DOCX = "docx:MS Word 2007 XML"


def _edited(draft: bytes) -> bytes:
    """A figure, a heading, a term, a row, the assessment: one of each kind that is printed afterwards."""
    word = WordDraft(draft)
    tags = word.tags()
    figure = next(tag for tag in tags if tag.startswith("figures/") and tag.endswith("/1"))
    word.type(figure, "13")
    word.type("heading/risks", "Угрозы для России")
    word.choose(next(tag for tag in tags if tag.endswith("/likelihood")), "весьма вероятно")
    word.delete([tag for tag in tags if tag.startswith("figures/") and tag.endswith("/0")][1])
    word.type("assessment", "Поручить отделу подготовить предложения.")
    return word.save()


@pytest.fixture(scope="module")
def checked(tmp_path_factory: pytest.TempPathFactory, needs_tool: Callable[[str], str]) -> dict[str, Run]:
    """The check of a folder whose drafts were saved again, by way: as DOCX and through ODT, untouched and after edits."""
    work = tmp_path_factory.mktemp("resaved")
    runs: dict[str, Run] = {}
    with contextlib.chdir(work):
        called(work / "out", "build", str(SEED))
        folder = work / "out" / NAME
        runs.update(_resaved_and_checked(work, folder, "untouched", needs_tool))
        draft = folder / "brief.ru.docx"
        draft.write_bytes(_edited(draft.read_bytes()))
        refused = called(work / "out", "pull", str(draft))
        ids = [line.split("'")[1].partition("=")[0] for line in refused.out.splitlines() if "--confirm '" in line]
        runs["pulled"] = called(work / "out", "pull", str(draft), *(word for id in ids for word in ("--confirm", f"{id}=уточнено")))
        runs["built"] = called(work / "out", "build", str(SEED))
        runs.update(_resaved_and_checked(work, folder, "edited", needs_tool))
    return runs


def _resaved_and_checked(work: Path, folder: Path, name: str, needs_tool: Callable[[str], str]) -> dict[str, Run]:
    runs = {}
    ways = {"docx": [(DOCX, "docx")], "odt": [("odt", "odt"), (DOCX, "docx")]}
    for way, steps in ways.items():
        copy = work / f"{name}-{way}"
        shutil.copytree(folder, copy)
        files = sorted(copy.glob("*.docx"))
        for number, (kind, suffix) in enumerate(steps):
            target = copy / f"step{number}"
            profile = f"-env:UserInstallation={(work / 'profile').as_uri()}"
            command = [needs_tool("soffice"), profile, "--headless", "--convert-to", kind, "--outdir", str(target), *map(str, files)]
            subprocess.run(command, capture_output=True, timeout=TIMEOUT, check=True)
            files = sorted(target.glob(f"*.{suffix}"))
        for file in files:
            shutil.copy(file, copy / file.name)
        runs[f"{name}-{way}"] = called(work / "none", "check", str(copy))
    return runs


def test_the_edits_were_confirmed_and_printed(checked: dict[str, Run]) -> None:
    assert (checked["pulled"].code, checked["pulled"].err) == (0, "")
    assert (checked["built"].code, checked["built"].err) == (0, "")


@pytest.mark.parametrize("way", ["docx", "odt"])
@pytest.mark.parametrize("name", ["untouched", "edited"])
def test_saved_again_they_are_without_fault(name: str, way: str, checked: dict[str, Run]) -> None:
    assert (checked[f"{name}-{way}"].code, checked[f"{name}-{way}"].err) == (0, ""), checked[f"{name}-{way}"].out
