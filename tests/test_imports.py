"""What an import brings with it: nothing heavy for the help, nothing of natasha for an extraction."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
SEED = ROOT / "seeds" / "2026-02-27-kazakhstan-rare-earths.txt"
HEAVY = {"babel", "docx", "fontTools", "lxml", "navec", "numpy", "pikepdf", "pymorphy3", "pypdfium2", "reportlab", "slovnet", "trafilatura"}
NEVER = {"natasha", "yargy", "pymorphy2", "dateparser"}


def _modules_after(arguments: list[str]) -> set[str]:
    """The top names in sys.modules of a fresh interpreter that ran the program with these arguments."""
    program = f"""
import contextlib, io, json, sys
from briefgen.cli import main
with contextlib.redirect_stdout(io.TextIOWrapper(io.BytesIO())):
    try:
        code = main({arguments!r})
    except SystemExit as end:
        code = end.code
assert not code, code
print(json.dumps(sorted({{name.partition(".")[0] for name in sys.modules}})))
"""
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, cwd=ROOT, check=False)
    assert run.returncode == 0, run.stderr
    return set(json.loads(run.stdout))


def test_the_help_imports_nothing_heavy() -> None:
    assert _modules_after(["--help"]) & HEAVY == set()


@pytest.mark.slow
def test_an_extraction_imports_nothing_of_natasha() -> None:
    modules = _modules_after(["extract", str(SEED), "--no-cache"])
    assert modules & NEVER == set()
    assert "slovnet" in modules  # so that the test would see them if they were there
