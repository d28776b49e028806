"""The cases of statements: sentences with the words that must be found, and sentences that say nothing."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

_CASES = Path(__file__).resolve().parents[1] / "cases"


def cases(language: str, kind: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """Each case of `find` or `leave` with the name of its file, over all files of a language."""
    for file in sorted((_CASES / language).glob("statements*.toml")):
        for case in tomllib.loads(file.read_text(encoding="utf-8")).get(kind, []):
            yield file.stem, case if isinstance(case, dict) else {"text": case}


def wanted(case: dict[str, Any]) -> list[tuple[str, str]]:
    """The statements of a case: words and speaker."""
    said = case["said"] if isinstance(case["said"], list) else [case["said"]]
    speakers = case["speaker"] if isinstance(case["speaker"], list) else [case["speaker"]] * len(said)
    return list(zip(said, speakers, strict=True))
