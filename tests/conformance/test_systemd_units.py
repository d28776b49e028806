"""systemd takes the units as they are printed, also with awkward paths, and finds little that they leave open."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from briefgen.cli.scheduling import Schedule, systemd_units

pytestmark = [pytest.mark.conformance, pytest.mark.slow]


def _written(folder: Path, schedule: Schedule) -> list[str]:
    for name, text in systemd_units(schedule).items():
        (folder / name).write_text(text, encoding="utf-8")
    return [str(folder / name) for name in systemd_units(schedule)]


def _schedule(folder: Path) -> Schedule:
    return Schedule((sys.executable, "-m", "briefgen", str(folder)), str(folder), writable=(str(folder / "out"),), user="root")


@pytest.mark.parametrize("name", ["briefs", "100% of $briefs"])
def test_systemd_verifies_the_units(name: str, tmp_path: Path, needs_tool: Callable[[str], str]) -> None:
    folder = tmp_path / name
    folder.mkdir()
    units = _written(folder, _schedule(folder))
    done = subprocess.run([needs_tool("systemd-analyze"), "verify", *units], capture_output=True, text=True, timeout=60, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_systemd_finds_a_planted_fault(tmp_path: Path, needs_tool: Callable[[str], str]) -> None:
    units = _written(tmp_path, _schedule(tmp_path))
    service = Path(units[0])
    service.write_text(service.read_text(encoding="utf-8").replace("Type=oneshot", "Type=sometimes"), encoding="utf-8")
    done = subprocess.run([needs_tool("systemd-analyze"), "verify", *units], capture_output=True, text=True, timeout=60, check=False)
    assert "sometimes" in done.stderr


def test_the_service_is_hardened(tmp_path: Path, needs_tool: Callable[[str], str]) -> None:
    units = _written(tmp_path, Schedule((sys.executable, "-m", "briefgen"), str(tmp_path), writable=(str(tmp_path),)))
    command = [needs_tool("systemd-analyze"), "security", "--offline=true", "--no-pager", units[0]]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    level = re.search(r"exposure level for .*?: ([\d.]+)", done.stdout)
    assert level and float(level[1]) < 3, done.stdout or done.stderr
