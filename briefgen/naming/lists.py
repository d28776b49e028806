"""data/naming.toml: the small word lists of naming, read once."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def table() -> Mapping[str, Any]:
    """All lists by their name."""
    return tomllib.loads((files("briefgen") / "data" / "naming.toml").read_text(encoding="utf-8"))
