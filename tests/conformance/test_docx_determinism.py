"""The same report gives the same DOCX on machines that differ in time zone, locale and hash seed."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.writers.docx.small_report import sample

pytestmark = pytest.mark.conformance

ROOT = Path(__file__).resolve().parent.parent.parent
PRINT_DIGEST = """
import hashlib, sys
from tests.writers.docx.small_report import sample
print(hashlib.sha256(sample(sys.argv[1])).hexdigest())
"""
MACHINES = (
    {"TZ": "Asia/Almaty", "PYTHONHASHSEED": "1", "LC_ALL": "ru_RU.UTF-8"},
    {"TZ": "America/New_York", "PYTHONHASHSEED": "77", "LC_ALL": "C"},
)


@pytest.mark.parametrize("language", ["ru", "en"])
@pytest.mark.parametrize("machine", MACHINES)
def test_another_machine_prints_the_same_bytes(language: str, machine: dict[str, str]) -> None:
    command = [sys.executable, "-c", PRINT_DIGEST, language]
    run = subprocess.run(command, cwd=ROOT, env={**os.environ, **machine}, capture_output=True, text=True, check=True)
    assert run.stdout.strip() == hashlib.sha256(sample(language)).hexdigest()
