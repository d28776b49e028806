"""The scorer of the reference folder runs on all its articles without a failure, and no layer is under its floor."""

from __future__ import annotations

import shlex
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

pytestmark = [pytest.mark.slow, pytest.mark.reference]

FLOORS = tomllib.loads(Path(__file__).with_name("floors.toml").read_text(encoding="utf-8"))
EXTRACT = shlex.join([sys.executable, "-c", "import sys; from briefgen.cli import main; sys.exit(main())", "extract"])


@pytest.mark.parametrize(("name", "left_out"), [("all", []), ("without_seed", ["--without", "seed"])])
def test_no_layer_is_under_its_floor(name: str, left_out: list[str], reference: Path) -> None:
    floors = [f"--floor={layer}={value}" for layer, value in FLOORS[name]["f1"].items()]
    floors += [f"--precision-floor={layer}={value}" for layer, value in FLOORS[name]["precision"].items()]
    scorer = reference / "evaluation" / "score.py"
    run = subprocess.run(
        [sys.executable, str(scorer), "--command", EXTRACT, *left_out, *floors],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    print(run.stdout)  # noqa: T201 (pytest shows it with -s, and when the test fails)
    assert run.returncode == 0, f"{run.stdout}\n{run.stderr}"
