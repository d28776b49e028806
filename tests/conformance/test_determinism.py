"""The same input gives the same bytes, whatever the machine's zone, locale, hash seed and number of processors."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = [pytest.mark.slow, pytest.mark.conformance]

ROOT = Path(__file__).resolve().parent.parent.parent
MACHINES = (
    {"TZ": "UTC", "PYTHONHASHSEED": "0", "LC_ALL": "C", "LANG": "C"},
    {"TZ": "Asia/Almaty", "PYTHONHASHSEED": "4711", "LC_ALL": "ru_RU.UTF-8", "LANG": "ru_RU.UTF-8"},
)
_ONE_PROCESSOR = "import os; hasattr(os, 'sched_setaffinity') and os.sched_setaffinity(0, {min(os.sched_getaffinity(0))}); "


def _build(folder: Path, machine: dict[str, str]) -> dict[str, str]:
    """Digests of all files of a build, by path below its output folder."""
    folder.mkdir()
    command = [
        sys.executable,
        "-c",
        f"{_ONE_PROCESSOR if machine is MACHINES[1] else ''}import sys; from briefgen.cli import main; sys.exit(main())",
        "build",
        str(ROOT / "seeds"),
        "-o",
        "out",
        "--no-cache",
    ]
    run = subprocess.run(command, cwd=folder, env={**os.environ, **machine}, capture_output=True, text=True, encoding="utf-8", check=False)
    assert run.returncode == 0, run.stderr
    files = sorted(path for path in (folder / "out").rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def test_two_machines_print_the_same_bytes(tmp_path: Path) -> None:
    one, other = (_build(tmp_path / f"machine-{number}", machine) for number, machine in enumerate(MACHINES))
    assert len(one) >= 6
    assert one == other
