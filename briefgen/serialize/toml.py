"""TOML text -> a mapping, and the line of a key in it: `tomllib` tells no lines, and a message without a place is of little use."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from typing import Any

from briefgen.diagnostics import UsageError

_TABLE = re.compile(r"\s*\[+\s*(?P<name>[^\]]+?)\s*\]+")
_KEY = re.compile(r"""\s*["']?(?P<name>[^"'=\s.]+)["']?\s*[.=]""")


def parse_toml(text: str, name: str) -> dict[str, Any]:
    """The mapping; a UsageError names the file and the line where the text is not TOML."""
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise UsageError(f"{name}: not TOML: {error}") from error


def line_of(text: str, key: str, *, table: str = "") -> int:
    """The number of the line that sets `key` in `table`, or opens the table of that name; 1 where it cannot be told.

    >>> line_of('a = 1\\n[ru]\\nplace = "Москва"', "place", table="ru")
    3
    >>> line_of('a = 1\\n[fr]\\n', "fr")
    2
    """
    current = ""
    for number, line in enumerate(text.splitlines(), start=1):
        if opened := _TABLE.match(line):
            current = opened["name"]
            if not table and current.split(".")[0] == key:
                return number
        elif current == table and (found := _KEY.match(line)) and found["name"] == key:
            return number
    return 1


def check_keys(given: Mapping[str, Any], known: Iterable[str], *, text: str, name: str, table: str = "") -> None:
    """A UsageError names the file, the line and the known keys where `given` holds another."""
    words = tuple(known)
    for key in given:
        if key not in words:
            place = f" in [{table}]" if table else ""
            raise UsageError(f"{name}: line {line_of(text, key, table=table)}: unknown key {key!r}{place}; known are {', '.join(words)}")
