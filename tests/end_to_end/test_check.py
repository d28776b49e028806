"""`briefgen check` on the brief of the real article, and on the same with a fault."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.end_to_end.conftest import SEED, Built, Run

pytestmark = pytest.mark.slow

RunProgram = Callable[..., Run]


@pytest.fixture
def folder(seed: Built, workplace: Path) -> Path:
    """The finished files of the real article, in a folder of their own."""
    target = workplace / "brief"
    target.mkdir()
    for name, data in seed.files.items():
        (target / name).write_bytes(data)
    return target


def test_a_finished_brief_is_without_fault(folder: Path, run: RunProgram) -> None:
    done = run("check", str(folder), "--articles", str(SEED), "--manifest")
    assert (done.code, done.out) == (0, "No fault in brief.ru.docx, brief.ru.pdf, brief.en.docx, brief.en.pdf, evidence.html.\n")


def test_a_changed_digit_is_named_with_its_place(folder: Path, run: RunProgram) -> None:
    draft = folder / "brief.en.docx"
    with zipfile.ZipFile(draft) as package:
        parts = {entry.filename: package.read(entry) for entry in package.infolist()}
    parts["word/document.xml"] = parts["word/document.xml"].replace("€12\u00a0billion".encode(), "€13\u00a0billion".encode(), 1)
    with zipfile.ZipFile(draft, "w") as package:
        for name, data in parts.items():
            package.writestr(name, data)
    done = run("check", str(folder), "--json")
    assert done.code == 1
    findings = json.loads(done.out)["findings"]
    assert {"text", "figure", "parity"} <= {finding["code"] for finding in findings}
    (figure,) = [finding for finding in findings if finding["code"] == "figure"]
    assert figure["file"] == "brief.en.docx" and figure["place"].startswith("paragraph ") and "€13 billion" in figure["found"]


def test_another_article_than_the_one_that_was_read_is_named(folder: Path, run: RunProgram) -> None:
    brief = json.loads((folder / "brief.json").read_text(encoding="utf-8"))
    brief["quantities"][0]["fact"]["value"] = "13000000000"
    (folder / "brief.json").write_text(json.dumps(brief, ensure_ascii=False), encoding="utf-8")
    done = run("check", str(folder), "--articles", str(SEED))
    assert done.code == 1 and f"brief.json, {brief['quantities'][0]['fact']['id']}: source: " in done.out
