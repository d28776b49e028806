"""Whole drafts of the real article in every style and with every option against the schemas, two auditors and our own lint."""

from __future__ import annotations

import contextlib
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from briefgen.templating import find_letterhead
from briefgen.writers.docx.letterhead import BUILT_IN
from tests.conformance.docx_lint import lint
from tests.conformance.test_docx_schema import _faults
from tests.edits.word import WordDraft
from tests.end_to_end.conftest import SEED, Built, called

pytestmark = [pytest.mark.conformance, pytest.mark.reference, pytest.mark.slow]

OPTIONS = {
    **{name: ("--style", name, "--checklist") for name in BUILT_IN},
    "service": ("--marking", "ДСП", "--copy-number", "3", "--draft"),
    "tlp": ("--marking", "TLP:AMBER", "--draft"),
    "letterhead": ("--letterhead", str(find_letterhead("govuk"))),
    "redline": ("--redline", "old.docx"),
}


@pytest.fixture(scope="module")
def drafts(seed: Built, tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[Path]]:
    """The drafts by name of the options; the old one of the redline was changed by a person."""
    work = tmp_path_factory.mktemp("drafts")
    old = WordDraft(seed.files["brief.ru.docx"])
    old.type("heading/risks", "Угрозы")
    old.delete(next(tag for tag in old.tags() if tag.startswith("points/")))
    old.add("Справочно: абзац.", after="heading/experts")
    (work / "old.docx").write_bytes(old.save())
    found = {}
    with contextlib.chdir(work):
        for name, options in OPTIONS.items():
            done = called(work / name, "build", str(SEED), "-o", name, "--format", "docx", "--no-check", *options)
            assert (done.code, done.err) == (0, ""), done.err
            found[name] = sorted((work / name).rglob("*.docx"))
    return found


@pytest.mark.parametrize("name", OPTIONS)
def test_schemas_and_lint_find_nothing(name: str, drafts: dict[str, list[Path]], reference: Path) -> None:
    assert len(drafts[name]) >= 2
    for path in drafts[name]:
        assert lint(path.read_bytes()) == []
        assert _faults(path.read_bytes(), reference / "schemas" / "ooxml") == []


@pytest.mark.parametrize("name", OPTIONS)
def test_the_auditors_find_nothing(name: str, drafts: dict[str, list[Path]], needs_package: Callable[[str], None]) -> None:
    needs_package("openxml_audit")
    needs_package("ooxml_integrity")
    for path in drafts[name]:
        audit = _run("openxml-audit", "-f", "microsoft365", str(path))
        assert "expected to open cleanly (no findings)" in audit, audit
        assert "0 error(s), 0 warning(s)" in _run("ooxml-integrity", "check", str(path))


def _run(script: str, *arguments: str) -> str:
    command = [str(Path(sys.executable).with_name(script)), *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False).stdout
