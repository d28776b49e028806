"""Findings -> lines for a person, and JSON for a program."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefgen.proof.finding import Finding

_LONGEST = 160  # characters of what was found or expected, on a line


def one_line(finding: Finding) -> str:
    """The file, the place, what stands there and what should."""
    where = ", ".join(filter(None, (finding.file, finding.place)))
    found = f"found “{_short(finding.found)}”" if finding.found else ""
    expected = f"expected “{_short(finding.expected)}”" if finding.expected else ""
    return f"{where}: {finding.code}: {', '.join(filter(None, (found, expected))) or 'differs'}"


def findings_to_json(findings: Sequence[Finding], files: Sequence[str]) -> str:
    """One JSON object: whether all is well, the files that were read, the findings."""
    value = {"ok": not findings, "files": list(files), "findings": [asdict(finding) for finding in findings]}
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def _short(words: str) -> str:
    words = " ".join(words.split())
    return words if len(words) <= _LONGEST else words[: _LONGEST - 2].rstrip() + " …"
