"""Two outside auditors find nothing in the files: what they report, Word repairs or refuses."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.writers.docx.small_report import sample

pytestmark = [pytest.mark.conformance, pytest.mark.slow]


def _script(name: str) -> str:
    return str(Path(sys.executable).with_name(name))


@pytest.fixture
def brief(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    path = tmp_path / f"brief.{request.param}.docx"
    path.write_bytes(sample(request.param))
    return path


@pytest.mark.parametrize("brief", ["ru", "en"], indirect=True)
@pytest.mark.parametrize("office", ["office2013", "microsoft365"])
def test_the_audit_expects_word_to_open_the_file(brief: Path, office: str, needs_package: Callable[[str], None]) -> None:
    needs_package("openxml_audit")
    run = subprocess.run([_script("openxml-audit"), "-f", office, str(brief)], capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stdout
    assert "expected to open cleanly (no findings)" in run.stdout, run.stdout


@pytest.mark.parametrize("brief", ["ru", "en"], indirect=True)
def test_references_inside_the_file_are_whole(brief: Path, needs_package: Callable[[str], None]) -> None:
    needs_package("ooxml_integrity")
    run = subprocess.run([_script("ooxml-integrity"), "check", str(brief)], capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stdout
    assert "0 error(s), 0 warning(s)" in run.stdout
